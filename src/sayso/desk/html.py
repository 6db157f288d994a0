"""The brief as one self-contained HTML file: no script, no request to anywhere, and every foreign word escaped.

Autoescape is on for every template, and each value printed first loses its control characters (``finalize``). The
page's own style is allowed by its hash; the content security policy allows nothing else.
"""

import re
from base64 import b64encode
from collections import Counter
from functools import cache
from hashlib import sha256
from importlib import resources
from types import MappingProxyType

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.core.ledger import Ledger
from sayso.core.printable import printable
from sayso.desk.brief import Brief, Changes, StoryBrief, make_brief
from sayso.desk.brief.claims import has_inferred
from sayso.desk.brief.model import ClaimRow
from sayso.desk.brief.pieces import Report, Segment
from sayso.desk.brief.words import LOW_CONFIDENCE
from sayso.desk.labels import labels, symbol, word

_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}")


def to_html(ledger: Ledger, story_id: str | None, changes: Changes = MappingProxyType({})) -> str:
    """Give the brief of one story, or of all with a table of contents, as an HTML document.

    ``changes`` are what happened to each story. Raises UsageError where the ledger has no such story.
    """
    return draw_html(make_brief(ledger, story_id, changes))


def draw_html(brief: Brief) -> str:
    """Give a brief, already made, as an HTML document."""
    style = _style(brief)
    page = environment().get_template("brief.html")
    return page.render(brief=brief, style=Markup(style), style_hash=_hash(style))  # noqa: S704  # our own file


@cache
def environment() -> Environment:
    """Give the templates' environment: autoescape on whatever a template's name, undefined names an error."""
    env = Environment(
        loader=PackageLoader("sayso.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    env.globals.update(
        words=labels(),
        word=word,
        symbol=symbol,
        low_confidence=LOW_CONFIDENCE,
        has_inferred=has_inferred,
        parts=_parts,
        by_report=_by_report,
        mark_class=_mark_class,
        lang_of=_language,
    )
    return env


def _finalize(value: object) -> object:
    """Foreign strings without control characters; markup that a macro has made passes as it is."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _style(brief: Brief) -> str:
    """The page's style, and for each cite the rule that lights its words up when a link leads there."""
    own = resources.files("sayso.desk").joinpath("templates", "style.css").read_text(encoding="utf-8")
    numbers = [c.number for story in brief.stories for c in story.cites]
    rules = [f"#w{n}:target~.w{n}" for n in numbers]
    rules += [f"p:has(>#w{n}:target)~p .w{n}" for n in _over_paragraphs(brief)]
    if not rules:
        return own
    return (
        own
        + ",\n".join(rules)
        + "{background:var(--hit);color:var(--hit-ink);box-shadow:0 .2em var(--hit),0 -.2em var(--hit)}\n"
    )


def _over_paragraphs(brief: Brief) -> list[int]:
    """The cites whose words run over more than one paragraph."""
    paragraphs = [
        p for story in brief.stories for r in (*story.reports, *story.related) for p in r.paragraphs
    ]
    seen = Counter(n for p in paragraphs for n in {n for s in p for n in s.cites})
    return sorted(n for n, count in seen.items() if count > 1)


def _hash(style: str) -> str:
    return "sha256-" + b64encode(sha256(style.encode()).digest()).decode()


def _parts(story: StoryBrief) -> list[tuple[str, str, int]]:
    """The sections of a story: address, title and how much is in each."""
    section = labels()["section"]
    return [
        ("matrix", section["matrix"], len(story.claims)),
        ("quotations", section["quotations"], len(story.quotations)),
        ("events", section["events"], len(story.incidents) + len(story.other_incidents)),
        ("processes", section["processes"], story.file.card_count),
        ("commitments", section["commitments"], len(story.file.commitments)),
        ("positions", section["positions"], len(story.file.positions)),
        ("timeline", section["timeline"], len(story.timeline)),
        ("people", section["people"], len(story.speakers)),
        ("singles", section["singles"], len(story.singles)),
        ("corrections", section["corrections"], len(story.corrections)),
        ("reports", section["reports"], len(story.reports)),
    ]


def _by_report(story: StoryBrief) -> list[tuple[Report, list[ClaimRow]]]:
    """The claims that stand in one report only, by that report."""
    found = [
        (r, [c for c in story.singles if any(x.report == r.key and x.entries for x in c.cells)])
        for r in story.reports
    ]
    return [(report, rows) for report, rows in found if rows]


def _mark_class(segment: Segment) -> str:
    names = ["m", *(f"k-{k}" for k in segment.kinds), *(f"v-{v}" for v in segment.voices)]
    return " ".join([*names, *(f"w{n}" for n in segment.cites)])


def _language(report: Report) -> str:
    """A report's language as HTML may name it; empty, for unknown, where it is none."""
    return report.language if report.language and _LANGUAGE.fullmatch(report.language) else ""
