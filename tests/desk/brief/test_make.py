import io
from dataclasses import replace

import pytest
from builders import POISONS, dispute, poisoned, twice, with_incidents
from rich.console import Console

from sayso.core.errors import UsageError
from sayso.core.ledger import ClaimStatus, Ledger, OriginKind, SilenceReason, TimelineEntry, TimelineKind
from sayso.core.reading import Status, Voice
from sayso.core.span import Date, Grain, Span
from sayso.desk.brief import StoryBrief, make_brief
from sayso.desk.brief.pieces import Who
from sayso.desk.html import to_html
from sayso.desk.labels import word
from sayso.desk.markdown import to_markdown
from sayso.desk.terminal import show_brief

MARN = Who("Ilse Marn", True, "interior minister", "N1")


def story() -> StoryBrief:
    return make_brief(dispute(), "quell").stories[0]


def test_the_head_counts_origins_not_copies() -> None:
    head = story().head
    assert head.report_count == 5
    assert head.copy_count == 1
    assert len(head.origins) == 5
    assert [(o.kind, o.name, o.claim_count, o.report_count) for o in head.origins][:2] == [
        (OriginKind.PERSON, "Ilse Marn", 2, 3),
        (OriginKind.PERSON, "Joss Teyne", 1, 3),
    ]
    assert (len(head.outlets), head.outlet_unknown_count) == (4, 1)


def test_an_outlet_that_is_not_known_goes_by_its_reports_label() -> None:
    ledger = dispute()
    nameless = tuple(
        replace(
            c, origins=tuple(replace(o, name=None) if o.kind is OriginKind.OUTLET else o for o in c.origins)
        )
        for c in ledger.claims
    )
    (made,) = make_brief(replace(ledger, claims=nameless), None).stories
    assert [o.name for o in made.head.origins] == [o.name for o in story().head.origins]


def test_a_claim_of_this_story_in_a_report_of_a_related_one() -> None:
    ledger = dispute()
    apart = replace(
        ledger,
        stories=(
            replace(ledger.stories[0], articles=("pilot", "gazette", "wire", "ledger")),
            replace(ledger.stories[0], id="denial", articles=("echo",)),
        ),
    )
    made = make_brief(apart, "quell").stories[0]
    assert [r.label for r in made.related] == ["The Marrow Echo"]
    assert [c.label for c in made.claims[0].related] == ["The Marrow Echo"]
    assert made.claims[0].related[0].entries[0].voice is Voice.DENIED
    assert made.claims[0].report_count == 4
    assert made.head.report_count == 4
    marked = "".join(s.text for p in made.related[0].paragraphs for s in p if s.cites)
    assert "a patrol had fired on Quell Island" in marked


def test_contested_comes_first_and_singles_stand_apart() -> None:
    made = story()
    assert [(c.key, c.status) for c in made.claims] == [
        ("C1", ClaimStatus.CONTESTED),
        ("C2", ClaimStatus.AGREED),
    ]
    assert [c.gist for c in made.singles] == ["The ferry to Quell stopped running on 3 March."]


def test_each_cell_has_its_voice_its_speaker_and_its_words() -> None:
    contested = story().claims[0]
    cells = {c.label: c for c in contested.cells}
    assert cells["ledger"].silence is SilenceReason.EARLIER
    assert (cells["ledger"].because, cells["ledger"].repeats) == (word("silence", "earlier"), None)
    first = cells["Harbour Pilot"].entries[0]
    assert (first.voice, first.who) == (Voice.ATTRIBUTED, MARN)
    own = cells["Tolvane Gazette"].entries[0]
    assert (own.voice, own.who, own.confidence) == (Voice.OWN, None, None)
    assert own.cites[0].words == "Marrow’s coast patrol shelled Quell Island on Sunday night"
    assert own.cites[0].place == "gazette.txt:15-73"
    assert [len(e.cites) for e in cells["Fallow Wire"].entries] == [1, 2]


def test_a_report_that_left_a_claim_out_of_what_it_repeats_is_shown_so() -> None:
    cells = {c.label: c for c in story().claims[1].cells}
    assert (cells["Fallow Wire"].because, cells["Fallow Wire"].repeats) == (
        word("silence", "left_out"),
        "Harbour Pilot",
    )
    for page in (to_markdown(dispute(), "quell"), to_html(dispute(), "quell")):
        assert word("silence", "left_out") in page
    shown = io.StringIO()
    show_brief(dispute(), "quell", Console(file=shown, width=100), texts=False)
    assert f"{word('silence', 'left_out')}: Harbour Pilot" in " ".join(shown.getvalue().split())


