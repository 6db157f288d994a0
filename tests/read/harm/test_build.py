"""Harm built from the phrases that words of harm point to."""

from sayso.core.reading import Effect
from sayso.core.sentences import split_sentences
from sayso.read.harm.build import harms_of
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause

Row = tuple[int | None, int | None, str | None, str]


def rows(text: str, *, negated: bool = False) -> list[Row]:
    """What follows "killed" in ``text``."""
    (sentence,) = split_sentences(text)
    clause = Clause.of(text, tag_tokens(text, sentence, find_quantities(text)))
    verb = next(i for i, t in enumerate(clause.tokens) if t.lower == "killed")
    found = harms_of(clause, verb, verb, Effect.KILLED, clause.objects(verb + 1), negated)
    return [(h.low, h.high, h.who.exact if h.who else None, h.span.exact) for h in found]


def test_the_span_holds_the_word_of_harm_and_the_people() -> None:
    assert rows("It killed three guards.") == [(3, 3, "guards", "killed three guards")]


def test_a_part_is_a_harm_of_its_own_within_the_whole() -> None:
    whole, part = rows("It killed at least 10 farmers, including nine children.")
    assert whole == (10, None, "farmers", "killed at least 10 farmers, including nine children")
    assert part == (9, 9, "children", "nine children")


def test_a_name_without_its_title() -> None:
    assert rows("It killed deputy mayor Luz Arroyo.")[0][2] == "Luz Arroyo"


def test_negated_harm_is_none() -> None:
    assert [r[:2] for r in rows("It never killed any farmers.", negated=True)] == [(0, 0)]


def test_things_and_parts_of_others_are_no_people() -> None:
    assert rows("It killed the bill.") == []
    assert [r[0] for r in rows("It killed 14 people, four of them children.")] == [14]
