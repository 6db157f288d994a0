"""Propositions: the clauses of a report that may be true, each with the statement it stands in.

1. Each statement's content is cut at the sentences' ends; a statement within it keeps its words for itself.
2. What no statement covers is the outlet's own voice: sentences, or what a statement has left of one where
   that is still a clause.
3. Own-voice sentences are cut at a subordinate clause only where both sides have a finite verb or an opening
   that is clear ("prompting").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from sayso.core.data_files import load_values
from sayso.core.reading import Proposition, Statement
from sayso.core.span import Span

_QUOTES = "“”\"„«»‘’'`"
_EDGES = _QUOTES + ",;:—–-()[] \t\r\n\u00a0\u2028\u2029"
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_OPENING = r"(?:prompting|forcing|sparking|killing|injuring|wounding)\s"
# "Nine people were killed when the pier was shelled": a toll, and what led to it.
_TOLL_WHEN = (
    r"(?:(?<=killed)|(?<=injured)|(?<=wounded)|(?<=died)|(?<=hurt)|(?<=dead))\s+(?:when|after)\s+(?=\w)"
)
_CLAUSE = re.compile(rf",?\s+(?:after|while|whereas)\s+(?=\w)|,\s+(?={_OPENING})|{_TOLL_WHEN}", re.IGNORECASE)
# Inside a statement two cuts are safe: before a full quote and before listed examples.
_CONTENT_CUT = re.compile(
    r",?\s+(?:but|and|because|while)\s+(?=[“\"]\w+(?:[ ’'-]+\w+){3})|,\s+including\s+(?=\w+ing\s)"
    r"|,\s+(?=(?:killing|injuring|wounding)\s+\w+\s+\w)|" + _TOLL_WHEN
)
_SENTENCE_END = re.compile(r"[.!?…][” \"’')\]]*$")
# "The mayor of Brenn confirmed on Friday that ...": what follows is what may be true.
_REPORTED = re.compile(
    r"[^,;:.\n]{3,120}?\b(?:said|says|stated|claimed|claims|announced|declared|confirmed|insisted|insists|noted|warned|"
    r"alleged|acknowledged|admitted|reported)\b[^,;:.\n]{0,60}?\sthat\s+",
    re.IGNORECASE,
)
_MIN_OWN_WORDS = 4
_MIN_FRAGMENT_WORDS = 5
_MIN_HEADLINE_WORDS = 6
_MAX_SUBJECT_WORDS = 8
_MAX_SPLIT_LENGTH = 2000  # a longer "sentence" is no sentence

Cut = tuple[int, int]


class _Lists(NamedTuple):
    finite: frozenset[str]
    noun_openers: frozenset[str]
    connectors: re.Pattern[str]
    dangling: re.Pattern[str]
    cut_off: re.Pattern[str]
    lead_ins: re.Pattern[str]
    ties: re.Pattern[str]


class _Parts:
    """Spans in order of their start, found by where they lie without looking at all of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [s.start for s in self._spans]
        self._reach = list(accumulate((s.end for s in self._spans), max))

    def overlapping(self, start: int, end: int) -> list[Span]:
        """Return the spans that share a character with start:end."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [s for s in self._spans[first:last] if s.end > start]

    def within(self, start: int, end: int) -> list[Span]:
        """Return the spans that lie wholly in start:end and are shorter."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [s for s in self._spans[first:last] if s.end <= end and len(s.exact) < end - start]


@cache
def _lists() -> _Lists:
    raw = load_values("sayso.read", "propositions.yaml")
    connectors = "|".join(raw["connectors"].split())
    return _Lists(
        frozenset(raw["finite"].split()),
        frozenset(raw["noun_openers"].split()),
        re.compile(rf"(?:(?:{connectors})\b[\s,]*)+", re.IGNORECASE),
        re.compile(rf"(?<=[\s,])(?:{connectors}|prompting|forcing|sparking)$", re.IGNORECASE),
        re.compile(rf"(?<=[\s,])(?:{'|'.join(raw['cut_off'].split())})$", re.IGNORECASE),
        re.compile("|".join(raw["lead_ins"]), re.IGNORECASE),
        re.compile("|".join(raw["ties"]), re.IGNORECASE),
    )


