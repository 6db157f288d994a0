from hypothesis import given
from hypothesis import strategies as st

from sayso.collate.units import find_units, reports_of, share_out
from sayso.core.correction import Action, Correction, Selector, Subject

AFFAIRS = [("a", "b"), ("c",), ("d", "e"), ("f",)]


def correction(own: str, *articles: str, made: int = 0, value: str | None = None) -> Correction:
    parts = tuple((Selector(article),) for article in articles)
    when = f"2031-01-01T00:00:{made:02}.000000+00:00"
    return Correction(own, Action.MERGE, Subject.STORY, parts, "ada", when, "", value=value)


def undoing(own: str, undoes: str, made: int) -> Correction:
    when = f"2031-01-01T00:00:{made:02}.000000+00:00"
    return Correction(own, Action.UNDO, None, (), "ada", when, "", undoes=undoes)


def test_each_affair_is_a_unit_unless_a_correction_ties_it() -> None:
    assert find_units(AFFAIRS, []) == [[("a", "b")], [("c",)], [("d", "e")], [("f",)]]
    tied = find_units(AFFAIRS, [correction("1", "b", "d"), correction("2", "f", value="e")])
    assert tied == [[("a", "b"), ("d", "e"), ("f",)], [("c",)]]


def test_corrections_go_to_their_units_and_undoings_along() -> None:
    ones = [
        correction("1", "a"),
        correction("2", "x", made=1),
        undoing("3", "1", 2),
        undoing("4", "3", 3),
        undoing("5", "nothing", 4),
        undoing("6", "6", 5),
    ]
    units = find_units(AFFAIRS, ones)
    shares = [[c.id for c in share] for share in share_out(units, ones)]
    assert shares == [["1", "3", "4"], [], [], [], ["2", "5", "6"]]


@given(st.lists(st.lists(st.sampled_from("abcdefxy"), min_size=1, max_size=3), max_size=4))
def test_a_unit_holds_all_reports_of_its_corrections(articles: list[list[str]]) -> None:
    ones = [correction(str(i), *held, made=i) for i, held in enumerate(articles)]
    units = find_units(AFFAIRS, ones)
    assert sorted(affair for unit in units for affair in unit) == AFFAIRS
    shares = share_out(units, ones)
    assert sorted(c.id for share in shares for c in share) == sorted(c.id for c in ones)
    for unit, share in zip(units, shares, strict=False):
        held = {report for affair in unit for report in affair}
        assert all(reports_of(c) & set("abcdef") <= held for c in share)
