import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.encoder.decode import Chain, Scores, bio_runs, log_probabilities, viterbi, word_bounds

finite = st.floats(-5, 5, width=32)


@given(st.data(), st.integers(1, 4), st.integers(2, 3))
def test_viterbi_finds_what_trying_all_finds(data: st.DataObject, size: int, count: int) -> None:
    def draw(*shape: int) -> np.ndarray:
        number = int(np.prod(shape))
        return np.array(
            data.draw(st.lists(finite, min_size=number, max_size=number)), dtype=np.float32
        ).reshape(shape)

    chain, emissions = Chain(draw(count, count), draw(count)), draw(1, size, count)

    def score(path: tuple[int, ...]) -> float:
        steps = sum(float(chain.steps[a, b]) for a, b in itertools.pairwise(path))
        return (
            float(chain.first[path[0]])
            + steps
            + sum(float(emissions[0, i, label]) for i, label in enumerate(path))
        )

    best = max(map(score, itertools.product(range(count), repeat=size)))
    found = viterbi([Scores(chain, emissions, np.array([size]))])[0][0]
    assert abs(score(tuple(found.tolist())) - best) < 1e-3


def test_a_short_sequence_is_not_changed_by_one_beside_it() -> None:
    dice = np.random.default_rng(3)
    chain = Chain(dice.normal(size=(3, 3)).astype(np.float32), dice.normal(size=3).astype(np.float32))
    emissions = dice.normal(size=(2, 9, 3)).astype(np.float32)
    (together,) = viterbi([Scores(chain, emissions, np.array([9, 4]))])
    (alone,) = viterbi([Scores(chain, emissions[1:, :4], np.array([4]))])
    assert together[1, :4].tolist() == alone[0].tolist()
    assert together[1, 4:].tolist() == [0] * 5


def test_heads_of_several_sizes_are_not_changed_by_one_another() -> None:
    dice = np.random.default_rng(5)

    def draw(count: int, size: int, labels: int) -> Scores:
        chain = Chain(
            dice.normal(size=(labels, labels)).astype(np.float32),
            dice.normal(size=labels).astype(np.float32),
        )
        emissions = dice.normal(size=(count, size, labels)).astype(np.float32)
        return Scores(chain, emissions, dice.integers(1, size + 1, count))

    heads = [draw(3, 12, 4), draw(0, 12, 2), draw(2, 7, 3), draw(1, 12, 2)]
    for head, labels in zip(heads, viterbi(heads), strict=True):
        assert labels.shape == head.emissions.shape[:2]
        assert labels.tolist() == viterbi([head])[0].tolist()


def test_runs_of_bio_labels() -> None:
    labels = np.array([0, 1, 2, 2, 1, 0, 3, 4, 5])
    assert list(bio_runs(labels)) == [(0, 1, 4), (0, 4, 5), (1, 6, 8), (2, 8, 9)]


def test_a_run_may_begin_inside() -> None:
    assert list(bio_runs(np.array([2, 2, 4, 0]))) == [(0, 0, 2), (1, 2, 3)]


def test_words_are_not_cut() -> None:
    assert word_bounds("the harbourmaster said", 7, 10) == (4, 17)
    assert word_bounds("it’s", 0, 2) == (0, 2)


def test_marks_of_two_apostrophes_are_not_cut() -> None:
    text = "'' It held . '' Bel"
    assert word_bounds(text, 1, 14) == (0, 15)
    assert word_bounds(text, 0, 15) == (0, 15)
    assert word_bounds("a'b", 0, 2) == (0, 2)


def test_the_probabilities_of_all_labellings_sum_to_one() -> None:
    chain = Chain(
        np.array([[0.2, -1.0], [0.5, 0.1]], dtype=np.float32), np.array([0.3, -0.2], dtype=np.float32)
    )
    emissions = np.array([[[1.0, 0.2], [0.1, 0.9], [2.0, -1.0], [9.0, 9.0]]], dtype=np.float32)
    labellings = [np.array([[*labels, 0]]) for labels in itertools.product((0, 1), repeat=3)]
    scores = Scores(chain, emissions, np.array([3]))
    chances = [float(np.exp(log_probabilities(scores, labels))[0]) for labels in labellings]
    assert abs(sum(chances) - 1) < 1e-5
    (best,) = viterbi([scores])
    assert float(np.exp(log_probabilities(scores, best))[0]) == max(chances)
