"""Talks, ceasefires, commitments and positions in a terminal."""

from rich.text import Text

from sayso.core.printable import foreign
from sayso.desk.brief.model import StoryBrief
from sayso.desk.brief.processes import Card, Entry
from sayso.desk.labels import labels, symbol, word
from sayso.desk.terminal import ink
from sayso.desk.terminal.page import Page


def draw_processes(story: StoryBrief, page: Page) -> None:
    """Draw the story's talks and ceasefires, commitments and positions, as far as there are any."""
    section = labels()["section"]
    file = story.file
    if file.talks:
        page.heading(section["processes"], file.card_count)
    for talks in file.talks:
        parties = ", ".join(e.value for e in talks.parties)
        page.draw(Text(f"{talks.key} ", ink.QUIET).append_text(foreign(parties, "bold")))
        for card in talks.cards:
            line = Text(f"{card.key} ", ink.QUIET).append(card.kind, "bold")
            page.draw(
                line.append("  ").append_text(foreign(card.title)).append_text(ink.numbers(card.words)), 2
            )
            _facts(card, page)
    if file.commitments:
        page.heading(section["commitments"], len(file.commitments))
    for card in file.commitments:
        _commitment(card, page)
    if file.positions:
        page.heading(section["positions"], len(file.positions))
    for card in file.positions:
        who = ink.name(card.who) if card.who else Text()
        page.draw(Text(f"{card.key} ", ink.QUIET).append_text(who).append_text(ink.quiet(f"  {card.title}")))
        _facts(card, page)


def _commitment(card: Card, page: Page) -> None:
    line = Text(f"{card.key} ", ink.QUIET).append_text(
        ink.name(card.who) if card.who else foreign(card.title)
    )
    line.append(f" {card.kind}", "bold")
    if card.fate:
        line.append(f"  {symbol('fate', card.fate)} {word('fate', card.fate)}")
    page.draw(line)
    page.cite(card.words, 4)
    _facts(card, page)


def _facts(card: Card, page: Page) -> None:
    for fact in card.facts:
        line = ink.quiet(f"{fact.name}: ")
        if not fact.entries:
            line.append_text(ink.quiet(labels()["process"]["not_told"]))
        for number, entry in enumerate(fact.entries):
            line.append("; " if number else "").append_text(_entry(entry, page))
        page.draw(line, 4)


def _entry(entry: Entry, page: Page) -> Text:
    parts = [foreign(entry.value, "bold")] if entry.value else []
    parts += [ink.name(entry.who)] if entry.who else []
    parts += [ink.quiet(entry.note)] if entry.note else []
    if entry.is_brief:
        return Text(" ").join(parts).append_text(ink.numbers(entry.cites))
    return Text(" ").join([*parts, *(ink.words(c) for c in page.see(entry.cites))])
