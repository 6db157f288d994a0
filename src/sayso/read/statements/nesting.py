"""Statements within statements: "the mayor said that the widow had accused the firm of lying" holds two."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.core.reading import Statement
from sayso.core.span import Span

MOST_OPEN = 8  # contents that lie over each other at one place; more are noise


def nested(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each with the id of the nearest one in whose content it is told.

    A statement is told within another whose content holds its cue and the beginning of its content. Ids must be
    unique. Linear in the number of statements, but for sorting.
    """
    outer = dict(_hosts(statements))
    return tuple(replace(statement, within=outer.get(statement.id)) for statement in statements)


def _hosts(statements: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """The ids of statements that lie within another, each with that one’s."""
    spans = sorted(((span, s) for s in statements for span in s.content), key=lambda pair: pair[0].start)
    at = 0
    opened: list[tuple[Span, Statement]] = []
    for statement in sorted((s for s in statements if s.cue), key=lambda s: s.cue[0].start):
        cue = statement.cue[0]
        while at < len(spans) and spans[at][0].start <= cue.start:
            opened.append(spans[at])
            at += 1
        opened = [(span, host) for span, host in opened if span.end > cue.start][-MOST_OPEN:]
        inside = [(span, host) for span, host in opened if _tells(span, host, statement)]
        if inside:
            yield statement.id, min(inside, key=lambda pair: (pair[0].end - pair[0].start, pair[1].id))[1].id


def _tells(span: Span, host: Statement, statement: Statement) -> bool:
    """Whether a span of the host's content holds a statement's cue and content, and is more than that content."""
    first = statement.content[0]
    if host.id == statement.id or not span.contains(statement.cue[-1]):
        return False
    held = span.start <= first.start and statement.content[-1].end <= span.end
    return held and not any(part.contains(cue) for part in statement.content for cue in host.cue)
