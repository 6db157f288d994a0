"""Noun phrases that may be parties of an attack, each with the features by which a log-linear model weighs them.

Features are names of what stands in and around a phrase ("its head is *bridge*", "*by* before it", "left of *attack*"),
hashed (Weinberger et al., ICML 2009). The same code serves the fit and the reader.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

from sayso.core.span import Span
from sayso.read.events.mention import EventMention
from sayso.read.events.roles import FIELDS
from sayso.read.events.scene import Scene
from sayso.read.events.triggers import Trigger
from sayso.read.phrases import NounPhrase, Tag
from sayso.read.phrases.clauses import Clause

_WORD = re.compile(r"\w+")
_OPENING = re.compile(r"(?:(?:the|an?|these|those|this|that|some|several)\s+|[\"'“‘(\[\s]+)+", re.IGNORECASE)
_CLOSING = re.compile(r"[\"'”’)\]\s,;:.]+$")
HASH_BITS = 17
_MOST = 80  # phrases of one sentence; one that has more is a list or worse
_REACH = 30  # tokens to a verb
_LINK = 5  # tokens between a phrase and a deed that tell how they hang together
_VERBS = (Tag.VERB, Tag.GERUND)
_LATE = (1, 3, 8)  # sentence numbers that part early from late
ATTACKS = ("ASSAULT", "CRIME", "COERCE")
Bounds = tuple[int, int]
Words = tuple[str, ...]


@dataclass(slots=True)
class Nominee:
    """Words that may name a party: where they stand, and the features of all those places together."""

    spans: list[Span] = field(default_factory=list)
    features: set[int] = field(default_factory=set)


class Nominees:
    """The nominees of one report by their words, as it is read from its start."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.by_words: dict[Words, Nominee] = {}

    def add(self, scene: Scene, mentions: Iterable[EventMention]) -> None:
        """Take in the phrases of a sentence in which ``mentions`` of events stand."""
        ruled: dict[str, list[Span]] = {role: [] for role in FIELDS}
        for mention in mentions:
            if mention.type in ATTACKS:
                for role, name in FIELDS.items():
                    ruled[role] += getattr(mention.roles, name)
        for found, features in nominate(scene, ruled):
            if (span := trimmed(self._text, found)) and (words := words_of(span)):
                nominee = self.by_words.setdefault(words, Nominee())
                nominee.spans.append(span)
                nominee.features |= features


def nominate(scene: Scene, ruled: Mapping[str, Sequence[Span]]) -> Iterator[tuple[Span, frozenset[int]]]:
    """The phrases of a sentence that may name a party, with their features.

    ``ruled``: what the words around the sentence's triggers give, by role.
    """
    clause = scene.clause
    violent = [t for t in scene.triggers if t.entry.type == "ASSAULT"]
    verbs = [i for i, t in enumerate(clause.tokens) if t.tag in _VERBS]
    late = sum(scene.number >= bound for bound in _LATE)
    deeds = [f"sentence {t.entry.lemma}" for t in violent[:4]]
    for phrase in clause.phrases[:_MOST]:
        around = [*_around(clause, phrase, violent, verbs), f"late {late}"]
        for (first, last), form in _bounds(clause, phrase).items():
            span = clause.span(first, last)
            names = [*_inside(clause, first, last, form), *around, *deeds, *_rules(span, ruled)]
            yield span, frozenset(map(hashed, [*names, *_pairs(clause, last, around)]))


def trimmed(text: str, span: Span) -> Span | None:
    """``span`` without determiners, quotes and brackets around it; None where nothing is left."""
    words = text[span.start : span.end]
    opening = _OPENING.match(words)
    start = span.start + (opening.end() if opening else 0)
    closing = _CLOSING.search(text[start : span.end])
    end = start + closing.start() if closing else span.end
    return Span.of(text, start, end) if _WORD.search(text, start, end) else None


def words_of(span: Span) -> Words:
    """The words by which two spans are the same: lower case, without articles."""
    return tuple(w for w in _WORD.findall(span.exact.lower()) if w not in ("the", "a", "an"))


def hashed(name: str) -> int:
    """The row of a feature in the model's table."""
    return crc32(name.encode("utf-8", "replace")) & ((1 << HASH_BITS) - 1)


