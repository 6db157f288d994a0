"""Corrections in a terminal: the mark beside a thing, and the list of all that were made."""

from collections.abc import Iterable

from rich.text import Text

from sayso.core.printable import foreign
from sayso.desk.brief.corrections import by_whom
from sayso.desk.brief.model import CorrectionRow, Passages, StoryBrief
from sayso.desk.brief.pieces import Ref
from sayso.desk.brief.words import quoted
from sayso.desk.labels import labels, symbol, word
from sayso.desk.terminal import ink
from sayso.desk.terminal.page import Page


def corrected(refs: Iterable[Ref], *, gap: bool = False) -> Text:
    """Give the mark of a corrected thing: "✎ corrected by I. Marn (K1)", after a ``gap``; empty where it is none."""
    by = ", ".join(f"{author} ({' '.join(keys)})" for author, keys in by_whom(refs).items())
    note = labels()["correction_note"]
    mark = foreign(f"{note['symbol']} {note['corrected']} {by}" if by else "", "magenta")
    return Text("  ").append_text(mark) if gap and by else mark


def draw_corrections(story: StoryBrief, page: Page) -> None:
    """Draw every correction about the story, those that do not apply as well."""
    if story.corrections:
        page.heading(labels()["section"]["corrections"], len(story.corrections))
    for row in story.corrections:
        _row(row, page)


def _row(row: CorrectionRow, page: Page) -> None:
    note = labels()["correction_note"]
    line = Text.assemble((f"{row.key} ", ink.QUIET))
    line.append(f"{symbol('correction', row.state)} {word('correction', row.state)}", "bold")
    line.append(f"  {word('action', row.action)} {row.subject or ''}")
    if row.field:
        value = row.value if row.value is not None else labels()["head"]["unknown"]
        line.append_text(foreign(f" {row.field}: {value}"))
    page.draw(line.append_text(ink.quiet(f"  {row.author} · {row.made} · {row.short}")))
    lines = [row.reason, *map(_listed, row.parts)]
    lines += [f"{note['by']} {row.by} {row.by_whom}"] if row.by else []
    lines += [row.why] if row.why else []
    lines += [f"{note['missing']}: {_listed(row.missing)}"] if _has_gaps(row) else []
    for words in filter(None, lines):
        page.draw(foreign(words), 4)


def _has_gaps(row: CorrectionRow) -> bool:
    return bool(row.missing.words) and row.state == "applied"


def _listed(part: Passages) -> str:
    return " ".join(map(quoted, part.words)) + (f" +{part.more}" if part.more else "")
