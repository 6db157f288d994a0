"""Affairs: reports that share words, names and meaning, whether or not they tell of the same event.

1. Reports that share telling words are scored pair by pair (``sketches``); each score rests on the two alone.
2. Circles: reports that hang together by scores of the cut and more. Where so many do that they are no circle of
   anything, by higher scores, step by step. A circle is the same whatever lies outside it, which lets a desk that grows
   look only at the circles that a new report touches (``find_circle``).
3. The affairs of a circle, by average linkage; pairs that were not compared have little in common.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sayso.collate.linkage import components, link
from sayso.collate.stories.candidates import find_earlier
from sayso.collate.stories.sketches import CEILING, FLOOR, Sketch, score_with
from sayso.collate.weights import load_weights

MOST = 300  # reports of a circle
_STEP = 0.5

Near = Callable[[str], Mapping[str, float]]  # the reports compared with one, and their scores above the floor


class Graph:
    """The scores of all pairs of reports that were compared, in memory."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self._near: dict[str, dict[str, float]] = {sketch.id: {} for sketch in sketches}
        ordered = sorted(sketches, key=lambda s: s.id)
        for sketch, places in zip(ordered, find_earlier(ordered), strict=True):
            others = [ordered[i] for i in places]
            for other, score in zip(others, score_with(sketch, others).tolist(), strict=True):
                if score > FLOOR:
                    self._near[sketch.id][other.id] = self._near[other.id][sketch.id] = score

    def near(self, report: str) -> Mapping[str, float]:
        """Return the scores of a report with others."""
        return self._near[report]


def find_circle(report: str, near: Near) -> tuple[str, ...]:
    """Return the circle of a report, sorted; only the circle and what surrounds it is looked at."""
    found: set[str] = set()
    for cut in _cuts():
        found = _reach(report, near, cut)
        if len(found) <= MOST:
            return tuple(sorted(found))
    return _slice(tuple(sorted(_reach(report, near, CEILING, most=None))), report)


def find_circles(reports: Iterable[str], near: Near) -> list[tuple[str, ...]]:
    """Return the circles of all reports, each sorted: what ``find_circle`` gives for each report, in less time."""
    left = sorted(reports)
    circles: list[tuple[str, ...]] = []
    for cut in _cuts():
        place = {report: i for i, report in enumerate(left)}
        pairs = (
            (i, place[o]) for i, r in enumerate(left) for o, s in near(r).items() if s >= cut and o in place
        )
        groups = components(len(left), pairs)
        circles += [tuple(left[i] for i in group) for group in groups if len(group) <= MOST]
        left = sorted(left[i] for group in groups if len(group) > MOST for i in group)
    place = {report: i for i, report in enumerate(left)}
    pairs = (
        (i, place[o]) for i, r in enumerate(left) for o, s in near(r).items() if s >= CEILING and o in place
    )
    for group in components(len(left), pairs):
        members = tuple(left[i] for i in group)
        circles += dict.fromkeys(_slice(members, report) for report in members)
    return sorted(circles)


def find_affairs(circle: Sequence[str], near: Near) -> list[tuple[str, ...]]:
    """Return the affairs of a circle, each sorted."""
    place = {report: i for i, report in enumerate(circle)}
    scores = {
        (place[report], place[other]): score
        for report in circle
        for other, score in near(report).items()
        if other in place and report < other
    }
    groups, _ = link(len(circle), scores, cut=load_weights("story")["affair_cut"], floor=FLOOR)
    return [tuple(circle[i] for i in group) for group in groups]


def lowest_cut() -> float:
    """Return the score below which two reports bear on each other's circle no more."""
    return load_weights("story")["affair_cut"]


def _cuts() -> Iterator[float]:
    cut = lowest_cut()
    while cut < CEILING:
        yield cut
        cut += _STEP


def _reach(report: str, near: Near, cut: float, most: int | None = MOST) -> set[str]:
    """Return what hangs together with a report, or the first part of it where that is more than ``most``."""
    found, waiting = {report}, deque([report])
    while waiting and (most is None or len(found) <= most):
        for other, score in near(waiting.popleft()).items():
            if score >= cut and other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _slice(members: tuple[str, ...], report: str) -> tuple[str, ...]:
    """Return a report's part of a crowd that no cut parts, such as hundreds of copies of one text."""
    start = members.index(report) // MOST * MOST
    return members[start : start + MOST]
