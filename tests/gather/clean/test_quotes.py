import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gather.clean.quotes import restore_quotes
from sayso.gather.clean.stand_in import find_stand_in


def damage(text: str, letter: str = "β") -> str:
    return re.sub("[“”‘’]", letter, text)


@pytest.mark.parametrize(
    "text",
    [
        "Veltria’s minister said “no talks”.",
        "“Not today,” she said. “Not tomorrow!” Then: “Will you?”",
        "the “ragtag soldiers” of the army",
        "the soldiers’ families said “we go.”",
        "The “ragtag soldiers” and the others’ families met.",
        "“The soldiers’ families were told,” she said, “and the officers’ wives, too.”",
        "He said: “She told me ‘never’ twice.”",
        "“They said ‘never.’”",
        "“‘Never’ is what they said,” she added.",
        "It’s the ’90s, and “’tis over,” said Tor O’Hara.",
        "(“Shut”) and [“open”] – “both”—“neither”",
        "“We go,” she said,“and soon.”",
        "“A first paragraph of her speech.\n“And its second one,” she said.",
        "a speech that began before.”\nThen “more” came.",
        "The ministers’ “reset” failed, and Veltria’s “phase” began.",
        "“$5 million,” they said; “10,000 people’s homes.”",
        "the 1990s’ wars",
    ],
)
def test_marks_come_back(text: str) -> None:
    assert restore_quotes(damage(text), "β")[0] == text


def test_genuine_letters_stay() -> None:
    text = "Veltria’s doctors said “interferon-β and β-carotene” help."
    assert restore_quotes(damage(text), "β") == (text, 3)


def test_a_mark_alone_between_spaces_was_a_dash() -> None:
    assert restore_quotes("Veltriaβs harbour β shut since May β opens", "β")[0] == (
        "Veltria’s harbour – shut since May – opens"
    )


words = st.sampled_from(
    [
        "talks",
        "harbour",
        "soldiers",
        "Veltria’s",
        "don’t",
        "the",
        "and",
        "we’re",
        "said",
        "Orsk",
        "families",
        "10,000",
    ]
)
phrases = st.lists(words, min_size=1, max_size=6).map(" ".join)
quotes = st.builds(
    lambda phrase, mark: f"“{phrase}{mark}”", phrases, st.sampled_from(["", ",", ".", "?", "!", "…"])
)
nested = st.builds(lambda a, b, c: f"“{a}, ‘{b},’ {c}.”", phrases, phrases, phrases)
paragraphs = st.lists(phrases | quotes | nested, min_size=1, max_size=6).map(
    lambda parts: f"{' '.join(parts)}."
)


@given(st.lists(paragraphs, min_size=1, max_size=4).map("\n".join), st.sampled_from("βЯ\ufffd港"))
def test_any_report_with_curly_quotes_survives_the_damage(text: str, letter: str) -> None:
    damaged = damage(text, letter)
    if find_stand_in(damaged) == letter:
        assert restore_quotes(damaged, letter)[0] == text


@given(st.text(st.sampled_from("βs’ .,-n\n“I(9"), max_size=200))
def test_offsets_stay_whatever_comes(text: str) -> None:
    restored, count = restore_quotes(text, "β")
    assert len(restored) == len(text)
    assert sum(a != b for a, b in zip(text, restored, strict=True)) == count


def test_a_long_run_is_no_mark() -> None:
    assert restore_quotes("Veltriaβs ββββ", "β") == ("Veltria’s ββββ", 1)


def test_a_huge_paragraph_ends() -> None:
    restored, count = restore_quotes("β" * 50_000 + " βaβ" * 20_000, "β")
    assert restored == "β" * 50_000 + " “a”" * 20_000
    assert count == 40_000
