"""What a brief's keys and numbers stand for in the ledger: so that a reader can name what he sees."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.core.ledger import Ledger
from sayso.desk.brief.draft import Keys
from sayso.desk.brief.make import draw_up

Passage = tuple[str, int, int]  # article id, start, end


@dataclass(frozen=True, slots=True)
class Names:
    """The keys of a brief of all of a ledger's stories, and its numbered references."""

    ids: dict[str, tuple[str, str]]  # by key: its letter and the ledger's id
    passages: dict[int, Passage]  # by number


def names_in(ledger: Ledger) -> Names:
    """Give what the keys and numbers of the brief of ``ledger`` stand for.

    Letters: T story, C claim, E incident, P person, R report, S statement.
    """
    keys = Keys()
    brief = draw_up(ledger, None, keys)
    ids = {key: (letter, own) for (letter, _, own), key in keys.given.items()}
    articles = {key: own for key, (letter, own) in ids.items() if letter == "R"}
    cites = [cite for story in brief.stories for cite in story.cites]
    return Names(ids, {c.number: (articles[c.report], c.start, c.end) for c in cites})


def words_in(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Give the keys of the brief of ``ledger`` with the words that they stand for; entities come by name."""
    words = {("T", s.id): s.title for s in ledger.stories}
    words |= {("C", c.id): c.gist for c in ledger.claims}
    words |= {("R", a.id): a.title or a.outlet or a.id for a in ledger.articles}
    words |= {("S", s.id): s.content[0].exact for s in ledger.statements}
    words |= {("E", e.incident): e.trigger.exact for e in ledger.events}
    for key, named in names_in(ledger).ids.items():
        if named in words:
            yield key, words[named]
    for entity in ledger.entities:
        yield entity.name, entity.role or entity.kind