def find_propositions(
    text: str, statements: Sequence[Statement], sentences: Sequence[Span]
) -> tuple[Proposition, ...]:
    """Find the propositions of one article, in the order of the text.

    A statement's piece is one sentence of its content without quote marks around it. An own-voice piece overlaps no
    statement's cue or content, and a source only where that is its subject too. ``sentences`` are in order and do not
    overlap.
    """
    parts = _Parts(p for s in statements for p in (*s.source, *s.cue, *s.content, *s.via))
    held = _Parts(sentences)
    found = {
        Proposition(span, statement.id)
        for statement in statements
        for span in _content_pieces(text, statement, parts, held)
    }
    found |= {Proposition(span, None) for span in _own_pieces(text, parts, sentences)}
    return tuple(sorted(found, key=lambda p: (p.span, p.statement or "")))


def _content_pieces(text: str, statement: Statement, parts: _Parts, sentences: _Parts) -> Iterator[Span]:
    own = {*statement.source, *statement.cue, *statement.content}
    for start, end in _joined(text, statement):
        inner = [p for p in parts.within(start, end) if p not in own]
        for piece in _by_sentence((start, end), sentences):
            rest = list(_without(piece, inner))
            for a, b in rest:
                yield from _trimmed_pieces(text, a, b, whole=rest == [piece])


def _joined(text: str, statement: Statement) -> Iterator[Cut]:
    """Yield the content's spans; a short start that the cue parts from its sentence stays with the rest."""
    content = sorted(statement.content)
    start = content[0].start
    for left, right in zip(content, [*content[1:], None], strict=True):
        if right is not None and left.end <= right.start:
            short = len(_WORD.findall(text[start : left.end])) < _MIN_FRAGMENT_WORDS
            if short and right.start - left.end < 60 and not _SENTENCE_END.search(left.exact):
                between = text[left.end : right.start]
                if not re.search(r"[.!?\n]", between):
                    continue
        yield start, left.end
        if right is not None:
            start = right.start


def _trimmed_pieces(text: str, start: int, end: int, *, whole: bool) -> Iterator[Span]:
    start = _after_that(text, start, end)
    for a, b in _split(text, start, end, _CONTENT_CUT):
        span = _trim(text, a, b)
        if span is None:
            continue
        if whole or len(_WORD.findall(span.exact)) >= _MIN_FRAGMENT_WORDS:
            yield span


def _after_that(text: str, start: int, end: int) -> int:
    return start + 5 if text[start : min(start + 5, end)].lower() == "that " else start


def _own_pieces(text: str, parts: _Parts, sentences: Iterable[Span]) -> Iterator[Span]:
    for sentence in sentences:
        inside = parts.overlapping(sentence.start, sentence.end)
        if inside:
            yield from _fragments(text, sentence, inside)
        elif _is_own_sentence(sentence.exact):
            yield from _clauses(text, sentence.start, sentence.end)


def _is_own_sentence(sentence: str) -> bool:
    count = len(_WORD.findall(sentence))
    if sentence.rstrip(_QUOTES + " ").endswith("?"):
        return False
    return count >= (_MIN_OWN_WORDS if _SENTENCE_END.search(sentence) else _MIN_HEADLINE_WORDS)