def _bounds(clause: Clause, phrase: NounPhrase) -> dict[Bounds, str]:
    """First and last token of each way to cut a phrase, with the cut's name."""
    first, last = phrase.core, phrase.last
    while first < last and clause.tag(first) in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.MARK):
        first += 1
    cuts = {(first, last): "whole"}
    longer = clause.end_with_of(phrase)
    if longer > last:
        cuts[first, longer] = "with of"
    if phrase.first < first and clause.tag(phrase.first) is Tag.NUMBER:
        cuts[phrase.first, last] = "counted"
    start = clause.name_start(phrase.first, last)
    if start is not None and start > first:
        cuts[start, last] = "name"
        cuts[first, start - 1] = "title"
    return cuts


def _inside(clause: Clause, first: int, last: int, form: str) -> Iterator[str]:
    words = [clause.lower(j) for j in range(first, last + 1)]
    yield from ("all", f"form {form}", f"head {words[-1]}", f"first {words[0]}", f"is {' '.join(words[:6])}")
    yield from (f"word {word}" for word in words[:8])
    yield from (f"end {words[-1][-3:]}", f"size {min(len(words), 5)}", f"tag {clause.tag(last)} {form}")
    if len(words) > 1:
        yield f"two {words[-2]} {words[-1]}"


def _around(
    clause: Clause, phrase: NounPhrase, violent: Sequence[Trigger], verbs: Sequence[int]
) -> Iterator[str]:
    first, last = phrase.first, clause.end_with_of(phrase)
    yield f"before {clause.lower(first - 1)}"
    yield f"before {clause.lower(first - 2)} {clause.lower(first - 1)}"
    yield f"after {clause.lower(last + 1)}"
    yield f"after {clause.lower(last + 1)} {clause.lower(last + 2)}"
    yield f"opens {clause.tag(first)} {clause.lower(first) if clause.tag(first) is Tag.DETERMINER else ''}"
    yield f"people {phrase.is_person}"
    left = next((v for v in reversed(verbs) if first - _REACH < v < first), None)
    right = next((v for v in verbs if last < v < last + _REACH), None)
    if left is not None:
        yield f"verb before {clause.lower(left)}"
        yield f"verb before {clause.lower(left)} {clause.lower(left + 1) if left + 1 < first else 'next'}"
    if right is not None:
        passive = clause.tag(right - 1) is Tag.BE or clause.tag(right - 2) is Tag.BE
        yield f"verb after {clause.lower(right)} {passive}"
    if not violent:
        yield "peaceful"
        return
    near = min(violent, key=lambda t: min(abs(t.first - last), abs(t.last - first)))
    side = "in" if near.first <= last and near.last >= first else "left" if last < near.first else "right"
    apart = min(4, abs(near.first - first) // 3)
    yield from _between(clause, (first, last), near)
    yield f"deed {near.entry.lemma} {side}"
    yield f"deed {near.entry.mode} {near.entry.kind} {side} {apart}"
    yield f"deed {side} {clause.lower(first - 1)} {phrase.is_person}"


def _between(clause: Clause, phrase: Bounds, trigger: Trigger) -> Iterator[str]:
    """The words that lie between a phrase and the deed nearest to it, where they are few."""
    side, first, last = "left", phrase[1] + 1, trigger.first
    if trigger.first < phrase[0]:
        side, first, last = "right", trigger.last + 1, phrase[0]
    if last - first <= _LINK:
        words = " ".join(clause.lower(j) for j in range(first, last))
        yield f"link {side} {words}"
        yield f"link {side} {trigger.entry.lemma} {words}"


def _pairs(clause: Clause, last: int, around: Sequence[str]) -> Iterator[str]:
    head = clause.lower(last)
    yield from (f"{head} & {name}" for name in around if name.startswith(("before", "deed", "verb")))


def _rules(span: Span, ruled: Mapping[str, Sequence[Span]]) -> Iterator[str]:
    for role, spans in ruled.items():
        if any(s.overlaps(span) for s in spans):
            yield f"rule {role}"
        if span in spans:
            yield f"rule exact {role}"
