"""Which of invented mentions are joined, given scores."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.reading import EntityKind, MentionForm
from sayso.core.span import Span
from sayso.read.entities.coreference.candidate import Candidate
from sayso.read.entities.coreference.heads import Head
from sayso.read.entities.coreference.links import join, link_candidates
from sayso.read.entities.coreference.pairs import ALIKE, NEAR, PAIR_WIDTH, make_pairs, measure_pairs
from sayso.read.entities.coreference.scorer import VECTOR_WIDTH, load_scorer
from sayso.read.entities.coreference.table import NONE, OWN_WIDTH, make_table
from sayso.read.entities.layout import lay_out
from sayso.read.entities.prepared import Prepared, prepare
from sayso.read.spans import NamedSpan


def candidate(at: int, *, bearer: int | None = None, gender: str | None = None) -> Candidate:
    head = Head("x", at, "", frozenset(("x",)), None, None, gender, None)
    form = MentionForm.NAME if bearer is not None else MentionForm.PRONOUN
    return Candidate(at, at + 1, form, EntityKind.PERSON, head, None, 1.0, tagged=True, bearer=bearer)  # type: ignore[arg-type]


def joined(candidates: list[Candidate], scores: dict[tuple[int, int], float]) -> list[int]:
    pairs = [(m, a) for m in range(len(candidates)) for a in range(m)]
    values = np.array([scores.get((a, m), -9.0) for m, a in pairs], dtype=np.float32)
    mentions, antecedents = (np.array([p[i] for p in pairs], dtype=np.int64) for i in (0, 1))
    alone, barred = np.zeros(len(candidates), dtype=np.float32), np.full(len(candidates), NONE)
    return join(candidates, values, alone, mentions, antecedents, barred, eases=(0.0,))


def test_the_best_antecedent_is_joined_and_none_where_none_is_good() -> None:
    numbers = joined([candidate(0), candidate(2), candidate(4)], {(0, 1): -1.0, (0, 2): 2.0, (1, 2): 1.0})
    assert numbers[0] == numbers[2] != numbers[1]


def test_many_weak_antecedents_of_one_entity_outweigh_a_better_one() -> None:
    mentions = [candidate(0), candidate(2), candidate(4), candidate(6)]
    numbers = joined(mentions, {(0, 1): 3.0, (0, 3): 1.0, (1, 3): 1.0, (2, 3): 1.5})
    assert numbers[3] == numbers[0] != numbers[2]


def test_two_names_are_never_joined() -> None:
    numbers = joined(
        [candidate(0, bearer=1), candidate(2, bearer=2), candidate(4)], {(0, 1): 9.0, (1, 2): 9.0}
    )
    assert numbers[0] != numbers[1] == numbers[2]


def test_he_and_she_are_never_joined() -> None:
    numbers = joined([candidate(0, gender="m"), candidate(2, gender="f")], {(0, 1): 9.0})
    assert numbers[0] != numbers[1]


def test_one_bearer_is_one_from_the_start() -> None:
    numbers = joined([candidate(0, bearer=1), candidate(2), candidate(4, bearer=1)], {})
    assert numbers[0] == numbers[2] != numbers[1]


def prepared(text: str) -> Prepared:
    return prepare(
        text, [], [], [NamedSpan(Span.of(text, 0, 4), EntityKind.PERSON, 0.9)] if len(text) > 4 else []
    )


def test_pairs_are_bounded_and_as_wide_as_the_scorer_asks() -> None:
    text = "She saw him. " * 200
    found = prepared(text)
    table = make_table(found.layout, found.candidates, found.speakers)
    mentions, antecedents = make_pairs(table)
    assert (antecedents < mentions).all()
    assert np.bincount(mentions).max() <= NEAR + 5 * ALIKE
    assert measure_pairs(found.layout, table, mentions, antecedents).shape == (len(mentions), PAIR_WIDTH)
    assert table.own.shape == (len(found.candidates), OWN_WIDTH)


def test_no_mentions_no_links() -> None:
    assert link_candidates(lay_out("It rained."), [], [], None, load_scorer()) == []


@given(st.text(alphabet="he Ana the\n“”\"'’s.,?(İß\u202e\x00", max_size=120), st.floats(-4, 4))
def test_any_text_and_vectors(text: str, value: float) -> None:
    found = prepared(text)

    def vectors(spans: object) -> np.ndarray:
        return np.full((len(found.candidates), VECTOR_WIDTH), value, dtype=np.float32)

    numbers = link_candidates(found.layout, found.candidates, found.speakers, vectors, load_scorer())
    assert len(numbers) == len(found.candidates)
