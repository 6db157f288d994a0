"""Stories: reports of one event together, related ones apart.

1. Affairs: reports that share words, names and meaning (``affairs``), by average linkage.
2. Within an affair the reports of each event (``events``), by average linkage again. Where a core of
   reports holds together far more closely than with the rest, the cut is made there, higher than the usual
   one.
3. The stories of one affair are related.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from sayso.collate.identity import content_id
from sayso.collate.linkage import Merge, link
from sayso.collate.stories.affairs import Pair, find_affairs, score_affairs
from sayso.collate.stories.events import score_events
from sayso.collate.stories.profiles import Profile, profile
from sayso.collate.weights import load_weights
from sayso.core.ledger import Story
from sayso.core.read_article import ReadArticle

_FLOOR = -6.0
_CEILING = 6.0
_LARGE = 250  # an affair of more reports is cut into closer ones before its events are told apart
_TITLE_LENGTH = 120


def find_stories(reads: Sequence[ReadArticle]) -> tuple[Story, ...]:
    """Group reports of the same event, whatever the order in which they are given.

    Stories come with the earliest first (those without a date last), each with its reports by date, and
    with the stories of the same affair as ``related``. A report belongs to exactly one story.
    """
    if not reads:
        return ()
    ordered = sorted(reads, key=lambda r: r.reading.id)
    profiles = [profile(read) for read in ordered]
    scores = score_affairs(profiles)
    stories: list[Story] = []
    for affair in find_affairs(len(profiles), scores):
        groups = _events_of(affair, profiles, scores)
        ids = [story_id([ordered[i] for i in group]) for group in groups]
        for group, own in zip(groups, ids, strict=True):
            related = tuple(sorted(i for i in ids if i != own))
            stories.append(make_story(own, [ordered[i] for i in group], related))
    return tuple(in_order(stories))


def in_order(stories: Iterable[Story]) -> list[Story]:
    """Return stories with the earliest first, those without a date last."""
    return sorted(stories, key=lambda s: (s.first is None, s.first or "", s.id))


def _events_of(
    affair: tuple[int, ...], profiles: Sequence[Profile], scores: Mapping[Pair, float]
) -> list[tuple[int, ...]]:
    inside = _within(affair, scores)
    if len(affair) > _LARGE:
        return [
            tuple(affair[i] for i in event)
            for part in _closer(len(affair), inside)
            for event in _events_of_part(part, [profiles[i] for i in affair], inside)
        ]
    part = tuple(range(len(affair)))
    events = _events_of_part(part, [profiles[i] for i in affair], inside)
    return [tuple(affair[i] for i in event) for event in events]


def _closer(size: int, scores: Mapping[Pair, float]) -> list[tuple[int, ...]]:
    """Cut a large affair higher and higher until its parts are small enough to compare within."""
    cut = load_weights("story")["affair_cut"]
    parts = [tuple(range(size))]
    while max(map(len, parts)) > _LARGE and cut < -_FLOOR:
        cut += 0.5
        parts = link(size, scores, cut=cut, floor=_FLOOR)[0]
    return [part[i : i + _LARGE] for part in parts for i in range(0, len(part), _LARGE)]


def _events_of_part(
    part: tuple[int, ...], profiles: Sequence[Profile], scores: Mapping[Pair, float]
) -> list[tuple[int, ...]]:
    if len(part) == 1:
        return [part]
    found = score_events([profiles[i] for i in part], _within(part, scores))
    clipped = {pair: min(_CEILING, max(_FLOOR, score)) for pair, score in found.items()}
    story = load_weights("story")
    _, merges = link(len(part), clipped, cut=_FLOOR, floor=_FLOOR)
    cut = _gap_cut(merges) or story["event_cut"]
    groups, _ = link(len(part), clipped, cut=cut, floor=_FLOOR)
    return [tuple(part[i] for i in group) for group in groups]


def _gap_cut(merges: Sequence[Merge]) -> float | None:
    """Return the middle of the widest gap below a core of reports, None where no gap is wide enough."""
    story = load_weights("story")
    best: tuple[float, float] | None = None
    for index, (merge, following) in enumerate(pairwise(merges)):
        below = max(following.score, story["event_cut"])
        core = max(len(m.members) for m in merges[: index + 1])
        gap = merge.score - below
        if _lesser(following, merges[: index + 1]) >= story["core"]:
            continue  # two cores: one event told on two days, as often as two events
        if core >= story["core"] and gap >= story["gap"] and following.score < story["gap_top"]:
            best = max(best or (gap, (merge.score + below) / 2), (gap, (merge.score + below) / 2))
    return best[1] if best else None


def _lesser(merge: Merge, before: Sequence[Merge]) -> int:
    """Return the size of the smaller of the two sides that a merge joined."""
    held = set(merge.members)
    larger = max((len(m.members) for m in before if held.issuperset(m.members)), default=1)
    return len(held) - larger


def _within(members: Sequence[int], scores: Mapping[Pair, float]) -> dict[Pair, float]:
    place = {report: i for i, report in enumerate(members)}
    if len(members) ** 2 < len(scores):
        pairs = ((a, b) for i, a in enumerate(members) for b in members[i + 1 :])
        return {(place[a], place[b]): scores[a, b] for a, b in pairs if (a, b) in scores}
    return {(place[a], place[b]): s for (a, b), s in scores.items() if a in place and b in place}


def story_id(reads: Sequence[ReadArticle]) -> str:
    """Return the id of the story that these reports tell."""
    return content_id("story", *sorted(r.reading.id for r in reads))


def make_story(own: str, reads: Sequence[ReadArticle], related: tuple[str, ...]) -> Story:
    """Make the story of these reports, in the order of their dates."""
    readings = sorted(
        (r.reading for r in reads), key=lambda r: (r.published is None, r.published or "", r.id)
    )
    dates = sorted(r.published for r in readings if r.published)
    titled = next((r.title for r in readings if r.title), None)
    title = titled or next((_first_words(r.text) for r in readings if r.text.strip()), "")
    return Story(
        id=own,
        title=title,
        articles=tuple(r.id for r in readings),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        related=related,
    )


def _first_words(text: str) -> str:
    line = text.strip().splitlines()[0]
    if len(line) <= _TITLE_LENGTH:
        return line
    return line[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"
