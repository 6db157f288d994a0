"""Stories: reports of one event together, related ones apart.

1. Affairs: reports that share words, names and meaning (``affairs``).
2. Within an affair the reports of each event (``events``), by average linkage.
3. The stories of one affair are related.
"""

from collections.abc import Iterable, Sequence

from sayso.collate.identity import content_id
from sayso.collate.linkage import link
from sayso.collate.stories.affairs import Graph, find_affairs, find_circles
from sayso.collate.stories.events import score_events
from sayso.collate.stories.profiles import Profile, profile
from sayso.collate.stories.sketches import Sketch, make_sketch
from sayso.collate.weights import load_weights
from sayso.core.ledger import Story
from sayso.core.read_article import ReadArticle

_TITLE_LENGTH = 120


def find_stories(reads: Sequence[ReadArticle]) -> tuple[Story, ...]:
    """Group reports of the same event, whatever the order in which they are given.

    Stories come with the earliest first (those without a date last), each with its reports by date, and
    with the stories of the same affair as ``related``. A report belongs to exactly one story.
    """
    by_id = {read.reading.id: read for read in reads}
    affairs = group_affairs([make_sketch(profile(read)) for read in by_id.values()])
    return tuple(in_order(s for affair in affairs for s in find_stories_of([by_id[a] for a in affair])))


def group_affairs(sketches: Sequence[Sketch]) -> list[tuple[str, ...]]:
    """Return the affairs of all reports, each the sorted ids of its reports."""
    near = Graph(sketches).near
    circles = find_circles((sketch.id for sketch in sketches), near)
    return [affair for circle in circles for affair in find_affairs(circle, near)]


def find_stories_of(affair: Sequence[ReadArticle]) -> list[Story]:
    """Return the stories of one affair's reports; they rest on these reports alone."""
    ordered = sorted(affair, key=lambda r: r.reading.id)
    groups = _events_of([profile(read) for read in ordered])
    ids = [story_id([ordered[i] for i in group]) for group in groups]
    return [
        make_story(own, [ordered[i] for i in group], tuple(sorted(i for i in ids if i != own)))
        for group, own in zip(groups, ids, strict=True)
    ]


def in_order(stories: Iterable[Story]) -> list[Story]:
    """Return stories with the earliest first, those without a date last."""
    return sorted(stories, key=lambda s: (s.first is None, s.first or "", s.id))


def _events_of(profiles: Sequence[Profile]) -> list[tuple[int, ...]]:
    if len(profiles) == 1:
        return [(0,)]
    found = score_events(profiles)
    scores = {(a, b): float(found[a, b]) for b in range(len(profiles)) for a in range(b)}
    return link(len(profiles), scores, cut=load_weights("story")["event_cut"], floor=float(found.min()))[0]


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