def _fragments(text: str, sentence: Span, parts: Sequence[Span]) -> Iterator[Span]:
    """Yield what the statements have left of a sentence, where it is a clause with its own subject."""
    lists = _lists()
    for start, end in _without((sentence.start, sentence.end), parts):
        span = _trim(text, start, end)
        if span is None or lists.lead_ins.match(span.exact):
            continue
        opening = lists.connectors.match(span.exact)
        span = _trim(text, span.start + opening.end(), end) if opening else span
        if span is None or lists.lead_ins.match(span.exact):
            continue
        if span.start > sentence.start and not _opens_with_subject(span.exact):
            subject = _subject_before(text, span, parts) if not opening else None
            if subject is None:
                continue
            span = Span.of(text, subject.start, span.end)
        tail = lists.dangling.search(span.exact)
        span = _trim(text, span.start, span.start + tail.start()) if tail else span
        if span and lists.cut_off.search(span.exact):
            continue  # its last phrase went with the statement
        if span and len(_WORD.findall(span.exact)) >= _MIN_FRAGMENT_WORDS and _has_finite_verb(span.exact):
            yield from _clauses(text, span.start, span.end)


def _subject_before(text: str, span: Span, parts: Sequence[Span]) -> Span | None:
    """Return the source just before words that go on about it: "*She* left the party in May, but said ..."."""
    before = [p for p in parts if p.end <= span.start and not text[p.end : span.start].strip()]
    found = before[-1] if before else None
    return found if found and len(_WORD.findall(found.exact)) <= _MAX_SUBJECT_WORDS else None


def _opens_with_subject(words: str) -> bool:
    first = _WORD.search(words)
    word = first.group().lower() if first else ""
    return not word.endswith(("ing", "ed")) and word not in _lists().finite


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    opening = _lists().ties.match(words) or _REPORTED.match(words)
    if opening and _has_finite_verb(words[opening.end() :]):
        start += opening.end()
    for a, b in _split(text, start, end, _CLAUSE):
        span = _trim(text, a, b)
        if span is not None:
            yield span


def _split(text: str, start: int, end: int, cut: re.Pattern[str]) -> Iterator[Cut]:
    """Yield the pieces between the places where ``cut`` matches and both sides can stand by themselves."""
    matches = cut.finditer(text, start, end) if end - start <= _MAX_SPLIT_LENGTH else ()
    for match in matches:
        left, right = text[start : match.start()], text[match.end() : end]
        if len(_WORD.findall(left)) < _MIN_OWN_WORDS:
            continue
        if cut is _CLAUSE and not (_is_clause(left) and _is_clause(right)):
            continue
        yield start, match.start()
        start = match.end()
    yield start, end


def _is_clause(words: str) -> bool:
    return len(_WORD.findall(words)) >= _MIN_FRAGMENT_WORDS and (
        _has_finite_verb(words) or bool(re.match(_OPENING, words))
    )


def _has_finite_verb(words: str) -> bool:
    lists = _lists()
    before = ""
    for index, match in enumerate(_WORD.finditer(words)):
        word = match.group().lower().replace("’", "'")
        if word in lists.finite and before not in lists.noun_openers:
            return True
        past = word.endswith("ed") and len(word) > 4 and index > 0
        if past and before not in lists.noun_openers and not before.endswith(("'s", "s'")):
            return True
        before = word
    return False


def _by_sentence(cut: Cut, sentences: _Parts) -> Iterator[Cut]:
    """Yield the parts of ``cut`` in each sentence; all of it where no sentence holds any."""
    start, end = cut
    held = sentences.overlapping(start, end)
    yield from [(max(start, s.start), min(end, s.end)) for s in held] or [cut]


def _without(cut: Cut, holes: Iterable[Span]) -> Iterator[Cut]:
    start, end = cut
    for hole in sorted(holes):
        if hole.end <= start or hole.start >= end:
            continue
        if hole.start > start:
            yield start, hole.start
        start = max(start, hole.end)
    if start < end:
        yield start, end


def _trim(text: str, start: int, end: int) -> Span | None:
    """Return the span without quotes and commas around it; a quotation begun in it keeps its end."""
    limit = end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if not _WORD.search(text, start, end):
        return None
    words = text[start:end]
    open_curly = words.count("“") > words.count("”") and text[end:limit][:1] == "”"
    open_straight = words.count('"') % 2 == 1 and text[end:limit][:1] == '"'
    return Span.of(text, start, end + (open_curly or open_straight))
