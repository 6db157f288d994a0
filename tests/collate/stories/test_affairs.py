from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.collate.stories import affairs
from sayso.collate.stories.affairs import Graph, find_affairs, find_circle, find_circles
from sayso.collate.stories.profiles import profile
from sayso.collate.stories.sketches import CEILING, FLOOR, make_sketch, score_with
from sayso.core.read_article import ReadArticle

MakeRead = Callable[..., ReadArticle]
Pair = tuple[int, int]

SIZE = 14
PAIRS = [(a, b) for b in range(SIZE) for a in range(b)]
SCORES = st.dictionaries(
    st.sampled_from(PAIRS), st.floats(FLOOR, CEILING, exclude_min=True).map(lambda x: round(x, 2))
)


def graph_of(scores: dict[Pair, float], size: int = SIZE) -> dict[str, dict[str, float]]:
    near: dict[str, dict[str, float]] = {f"r{i:02}": {} for i in range(size)}
    for (a, b), score in scores.items():
        near[f"r{a:02}"][f"r{b:02}"] = near[f"r{b:02}"][f"r{a:02}"] = score
    return near


@settings(deadline=None)
@given(SCORES)
def test_a_circle_found_from_one_report_is_that_found_with_all(scores: dict[Pair, float]) -> None:
    near = graph_of(scores)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(affairs, "MOST", 4)  # so that large ones are cut
        circles = find_circles(near, near.__getitem__)
        assert sorted(r for circle in circles for r in circle) == sorted(near)
        for circle in circles:
            assert len(circle) <= 4
            for report in circle:
                assert find_circle(report, near.__getitem__) == circle


@settings(deadline=None)
@given(SCORES)
def test_what_lies_outside_a_circle_does_not_change_it(scores: dict[Pair, float]) -> None:
    near = graph_of(scores)
    for circle in find_circles(near, near.__getitem__):
        alone = {r: {o: s for o, s in near[r].items() if o in circle} for r in circle}
        assert find_circles(alone, alone.__getitem__) == [circle]
        assert find_affairs(circle, alone.__getitem__) == find_affairs(circle, near.__getitem__)


def test_likeness_rests_on_two_reports_alone(harbour: list[ReadArticle]) -> None:
    sketches = [make_sketch(profile(read)) for read in harbour]
    whole = Graph(sketches)
    for place, one in enumerate(sketches):
        together = score_with(one, sketches).tolist()
        for other, score in zip(sketches, together, strict=True):
            assert score_with(one, [other]).tolist() == [score] == score_with(other, [one]).tolist()
        rest = sketches[:place] + sketches[place + 1 :]
        for report in rest:
            kept = {o: s for o, s in whole.near(report.id).items() if o != one.id}
            assert Graph(rest).near(report.id) == kept


def test_an_empty_report_is_like_no_other(make_read: MakeRead) -> None:
    empty, full = (
        make_sketch(profile(make_read(name, text))) for name, text in (("a", ""), ("b", "Snow fell."))
    )
    assert score_with(empty, [full, empty]).tolist() == [FLOOR, FLOOR]
    assert score_with(full, []).shape == (0,)
