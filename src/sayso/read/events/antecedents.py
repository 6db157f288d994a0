"""Whom a pronoun among an event's parties stands for, in the words of the text."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sayso.core.reading import Mention
from sayso.core.span import Span
from sayso.read.phrases import is_kind


class Antecedents:
    """The mentions of a report by what they stand for."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Index ``mentions``; without any, every pronoun stays what it is."""
        self._entity: dict[tuple[int, int], str] = {}
        self._told: dict[str, list[Span]] = {}
        for mention in sorted(mentions, key=lambda m: m.span):
            if mention.entity is None:
                continue
            if _is_pronoun(mention.span):
                self._entity[mention.span.start, mention.span.end] = mention.entity
            else:
                self._told.setdefault(mention.entity, []).append(mention.span)

    def replace(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """``spans`` in the order of the text, a pronoun replaced by the last words before it for the same.

        The same words are given once.
        """
        first: dict[str, Span] = {}
        for span in sorted(map(self._of, spans)):
            first.setdefault(span.exact.lower(), span)
        return tuple(first.values())

    def _of(self, span: Span) -> Span:
        told = self._told.get(self._entity.get((span.start, span.end), ""), [])
        before = bisect_left(told, span.start, key=lambda s: s.start)
        return told[before - 1] if before else span


def _is_pronoun(span: Span) -> bool:
    return is_kind(span.exact.lower(), "pronoun") or is_kind(span.exact.lower(), "possessive")
