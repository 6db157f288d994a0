"""Text that no newsroom writes: any Unicode, huge runs, deep nesting. Nothing fails, every span holds its words."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.article import Article
from sayso.core.read_article import ReadArticle
from sayso.read.reader import Reader
from tests.read.spans_of import spans_of

MARKS = "\u200b\u200d\ufeff\u202e\u2066\u0301\u00ad"  # no width, right to left, combining, soft hyphen
SAID = "“We will wait,” said Ilsa Brandt of Norvane. "
ALPHABET = st.characters(codec="utf-8")
WORDS = st.sampled_from(
    (
        *(
            '"',
            "'",
            "“",
            "”",
            "‘",
            "’",
            "``",
            "''",
            "«",
            "»",
            "(",
            ")",
            "[",
            "—",
            "...",
            ".",
            "?",
            ":",
            ";",
            ",",
        ),
        *(
            "said",
            "told",
            "denied",
            "according",
            "to",
            "that",
            "he",
            "they",
            "Brandt",
            "BRANDT",
            "Norvane",
            "'s",
        ),
        *(
            "killed",
            "three",
            "at",
            "least",
            "30,000",
            "1.5",
            "million",
            "on",
            "Monday",
            "12",
            "May",
            "2031",
            "of",
        ),
        *(
            "\n",
            "\n\n",
            "\t",
            "\r",
            "\u2028",
            "\x00",
            "\ud7ff",
            "👩‍🚀",
            "🏴",
            "مرحبا",
            "שלום",
            "零",
            "ŉ",
            "ǆ",
            "İ",
            "ß",
        ),
        *MARKS,
    )
)

HUGE: dict[str, Callable[[], str]] = {
    "one character": lambda: "a" * 1_000_000,
    "one mark": lambda: "." * 4_000,
    "one dash": lambda: "-" * 4_000,
    "digits": lambda: "7" * 100_000,
    "letters and hyphens": lambda: "a-" * 2_000,
    "spaces": lambda: "a" + " " * 300_000 + "b",
    "line breaks": lambda: "a" + "\n" * 300_000 + "b",
    "straight quotes": lambda: '"' * 10_000,
    "opening quotes": lambda: "“" * 10_000,
    "quotes and words": lambda: '"no" ' * 1_000,
    "nested quotes": lambda: "“‘" * 500 + "No" + "’”" * 500,
    "nested brackets": lambda: "(" * 1_000 + "No." + ")" * 1_000,
    "apostrophes": lambda: "'" * 10_000,
    "one line": lambda: SAID * 100,
    "one word a line": lambda: "word\n" * 2_000,
    "names": lambda: " ".join(f"Anna B{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}rov," for i in range(200)),
    "capitals": lambda: "BRANDT SAID NORVANE WOULD WAIT. " * 100,
    "numbers": lambda: " ".join(map(str, range(200))),
    "dates": lambda: "12 May 2031, " * 300,
    "dead": lambda: "three killed and four wounded, " * 200,
    "that he said": lambda: "he said that " * 600,
    "right to left": lambda: "قال الوزير إن السفينة لن تعود. " * 50,
    "no width": lambda: "\u200b".join(SAID * 50),
    "emoji": lambda: "👩‍👩‍👧‍👦🔥 " * 300,
    "combining": lambda: "e" + "\u0301" * 20_000,
    "table": lambda: "\n".join(f"{i}\tNorvane\t{i * 7}\t{i / 3:.2f} %" for i in range(200)),
    "poem": lambda: "\n".join(("The sea is wide,", "  the sea is grey,", "who said it knew", "", "") * 60),
    "addresses": lambda: "https://norvane.example/" + "a/" * 1_000,
}


def article(text: str) -> Article:
    return Article("a1", None, None, None, None, "2031-05-07", "en", text)


def check(read: ReadArticle, text: str) -> None:
    assert all(text[span.start : span.end] == span.exact for span in spans_of(read.reading))
    assert len(read.vectors) == len(read.reading.propositions)


@settings(max_examples=60)
@given(st.text(ALPHABET, max_size=500))
def test_any_unicode_is_read(reader: Reader, text: str) -> None:
    check(reader.read_one(article(text)), text)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=80), st.sampled_from((" ", "")))
def test_any_jumble_of_news_is_read(reader: Reader, words: list[str], joint: str) -> None:
    text = joint.join(words)
    check(reader.read_one(article(text)), text)


@settings(max_examples=30)
@given(st.text(st.sampled_from(MARKS + " \n"), max_size=6), st.integers(0, len(SAID)))
def test_marks_without_width_move_no_span(reader: Reader, marks: str, at: int) -> None:
    text = SAID[:at] + marks + SAID[at:]
    check(reader.read_one(article(text)), text)


@pytest.mark.parametrize("name", HUGE)
def test_huge_and_odd_texts_are_read(reader: Reader, name: str) -> None:
    text = HUGE[name]()
    check(reader.read_one(article(text)), text)
