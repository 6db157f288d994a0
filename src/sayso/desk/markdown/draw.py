"""Draws a brief as Markdown: GitHub's tables and footnotes, no HTML.

Each footnote holds the words and where they stand; in a report's text ⟦ ⟧ enclose the words of the note that follows.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from sayso.core.ledger import Ledger
from sayso.desk.brief import Brief, StoryBrief, make_brief
from sayso.desk.brief.model import (
    Cell,
    CellEntry,
    Change,
    Cite,
    ClaimRow,
    Head,
    Incident,
    Quotation,
    Report,
    Speaker,
    Version,
    Who,
)
from sayso.desk.brief.words import quoted
from sayso.desk.labels import labels, plural, symbol, word
from sayso.desk.markdown.escape import escape

T = TypeVar("T")


def to_markdown(ledger: Ledger, story_id: str | None) -> str:
    """Give the brief of one story, or of all one after the other, in Markdown.

    Raises UsageError where the ledger has no such story.
    """
    return draw_markdown(make_brief(ledger, story_id))


def draw_markdown(brief: Brief) -> str:
    """Give a brief, already made, in Markdown."""
    lines = [f"> ◐ {labels()['notice']['long']}", ""]
    for story in brief.stories:
        lines += _story(story)
    return "\n".join(lines).rstrip() + "\n"


def _story(story: StoryBrief) -> Iterator[str]:
    section = labels()["section"]
    yield from _head(story.head, story.reports)
    for title, drawn in (
        (section["matrix"], _matrix(story)),
        (section["quotations"], _each(story.quotations, _quotation)),
        (section["events"], _each(story.incidents, _incident)),
        (section["events_more"], _each(story.other_incidents, _incident)),
        (section["timeline"], _timeline(story)),
        (section["people"], _each(story.speakers, _speaker)),
        (section["singles"], _singles(story)),
        (section["reports"], _each(story.reports, _report)),
        (section["words"], [_footnote(c) for c in story.cites]),
    ):
        body = list(drawn)
        if body:
            yield from (f"## {title}", "", *body, "")


def _head(head: Head, reports: Sequence[Report]) -> Iterator[str]:
    words = labels()["head"]
    yield from (f"# {escape(head.title)}", "")
    copies = f" ({plural('copy', head.copy_count)})" if head.copy_count else ""
    unknown = f" ({words['unknown']} {head.outlet_unknown_count})" if head.outlet_unknown_count else ""
    yield f"- **{words['origins']}:** {len(head.origins)}"
    yield f"- **{words['reports']}:** {head.report_count}{copies}"
    yield f"- **{words['outlets']}:** {len(head.outlets)}{unknown}"
    yield f"- **{words['span']}:** {_span(head)}"
    counts = [f"{symbol('claim', s)} {word('claim', s)} {n}" for s, n in head.claim_counts if n]
    yield f"- **{words['claims']}:** {', '.join(counts) or 0}"
    yield ""
    for report in reports:
        date = escape(report.published) if report.published else words["undated"]
        copy = f" · {labels()['report']['copy_of']} {escape(report.copy_of.note)}" if report.copy_of else ""
        title = f" {escape(report.title)}" if report.title else ""
        yield f"- **{escape(report.label)}**{title} · {date} · {plural('statement', report.statement_count)}{copy}"
    yield ""


def _span(head: Head) -> str:
    words = labels()["head"]
    if not head.first:
        return str(words["open"])
    dates = dict.fromkeys(escape(d[:10]) for d in (head.first, head.last or head.first))
    undated = f" ({words['undated']} {head.undated_count})" if head.undated_count else ""
    return " – ".join(dates) + undated


def _matrix(story: StoryBrief) -> Iterator[str]:
    if not story.claims:
        return
    columns = [labels()["head"]["claim"], *(escape(r.label) for r in story.reports)]
    yield from _table(columns, ([_claim(row), *map(_cell, row.cells)] for row in story.claims))
    yield ""
    for row in story.claims:
        origins = "; ".join(
            f"{escape(o.name or labels()['head']['unnamed'])} ({word('origin', o.kind)}) {_notes(o.cites)}"
            for o in row.origins
        )
        yield f"- {row.key}: {plural('origin', len(row.origins))}, {plural('report', row.report_count)}: {origins}"


def _claim(row: ClaimRow) -> str:
    status = f"{symbol('claim', row.status)} {word('claim', row.status)}"
    return f"{row.key} **{status}** {escape(row.gist)}"


def _cell(cell: Cell) -> str:
    if cell.entries:
        return "; ".join(_entry(e) for e in cell.entries)
    if cell.silence is None:
        return str(labels()["head"]["uncoded"])
    why = word("silence", cell.silence)
    silent = f"{symbol('voice', 'silent')} {word('voice', 'silent')}"
    return f"{silent}: {why}" if why else silent


def _entry(entry: CellEntry) -> str:
    parts = [symbol("voice", entry.voice), word("voice", entry.voice)]
    if entry.who:
        parts += [word("link_word", entry.voice), _name(entry.who)]
    parts += [_confidence(entry.confidence), _notes(entry.cites)]
    return " ".join(p for p in parts if p)


def _singles(story: StoryBrief) -> Iterator[str]:
    for row in story.singles:
        for cell in row.cells:
            for entry in cell.entries:
                yield f"- {row.key} {escape(cell.label)}: {_entry(entry)} {_quoted(row.gist)}"


def _quotation(quotation: Quotation) -> Iterator[str]:
    role = f", {escape(quotation.who.role)}" if quotation.who.role else ""
    yield from (f"### {quotation.key} {_name(quotation.who)}{role} ({quotation.claim})", "")
    for version in quotation.versions:
        base = f" ({labels()['quotation']['base']})" if version.is_base else ""
        yield f"- {', '.join(map(escape, version.labels))}{base}: {_version(version)} {_notes(version.cites)}"
        for variant in version.variants:
            yield f"  - {escape(variant.base) or '∅'} → {escape(variant.here) or '∅'}"
    yield ""


def _version(version: Version) -> str:
    """The words, each run of differing ones in bold."""
    drawn = {Change.SAME: "{}", Change.DIFFERS: "**{}**", Change.OMITS: "‸"}
    return " ".join(drawn[run.change].format(escape(run.text)) for run in version.runs)


def _incident(incident: Incident) -> Iterator[str]:
    mode = f", {escape(incident.mode)}" if incident.mode else ""
    grade = f"{labels()['head']['grade']}: {incident.grade}"
    yield from (f"### {incident.key} {escape(word('event_type', incident.type))}{mode}", "")
    yield from (f"{grade} ({escape(incident.reason)})", "")
    for account in incident.accounts:
        own = "" if account.attributed else f" ({word('voice', 'own')})"
        who = f" {word('link_word', 'denied')} {_name(account.who)}" if account.who else own
        tolls = "; ".join(
            f"{t.effect} **{t.count}** {_quoted(t.cite.words)} {_notes([t.cite])}" for t in account.tolls
        )
        told = ", ".join(f"{_quoted(c.words)} {_notes([c])}" for c in account.triggers)
        yield f"- {escape(account.label)}: {account.status}{who}: {told}{': ' if tolls else ''}{tolls}"
    yield ""


def _timeline(story: StoryBrief) -> Iterator[str]:
    for group in story.timeline:
        yield f"- **{escape(group.label)}** ({escape(group.value)})"
        for e in group.entries:
            who = f"{_name(e.who)}, " if e.who else ""
            given = f"{_quoted(e.given.words)} {_notes([e.given])}"
            words = f"{_quoted(e.words.words)} {_notes([e.words])}"
            yield f"  - {e.key} {e.kind}: {words} ({who}{escape(e.label)}; {given})"


def _speaker(speaker: Speaker) -> Iterator[str]:
    name = _name(speaker.who) if speaker.who else labels()["head"]["unnamed"]
    role = f", {escape(speaker.who.role)}" if speaker.who and speaker.who.role else ""
    yield from (f"### {name}{role}", "")
    for part in speaker.reports:
        yield f"- {escape(part.label)}"
        for said in part.said:
            words = " … ".join(f"{_quoted(c.words)} {_notes([c])}" for c in said.cites)
            coded = [word("act", said.act), said.form, _confidence(said.confidence), *said.claims]
            yield f"  - {said.key} **{coded[0]}** ({', '.join(c for c in coded[1:] if c)}): {words}"
    yield ""


def _report(report: Report) -> Iterator[str]:
    words = labels()["report"]
    yield from (f"### {report.key} {escape(report.label)}", "")
    if report.title:
        yield from (f"**{escape(report.title)}**", "")
    facts = [
        (words["author"], report.author),
        (words["published"], report.published or labels()["head"]["unknown"]),
        (words["url"], report.url),
        (words["file"], report.file),
        (words["copy_of"], report.copy_of.note if report.copy_of else None),
        (words["text"], words["partial"] if report.partial else None),
    ]
    yield from (" · ".join(f"{name}: {escape(value)}" for name, value in facts if value), "")
    for paragraph in report.paragraphs:
        drawn = []
        for s in paragraph:
            drawn.append("⟦" * len(s.opens))
            drawn.append(_inner(s.text))
            drawn.append("".join(f"⟧[^{n}]" for n in s.shuts))
        yield from (f"> {''.join(drawn).strip()}", "")
    for line in report.dropped:
        yield f"- {words['dropped']}: {escape(line.text)} ({escape(line.reason)})"
    if report.dropped:
        yield ""


def _inner(text: str) -> str:
    """A segment's words, with the spaces at its ends."""
    safe = escape(text)
    lead = " " if text[:1].isspace() and safe else ""
    return f"{lead}{safe}{' ' if text[-1:].isspace() else ''}"


def _footnote(cite: Cite) -> str:
    return f"[^{cite.number}]: {_quoted(cite.words)} {escape(cite.label)}, {escape(cite.place)}"


def _quoted(words: str) -> str:
    """Words in quote marks, once: a direct quotation brings its own."""
    return escape(quoted(words))


def _notes(cites: Iterable[Cite]) -> str:
    return "".join(f"[^{c.number}]" for c in cites)


def _name(who: Who) -> str:
    return escape(who.name) if who.resolved else _quoted(who.name)


def _confidence(value: float | None) -> str:
    return "" if value is None else f"{value:.0%}"


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _each(things: Iterable[T], draw: Callable[[T], Iterable[str]]) -> Iterator[str]:
    for thing in things:
        yield from draw(thing)
