import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.phrases.alternatives import Alternatives, lower_as_matched, needs_of

PATTERNS = (
    r"\b(?:will|would|shall) (?:\w+ )?(?:regret|answer for)\b",
    r"(?<!not )\bon purpose\b",
    r"as a (?:weapon|shield)s?",
    r"\bthe (?P<verb>\w+) lies?\b",
    r"(?:as a )?warning",
    r"no",
)
WORDS = (
    "will",
    "Would",
    "deeply",
    "regret",
    "answer for",
    "not",
    "on purpose",
    "as a",
    "weapons",
    "the",
    "old lie",
    "No",
)

jumbles = st.lists(st.sampled_from((*WORDS, ".", "ſhield", "")), max_size=12).map(" ".join)


def joined() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in PATTERNS), re.IGNORECASE)


def found(match: re.Match[str] | None) -> tuple[tuple[int, int], dict[str, str]] | None:
    return None if match is None else (match.span(), match.groupdict())


@given(jumbles | st.text(max_size=40))
def test_they_find_what_the_joined_pattern_finds(text: str) -> None:
    quick = Alternatives(PATTERNS)
    one, other = quick.search(text), joined().search(text)
    assert (one and one.span()) == (other and other.span())
    one, other = quick.match(text), joined().match(text)
    assert (one and one.span()) == (other and other.span())
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in joined().finditer(text)]


def test_groups_are_found() -> None:
    match = Alternatives(PATTERNS).search("He said the old lie was told.")
    assert match is not None
    assert match.group("verb") == "old"


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (PATTERNS[0], {"regret", "answer for"}),
        (PATTERNS[1], {"on purpose"}),
        (PATTERNS[4], {"warning"}),
        (r"\b(?:colou?r|a)\b", set()),  # "a" stands in every text
        (r"(?:never)?", set()),
        (r"\w+", set()),
    ],
)
def test_what_a_match_cannot_do_without(pattern: str, needs: set[str]) -> None:
    assert needs_of(pattern) == needs


@given(st.sampled_from(string.ascii_lowercase), st.characters())
def test_lower_case_is_as_the_matcher_has_it(letter: str, character: str) -> None:
    if re.fullmatch(letter, character, re.IGNORECASE):
        assert lower_as_matched(character) == letter


def test_every_letter_that_the_matcher_takes_for_an_ascii_one() -> None:
    everything = "".join(map(chr, range(0x80, 0x3000)))
    for match in re.finditer("[a-z]", everything, re.IGNORECASE):
        assert lower_as_matched(match.group()) in string.ascii_lowercase
