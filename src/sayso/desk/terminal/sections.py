"""The other parts of a brief in a terminal: head, quotations, timeline and people."""

from rich.text import Text

from sayso.core.printable import foreign
from sayso.desk.brief.late import late_words
from sayso.desk.brief.model import Said, Speaker, StoryBrief
from sayso.desk.brief.placing import held_words
from sayso.desk.brief.versions import Change, CollatedQuotation, Version
from sayso.desk.brief.words import quoted
from sayso.desk.labels import labels, plural, symbol, word
from sayso.desk.terminal import ink
from sayso.desk.terminal.corrections import corrected
from sayso.desk.terminal.page import Page


def draw_head(story: StoryBrief, page: Page) -> None:
    """Draw the story at a glance, and its reports."""
    head, words = story.head, labels()["head"]
    page.title(head.title)
    if head.corrected:
        page.draw(corrected(head.corrected))
    page.draw(Text(f"◐ {labels()['notice']['long']}", "italic"))
    page.blank()
    copies = f" ({plural('copy', head.copy_count)})" if head.copy_count else ""
    unknown = f" ({words['unknown']} {head.outlet_unknown_count})" if head.outlet_unknown_count else ""
    facts = [
        (words["origins"], str(len(head.origins))),
        (words["reports"], f"{head.report_count}{copies}"),
        (words["outlets"], f"{len(head.outlets)}{unknown}"),
        (
            words["span"],
            " – ".join(dict.fromkeys(d[:10] for d in (head.first, head.last) if d)) or words["open"],
        ),
    ]
    page.draw(
        Text("   ").join(Text.assemble((f"{name} ", ink.QUIET), foreign(v, "bold")) for name, v in facts)
    )
    counts = [
        Text(f"{symbol('claim', s)} {word('claim', s)} {n}", ink.STATUS_STYLES[s])
        for s, n in head.claim_counts
        if n
    ]
    page.draw(Text("   ").join(counts))
    page.blank()
    if head.late:
        page.draw(Text(labels()["late"]["title"], "bold"))
        for row in head.late:
            page.draw(ink.quiet(f"{row.at}  ").append_text(foreign(late_words(row))), 2)
        page.blank()
    for report in story.reports:
        line = foreign(report.label, "bold").append_text(
            ink.quiet(f"  {report.published or words['undated']}")
        )
        line.append_text(ink.quiet(f" · {plural('statement', report.statement_count)}"))
        if report.copy_of:
            line.append_text(ink.quiet(f" · {labels()['report']['copy_of']} {report.copy_of.note}"))
        if report.title:
            line.append("  ").append_text(foreign(report.title))
        line.append_text(corrected(report.corrected, gap=True))
        page.draw(line)


def draw_quotations(story: StoryBrief, page: Page) -> None:
    """Draw each utterance in its versions, the words that differ underlined."""
    if not story.quotations:
        return
    page.heading(labels()["section"]["quotations"], len(story.quotations))
    page.draw(ink.quiet(labels()["quotation"]["legend"]))
    for quotation in story.quotations:
        _quotation(quotation, page)
    page.references(c for q in story.quotations for v in q.versions for c in v.cites)


def draw_timeline(story: StoryBrief, page: Page) -> None:
    """Draw what is dated; what is open in a date stands open."""
    if not story.timeline:
        return
    page.heading(labels()["section"]["timeline"], len(story.timeline))
    for group in story.timeline:
        page.draw(foreign(group.label, "bold").append_text(ink.quiet(f"  {group.days or group.value}")))
        for e in group.entries:
            line = ink.quiet(f"{e.key} {e.what}")
            for cite in e.words:
                line.append(" ").append_text(ink.words(cite, place=True))
            if e.who:
                line.append(" · ").append_text(ink.name(e.who))
                if e.is_inferred:
                    line.append_text(ink.inferred())
            given = " ".join(f"[{c.number}] {quoted(c.words)} {c.place}" for c in e.given)
            told = f" ({labels()['toll']['reported']} {e.published[:10]})" if e.published else ""
            line.append_text(ink.quiet(f" · {e.label}{told} · {given}"))
            page.draw(line, 2)


def draw_people(story: StoryBrief, page: Page) -> None:
    """Draw who said what, speaker by speaker."""
    if story.speakers:
        page.heading(labels()["section"]["people"], len(story.speakers))
    for speaker in story.speakers:
        _speaker(speaker, page)


def _quotation(quotation: CollatedQuotation, page: Page) -> None:
    page.blank()
    line = Text(f"{quotation.key} ", ink.QUIET).append_text(ink.name(quotation.who))
    line.stylize("bold", len(quotation.key) + 1)
    page.draw(line.append_text(ink.quiet(f"  {quotation.who.role or ''} {quotation.claim or ''}")))
    for version in quotation.versions:
        label = foreign(", ".join(version.labels))
        if version.is_base:
            label.append_text(ink.quiet(f" ({labels()['quotation']['base']})"))
        page.draw(label, 2)
        page.draw(_version(version).append_text(ink.numbers(version.cites)), 4)
        if version.variants:
            variants = [f"{v.base or '∅'} → {v.here or '∅'}" for v in version.variants]
            page.draw(ink.quiet("   ".join(variants)), 4)
    words = labels()["quotation"]
    for splice in quotation.spliced:
        line = ink.quiet(f"{words['spliced']} ").append_text(ink.words(splice.joined, place=True))
        line.append_text(ink.quiet(f" · {words['apart']} "))
        for cite in splice.apart:
            line.append_text(ink.words(cite, place=True)).append(" ")
        page.draw(line, 2)


def _version(version: Version) -> Text:
    drawn = []
    for run in version.runs:
        if run.change is Change.OMITS:
            drawn.append(Text("‸", "bold red"))
        else:
            drawn.append(foreign(run.text, "bold underline" if run.change is Change.DIFFERS else ""))
    return Text(" ").join(drawn)


def _speaker(speaker: Speaker, page: Page) -> None:
    words = labels()["head"]
    line = ink.name(speaker.who) if speaker.who else Text(words["unnamed"])
    line.stylize("bold")
    role = f"  {speaker.who.role} ·" if speaker.who and speaker.who.role else ""
    counts = f" {plural('statement', speaker.statement_count)} · {plural('report', len(speaker.reports))}"
    page.draw(line.append_text(ink.quiet(role + counts)).append_text(corrected(speaker.corrected, gap=True)))
    for fact in held_words(speaker):
        page.draw(ink.quiet(fact), 2)
    for part in speaker.reports:
        page.draw(foreign(part.label), 2)
        for said in part.said:
            coded = f" {' '.join([said.form, *said.claims])}"
            line = Text.assemble(
                (f"{said.key} ", ink.QUIET), (word("act", said.act), "bold"), (coded, ink.QUIET)
            )
            line.append_text(ink.hedges(said.hedges)).append_text(_told(said))
            line.append_text(ink.confidence(said.confidence))
            page.draw(line.append_text(corrected(said.corrected, gap=True)), 4)
            page.cite(said.cites, 6)


def _told(said: Said) -> Text:
    """Give to whom it was said, and the statement within which it is told."""
    words = labels()["head"]
    parts = [(f"{words['addressee']}:", said.addressee), (words["within"], said.within)]
    return ink.quiet("".join(f" · {name} {value}" for name, value in parts if value))
