"""The reports' texts in a terminal, with what was coded marked and numbered."""

from rich.text import Text

from sayso.core.printable import foreign, printable
from sayso.desk.brief.model import StoryBrief
from sayso.desk.brief.pieces import MarkKind, Report, Segment
from sayso.desk.labels import labels
from sayso.desk.lineage import shared_words
from sayso.desk.terminal import ink
from sayso.desk.terminal.page import Page


def draw_texts(story: StoryBrief, page: Page) -> None:
    """Draw each report of the story."""
    page.heading(labels()["section"]["reports"], len(story.reports))
    for report in (*story.reports, *story.related):
        _report(report, page)


def _report(report: Report, page: Page) -> None:
    words = labels()["report"]
    page.blank()
    page.draw(foreign(report.label, "bold"))
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
    page.draw(ink.quiet(" · ".join(f"{name}: {value}" for name, value in facts if value)))
    if report.title:
        page.draw(foreign(report.title, "bold"))
    for paragraph in report.paragraphs:
        page.draw(Text.assemble(*(_segment(s) for s in paragraph)), 2)
    for line in report.dropped:
        page.draw(ink.quiet(f"{words['dropped']}: {line.text} ({line.reason})"), 2)


def _segment(segment: Segment) -> Text:
    text = Text(printable(segment.text), style=_style(segment))
    return text.append("".join(f"[{n}]" for n in segment.shuts), ink.REFERENCE)


def _style(segment: Segment) -> str:
    """The look of a segment: a claim's voice by colour and line, source and cue by weight."""
    kinds = set(segment.kinds)
    styles = []
    if MarkKind.CLAIM in kinds and segment.voices:
        styles.append(f"underline {ink.VOICE_STYLES[segment.voices[-1]]}")
    elif MarkKind.CONTENT in kinds:
        styles.append("underline")
    if MarkKind.SOURCE in kinds:
        styles.append("bold")
    if MarkKind.CUE in kinds:
        styles.append("italic")
    return " ".join(styles)
