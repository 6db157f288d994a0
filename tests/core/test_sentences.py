"""Sentences and paragraphs, on made-up reports and on anything."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.sentences import paragraph_bounds, split_sentences


def words(text: str) -> list[str]:
    return [s.exact for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rain fell. It stopped.", ["Rain fell.", "It stopped."]),
        ("Gen. Aldo Marr met Mr. Pell. They spoke.", ["Gen. Aldo Marr met Mr. Pell.", "They spoke."]),
        ("The U.S. Navy left. The U.N. stayed on.", ["The U.S. Navy left.", "The U.N. stayed on."]),
        ("He lives in the U.S. The house is old.", ["He lives in the U.S.", "The house is old."]),
        ("J. K. Orvell wrote. We read.", ["J. K. Orvell wrote.", "We read."]),
        ("It rose 3.5 per cent. No. 5 lost.", ["It rose 3.5 per cent.", "No. 5 lost."]),
        ("“We go. They stay,” he said. Then he left.", ["“We go.", "They stay,” he said.", "Then he left."]),
        ("“We go.” The hall was silent.", ["“We go.”", "The hall was silent."]),
        ("“Why?” Pell asked. Nobody knew.", ["“Why?” Pell asked.", "Nobody knew."]),
        ("“Stop!” he said.", ["“Stop!” he said."]),
        ("They waited... and left. Later… They came.", ["They waited... and left.", "Later…", "They came."]),
        ("Talks Fail Again\nThey failed.\n\nNo one", ["Talks Fail Again", "They failed.", "No one"]),
        ("TROOPS LEFT ORSK. COL. MARR SAID SO... AGAIN. HE LEFT.",
         ["TROOPS LEFT ORSK.", "COL. MARR SAID SO... AGAIN.", "HE LEFT."]),
        ("It ended in Orsk.Talks go on there.", ["It ended in Orsk.", "Talks go on there."]),
        ("On Jan. 5 it rained. In Dec. Nobody came.", ["On Jan. 5 it rained.", "In Dec.", "Nobody came."]),
        ("", []),
        (" \n\t\r\n ", []),
    ],
)  # fmt: skip
def test_splits(text: str, wanted: list[str]) -> None:
    assert words(text) == wanted


def test_wrapped_lines_are_one_paragraph() -> None:
    first = "THE VELTRIAN ARMY SAID TODAY THAT IT\nHAD TAKEN THE TOWN OF ORSK HARBOUR AFTER\nA WEEK."
    text = f"   {first}  IT GAVE NO\nFIGURES.\n\n   NOBODY ELSE SPOKE OF IT."
    assert len(paragraph_bounds(text)) == 3  # the line that ends in "NO" is short: the next opens a paragraph
    assert words(text)[0] == first


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list('.!?…"” \n\r\tAa1U.S')))))
def test_covers_all_words_once(text: str) -> None:
    sentences = split_sentences(text)
    assert all(text[s.start : s.end] == s.exact and s.exact == s.exact.strip() for s in sentences)
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))
    covered = {i for s in sentences for i in range(s.start, s.end)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())


@pytest.mark.parametrize(
    "unit", [".", ". ", "a.", "\n", "a\n", "A. ", '?" ', "word ", "...", "x" * 90 + "\n"]
)
def test_long_runs_are_read(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert sum(len(s.exact) for s in split_sentences(text)) <= len(text)
