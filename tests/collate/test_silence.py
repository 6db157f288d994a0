from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.collate.claims.claims import Desk, make_claim
from sayso.collate.claims.make import Group
from sayso.collate.claims.units import MOST_UNITS, make_units
from sayso.collate.entities import Cast
from sayso.collate.ledger import collate
from sayso.collate.origins import Sources
from sayso.collate.silence import find_silence
from sayso.core.ledger import SilenceReason, Story
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Voice

MakeRead = Callable[..., ReadArticle]
EARLIER, PARTIAL, SILENT = SilenceReason.EARLIER, SilenceReason.PARTIAL, SilenceReason.SILENT


def _reason(
    make_read: MakeRead, published: str | None, carrying: list[str | None], **fields: object
) -> SilenceReason:
    reads = [make_read("one", "x", published=published, **fields)]
    reads += [make_read(f"carries {n}", "x", published=when) for n, when in enumerate(carrying)]
    readings = {r.reading.id: r.reading for r in reads}
    (found,) = find_silence(list(readings), set(readings) - {"one"}, readings)
    assert found.article == "one"
    return found.why


def test_why_an_article_may_not_carry_a_claim(make_read: MakeRead) -> None:
    reads = [
        make_read("before", "x", published="2031-03-01"),
        make_read("carries", "x", published="2031-03-02T18:00"),
        make_read("same day", "x", published="2031-03-02"),
        make_read("cut", "x", published="2031-03-03", partial=True),
        make_read("undated", "x"),
    ]
    readings = {r.reading.id: r.reading for r in reads}
    found = {s.article: s.why for s in find_silence(list(readings), {"carries"}, readings)}
    assert found == {"before": EARLIER, "same day": SILENT, "cut": PARTIAL, "undated": SILENT}


@pytest.mark.parametrize(
    ("published", "carrying", "why"),
    [
        ("2031-03-01", ["2031-03-02", "2031-03-01"], SILENT),  # one that carries it came out the same day
        ("2031-03-01", ["2031-03-04", None], EARLIER),  # as far as dates tell
        ("2031-03-01", [None], SILENT),
        ("2031-02", ["2031-03-04"], EARLIER),  # a month before
        ("2031-03", ["2031-03-04"], SILENT),  # some day of that month
        ("2031-03-01", ["2031-03"], SILENT),
        ("2031-02-28", ["2031-03"], EARLIER),
        # the later day, but the earlier hour: 23:30 in the west is 04:30 the next day in London
        ("2031-03-03T01:00:00+09:00", ["2031-03-02T23:30:00-05:00"], EARLIER),
        ("2031-03-02T23:30:00-05:00", ["2031-03-03T01:00:00+09:00"], SILENT),
        ("2031-03-02T09:00:00Z", ["2031-03-02T09:30:00Z"], EARLIER),
        ("2031-03-02T23:00:00", ["2031-03-03T02:00:00Z"], SILENT),  # a time without a zone may be either way
        ("2031-03-01T23:00:00", ["2031-03-03T02:00:00Z"], EARLIER),
        ("2031-03-02T23:00:00Z", ["2031-03-03"], EARLIER),
        ("not a date at all", ["2031-03-03"], SILENT),
    ],
)
def test_earlier_only_where_dates_are_sure(
    make_read: MakeRead, published: str, carrying: list[str | None], why: SilenceReason
) -> None:
    assert _reason(make_read, published, carrying) is why


def test_an_earlier_report_that_is_cut_is_earlier(make_read: MakeRead) -> None:
    assert _reason(make_read, "2031-03-01", ["2031-03-04"], partial=True) is EARLIER


def test_what_is_not_read_is_not_silent(make_read: MakeRead) -> None:
    assert _reason(make_read, None, ["2031-03-04"], language="fr") is PARTIAL
    assert _reason(make_read, None, ["2031-03-04"], language=None) is SILENT


def test_the_tail_of_a_huge_report_is_not_compared(make_read: MakeRead) -> None:
    huge = make_read("huge", "Snow fell on the old town today. " * (MOST_UNITS + 1))
    assert len(huge.reading.propositions) > MOST_UNITS
    readings = {"huge": huge.reading, "b": make_read("b", "x").reading}
    assert [s.why for s in find_silence(["huge", "b"], {"b"}, readings)] == [PARTIAL]


def test_a_copy_that_leaves_a_claim_out_is_silent_on_it(harbour: list[ReadArticle]) -> None:
    """Of the copied report only the first sentence is left: what the rest says, the copy had at hand."""
    first = harbour[0]
    cut = first.reading.text.split("\n")[0]
    kept = tuple(s for s in first.reading.statements if s.content[0].end <= len(cut))
    copy = replace(
        first.reading,
        id="copy",
        outlet="Ostra Times",
        published="2031-03-03",
        text=cut,
        statements=kept,
        propositions=tuple(p for p in first.reading.propositions if p.span.end <= len(cut)),
        mentions=tuple(m for m in first.reading.mentions if m.span.end <= len(cut)),
    )
    count = len(copy.propositions)
    ledger = collate([*harbour, ReadArticle(copy, first.vectors[:count])])
    claim = next(c for c in ledger.claims if any("hold to it tomorrow" in r.span.exact for r in c.readings))
    assert {s.article: s.why for s in claim.silent} == {"c": SILENT, "copy": SILENT}


def test_a_claim_of_two_stories_has_the_silent_reports_of_both(make_read: MakeRead) -> None:
    said = "The ferry to Tamsin sank at noon."
    reads = [make_read("a", said), make_read("b", "Nothing of it."), make_read("c", "Not a word.")]
    reads.append(make_read("d", said))
    stories = (Story("s1", "one", ("a", "b"), None, None), Story("s2", "two", ("c", "d"), None, None))
    desk = Desk(
        {r.reading.id: r.reading for r in reads},
        {a: s for s in stories for a in s.articles},
        {},
        Sources({}, {}, {}, {}),
    )
    units = tuple(u for r in (reads[0], reads[3]) for u in make_units(r, Cast((), {}, {})))
    group = Group(units, (Voice.OWN, Voice.OWN), tuple(u.span for u in units), "")
    claim = make_claim(group, desk)
    assert {s.article for s in claim.silent} == {"b", "c"}