def test_a_denials_low_confidence_is_kept() -> None:
    denied = story().claims[0].cells[1].entries[1]
    assert denied.voice is Voice.DENIED
    assert denied.confidence == 0.55


def test_reports_run_by_date_and_copies_name_their_source() -> None:
    reports = story().reports
    assert [r.label for r in reports] == [
        "ledger",
        "Harbour Pilot",
        "Tolvane Gazette",
        "Fallow Wire",
        "The Marrow Echo",
    ]
    assert reports[4].copy_of is not None
    assert (reports[4].copy_of.key, reports[4].copy_of.note) == ("R4", "Fallow Wire")


def test_quotations_that_differ_are_collated_and_copies_share_a_version() -> None:
    denial, dead = story().quotations
    assert denial.who.name == "Joss Teyne"
    assert [v.labels for v in denial.versions] == [("Fallow Wire", "The Marrow Echo"), ("Tolvane Gazette",)]
    assert denial.versions[0].is_base
    assert [(v.base, v.here) for v in dead.versions[1].variants] == [
        ("shall", "will"),
        ("any", "a single one"),
    ]


def test_the_timeline_leaves_open_what_is_open() -> None:
    groups = story().timeline
    assert [g.label for g in groups] == [
        "2 March 2031, night",
        "3 March 2031",
        "3 March, year open",
        "future, date open",
    ]
    assert groups[2].entries[0].given[0].words == "3 March"
    assert groups[2].entries[0].label == "Harbour Pilot"


def test_what_did_not_happen_is_not_dated_like_what_did() -> None:
    ledger = dispute()
    denied = tuple(replace(event, status=Status.DENIED) for event in ledger.events)
    for events, whats in ((ledger.events, {"assault, aerial"}), (denied, {"assault, aerial: denied"})):
        (made,) = make_brief(replace(ledger, events=events), None).stories
        dated = [e for g in made.timeline for e in g.entries if e.kind is TimelineKind.EVENT]
        assert {e.what for e in dated} == whats


def test_one_report_dates_one_thing_once() -> None:
    ledger = dispute()
    again = replace(ledger.timeline[0].date, span=ledger.events[2].trigger)
    both = replace(ledger, timeline=(ledger.timeline[0], replace(ledger.timeline[0], date=again)))
    (group,) = make_brief(both, None).stories[0].timeline
    (entry,) = group.entries
    assert [c.words for c in entry.given] == ["Sunday night", "shelled"]
    assert [c.words for c in entry.words] == ["shelled"]


def test_who_said_what() -> None:
    speakers = story().speakers
    assert [s.who.name if s.who else None for s in speakers] == [
        "Joss Teyne",
        "Ilse Marn",
        "Marrow’s admiralty",
        "officials in Great Fallow",
    ]
    said = [s for part in speakers[1].reports for s in part.said]
    assert [s.claims for s in said] == [("C1",), ("C2",), ("C2",), ("C1",)]
    assert speakers[1].aliases == ("Marn",)


def test_every_cite_is_exact_and_its_words_are_marked() -> None:
    texts = {a.id: a.text for a in dispute().articles}
    made = story()
    by_key = {r.key: r for r in made.reports}
    for cite in made.cites:
        report = by_key[cite.report]
        text = texts[report.file.removesuffix(".txt")]
        assert text[cite.start : cite.end] == cite.words
        marked = "".join(s.text for p in report.paragraphs for s in p if cite.number in s.cites)
        assert marked == cite.words


def test_the_brief_does_not_hang_on_the_ledgers_order() -> None:
    ledger = dispute()
    other = replace(
        ledger, claims=ledger.claims[::-1], articles=ledger.articles[::-1], statements=ledger.statements[::-1]
    )
    assert make_brief(other, None) == make_brief(ledger, None)


