"""Talks, ceasefires, commitments and positions in Markdown."""

from collections.abc import Iterator

from sayso.desk.brief.processes import Card, Entry, Talks
from sayso.desk.labels import labels, symbol, word
from sayso.desk.markdown import ink
from sayso.desk.markdown.escape import escape


def draw_talks(talks: Talks) -> Iterator[str]:
    """Give one process with its rounds and ceasefires."""
    yield from (f"### {talks.key} {', '.join(escape(e.value) for e in talks.parties)}", "")
    for card in talks.cards:
        yield f"- {card.key} **{card.kind}** {escape(card.title)} {ink.notes(card.words)}".rstrip()
        yield from _facts(card)
    yield ""


def draw_commitment(card: Card) -> Iterator[str]:
    """Give one commitment with what has become of it."""
    fate = f"{symbol('fate', card.fate)} {word('fate', card.fate)}" if card.fate else ""
    words = ", ".join(ink.cited(c) for c in card.words)
    yield f"- {card.key} {escape(card.title)} **{card.kind}** ({fate}): {words}"
    yield from _facts(card)


def draw_position(card: Card) -> Iterator[str]:
    """Give one position, step by step."""
    yield f"- {card.key} {ink.name(card.who) if card.who else ''} ({escape(card.title)})"
    yield from _facts(card)


def _facts(card: Card) -> Iterator[str]:
    for fact in card.facts:
        entries = "; ".join(_entry(e) for e in fact.entries) or labels()["process"]["not_told"]
        yield f"  - {fact.name}: {entries}"


def _entry(entry: Entry) -> str:
    parts = [f"**{escape(entry.value)}**" if entry.value else "", ink.name(entry.who) if entry.who else ""]
    parts += [
        f"({escape(entry.note)})" if entry.note else "",
        ink.notes(entry.cites) if entry.is_brief else ", ".join(map(ink.cited, entry.cites)),
    ]
    return " ".join(p for p in parts if p)
