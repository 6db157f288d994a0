import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from sayso.core.printable import foreign, printable


def test_escape_sequences_lose_their_escape() -> None:
    assert printable("\x1b[2Jgone \x9b31m\x07") == "\ufffd[2Jgone \ufffd31m\ufffd"


def test_bidi_overrides_and_hidden_tags_are_shown_as_replaced() -> None:
    assert printable("a\u202eb\u2066c\u200fd\U000e0041") == "a\ufffdb\ufffdc\ufffdd\ufffd"


def test_white_space_becomes_a_space_and_lines_stay_where_asked() -> None:
    assert printable("a\tb\r\nc\u2028d") == "a b  c d"
    assert printable("a\tb\r\nc", lines=True) == "a b \nc"


def test_letters_of_every_script_stay() -> None:
    words = "Ćwikła “čaj” Ωμέγα שלום مرحبا 漢字 ‘é’ 👩‍🚒"
    assert printable(words) == words


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_what_comes_out_is_printable_and_as_long(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in shown)
    assert not any(
        unicodedata.bidirectional(c) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        for c in shown
    )
    shown.encode("utf-8")
    assert printable(shown) == shown


def test_markup_is_words_to_rich() -> None:
    console = Console(width=80, force_terminal=True, color_system="truecolor")
    with console.capture() as capture:
        console.print(foreign("[bold]x[/bold] [link=https://e.example]y[/link] [/nope] :bomb: \x1b]8;;z"))
    shown = capture.get()
    assert "[bold]x[/bold] [link=https://e.example]y[/link] [/nope] :bomb:" in shown
    assert "\x1b]8" not in shown
