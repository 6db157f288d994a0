"""Corrections of stories: two that are one, reports that are another, a title of one's own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from sayso.collate.corrections.book import Book
from sayso.collate.corrections.partition import Anchor, Constraint, Nearness, replay
from sayso.collate.corrections.readings import NOT_ON_DESK
from sayso.collate.linkage import components
from sayso.collate.stories.stories import in_order, make_story, story_id
from sayso.core.correction import Action, Correction, Selector, Subject
from sayso.core.ledger import Story
from sayso.core.read_article import ReadArticle

TITLE = "title"


def correct_stories(stories: Sequence[Story], reads: Sequence[ReadArticle], book: Book) -> tuple[Story, ...]:
    """Return the stories as people have merged, split and named them."""
    wanted = book.active(Subject.STORY)
    if not wanted:
        return tuple(stories)
    by_id = {read.reading.id: read for read in reads}
    articles = sorted(by_id)
    number = {article: i for i, article in enumerate(articles)}
    constraints = [c for one in wanted if (c := _constraint(one, number, book))]
    groups = [[number[article] for article in story.articles] for story in stories]
    done = replay(groups, constraints, _nearness([by_id[a] for a in articles]))
    for earlier, later in done.overruled.items():
        book.overrule(earlier, later)
    for correction, bearing in done.bearing.items():
        for i in bearing:
            book.mark(Subject.STORY, (articles[i],), correction)
    regrouped = [[articles[i] for i in group] for group in done.groups]
    made = _remade(stories, regrouped, by_id)
    return tuple(_titled(made, wanted, book))


def _remade(
    stories: Sequence[Story], groups: Sequence[Sequence[str]], by_id: Mapping[str, ReadArticle]
) -> list[Story]:
    """Return stories of these groups; the affairs of merged ones become one affair."""
    members = [[by_id[article] for article in group] for group in groups]
    ids = [story_id(reads) for reads in members]
    place = {article: i for i, group in enumerate(groups) for article in group}
    first = {story.id: place[story.articles[0]] for story in stories}
    within = [(place[story.articles[0]], place[article]) for story in stories for article in story.articles]
    between = [(first[s.id], first[other]) for s in stories for other in s.related if other in first]
    made = []
    for affair in components(len(groups), [*within, *between]):
        for i in affair:
            related = tuple(sorted(ids[j] for j in affair if j != i))
            made.append(make_story(ids[i], members[i], related))
    return in_order(made)


def _titled(stories: Sequence[Story], wanted: Sequence[Correction], book: Book) -> list[Story]:
    story_of = {article: i for i, story in enumerate(stories) for article in story.articles}
    last: dict[int, Correction] = {}
    for one in wanted:
        if one.action is not Action.SET or one.field != TITLE:
            continue
        found = [story_of[s.article] for s in one.parts[0] if s.article in story_of]
        book.miss(one, [s for s in one.parts[0] if s.article not in story_of], NOT_ON_DESK)
        if not found:
            continue
        own = max(sorted(set(found)), key=found.count)
        if own in last:
            book.overrule(last[own].id, one.id)
        last[own] = one
        book.find(one)
        book.mark(Subject.STORY, (stories[own].articles[0],), one.id)
    return [_marked(s, last.get(i), book) for i, s in enumerate(stories)]


def _marked(story: Story, title: Correction | None, book: Book) -> Story:
    marks = tuple(dict.fromkeys(m for article in story.articles for m in book.marks(Subject.STORY, article)))
    if not marks:
        return story
    words = title.value if title and title.value else story.title
    return replace(story, title=words, corrected=marks)


def _constraint(correction: Correction, number: Mapping[str, int], book: Book) -> Constraint | None:
    if correction.action not in (Action.MERGE, Action.SPLIT):
        return None
    parts = tuple(_anchors(part, number) for part in correction.parts)
    book.miss(
        correction, [s for part in correction.parts for s in part if s.article not in number], NOT_ON_DESK
    )
    if sum(map(bool, parts)) < 2:
        return None
    book.find(correction)
    return Constraint(correction.id, correction.action, parts)


def _anchors(part: Sequence[Selector], number: Mapping[str, int]) -> tuple[Anchor, ...]:
    return tuple((number[s.article],) for s in part if s.article in number)


def _nearness(reads: Sequence[ReadArticle]) -> Nearness:
    def near(one: int, side: Collection[int]) -> float:
        """How near a report lies to others in meaning."""
        return round(
            float(_mean(reads[one]) @ np.sum([_mean(reads[i]) for i in side], axis=0)) / len(side), 6
        )

    return near


def _mean(read: ReadArticle) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    mean = read.vectors.mean(axis=0) if len(read.vectors) else np.zeros(read.vectors.shape[1], np.float32)
    length = float(np.linalg.norm(mean))
    return np.asarray(mean / length if length else mean, np.float32)
