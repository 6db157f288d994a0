"""Names brought together: what several reports call one party, mediator or delegate."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.collate.names import country_code, fold_name
from sayso.collate.processes.lexicon import load_words
from sayso.collate.processes.page import Actor, Page
from sayso.core.process import Coded, Delegate, Named, Passage
from sayso.core.span import Span

Pages = dict[str, Page]

_OFFICE_NEAR = 90  # characters around a name in which its office stands


def are_one(one: Actor, other: Actor) -> bool:
    """Whether two names are of one: the same entity or country, or the one is the other's government or short name."""
    if one.entity is not None and one.entity == other.entity:
        return True
    left, right = _core(one.name), _core(other.name)
    if not left or not right:
        return False
    short = one if len(left) <= len(right) else other
    has_name = any(w[:1].isupper() for w in short.name.split())  # "the army" may be anybody's
    if has_name and (left[-len(right) :] == right or right[-len(left) :] == left):
        return True
    code = country_code(one.name)
    return code is not None and code == country_code(other.name)


def _core(name: str) -> list[str]:
    """Return a folded name's words without the word that only says that it is a country's government."""
    words = fold_name(name).split()
    return (
        words[:-1]
        if len(words) > 1 and words[-1] in load_words("", "roles").sets["words_governing"]
        else words
    )


def group_actors(actors: Iterable[Actor]) -> list[list[Actor]]:
    """Return actors by who they are, those that most reports name first."""
    groups: list[list[Actor]] = []
    for actor in sorted(
        set(actors), key=lambda a: (-len(fold_name(a.name).split()), a.article, a.span, a.entity or "")
    ):
        held = next((g for g in groups if are_one(g[0], actor)), None)
        if held is None:
            groups.append([actor])
        else:
            held.append(actor)
    ordered = [sorted(group) for group in groups]
    return sorted(ordered, key=lambda g: (-len({a.article for a in g}), g[0]))


def make_named(actors: Iterable[Actor], pages: Pages) -> tuple[Named, ...]:
    """Return what several reports name, each with the words that do."""
    return tuple(_named(group, pages) for group in group_actors(actors))


def make_delegates(actors: Iterable[Actor], pages: Pages) -> tuple[Delegate, ...]:
    """Return delegates with the words that give their offices."""
    made = []
    for group in group_actors(actors):
        named = _named(group, pages)
        offices = dict.fromkeys(o for a in group if (o := _office(a, pages[a.article])) is not None)
        made.append(Delegate(named.entity, named.name, tuple(offices), named.passages))
    return tuple(made)


def make_coded(found: Iterable[tuple[str, Passage]]) -> tuple[Coded, ...]:
    """Return each value that is told with the words that it rests on, that of most reports first."""
    by_value: dict[str, dict[Passage, None]] = {}
    for value, passage in found:
        by_value.setdefault(value, {})[passage] = None
    ordered = {value: sort_passages(passages) for value, passages in by_value.items()}
    return tuple(
        Coded(value, ordered[value])
        for value in sorted(ordered, key=lambda v: (-len({p.article for p in ordered[v]}), v))
    )


def sort_passages(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return passages in the order of the reports' ids and texts, each once."""
    return tuple(sorted(set(passages), key=lambda p: (p.article, p.span, p.statement or "")))


def _named(group: Sequence[Actor], pages: Pages) -> Named:
    entities = Counter(a.entity for a in group if a.entity)
    names = Counter(a.name for a in group)
    return Named(
        entity=max(entities, key=lambda e: (entities[e], e), default=None),
        name=max(names, key=lambda n: (len(fold_name(n).split()), names[n], n)),
        passages=sort_passages(pages[a.article].passage(a.span) for a in group),
    )


def _office(actor: Actor, page: Page) -> Passage | None:
    """Return the words beside a name that give the office which the reader found."""
    if not actor.role:
        return None
    near = [
        start
        for start in _places(page.text, actor.role)
        if abs(start - actor.span.start) <= _OFFICE_NEAR + len(actor.role)
    ]
    start = min(near, key=lambda s: (abs(s - actor.span.start), s), default=page.text.find(actor.role))
    if start < 0:
        return None
    return page.passage(Span.of(page.text, start, start + len(actor.role)))


def _places(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
