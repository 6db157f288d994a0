"""The matrix in Markdown: a table of claims by report, and what each claim rests on."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.desk.brief import StoryBrief
from sayso.desk.brief.model import Cell, CellEntry, ClaimRow
from sayso.desk.labels import labels, plural, symbol, word
from sayso.desk.markdown import ink
from sayso.desk.markdown.corrections import corrected
from sayso.desk.markdown.escape import escape


def draw_matrix(story: StoryBrief) -> Iterator[str]:
    """Give the story's claims by report, then what each of them rests on."""
    if not story.claims:
        return
    columns = [labels()["head"]["claim"], *(escape(r.label) for r in story.reports)]
    if story.related:
        columns.append(labels()["head"]["related"])
    rows = ([_claim(row), *map(_cell, row.cells), _related(row)] for row in story.claims)
    yield from _table(columns, (row[: len(columns)] for row in rows))
    yield ""
    for row in story.claims:
        origins = "; ".join(
            f"{escape(o.name or labels()['head']['unnamed'])} ({word('origin', o.kind)}) {ink.notes(o.cites)}"
            for o in row.origins
        )
        yield f"- {row.key}: {plural('origin', len(row.origins))}, {plural('report', row.report_count)}: {origins}"


def _claim(row: ClaimRow) -> str:
    status = f"{symbol('claim', row.status)} {word('claim', row.status)}"
    return f"{row.key} **{status}** {escape(row.gist)}{corrected(row.corrected)}"


def _cell(cell: Cell) -> str:
    if cell.entries:
        return "; ".join(_entry(e) for e in cell.entries)
    if cell.silence is None:
        return str(labels()["head"]["uncoded"])
    silent = f"{symbol('voice', 'silent')} {word('voice', 'silent')}"
    return ": ".join(filter(None, (silent, cell.because, escape(cell.repeats or ""))))


def _related(row: ClaimRow) -> str:
    return "; ".join(f"{escape(cell.label)}: {_cell(cell)}" for cell in row.related)


def _entry(entry: CellEntry) -> str:
    parts = [symbol("voice", entry.voice), word("voice", entry.voice)]
    if entry.who:
        parts += [word("link_word", entry.voice), ink.name(entry.who)]
    if entry.is_inferred:
        parts.append(ink.inferred())
    parts += [*map(ink.quoted, entry.hedges), ink.confidence(entry.confidence), ink.notes(entry.cites)]
    return " ".join(p for p in parts if p)


def draw_singles(story: StoryBrief) -> Iterator[str]:
    """Give the claims of one report only."""
    for row in story.singles:
        for cell in row.cells:
            for entry in cell.entries:
                words = f"{_entry(entry)} {ink.quoted(row.gist)}{corrected(row.corrected)}"
                yield f"- {row.key} {escape(cell.label)}: {words}"


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
