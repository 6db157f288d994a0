from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.collate.claims.claims import Desk, make_claim
from sayso.collate.claims.make import Group
from sayso.collate.claims.units import MOST_UNITS, make_units
from sayso.collate.entities import Cast
from sayso.collate.ledger import collate
from sayso.collate.lineage import Lineage
from sayso.collate.origins import Sources
from sayso.collate.silence import find_silence
from sayso.core.ledger import (
    ClaimReading,
    Could,
    LedgerStatement,
    Silence,
    SilenceGround,
    SilenceReason,
    Story,
)
from sayso.core.lineage import Precedence, Taking
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act, Event, Form, Reading, Status, Voice
from sayso.core.span import Date, Grain, Span

MakeRead = Callable[..., ReadArticle]
EARLIER, PARTIAL, SILENT = SilenceReason.EARLIER, SilenceReason.PARTIAL, SilenceReason.SILENT
NOBODY = Sources({}, {}, {}, {})


def _claim(*carrying: Reading) -> tuple[ClaimReading, ...]:
    """Return a claim of which each report's whole text is a reading."""
    return tuple(ClaimReading(r.id, Span.of(r.text, 0, len(r.text)), None, Voice.OWN, None) for r in carrying)


def _find(readings: dict[str, Reading], *carrying: str, sources: Sources = NOBODY) -> dict[str, Silence]:
    claim = _claim(*(readings[own] for own in carrying))
    return {s.article: s for s in find_silence(list(readings), claim, readings, sources)}


def _reason(
    make_read: MakeRead, published: str | None, carrying: list[str | None], **fields: object
) -> SilenceReason:
    reads = [make_read("one", "x", published=published, **fields)]
    reads += [make_read(f"carries {n}", "x", published=when) for n, when in enumerate(carrying)]
    readings = {r.reading.id: r.reading for r in reads}
    (found,) = _find(readings, *(set(readings) - {"one"})).values()
    assert found.article == "one"
    assert (found.could is Could.NO) == (found.why is EARLIER)
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
    found = {own: (s.why, s.could, s.ground) for own, s in _find(readings, "carries").items()}
    assert found == {
        "before": (EARLIER, Could.NO, SilenceGround.EARLIER),
        "same day": (SILENT, Could.YES, None),
        "cut": (PARTIAL, Could.UNKNOWN, SilenceGround.PARTIAL),
        "undated": (SILENT, Could.UNKNOWN, SilenceGround.UNDATED),
    }


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
    assert [s.why for s in _find(readings, "b").values()] == [PARTIAL]


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
    assert {s.article: (s.why, s.could) for s in claim.silent} == {
        "c": (SILENT, Could.YES),
        "copy": (SILENT, Could.YES),
    }


def _event(text: str, word: str, when: str, status: Status) -> Event:
    start = text.index(word)
    trigger = Span.of(text, start, start + len(word))
    return Event(
        id="e1",
        type="ASSAULT",
        mode=None,
        trigger=trigger,
        actors=(),
        recipients=(),
        places=(),
        date=Date(when, Grain.DAY, trigger),
        harm=(),
        instruments=(),
        targets=(),
        status=status,
        statement=None,
    )


@pytest.mark.parametrize(
    ("published", "when", "status", "ground"),
    [
        ("2031-03-04", "2031-03-06", Status.REPORTED, SilenceGround.BEFORE),
        ("2031-03-05", "2031-03-06", Status.REPORTED, None),  # it may be the sixth there already
        ("2031-03-04", "XXXX-03-06", Status.REPORTED, SilenceGround.UNDATED),
        ("2031-03-04", "2031-03-06", Status.PLANNED, None),  # what is to come can be told before
        (None, "2031-03-06", Status.REPORTED, SilenceGround.UNDATED),
    ],
)
def test_what_had_not_happened_could_not_be_told(
    make_read: MakeRead, published: str | None, when: str, status: Status, ground: SilenceGround | None
) -> None:
    text = "A raid on Hask killed two."
    reads = [
        make_read("one", "Talks went on in Hask.", published=published),
        make_read("tells", text, events=[_event(text, "raid", when, status)]),
        make_read("dated", "It is said there was a raid.", published="2031-03-04T23:00"),
    ]
    if status is Status.REPORTED:
        del reads[2]
    readings = {r.reading.id: r.reading for r in reads}
    assert _find(readings, *(set(readings) - {"one"}))["one"].ground is ground


