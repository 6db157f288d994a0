"""Subjects and objects of verbs."""

import pytest

from sayso.core.sentences import split_sentences
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause


def parsed(text: str) -> Clause:
    (sentence,) = split_sentences(text)
    return Clause.of(text, tag_tokens(text, sentence, find_quantities(text)))


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Rebels from Dorra attacked the farm.", "attacked", ["Rebels"]),
        ("Luz Arroyo, a teacher, was killed.", "killed", ["Luz Arroyo"]),
        ("A nurse, 31, who was asleep, was killed.", "killed", ["A nurse"]),
        ("Two guards and a driver were killed.", "killed", ["Two guards", "a driver"]),
        ("Two women who cooked for them were killed.", "killed", ["Two women"]),
        ("The men were seized and later killed.", "killed", ["The men"]),
        ("It came after Dorran forces bombed Orsk.", "bombed", ["Dorran forces"]),
        ("In Orsk six people were killed.", "killed", ["six people"]),
        ("Killed.", "killed", []),
    ],
)
def test_subject(text: str, verb: str, subject: list[str]) -> None:
    clause = parsed(text)
    at = next(i for i, t in enumerate(clause.tokens) if t.lower == verb)
    assert [clause.span(p.first, p.last).exact for p in clause.subject(at)] == subject


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        ("They killed two guards and a driver.", "killed", ["two guards", "a driver"]),
        ("They killed two guards and a driver was hurt.", "killed", ["two guards"]),
        ("They killed the mayor as well as two men.", "killed", ["the mayor", "two men"]),
        ("They killed.", "killed", []),
    ],
)
def test_objects(text: str, verb: str, objects: list[str]) -> None:
    clause = parsed(text)
    at = next(i for i, t in enumerate(clause.tokens) if t.lower == verb)
    assert [clause.span(p.first, p.last).exact for p in clause.objects(at + 1)] == objects
