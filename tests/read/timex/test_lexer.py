import pytest

from sayso.read.timex.lexer import cut_tokens
from sayso.read.timex.lexicon import class_of_code


def classes(text: str) -> list[str]:
    return [class_of_code()[code] for code in cut_tokens(text).codes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May", ["month_or_verb"]),
        ("may", ["word"]),
        ("1990", ["y4"]),
        ("$1990", ["money_sign", "money"]),
        ("0735", ["hhmm"]),
        ("12", ["n12"]),
        ("1,200", ["number"]),
        ("B1990", ["name", "money"]),
        ("1994-1997", ["y4", "hyphen", "y4"]),
        ("555-1990", ["n", "hyphen", "money"]),
        ("1990s", ["tens_years"]),
        ("'90s", ["short_decade"]),
        ("3pm", ["n12", "ampm"]),
        ("year's", ["unit", "poss"]),
        ("one\n \ntwo", ["cardinal", "blank", "cardinal"]),
    ],
)
def test_classes(text: str, expected: list[str]) -> None:
    assert classes(text) == expected


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("He said it will.", " p f."),
        ("It is expected", "  f"),
        ("It is completed", "   "),
        ("had been due", "ppp"),
        ("is to adjourn", " f "),
        ("Mr. Orsk left.", "   p."),
    ],
)
def test_cues_of_tense_and_sentence_ends(text: str, cues: str) -> None:
    assert cut_tokens(text).cues == cues
