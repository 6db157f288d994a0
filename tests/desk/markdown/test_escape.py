import pytest
from builders import POISONS
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sayso.core.printable import printable
from sayso.desk.markdown.escape import escape


def parse(source: str) -> tuple[str, set[str]]:
    """The text that a reader sees and the kinds of tokens that made it."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    inline = [t for token in tokens if token.children for t in token.children]
    text = "".join(t.content for t in inline if t.type in ("text", "text_special", "softbreak"))
    return text, {t.type for t in [*tokens, *inline]}


PLAIN = {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


@pytest.mark.parametrize("words", POISONS)
def test_poison_is_one_paragraph_of_plain_text(words: str) -> None:
    text, kinds = parse(f"Said: {escape(words)} .")
    assert text == f"Said: {printable(words).strip()} ."
    assert kinds <= PLAIN


@given(st.text(alphabet=st.sampled_from("ab12 .)-+=*_`~#<>[]()!|\\&;:/@$^\n\"'"), max_size=60))
def test_nothing_is_markup_at_the_start_of_a_line(words: str) -> None:
    text, kinds = parse(escape(words))
    assert text == " ".join(printable(words).strip().split("\n"))
    assert kinds <= PLAIN


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("https://x.example", r"https\://x.example"),
        ("www.x.example", r"www\.x.example"),
        ("a@b.example", r"a\@b.example"),
        (":tada:", r"\:tada:"),
        ("at 12:30 today.", "at 12:30 today."),
    ],
)
def test_what_github_makes_of_bare_words(words: str, written: str) -> None:
    assert escape(words) == written
