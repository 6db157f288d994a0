"""The other parts of a brief in Markdown: head, quotations, events, timeline, people and reports."""

from collections.abc import Iterator, Sequence

from sayso.desk.brief import StoryBrief
from sayso.desk.brief.late import late_words
from sayso.desk.brief.model import Head, Said, Speaker
from sayso.desk.brief.pieces import Report
from sayso.desk.brief.placing import held_words
from sayso.desk.brief.versions import Change, CollatedQuotation, Version
from sayso.desk.labels import labels, plural, symbol, word
from sayso.desk.lineage import shared_words
from sayso.desk.markdown import ink
from sayso.desk.markdown.corrections import corrected
from sayso.desk.markdown.escape import escape


def draw_head(head: Head, reports: Sequence[Report]) -> Iterator[str]:
    """Give the story at a glance, and its reports."""
    words = labels()["head"]
    yield from (f"# {escape(head.title)}{corrected(head.corrected)}", "")
    copies = f" ({plural('copy', head.copy_count)})" if head.copy_count else ""
    unknown = f" ({words['unknown']} {head.outlet_unknown_count})" if head.outlet_unknown_count else ""
    yield f"- **{words['origins']}:** {len(head.origins)}"
    yield f"- **{words['reports']}:** {head.report_count}{copies}"
    yield f"- **{words['outlets']}:** {len(head.outlets)}{unknown}"
    yield f"- **{words['span']}:** {_span(head)}"
    counts = [f"{symbol('claim', s)} {word('claim', s)} {n}" for s, n in head.claim_counts if n]
    yield f"- **{words['claims']}:** {', '.join(counts) or 0}"
    for row in head.late:
        yield f"- **{labels()['late']['title']}:** {row.at}, {escape(late_words(row))}"
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


def draw_quotation(quotation: CollatedQuotation) -> Iterator[str]:
    """Give one utterance in its versions."""
    role = f", {escape(quotation.who.role)}" if quotation.who.role else ""
    claim = f" ({quotation.claim})" if quotation.claim else ""
    yield from (f"### {quotation.key} {ink.name(quotation.who)}{role}{claim}", "")
    for version in quotation.versions:
        base = f" ({labels()['quotation']['base']})" if version.is_base else ""
        yield f"- {', '.join(map(escape, version.labels))}{base}: {_version(version)} {ink.notes(version.cites)}"
        for variant in version.variants:
            yield f"  - {escape(variant.base) or '∅'} → {escape(variant.here) or '∅'}"
    words = labels()["quotation"]
    for splice in quotation.spliced:
        apart = " … ".join(ink.cited(cite) for cite in splice.apart)
        yield f"- {words['spliced']} {ink.cited(splice.joined)}; {words['apart']} {apart}"
    yield ""


def _version(version: Version) -> str:
    """The words, each run of differing ones in bold."""
    drawn = {Change.SAME: "{}", Change.DIFFERS: "**{}**", Change.OMITS: "‸"}
    return " ".join(drawn[run.change].format(escape(run.text)) for run in version.runs)


def draw_timeline(story: StoryBrief) -> Iterator[str]:
    """Give what is dated; what is open in a date stands open."""
    for group in story.timeline:
        yield f"- **{escape(group.label)}** ({escape(group.days or group.value)})"
        for e in group.entries:
            mark = f" {ink.inferred()}" if e.is_inferred else ""
            who = f"{ink.name(e.who)}{mark}, " if e.who else ""
            given = ", ".join(ink.cited(c) for c in e.given)
            words = ", ".join(ink.cited(c) for c in e.words)
            told = f", {labels()['toll']['reported']} {escape(e.published[:10])}" if e.published else ""
            yield f"  - {e.key} {escape(e.what)}: {words} ({who}{escape(e.label)}{told}; {given})"


def draw_speaker(speaker: Speaker) -> Iterator[str]:
    """Give who said what, for one speaker."""
    name = ink.name(speaker.who) if speaker.who else labels()["head"]["unnamed"]
    role = f", {escape(speaker.who.role)}" if speaker.who and speaker.who.role else ""
    yield from (f"### {name}{role}{corrected(speaker.corrected)}", "")
    if facts := held_words(speaker):
        yield from (escape("; ".join(facts)), "")
    for part in speaker.reports:
        yield f"- {escape(part.label)}"
        for said in part.said:
            words = " … ".join(ink.cited(c) for c in said.cites)
            coded = [word("act", said.act), said.form, ink.confidence(said.confidence), *said.claims]
            coded += [*map(ink.quoted, said.hedges), *_told(said)]
            how = f"({', '.join(c for c in coded[1:] if c)}){corrected(said.corrected)}"
            yield f"  - {said.key} **{coded[0]}** {how}: {words}"
    yield ""


def _told(said: Said) -> Iterator[str]:
    words = labels()["head"]
    if said.addressee:
        yield f"{words['addressee']}: {escape(said.addressee)}"
    if said.within:
        yield f"{words['within']} {said.within}"


def draw_report(report: Report) -> Iterator[str]:
    """Give one report's text, what was coded in it marked and numbered."""
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
        (words["credits"], ", ".join(report.credits)),
        (words["took"], shared_words(report)),
        (words["text"], words["partial"] if report.partial else None),
    ]
    yield from (" · ".join(f"{name}: {escape(value)}" for name, value in facts if value), "")
    for paragraph in report.paragraphs:
        drawn = []
        for s in paragraph:
            drawn.append("⟦" * len(s.opens))
            drawn.append(ink.inner(s.text))
            drawn.append("".join(f"⟧[^{n}]" for n in s.shuts))
        yield from (f"> {''.join(drawn).strip()}", "")
    for line in report.dropped:
        yield f"- {words['dropped']}: {escape(line.text)} ({escape(line.reason)})"
    if report.dropped:
        yield ""
