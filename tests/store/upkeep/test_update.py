from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.generated.reports import as_article, make_reports
from sayso.collate.ledger import collate, collate_part
from sayso.collate.stories.profiles import profile
from sayso.collate.stories.sketches import make_sketch
from sayso.core.correction import Action, Correction, Selector, Subject
from sayso.core.read_article import ReadArticle
from sayso.store.desk import Desk, open_desk
from sayso.store.forms import dump_ledger
from sayso.store.ledgers import Collation, foretell, ledger_of, stories_of
from sayso.store.records import ChangeKind
from sayso.store.upkeep.sketch_form import pack, unpack
from sayso.store.vectors import packed, unpacked

COUNT = 30
UNDATED = {5, 17}
REPORTS = [  # over more days than two that are compared lie apart
    replace(read, reading=replace(read.reading, published=None)) if number in UNDATED else read
    for number, read in enumerate(make_reports(COUNT, seed=12, opened=3, every=40))
]
STORED = [unpacked(packed(read)) for read in REPORTS]
COLLATION = Collation(collate, "c1", collate_part)


def put(desk: Desk, *numbers: int) -> None:
    """Put reports with their readings onto a desk, in this order."""
    reads = {REPORTS[n].reading.id: REPORTS[n] for n in numbers}
    desk.take([as_article(read) for read in reads.values()], "run")
    desk.keep_readings([(p, packed(reads[p.article.id])) for p in desk.pending("", limit=COUNT)])


def merge(one: ReadArticle, other: ReadArticle, made: int = 0) -> Correction:
    parts = ((Selector(one.reading.id),), (Selector(other.reading.id),))
    when = f"2031-06-01T00:00:{made:02}.000000+00:00"
    return Correction(f"merge {made}", Action.MERGE, Subject.STORY, parts, "ada", when, "one event")


ORDERS = st.permutations(range(COUNT))
CUTS = st.lists(st.integers(1, COUNT - 1), max_size=4)


@settings(max_examples=8, deadline=None)
@given(ORDERS, CUTS, st.integers(0, 3))
def test_the_same_ledger_from_any_order_and_any_batches(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cuts: list[int], corrected: int
) -> None:
    wanted = merge(REPORTS[0], REPORTS[-1])
    edges = sorted({0, COUNT, *cuts})
    with open_desk(tmp_path_factory.mktemp("desk") / "desk.sqlite", create=True) as desk:
        for number, (start, end) in enumerate(pairwise(edges)):
            put(desk, *order[start:end])
            if number == corrected:
                desk.keep_corrections([wanted])
            stories_of(desk, COLLATION)
        found = ledger_of(desk, COLLATION)
        corrections = desk.corrections()
        lines = stories_of(desk, COLLATION)
    whole = collate(STORED, corrections)
    assert dump_ledger(found) == dump_ledger(whole)
    assert [line.id for line in lines] == [story.id for story in whole.stories]


def test_a_report_recollates_only_what_it_touches(desk: Desk) -> None:
    sizes: list[int] = []

    def watched(affairs, corrections=()):  # type: ignore[no-untyped-def]
        sizes.append(sum(map(len, affairs)))
        return collate_part(affairs, corrections)

    collation = Collation(collate, "c1", watched)
    put(desk, *range(COUNT - 1))
    assert desk.bring_up_to_date(collation)
    assert sum(sizes) == COUNT - 1
    sizes.clear()
    put(desk, COUNT - 1)
    desk.bring_up_to_date(collation)
    assert 0 < sum(sizes) < COUNT / 2
    sizes.clear()
    assert not desk.bring_up_to_date(collation)
    assert sizes == []


@pytest.mark.parametrize("others", [(), (0,), (0, 1)])
def test_what_a_correction_would_do_is_foretold_from_its_affairs_alone(
    desk: Desk, others: tuple[int, ...]
) -> None:
    sizes: list[int] = []

    def watched(affairs, corrections=()):  # type: ignore[no-untyped-def]
        sizes.append(sum(map(len, affairs)))
        return collate_part(affairs, corrections)

    put(desk, *range(COUNT))
    desk.keep_corrections([merge(REPORTS[n], REPORTS[n + 4], n) for n in others])
    collation = Collation(collate, "c1", watched)
    stories_of(desk, collation)
    sizes.clear()
    trials = [merge(REPORTS[1], REPORTS[-1], 9)]
    trials += [
        replace(trials[0], id="undo", action=Action.UNDO, subject=None, parts=(), undoes=f"merge {n}")
        for n in others
    ]
    for trial in trials:
        found = {c.correction.id: c for c in foretell(desk, collation, trial).corrections}
        whole = collate(STORED, [*desk.corrections(), trial]).corrections
        wanted = {c.correction.id: c for c in whole if c.correction.id in found}
        assert trial.id in found
        assert found == wanted
    assert len(sizes) == len(trials)
    assert max(sizes) < COUNT


