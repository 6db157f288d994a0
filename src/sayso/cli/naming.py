"""How a user names a thing: by what the brief shows, by its id, by its place, or by its name.

- a key of the brief: ``C3``, ``E1``, ``S14``, ``R2``, ``T1``
- a numbered reference: ``24`` or ``[24]``, the words that the brief shows under it
- a place: ``report.txt:120-143``, as it stands beside those words
- an id of the ledger, or its beginning
- the name of an entity, or a report's file or outlet
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.core.correction import Selector, Subject
from sayso.core.errors import UsageError
from sayso.core.span import Span

if TYPE_CHECKING:
    from sayso.core.ledger import Ledger
    from sayso.desk.brief.names import Names, Passage
    from sayso.store.correcting.editor import Editor
    from sayso.store.correcting.things import Thing

Found = tuple[Subject, str]

_KEY = re.compile(r"[A-Z]\d{1,7}")
_NUMBER = re.compile(r"\[?(\d{1,7})\]?")
_PLACE = re.compile(r"(.+):(\d{1,9})-(\d{1,9})", re.DOTALL)
_LETTERS = {
    "T": Subject.STORY,
    "R": Subject.REPORT,
    "P": Subject.ENTITY,
    "S": Subject.STATEMENT,
    "E": Subject.EVENT,
    "C": Subject.CLAIM,
}
_OTHER_BRIEF = "Keys are those of the brief that was made last; for another story's say --story STORY."
_SHOWN = 5  # of several that a name may mean


class Namer:
    """Finds what a user's words name in a ledger, and by id or name in what lies ``beyond`` it: the whole desk."""

    def __init__(self, editor: "Editor", beyond: "Callable[[], Editor] | None" = None) -> None:
        self._editor = editor
        self._beyond = beyond
        self._ledger: Ledger = editor.things.ledger

    def thing(self, words: str, wanted: Sequence[Subject]) -> "Thing":
        """Give the one thing of a wanted kind that ``words`` name. Raises UsageError where it is none or several."""
        passage = self._passage(words)
        if passage is not None:
            return self._at(passage, words, wanted)
        found = list(dict.fromkeys(self._found(words)))
        fitting = [(subject, own) for subject, own in found if subject in wanted]
        if len(fitting) == 1:
            return self._editor.thing(*fitting[0])
        if fitting:
            raise self._ambiguous(words, fitting)
        if found:
            kinds = ", ".join(wanted)
            raise UsageError(f"{words} is of the kind {found[0][0]}", remedy=f"Wanted is one of: {kinds}.")
        if self._beyond is not None and not _KEY.fullmatch(words):
            return Namer(self._beyond()).thing(words, wanted)
        raise _unknown(words)

    def apart(self, thing: "Thing", words: str) -> list[Selector]:
        """Give the passages of a thing that ``words`` name: a report, a statement, a place, a name for an entity."""
        same = [p for p in thing.passages if p.exact and p.exact.casefold() == words.casefold()]
        if thing.subject is Subject.ENTITY and same:
            return same
        passage = self._passage(words)
        places = [passage] if passage else list(self._places(words))
        found = [p for p in thing.passages if any(_meets(p, place) for place in places)]
        if not found:
            raise UsageError(
                f"{words} is no part of this {thing.subject}",
                remedy="Name reports, statements or references that the brief shows for it.",
            )
        return found

    def _places(self, words: str) -> "Iterator[Passage]":
        wanted = (Subject.REPORT, Subject.STATEMENT, Subject.EVENT)
        for passage in self.thing(words, wanted).passages:
            yield passage.article, passage.start, passage.end

    @cached_property
    def _names(self) -> "Names":
        from sayso.desk.brief.names import names_in

        return names_in(self._ledger)

    def _passage(self, words: str) -> "Passage | None":
        number = _NUMBER.fullmatch(words)
        if number:
            found = self._names.passages.get(int(number[1]))
            if found is None:
                raise UsageError(f"the brief has no reference {words}", remedy=_OTHER_BRIEF)
            return found
        place = _PLACE.fullmatch(words)
        if place is None:
            return None
        start, end = int(place[2]), int(place[3])
        ids = [own for _, own in self._reports(place[1]) if end <= len(self._editor.things.texts[own])]
        ids = [own for own in ids if self._is_told(own, start, end)] if len(ids) > 1 else ids
        if len(ids) != 1 or start >= end:
            raise UsageError(
                f"{words} is no one place", remedy="Write it as the brief shows it.", about=words
            )
        return ids[0], start, end

    def _is_told(self, article: str, start: int, end: int) -> bool:
        spans = [r.span for c in self._ledger.claims for r in c.readings if r.article == article]
        spans += [s for said in self._ledger.statements if said.article == article for s in said.content]
        spans += [e.trigger for e in self._ledger.events if e.article == article]
        return any((span.start, span.end) == (start, end) for span in spans)

    def _at(self, passage: "Passage", words: str, wanted: Sequence[Subject]) -> "Thing":
        """Give what stands at a passage: of the wanted kinds the first that does."""
        article, start, end = passage
        text = self._editor.things.texts[article]
        span = Span.of(text, start, end)
        for subject in wanted:
            if subject is Subject.READING:
                read = [r.span for c in self._ledger.claims for r in c.readings if r.article == article]
                near = max(read, key=lambda s: _overlap(s, span), default=None)
                if near and _overlap(near, span):
                    return self._editor.things.reading(article, near)
            own = self._standing(subject, article, span)
            if own:
                return self._editor.thing(subject, own)
        raise UsageError(f"no {' or '.join(wanted)} stands at {words}")

    def _standing(self, subject: Subject, article: str, span: Span) -> str | None:
        held: list[tuple[str, Span]] = []
        if subject is Subject.STATEMENT:
            held = [(s.id, c) for s in self._ledger.statements if s.article == article for c in s.content]
        elif subject is Subject.EVENT:
            held = [(e.id, e.trigger) for e in self._ledger.events if e.article == article]
        elif subject is Subject.CLAIM:
            held = [(c.id, r.span) for c in self._ledger.claims for r in c.readings if r.article == article]
        elif subject is Subject.REPORT:
            return article
        best = max(held, key=lambda one: _overlap(one[1], span), default=None)
        return best[0] if best and _overlap(best[1], span) else None

    def _found(self, words: str) -> Iterator[Found]:
        if _KEY.fullmatch(words) and words[0] in _LETTERS:
            named = self._names.ids.get(words)
            if named:
                yield _LETTERS[words[0]], named[1]
                return
        yield from self._by_id(words)
        yield from self._reports(words)
        yield from self._entities(words)

    def _by_id(self, words: str) -> Iterator[Found]:
        ledger = self._ledger
        every: list[Found] = [(Subject.STORY, s.id) for s in ledger.stories]
        every += [(Subject.REPORT, a.id) for a in ledger.articles]
        every += [(Subject.ENTITY, e.id) for e in ledger.entities]
        every += [(Subject.STATEMENT, s.id) for s in ledger.statements]
        every += [(Subject.CLAIM, c.id) for c in ledger.claims]
        every += [(Subject.EVENT, own) for e in ledger.events for own in (e.id, e.incident)]
        exact = [one for one in every if one[1] == words]
        yield from exact or [one for one in every if words and one[1].startswith(words)]

    def _reports(self, words: str) -> Iterator[Found]:
        from sayso.desk.brief.index import file_name

        for article in self._ledger.articles:
            if words in (article.id, file_name(article), article.path, article.outlet):
                yield Subject.REPORT, article.id

    def _entities(self, words: str) -> Iterator[Found]:
        folded = words.casefold()
        named = [e for e in self._ledger.entities if e.name.casefold() == folded]
        known = [e for e in self._ledger.entities if folded in (a.casefold() for a in e.aliases)]
        for entity in named or known:
            yield Subject.ENTITY, entity.id

    def _ambiguous(self, words: str, found: Sequence[Found]) -> UsageError:
        shown = [self._editor.thing(*one) for one in found[:_SHOWN]]
        some = "; ".join(
            f"{t.id} “{t.words[:50]}” ({t.subject}, reports: {len({p.article for p in t.passages})})"
            for t in shown
        )
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        return UsageError(
            f"{words!r} may be several: {some}{more}",
            remedy="Write more of the id, or a key of the brief.",
        )


def _unknown(words: str) -> UsageError:
    key = words[:1].upper() in _LETTERS and words[1:].isdigit()
    remedy = (
        _OTHER_BRIEF
        if key
        else "Name it by a key or reference of `sayso brief`, an id of `sayso export`, or its name."
    )
    return UsageError(f"nothing is named {words!r}", remedy=remedy)


def _meets(passage: Selector, place: "Passage") -> bool:
    article, start, end = place
    if passage.article != article:
        return False
    return not passage.exact or not end or (passage.start < end and start < passage.end)


def _overlap(one: Span, other: Span) -> float:
    """Give the share of two spans' characters that both have."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))
