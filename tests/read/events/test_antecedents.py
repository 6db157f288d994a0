"""Pronouns among an event's parties."""

from sayso.core.reading import EntityKind, Mention
from sayso.core.span import Span
from sayso.read.events.antecedents import Antecedents

TEXT = "Luz Arroyo left. Arroyo spoke. She was shot by them. Luz Arroyo died."


def mention(words: str, entity: str | None, after: int = 0) -> Mention:
    start = TEXT.index(words, after)
    return Mention(Span(start, start + len(words), words), EntityKind.PERSON, entity)


def test_a_pronoun_becomes_the_last_words_before_it() -> None:
    she, them = mention("She", "p1"), mention("them", None)
    told = [
        mention("Luz Arroyo", "p1"),
        mention("Arroyo spoke"[:6], "p1", 12),
        mention("Luz Arroyo", "p1", 40),
    ]
    found = Antecedents([*told, she, them])
    assert found.replace([she.span, them.span]) == (told[1].span, them.span)


def test_names_stay_and_are_given_once() -> None:
    name = mention("Luz Arroyo", "p1")
    assert Antecedents([name]).replace([name.span, name.span]) == (name.span,)


def test_without_mentions_nothing_changes() -> None:
    she = mention("She", "p1")
    assert Antecedents([]).replace([she.span]) == (she.span,)
