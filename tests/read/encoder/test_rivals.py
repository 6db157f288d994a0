"""Rivals of a labelling are its near neighbours in the chain, scored exactly."""

import itertools

import numpy as np

from sayso.read.encoder.decode import Chain, Scores, viterbi
from sayso.read.encoder.labels import ROLE_LABELS, may_follow
from sayso.read.encoder.rivals import BEGIN, INSIDE, LEAST, MOST, find_rivals, rivals_of

OUT_OF_REACH = -50.0


def _chain() -> Chain:
    generator = np.random.default_rng(3)
    size = len(ROLE_LABELS)
    steps = generator.normal(0, 0.3, (size, size))
    for a, b in itertools.product(range(size), repeat=2):
        if not may_follow(ROLE_LABELS, ROLE_LABELS[a], ROLE_LABELS[b]):
            steps[a, b] = -10_000
    return Chain(steps.astype(np.float32), np.zeros(size, dtype=np.float32))


def _emissions(seed: int, pieces: int = 12) -> np.ndarray:
    emissions = np.random.default_rng(seed).normal(0, 1, (pieces, len(ROLE_LABELS))).astype(np.float32)
    emissions[4, 3] += 20  # a cue
    emissions[6:9, INSIDE] += 3
    return emissions


def _score(chain: Chain, emissions: np.ndarray, labels: np.ndarray) -> float:
    total = float(emissions[np.arange(len(labels)), labels].sum()) + float(chain.steps[0, labels[0]])
    return total + sum(float(chain.steps[a, b]) for a, b in itertools.pairwise(labels))


def test_rivals_differ_in_their_content_alone_and_have_their_own_odds() -> None:
    chain, count = _chain(), 0
    for seed in range(40):
        emissions = _emissions(seed)
        best = viterbi([Scores(chain, emissions[None], np.array([12]))])[0][0]
        rivals = find_rivals(chain, emissions, best)
        count += len(rivals)
        assert len(rivals) <= MOST
        assert [odds for odds, _ in rivals] == sorted((odds for odds, _ in rivals), reverse=True)
        for odds, labels in rivals:
            changed = labels != best
            assert changed.any()
            assert {*best[changed], *labels[changed]} <= {0, BEGIN, INSIDE}
            assert odds > LEAST
            difference = _score(chain, emissions, labels) - _score(chain, emissions, best)
            assert abs(odds - difference) < 1e-2
    assert count > 40


def test_an_edge_that_is_nearly_as_likely_elsewhere_is_found() -> None:
    size = len(ROLE_LABELS)
    chain = Chain(np.zeros((size, size), dtype=np.float32), np.zeros(size, dtype=np.float32))
    emissions = np.full((6, size), -9, dtype=np.float32)
    emissions[:, 0] = 0
    emissions[2, BEGIN], emissions[3, INSIDE], emissions[4, INSIDE] = 5, 5, -0.5
    labels = np.array([0, 0, BEGIN, INSIDE, 0, 0])
    (odds, rival), *_ = find_rivals(chain, emissions, labels)
    assert rival.tolist() == [0, 0, BEGIN, INSIDE, INSIDE, 0]
    assert abs(odds + 0.5) < 1e-6


def test_without_content_or_doubt_there_is_no_rival() -> None:
    chain, emissions = _chain(), _emissions(1)
    assert find_rivals(chain, emissions, np.zeros(12, dtype=np.int64)) == []
    scores = Scores(chain, emissions[None], np.array([12]))
    labels = viterbi([scores])[0]
    assert rivals_of(scores, labels, np.array([False])) == [[]]
    assert rivals_of(scores, labels, np.array([True]))[0]


def test_a_content_beside_the_ends_of_the_window_is_no_error() -> None:
    chain = _chain()
    for pieces in (1, 2, 3):
        emissions = np.zeros((pieces, len(ROLE_LABELS)), dtype=np.float32)
        labels = np.array([BEGIN, *[INSIDE] * (pieces - 1)])
        for _, rival in find_rivals(chain, emissions, labels):
            assert len(rival) == pieces