def test_what_is_about_no_report_is_foretold_too(desk: Desk) -> None:
    put(desk, 0)
    gone = merge(REPORTS[5], REPORTS[6])
    desk.keep_corrections([gone])
    undoing = replace(gone, id="undo", action=Action.UNDO, subject=None, parts=(), undoes=gone.id)
    for trial in (merge(REPORTS[7], REPORTS[8], 1), undoing):
        found = {c.correction.id: c for c in foretell(desk, COLLATION, trial).corrections}
        whole = collate(STORED[:1], [*desk.corrections(), trial]).corrections
        assert found == {c.correction.id: c for c in whole}


def test_another_version_collates_all_anew(desk: Desk) -> None:
    put(desk, 0, 1, 2)
    assert desk.bring_up_to_date(COLLATION)
    assert desk.bring_up_to_date(Collation(collate, "c2", collate_part))
    assert not desk.is_up_to_date(COLLATION)


def test_a_former_id_of_a_story_stays_good(desk: Desk) -> None:
    numbers = [n for n in range(COUNT) if REPORTS[n].reading.id.split("-")[1] == "000004"]
    put(desk, numbers[0])
    (first,) = stories_of(desk, COLLATION)
    put(desk, numbers[1])
    stories_of(desk, COLLATION)
    put(desk, *numbers[2:])
    now = stories_of(desk, COLLATION)
    assert first.id not in {line.id for line in now}
    assert len(ledger_of(desk, COLLATION, first.id).stories[0].articles) > 1
    assert len(ledger_of(desk, COLLATION, first.id[:8]).stories[0].articles) > 1
    kinds = [change.kind for change in desk.changes()]
    assert kinds[:2] == [ChangeKind.OPENED, ChangeKind.GROWN]


def test_a_correction_that_joins_stories_is_told(desk: Desk) -> None:
    put(desk, 0, COUNT - 1)
    before = stories_of(desk, COLLATION)
    desk.keep_corrections([merge(REPORTS[0], REPORTS[-1])])
    (after,) = stories_of(desk, COLLATION)
    joined = [c for c in desk.changes() if c.kind is ChangeKind.JOINED]
    assert [(c.story, set(c.others)) for c in joined] == [(after.id, {line.id for line in before})]
    assert [c.after for c in desk.changes() if c.kind is ChangeKind.CORRECTION] == [("applied",)]


def test_a_story_without_news_goes_quiet_once(desk: Desk) -> None:
    put(desk, *range(COUNT))
    stories_of(desk, COLLATION)
    quiet = [c.story for c in desk.changes() if c.kind is ChangeKind.QUIET]
    assert quiet
    assert len(set(quiet)) == len(quiet)
    newest = max(line.last or "" for line in stories_of(desk, COLLATION))
    assert all(line.last != newest for line in stories_of(desk, COLLATION) if line.id in quiet)


def test_what_was_looked_at_is_not_new_again(desk: Desk) -> None:
    put(desk, 0)
    stories_of(desk, COLLATION)
    last = desk.changes()[-1].number
    desk.note_looked(last)
    assert desk.changes(after=desk.looked()) == []
    put(desk, 1)
    stories_of(desk, COLLATION)
    assert desk.changes(after=desk.looked())
    assert desk.looked() == last


def test_a_sketch_comes_back_as_it_went() -> None:
    for read in STORED[:3]:
        sketch = make_sketch(profile(read))
        again = unpack(pack(sketch))
        assert (again.id, again.keys, again.ends, again.day) == (
            sketch.id,
            sketch.keys,
            sketch.ends,
            sketch.day,
        )
        assert (again.codes == sketch.codes).all()
        assert (again.vectors == sketch.vectors).all()
        assert (again.weights == sketch.weights).all()


def test_a_storys_changes_are_found_under_its_id_of_now(desk: Desk) -> None:
    put(desk, 0)
    stories_of(desk, COLLATION)
    for number in range(1, COUNT):
        put(desk, number)
        desk.bring_up_to_date(COLLATION)
    lines = desk.part_stories()
    found = desk.changes_of([line.id for line in lines])
    assert found.keys() == {line.id for line in lines}
    assert all([c.number for c in held] == sorted(c.number for c in held) for held in found.values())
    former = {c.story for held in found.values() for c in held} - found.keys()
    assert former  # ids that stories had before
    assert sum(map(len, found.values())) == len(desk.changes())
    assert desk.changes_of(()) == {}