def test_two_stories_share_no_key() -> None:
    one, two = make_brief(twice(), None).stories
    for part in ("reports", "claims", "singles", "quotations", "incidents", "speakers"):
        keys = [x.key for x in (*getattr(one, part), *getattr(two, part))]
        assert keys
        assert len(keys) == len(set(keys))
    assert {c.number for c in one.cites}.isdisjoint(c.number for c in two.cites)
    assert two.head.origins == one.head.origins


@pytest.mark.parametrize("poison", POISONS)
def test_no_key_comes_from_the_input(poison: str) -> None:
    (made,) = make_brief(poisoned(poison), None).stories
    keys = [
        made.key,
        *(r.key for r in made.reports),
        *(c.key for c in made.claims),
        *(s.key for s in made.speakers),
    ]
    assert all(k[0] in "TRCP" and k[1:].isdigit() for k in keys)


def test_references_to_what_is_not_there_do_no_harm() -> None:
    ledger = dispute()
    bare = replace(ledger, entities=(), events=(), timeline=ledger.timeline)
    (made,) = make_brief(bare, None).stories
    assert made.claims[0].cells[1].entries[0].who == Who("Tolvane’s interior minister, Ilse Marn,", False)
    assert not made.incidents


def test_an_unknown_story_is_an_error() -> None:
    with pytest.raises(UsageError) as caught:
        make_brief(dispute(), "nothing")
    assert caught.value.remedy


def test_no_stories_no_brief() -> None:
    assert make_brief(replace(dispute(), stories=()), None).stories == ()


def hedged() -> Ledger:
    """The dispute, with a claim told "reportedly" to the press within another statement, and an open toll."""
    ledger = dispute()
    reportedly, upwards = Span(900, 910, "reportedly"), Span(920, 929, "upward of")
    said = [s for s in ledger.statements if s.article == "wire"]
    inner = replace(
        said[0], hedges=(reportedly,), addressee=(Span(930, 939, "the press"),), within=said[-1].id
    )
    statements = tuple(inner if s.id == inner.id else s for s in ledger.statements)
    events = tuple(replace(e, harm=tuple(replace(h, hedge=upwards) for h in e.harm)) for e in ledger.events)
    return with_incidents(replace(ledger, statements=statements, events=events))


def test_hedges_that_no_quote_shows_are_shown() -> None:
    (made,) = make_brief(hedged(), None).stories
    entries = [e for row in (*made.claims, *made.singles) for c in row.cells for e in c.entries]
    assert [e.hedges for e in entries if e.hedges] == [("reportedly",)]
    assert {f.hedges for i in made.incidents for t in i.tolls for f in t.figures} == {("upward of",)}
    said = [s for speaker in made.speakers for part in speaker.reports for s in part.said]
    (told,) = [s for s in said if s.hedges]
    assert (told.hedges, told.addressee) == (("reportedly",), "the press")
    assert told.within in {s.key for s in said} - {told.key}


def test_hedges_within_what_is_quoted_are_not_repeated() -> None:
    ledger = dispute()
    statements = tuple(replace(s, hedges=s.content) for s in ledger.statements)
    events = tuple(replace(e, harm=tuple(replace(h, hedge=h.span) for h in e.harm)) for e in ledger.events)
    changed = with_incidents(replace(ledger, statements=statements, events=events))
    assert make_brief(changed, None) == make_brief(ledger, None)


def test_every_form_of_the_brief_shows_hedges() -> None:
    page = io.StringIO()
    show_brief(hedged(), None, Console(file=page, width=200))
    for drawn in (page.getvalue(), to_markdown(hedged(), None), to_html(hedged(), None)):
        for words in ("reportedly", "upward of", "addressee: ", "the press", "told within"):
            assert words in drawn


def test_a_claims_date_comes_with_the_words_in_which_it_stands() -> None:
    ledger = dispute()
    claim = next(c for c in ledger.claims if len({r.span for r in c.readings if r.article == "wire"}) > 1)
    own = [r for r in claim.readings if r.article == "wire"]
    date = Date("2031-03-02", Grain.DAY, Span.of(own[-1].span.exact, 0, 3))
    date = replace(date, span=Span(own[-1].span.start, own[-1].span.start + 3, date.span.exact))
    entry = TimelineEntry(date, TimelineKind.CLAIM, claim.id)
    (made,) = make_brief(replace(ledger, timeline=(entry,)), None).stories
    (words,) = made.timeline[0].entries[0].words
    assert words.words == own[-1].span.exact