def test_an_event_told_before_its_day_is_no_bound(make_read: MakeRead) -> None:
    text = "A raid on Hask killed two."
    reads = [
        make_read("one", "Talks went on in Hask.", published="2031-03-01"),
        make_read(
            "tells",
            text,
            events=[_event(text, "raid", "2031-03-06", Status.REPORTED)],
            published="2031-03-01",
        ),
    ]
    assert _find({r.reading.id: r.reading for r in reads}, "tells")["one"].ground is None


def test_what_had_not_been_said_could_not_be_told(make_read: MakeRead) -> None:
    one = make_read("one", "Talks went on in Hask.", published="2031-03-01").reading
    tells = make_read("tells", "On 6 March she said the dam would hold.").reading
    said = Span.of(tells.text, 0, 10)
    statement = LedgerStatement(
        "s",
        "tells",
        Form.INDIRECT,
        (),
        (),
        (said,),
        None,
        (),
        Act.ASSERT,
        Date("2031-03-06", Grain.DAY, said),
        1.0,
    )
    claim = (ClaimReading("tells", said, "s", Voice.ATTRIBUTED, None),)
    sources = Sources({}, {}, {"s": statement}, {})
    (found,) = find_silence(["one", "tells"], claim, {"one": one, "tells": tells}, sources)
    assert (found.could, found.ground) == (Could.NO, SilenceGround.BEFORE)


def test_a_brief_may_lack_the_room(make_read: MakeRead) -> None:
    long = "Snow fell on the old town of Hask today. " * 20
    texts = {"brief": "Snow fell today.", "half": long[: len(long) // 2], "tells": long}
    readings = {n: make_read(n, text, published="2031-03-01").reading for n, text in texts.items()}
    found = _find(readings, "tells")
    assert (found["brief"].could, found["brief"].ground) == (Could.UNKNOWN, SilenceGround.SHORT)
    assert (found["half"].could, found["half"].ground) == (Could.YES, None)


def _taking(source: Reading, own: Reading, end: int, precedence: Precedence = Precedence.PUBLISHED) -> Taking:
    return Taking(source.id, Span.of(own.text, 0, end), Span.of(source.text, 0, end), True, precedence)


def test_copies_of_reports_with_and_without_a_claim(make_read: MakeRead) -> None:
    names = ("tells", "left out", "took a passage", "without", "follows")
    readings = {n: make_read(n, "Snow fell on Hask.", published="2031-03-01").reading for n in names}
    taking = _taking(readings["tells"], readings["took a passage"], 4)
    sources = Sources(
        {},
        {"left out": "tells", "follows": "without"},
        {},
        {},
        Lineage(takings={"took a passage": (taking,)}),
    )
    found = {
        own: (s.could, s.ground, s.source) for own, s in _find(readings, "tells", sources=sources).items()
    }
    assert found == {
        "left out": (Could.YES, SilenceGround.LEFT_OUT, "tells"),
        "took a passage": (Could.YES, SilenceGround.LEFT_OUT, "tells"),
        "without": (Could.YES, None, None),
        "follows": (Could.UNKNOWN, SilenceGround.FOLLOWS, "without"),
    }


@pytest.mark.parametrize("is_source", [True, False])
def test_a_report_in_which_the_very_words_stand_is_not_silent(make_read: MakeRead, is_source: bool) -> None:
    readings = {n: make_read(n, "Snow fell on Hask.").reading for n in ("tells", "holds")}
    source, own = ("holds", "tells") if is_source else ("tells", "holds")
    taking = _taking(readings[source], readings[own], 17, Precedence.UNKNOWN)
    sources = Sources({}, {}, {}, {}, Lineage(takings={own: (taking,)}))
    assert _find(readings, "tells", sources=sources) == {}


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
