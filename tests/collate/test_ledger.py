from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.collate.ledger import collate
from sayso.core.ledger import Claim, ClaimStatus, Ledger, SilenceReason
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Effect, Event, Harm, Statement, Status, Voice
from tests.collate.conftest import MakeRead, span_in

MakeStatement = Callable[..., Statement]


def _claim_with(ledger: Ledger, words: str) -> Claim:
    found = [c for c in ledger.claims if any(words in r.span.exact for r in c.readings)]
    assert len(found) == 1
    return found[0]


def test_no_reports_give_an_empty_ledger() -> None:
    assert collate([]) == Ledger((), (), (), (), (), (), ())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(order=st.permutations(range(4)))
def test_same_ledger_from_any_order(harbour: list[ReadArticle], order: list[int]) -> None:
    assert collate([harbour[i] for i in order]) == collate(harbour)


def test_ids_are_unique_and_point_to_what_exists(harbour: list[ReadArticle]) -> None:
    ledger = collate(harbour)
    for things in (ledger.stories, ledger.entities, ledger.statements, ledger.events, ledger.claims):
        assert len({t.id for t in things}) == len(things)
    entities, statements = {e.id for e in ledger.entities}, {s.id for s in ledger.statements}
    texts = {a.id: a.text for a in ledger.articles}
    for claim in ledger.claims:
        for reading in claim.readings:
            assert texts[reading.article][reading.span.start : reading.span.end] == reading.span.exact
            assert reading.speaker is None or reading.speaker in entities
            assert reading.statement is None or reading.statement in statements
        assert sorted(i for o in claim.origins for i in o.readings) == list(range(len(claim.readings)))


def test_accusation_own_voice_and_denials_are_one_contested_claim(harbour: list[ReadArticle]) -> None:
    claim = _claim_with(collate(harbour), "gunboats shelled")
    voices = {(r.article, r.voice) for r in claim.readings}
    assert claim.status is ClaimStatus.CONTESTED
    assert {("a", Voice.ATTRIBUTED), ("b", Voice.OWN), ("c", Voice.ATTRIBUTED)} <= voices
    assert {("a", Voice.DENIED), ("b", Voice.DENIED), ("c", Voice.DENIED)} <= voices


def test_a_denial_that_only_points_is_read_with_who_denies(harbour: list[ReadArticle]) -> None:
    claim = _claim_with(collate(harbour), "gunboats shelled")
    denied = {r.span.exact for r in claim.readings if r.voice is Voice.DENIED}
    assert {
        "Veltria’s navy rejected the allegations",
        "Nothing of the kind happened.",
        "Ilvar Stent dismissed the claims",
    } <= denied


def test_one_interview_in_two_outlets_is_one_origin(harbour: list[ReadArticle]) -> None:
    claim = _claim_with(collate(harbour), "hold to it tomorrow")
    assert {r.article for r in claim.readings} == {"a", "b"}
    assert [o.name for o in claim.origins] == ["Ilvar Stent"]
    assert claim.status is ClaimStatus.AGREED


def test_a_report_that_does_not_carry_a_claim_is_silent(harbour: list[ReadArticle]) -> None:
    claim = _claim_with(collate(harbour), "hold to it tomorrow")
    assert [(s.article, s.why) for s in claim.silent] == [("c", SilenceReason.SILENT)]


def test_figures_that_differ_are_varied(harbour: list[ReadArticle]) -> None:
    claim = _claim_with(collate(harbour), "nine fishermen")
    assert {r.article for r in claim.readings} >= {"a", "c"}
    assert claim.status is ClaimStatus.VARIED


def test_gist_is_words_of_a_reading(harbour: list[ReadArticle]) -> None:
    for claim in collate(harbour).claims:
        assert claim.gist in {r.span.exact for r in claim.readings}


def test_two_readings_of_one_id_leave_one(harbour: list[ReadArticle]) -> None:
    assert collate([*harbour, harbour[0]]) == collate(harbour)


def test_what_a_statement_stands_within_is_the_ledgers(make_read: MakeRead, statement: MakeStatement) -> None:
    text = "Ilvar Stent told envoys that Tamsin may have denied that at least four boats were lost."
    outer = statement(text, 1, "Ilvar Stent", "told", text[29:-1], speaker=None)
    inner = statement(text, 2, "Tamsin", "denied", text[57:-1], speaker=None)
    outer = replace(outer, addressee=(span_in(text, "envoys"),), hedges=(span_in(text, "may have"),))
    inner = replace(inner, within="s1", hedges=(span_in(text, "at least"),))
    read = make_read("a", text, statements=[outer, inner])
    ledger = collate([read])
    first, second = ledger.statements
    assert (first.within, second.within) == (None, first.id)
    assert [s.exact for s in first.addressee] == ["envoys"]
    assert [h.exact for h in first.hedges] == ["may have"]
    gone = replace(read, reading=replace(read.reading, statements=(inner,)))
    assert collate([gone]).statements[0].within is None


def test_a_reading_has_the_hedges_within_it(make_read: MakeRead, statement: MakeStatement) -> None:
    text = "Ilvar Stent reportedly said that at least four boats were lost.\n\nUp to nine sailors drowned at Marl."
    said = statement(text, 1, "Ilvar Stent", "said", "at least four boats were lost", speaker=None)
    said = replace(said, hedges=(span_in(text, "reportedly"), span_in(text, "at least")))
    harm = Harm(
        Effect.KILLED, None, 9, None, span_in(text, "Up to nine sailors drowned"), span_in(text, "Up to")
    )
    drowned = Event(
        "e1",
        None,
        None,
        span_in(text, "drowned"),
        (),
        (),
        (),
        None,
        (harm,),
        (),
        (),
        Status.REPORTED,
        None,
    )
    ledger = collate([make_read("a", text, statements=[said], events=[drowned])])
    told = {r.span.exact: [h.exact for h in r.hedges] for c in ledger.claims for r in c.readings}
    assert told["at least four boats were lost"] == ["at least"], "a word around the cue is the statement's"
    assert [hedges for words, hedges in told.items() if words.startswith("Up to nine")] == [["Up to"]]
