"""Corrections replayed over whole ledgers, as users meet them."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.collate.ledger import collate
from sayso.core.correction import Action, Correction, CorrectionState, Selector, Subject
from sayso.core.ledger import Claim, Ledger
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act, EntityKind, Voice

Passage = Callable[[str, str], Selector]
Correct = Callable[..., Correction]

TRUCE_A = "We hold to the truce and we will hold to it tomorrow"
TRUCE_B = "We hold to the truce and will hold to it tomorrow"
DEAD_A, DEAD_C = "Four fishermen were killed in the harbour", "nine fishermen were killed in the harbour"
SHELLED = "Veltrian gunboats shelled the harbour of Tamsin overnight"


def claim_with(ledger: Ledger, words: str) -> Claim:
    (found,) = (c for c in ledger.claims if any(words in r.span.exact for r in c.readings))
    return found


def state(ledger: Ledger, correction: Correction) -> CorrectionState:
    (found,) = (c.state for c in ledger.corrections if c.correction.id == correction.id)
    return found


def test_without_corrections_nothing_is_marked(harbour: list[ReadArticle]) -> None:
    ledger = collate(harbour)
    assert ledger.corrections == ()
    assert not any(c.corrected for c in ledger.claims)


def test_merged_claims_are_one_and_say_by_whom(
    harbour: list[ReadArticle], passage: Passage, correct: Correct
) -> None:
    made = correct(Action.MERGE, Subject.CLAIM, [passage("a", TRUCE_A)], [passage("a", DEAD_A)])
    ledger = collate(harbour, [made])
    claim = claim_with(ledger, TRUCE_A)
    assert claim == claim_with(ledger, DEAD_A)
    assert claim.corrected == (made.id,)
    assert {r.article for r in claim.readings} == {"a", "b", "c"}, "what stood with them comes along"
    (told,) = ledger.corrections
    assert (told.state, told.refs, told.correction.author) == (
        CorrectionState.APPLIED,
        (claim.id,),
        "I. Marn",
    )


def test_a_split_binds_what_is_read_later(
    harbour: list[ReadArticle], passage: Passage, correct: Correct
) -> None:
    made = correct(Action.SPLIT, Subject.CLAIM, [passage("b", TRUCE_B)], [passage("a", TRUCE_A)])
    ledger = collate(harbour, [made])
    assert claim_with(ledger, TRUCE_A) != claim_with(ledger, TRUCE_B)
    twin = replace(harbour[1], reading=replace(harbour[1].reading, id="e", outlet="Marl Evening"))
    later = collate([*harbour, twin], [made])
    assert {r.article for r in claim_with(later, TRUCE_A).readings} == {"a"}
    others = [c for c in later.claims if any(TRUCE_B in r.span.exact for r in c.readings)]
    assert {r.article for c in others for r in c.readings} == {"b", "e"}


def test_undoing_and_undoing_that(harbour: list[ReadArticle], passage: Passage, correct: Correct) -> None:
    split = correct(Action.SPLIT, Subject.CLAIM, [passage("b", TRUCE_B)], [passage("a", TRUCE_A)])
    undo = correct(Action.UNDO, None, undoes=split.id)
    redo = correct(Action.UNDO, None, undoes=undo.id)
    undone = collate(harbour, [split, undo])
    assert claim_with(undone, TRUCE_A) == claim_with(undone, TRUCE_B)
    assert state(undone, split) is CorrectionState.UNDONE
    assert undone.corrections[0].by == undo.id
    redone = collate(harbour, [split, undo, redo])
    assert state(redone, split) is CorrectionState.APPLIED
    assert state(redone, undo) is CorrectionState.UNDONE
    assert claim_with(redone, TRUCE_A) != claim_with(redone, TRUCE_B)


def test_of_contradicting_corrections_the_later_holds_and_the_earlier_is_shown(
    harbour: list[ReadArticle], passage: Passage, correct: Correct
) -> None:
    accuse = correct(Action.SET, Subject.STATEMENT, [passage("a", TRUCE_A)], field="act", value="accuse")
    praise = correct(Action.SET, Subject.STATEMENT, [passage("a", TRUCE_A)], field="act", value="praise")
    ledger = collate(harbour, [praise, accuse])
    said = next(s for s in ledger.statements if TRUCE_A in s.content[0].exact)
    assert said.act is Act.PRAISE
    assert said.corrected == (praise.id,)
    assert state(ledger, accuse) is CorrectionState.OVERRULED
    assert ledger.corrections[0].by == praise.id


def test_a_speaker_is_whoever_is_named(
    harbour: list[ReadArticle], passage: Passage, correct: Correct
) -> None:
    where = [passage("b", TRUCE_B)]
    known = correct(
        Action.SET, Subject.STATEMENT, where, [passage("c", "Odo Karsk")], field="speaker", value="Odo Karsk"
    )
    ledger = collate(harbour, [known])
    said = next(s for s in ledger.statements if TRUCE_B in s.content[0].exact)
    speaker = next(e for e in ledger.entities if e.id == said.speaker)
    assert speaker.name == "Odo Karsk"
    assert {article for article, _ in speaker.members} >= {"a", "b", "c"}
    nobody = correct(Action.SET, Subject.STATEMENT, where, field="speaker")
    ledger = collate(harbour, [known, nobody])
    assert next(s for s in ledger.statements if TRUCE_B in s.content[0].exact).speaker is None


def test_a_rejected_statement_leaves_with_what_was_made_of_it(
    harbour: list[ReadArticle], passage: Passage, correct: Correct
) -> None:
    made = correct(Action.REJECT, Subject.STATEMENT, [passage("c", DEAD_C)])
    ledger = collate(harbour, [made])
    assert not any(DEAD_C in s.content[0].exact for s in ledger.statements)
    assert not any(DEAD_C in r.span.exact for c in ledger.claims for r in c.readings)
    assert state(ledger, made) is CorrectionState.APPLIED


def test_a_rejected_reading_leaves_its_claim_and_a_rejected_claim_leaves(
    harbour: list[ReadArticle], passage: Passage, correct: Correct
) -> None:
    one = correct(Action.REJECT, Subject.READING, [passage("b", TRUCE_B)])
    assert {r.article for r in claim_with(collate(harbour, [one]), TRUCE_A).readings} == {"a"}
    every = [passage("a", TRUCE_A), passage("b", TRUCE_B)]
    ledger = collate(harbour, [correct(Action.REJECT, Subject.CLAIM, every)])
    assert not any("truce" in r.span.exact for c in ledger.claims for r in c.readings)


def test_a_voice_is_set_and_the_status_follows(
    harbour: list[ReadArticle], passage: Passage, correct: Correct
) -> None:
    made = correct(Action.SET, Subject.READING, [passage("b", TRUCE_B)], field="voice", value="denied")
    claim = claim_with(collate(harbour, [made]), TRUCE_B)
    assert claim.status == "contested"
    assert [(r.article, r.voice) for r in claim.readings if r.corrected] == [("b", Voice.DENIED)]


def test_entities_are_merged_split_and_named(
    harbour: list[ReadArticle], passage: Passage, correct: Correct
) -> None:
    stent, karsk = [passage("a", "Ilvar Stent")], [passage("a", "Odo Karsk")]
    merge = correct(Action.MERGE, Subject.ENTITY, stent, karsk)
    name = correct(Action.SET, Subject.ENTITY, stent, field="name", value="Ilvar Karsk-Stent")
    kind = correct(Action.SET, Subject.ENTITY, stent, field="kind", value="organisation")
    ledger = collate(harbour, [merge, name, kind])
    (entity,) = (e for e in ledger.entities if {"Ilvar Stent", "Odo Karsk"} <= set(e.aliases))
    assert (entity.name, entity.kind) == ("Ilvar Karsk-Stent", EntityKind.ORGANISATION)
    assert set(entity.corrected) == {merge.id, name.id, kind.id}
    split = correct(
        Action.SPLIT, Subject.ENTITY, [passage("c", "Ilvar Stent")], [*stent, passage("b", "Ilvar Stent")]
    )
    ledger = collate(harbour, [split])
    assert len([e for e in ledger.entities if e.name == "Ilvar Stent"]) == 2


def test_a_place_lies_where_a_person_says(
    harbour: list[ReadArticle], passage: Passage, correct: Correct
) -> None:
    tamsin = [passage("a", "Tamsin")]
    placed = correct(Action.SET, Subject.ENTITY, tamsin, field="place", value="GeoNames 3143244")
    ledger = collate(harbour, [placed])
    (entity,) = (e for e in ledger.entities if e.name == "Tamsin")
    assert entity.place is not None
    assert (entity.place.name, entity.place_why) == ("Oslo", "set by hand")
    assert entity.corrected == (placed.id,)
    nowhere = correct(Action.SET, Subject.ENTITY, tamsin, field="place")
    (entity,) = (e for e in collate(harbour, [placed, nowhere]).entities if e.name == "Tamsin")
    assert (entity.place, entity.place_why) == (None, "set by hand")


def test_stories_are_merged_split_and_titled(harbour: list[ReadArticle], correct: Correct) -> None:
    merge = correct(Action.MERGE, Subject.STORY, [Selector("a")], [Selector("d")])
    title = correct(Action.SET, Subject.STORY, [Selector("d")], field="title", value="All of it")
    ledger = collate(harbour, [merge, title])
    story = next(s for s in ledger.stories if "a" in s.articles)
    assert "d" in story.articles
    assert story.title == "All of it"
    assert set(story.corrected) == {merge.id, title.id}
    split = correct(Action.SPLIT, Subject.STORY, [Selector("c")], [Selector("a"), Selector("b")])
    parted = collate(harbour, [split])
    assert next(s.articles for s in parted.stories if "c" in s.articles) == ("c",)


def test_a_report_is_no_copy_and_has_another_outlet(harbour: list[ReadArticle], correct: Correct) -> None:
    twin = replace(harbour[0], reading=replace(harbour[0].reading, id="e", published="2031-03-04"))
    assert {a.id: a.copied_from for a in collate([*harbour, twin]).articles}["e"] == "a"
    no_copy = correct(Action.SET, Subject.REPORT, [Selector("e")], field="copied_from")
    outlet = correct(Action.SET, Subject.REPORT, [Selector("e")], field="outlet", value="Marl Evening")
    (report,) = (a for a in collate([*harbour, twin], [no_copy, outlet]).articles if a.id == "e")
    assert (report.copied_from, report.outlet) == (None, "Marl Evening")
    assert set(report.corrected) == {no_copy.id, outlet.id}


def test_what_is_not_there_is_shown_and_not_dropped(
    harbour: list[ReadArticle], passage: Passage, correct: Correct
) -> None:
    gone = correct(
        Action.REJECT, Subject.STATEMENT, [replace(passage("a", TRUCE_A), exact="Not their words")]
    )
    elsewhere = correct(Action.MERGE, Subject.STORY, [Selector("a")], [Selector("not here")])
    half = correct(
        Action.MERGE, Subject.CLAIM, [passage("a", TRUCE_A)], [passage("a", DEAD_A), Selector("z", 0, 1, "z")]
    )
    ledger = collate(harbour, [gone, elsewhere, half])
    assert [c.state for c in ledger.corrections] == ["lost", "lost", "applied"]
    assert [bool(c.why) for c in ledger.corrections] == [True, True, False]
    assert [m.article for m in ledger.corrections[2].missing] == ["z"]
    assert collate([], [gone]).corrections[0].state is CorrectionState.LOST


def test_a_claim_split_in_words_that_a_newer_reader_cuts_otherwise(
    harbour: list[ReadArticle], passage: Passage, correct: Correct
) -> None:
    longer = replace(passage("a", TRUCE_A), exact=f"{TRUCE_A},”", end=passage("a", TRUCE_A).end + 2)
    made = correct(Action.MERGE, Subject.CLAIM, [longer], [passage("a", DEAD_A)])
    assert state(collate(harbour, [made]), made) is CorrectionState.APPLIED


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(data=st.data())
def test_the_same_ledger_from_any_order(
    harbour: list[ReadArticle], passage: Passage, correct: Correct, data: st.DataObject
) -> None:
    stent, karsk = [passage("a", "Ilvar Stent")], [passage("a", "Odo Karsk")]
    made = [
        correct(Action.SPLIT, Subject.CLAIM, [passage("b", TRUCE_B)], [passage("a", TRUCE_A)]),
        correct(Action.MERGE, Subject.CLAIM, [passage("b", TRUCE_B)], [passage("a", DEAD_A)]),
        correct(Action.MERGE, Subject.ENTITY, stent, karsk),
        correct(Action.SPLIT, Subject.STORY, [Selector("c")], [Selector("a"), Selector("b")]),
        correct(Action.SET, Subject.STATEMENT, [passage("a", TRUCE_A)], field="act", value="promise"),
        correct(Action.REJECT, Subject.READING, [passage("b", SHELLED)]),
    ]
    reads = data.draw(st.permutations(harbour))
    assert collate(reads, data.draw(st.permutations(made))) == collate(harbour, made)
