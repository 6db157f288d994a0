import io
import re

import pytest
from builders import POISONS, dispute, poisoned
from rich.console import Console

from sayso.core.ledger import Ledger
from sayso.desk.brief import make_brief
from sayso.desk.terminal import show_brief


def shown(ledger: Ledger, width: int = 100, *, colour: bool = False, texts: bool = True) -> str:
    page = io.StringIO()
    console = Console(
        file=page, width=width, force_terminal=colour, color_system="truecolor" if colour else None
    )
    show_brief(ledger, None, console, texts=texts)
    return page.getvalue()


@pytest.mark.parametrize("width", [40, 80, 140, 240])
def test_every_reference_is_shown_with_its_words(width: int) -> None:
    page = " ".join(shown(dispute(), width).split())
    for cite in make_brief(dispute(), None).stories[0].cites:
        assert f"[{cite.number}] " in page
        assert cite.words.split()[0] in page


def test_a_wide_terminal_has_a_table_and_a_narrow_one_blocks() -> None:
    wide, narrow = shown(dispute(), 140), shown(dispute(), 80)
    assert re.search(r"ledger +Harbour Pilot +Tolvane Gazette +Fallow Wire +The Marrow Echo", wide)
    assert re.search(r"^  Tolvane Gazette  ◆ own voice *$", narrow, flags=re.MULTILINE)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in shown(dispute(), width).splitlines()) <= width


def test_voices_need_no_colour() -> None:
    page = shown(dispute(), 100)
    assert "◇ attributed to Ilse Marn 90%" in page
    assert "✕ denied by Marrow’s admiralty 55%?" in page
    assert "\x1b" not in page


def test_texts_can_be_left_out() -> None:
    assert "Great Fallow." in shown(dispute())
    assert "Great Fallow." not in shown(dispute(), texts=False)


def test_the_notice_stands_first() -> None:
    assert "Coded by machine, unchecked" in " ".join(shown(dispute()).split("\n")[:3])


@pytest.mark.parametrize("poison", POISONS)
@pytest.mark.parametrize("width", [60, 160])
def test_foreign_text_moves_no_cursor_and_is_no_markup(poison: str, width: int) -> None:
    page = shown(poisoned(poison), width)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    page = re.sub(r"\x1b\[[0-9;]*m", "", shown(poisoned(poison), width, colour=True))
    assert "\x1b" not in page


def test_markup_is_shown_as_it_stands() -> None:
    page = shown(poisoned("[bold]x[/bold] [/nope] :smile:"))
    assert "[bold]x[/bold] [/nope] :smile:" in page
