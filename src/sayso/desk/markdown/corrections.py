"""Corrections in Markdown: the mark beside a thing, and the list of all that were made."""

from collections.abc import Iterable, Iterator

from sayso.desk.brief.corrections import by_whom
from sayso.desk.brief.model import CorrectionRow, Passages
from sayso.desk.brief.pieces import Ref
from sayso.desk.labels import labels, symbol, word
from sayso.desk.markdown import ink
from sayso.desk.markdown.escape import escape


def corrected(refs: Iterable[Ref]) -> str:
    """Give the mark of a corrected thing, with a space before it; empty where it is none."""
    by = ", ".join(f"{escape(author)} ({' '.join(keys)})" for author, keys in by_whom(refs).items())
    note = labels()["correction_note"]
    return f" {note['symbol']} {note['corrected']} {by}" if by else ""


def draw_correction(row: CorrectionRow) -> Iterator[str]:
    """Give one correction, with what has become of it."""
    note = labels()["correction_note"]
    state = f"{symbol('correction', row.state)} {word('correction', row.state)}"
    value = escape(row.value) if row.value is not None else labels()["head"]["unknown"]
    what = f"{word('action', row.action)} {row.subject or ''}" + (
        f" {row.field}: {value}" if row.field else ""
    )
    yield f"- {row.key} **{state}** {what} ({escape(row.author)}, {row.made}, {row.short}): {escape(row.reason)}"
    for part in row.parts:
        yield f"  - {_listed(part)}"
    if row.by:
        yield f"  - {note['by']} {row.by} {escape(row.by_whom or '')}"
    if row.why:
        yield f"  - {escape(row.why)}"
    if row.missing.words and row.state == "applied":
        yield f"  - {note['missing']}: {_listed(row.missing)}"


def _listed(part: Passages) -> str:
    return " ".join(map(ink.quoted, part.words)) + (f" +{part.more}" if part.more else "")
