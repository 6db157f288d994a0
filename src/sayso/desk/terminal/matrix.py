"""The matrix in a terminal: a table where the width allows one, else a block for each claim."""

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from sayso.core.printable import foreign
from sayso.desk.brief.claims import has_inferred
from sayso.desk.brief.model import Cell, ClaimRow, StoryBrief
from sayso.desk.brief.words import clip
from sayso.desk.labels import labels, plural, symbol, word
from sayso.desk.terminal import ink
from sayso.desk.terminal.corrections import corrected
from sayso.desk.terminal.page import Page

MIN_CLAIM_WIDTH = 30
MIN_CELL_WIDTH = 18
GAP = 2


def draw_matrix(story: StoryBrief, page: Page) -> None:
    """Draw the story's claims by report, and every cell's words."""
    if not story.claims:
        return
    page.heading(labels()["section"]["matrix"], len(story.claims))
    page.draw(_legend(story))
    if MIN_CLAIM_WIDTH + (len(story.reports) + bool(story.related)) * (MIN_CELL_WIDTH + GAP) <= page.width:
        _table(story, page)
    else:
        for row in story.claims:
            _block(row, page)


def draw_singles(story: StoryBrief, page: Page) -> None:
    """Draw the claims of one report only, by report."""
    if not story.singles:
        return
    page.heading(labels()["section"]["singles"], len(story.singles))
    for report in story.reports:
        rows = [r for r in story.singles if any(c.report == report.key and c.entries for c in r.cells)]
        if rows:
            page.draw(foreign(report.label, ink.HEADING))
        for row in rows:
            for entry in (e for c in row.cells for e in c.entries):
                line = Text(f"{row.key} ", ink.QUIET).append_text(ink.voice(entry))
                page.draw(line.append_text(corrected(row.corrected, gap=True)), 2)
                page.cite(entry.cites, 4)


def silence(cell: Cell) -> Text:
    """Give a cell without a reading: silence and its reason."""
    if cell.silence is None:
        return ink.quiet(labels()["head"]["uncoded"])
    silent = ink.quiet(f"{symbol('voice', 'silent')} {word('voice', 'silent')}")
    for part in filter(None, (cell.because, cell.repeats)):
        silent.append(": ").append_text(foreign(part, ink.QUIET))
    return silent


def _legend(story: StoryBrief) -> Text:
    marks = [*labels()["voice"].values()]
    if has_inferred(story.claims):
        marks.append(labels()["inferred"]["speaker"])
    parts = [f"{v['symbol']} {v['word']}: {v['means']}" for v in marks]
    return Text(" · ".join(parts), ink.QUIET)


def _table(story: StoryBrief, page: Page) -> None:
    table = Table(
        box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP, 0, 0), expand=True, leading=1
    )
    table.add_column(labels()["head"]["claim"], ratio=3, overflow="fold", min_width=MIN_CLAIM_WIDTH - GAP)
    for report in story.reports:
        heading = foreign(report.label, ink.HEADING)
        if report.published:
            heading.append("\n").append_text(ink.quiet(report.published[:10]))
        table.add_column(heading, ratio=2, overflow="fold", min_width=MIN_CELL_WIDTH)
    if story.related:
        heading = foreign(labels()["head"]["related"], ink.HEADING)
        table.add_column(heading, ratio=2, overflow="fold", min_width=MIN_CELL_WIDTH)
    for row in story.claims:
        related = [_related(row)] if story.related else []
        table.add_row(_claim(row), *(_cell(cell) for cell in row.cells), *related)
    page.draw(table)
    page.references(
        c for r in story.claims for cell in (*r.cells, *r.related) for e in cell.entries for c in e.cites
    )


def _claim(row: ClaimRow) -> Text:
    text = Text(f"{row.key} ", ink.QUIET).append_text(ink.status(row.status))
    text.append("\n").append_text(foreign(clip(row.gist, 160)))
    text.append(f"\n{plural('origin', len(row.origins))} · {plural('report', row.report_count)}", ink.QUIET)
    return text.append("\n").append_text(corrected(row.corrected)) if row.corrected else text


def _cell(cell: Cell) -> Text:
    if not cell.entries:
        return silence(cell)
    return Text("\n").join(ink.voice(e).append_text(ink.numbers(e.cites)) for e in cell.entries)


def _related(row: ClaimRow) -> Text:
    return Text("\n").join(
        foreign(cell.label, ink.QUIET).append("\n").append_text(_cell(cell)) for cell in row.related
    )


def _block(row: ClaimRow, page: Page) -> None:
    counts = f"{plural('origin', len(row.origins))} · {plural('report', row.report_count)}"
    page.blank()
    page.draw(
        Text.assemble((f"{row.key} ", ink.QUIET), ink.status(row.status), (f"  {counts}", ink.QUIET)).append(
            "\n"
        )
        + foreign(clip(row.gist, 320), "bold")
    )
    if row.corrected:
        page.draw(corrected(row.corrected), GAP)
    grid = Table.grid(padding=(0, GAP, 0, 0))
    grid.add_column(max_width=page.width // 4, overflow="fold")
    grid.add_column(overflow="fold")
    for cell in (c for c in (*row.cells, *row.related) if c.entries):
        lines: list[Text] = []
        for entry in cell.entries:
            lines.append(ink.voice(entry))
            lines += [ink.words(c, place=True) for c in page.see(entry.cites)]
        grid.add_row(foreign(cell.label), Text("\n").join(lines))
    page.draw(grid, GAP)
    for silent, labels_of in _silent(row).items():
        page.draw(ink.quiet(f"{silent} ({', '.join(labels_of)})"), GAP)


def _silent(row: ClaimRow) -> dict[str, list[str]]:
    """The reports that do not carry a claim, by the words for it."""
    found: dict[str, list[str]] = {}
    for cell in row.cells:
        if not cell.entries:
            found.setdefault(silence(cell).plain, []).append(cell.label)
    return found
