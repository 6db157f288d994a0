from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.collate.ledger import collate
from sayso.core.ledger import Claim, ClaimStatus, Ledger, SilenceReason
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Voice


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
