"""What the words of invented mentions say."""

import pytest

from sayso.read.entities.coreference.heads import find_head
from sayso.read.entities.layout import lay_out


@pytest.mark.parametrize(
    ("words", "form", "determiner", "gender", "number"),
    [
        ("the spokeswoman of the harbour board", "spokeswoman", "the", "f", "singular"),
        ("two ministers who left", "minister", "two", None, "plural"),
        ("Mr. Orsk", "orsk", "", "m", None),
        ("the harbour minister’s", "minister", "the", None, "singular"),
        ("Ana and her brother", "ana", "", None, "plural"),
        ("these ferries", "ferries", "these", None, "plural"),
    ],
)
def test_head_of_a_phrase(
    words: str, form: str, determiner: str, gender: str | None, number: str | None
) -> None:
    head = find_head(lay_out(words), 0, len(words), ())
    assert head is not None
    assert (head.form, head.determiner, head.gender, head.number) == (form, determiner, gender, number)
    assert head.pronoun is None


def test_head_of_a_pronoun() -> None:
    head = find_head(lay_out("She left."), 0, 3, ())
    assert head is not None
    assert (head.pronoun, head.gender, head.number) == ("she", "f", "singular")


def test_a_name_heads_its_phrase_where_it_ends_the_core() -> None:
    text = "the mayor Ana Orsk of Tarn saw the Orsk family"
    names = [(10, 18), (35, 39)]
    whole, family = find_head(lay_out(text), 0, 26, names), find_head(lay_out(text), 31, 46, names)
    assert whole is not None
    assert family is not None
    assert (whole.name, family.name, family.form) == ((10, 18), None, "family")


def test_marks_have_no_head() -> None:
    assert find_head(lay_out("... , !"), 0, 7, ()) is None
