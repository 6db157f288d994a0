"""Collated ledgers in and out of their table. They are derived: an older one makes way for a newer one."""

import zlib

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, insert, select

from sayso.core.ledger import Ledger
from sayso.store.forms import dump_ledger, load_ledger
from sayso.store.lines import lines_of
from sayso.store.part import part_of
from sayso.store.records import StoryLine
from sayso.store.schema import ledgers, shown, stories

SHOWN = "shown"  # in place of a fingerprint: a ledger that is only kept because a brief shows it
WHOLE = ""  # the story of the row that holds the whole ledger


def keep(connection: Connection, fingerprint: str, ledger: Ledger) -> None:
    """Keep a ledger whole and story by story, in place of any other but what the last brief shows."""
    connection.execute(delete(ledgers).where(~_is_shown(), ledgers.c.fingerprint != fingerprint))
    connection.execute(delete(ledgers).where(ledgers.c.fingerprint == fingerprint))
    connection.execute(delete(stories))
    _insert(connection, fingerprint, WHOLE, ledger)
    for place, line in enumerate(lines_of(ledger)):
        _insert(connection, fingerprint, line.id, part_of(ledger, line.id))
        values = {name: getattr(line, name) for name in line.__slots__}
        connection.execute(insert(stories).values(fingerprint=fingerprint, place=place, **values))


def load(connection: Connection, fingerprint: str, story: str | None) -> Ledger | None:
    """Give a kept ledger, or one story's part of it."""
    row = select(ledgers.c.form).where(
        ledgers.c.fingerprint == fingerprint, ledgers.c.story == (story or WHOLE)
    )
    form = connection.execute(row).scalar_one_or_none()
    return None if form is None else load_ledger(zlib.decompress(form))


def note_shown(connection: Connection, fingerprint: str, story: str | None) -> None:
    """Remember that the last brief shows this ledger, or one story's part of it."""
    connection.execute(delete(shown))
    connection.execute(insert(shown).values(number=1, fingerprint=fingerprint, story=story or WHOLE))


def keep_shown(connection: Connection, ledger: Ledger, story: str | None) -> None:
    """Keep the ledger of which a brief is made, in place of that of the last brief."""
    connection.execute(delete(ledgers).where(ledgers.c.fingerprint == SHOWN))
    _insert(connection, SHOWN, story or WHOLE, ledger)
    note_shown(connection, SHOWN, story)


def load_shown(connection: Connection) -> Ledger | None:
    """Give the ledger of which the last brief was made, one story's part where it shows one."""
    row = connection.execute(select(shown.c.fingerprint, shown.c.story)).first()
    return load(connection, row.fingerprint, row.story) if row else None


def _is_shown() -> ColumnElement[bool]:
    same = and_(shown.c.fingerprint == ledgers.c.fingerprint, shown.c.story == ledgers.c.story)
    return exists().where(same)


def load_lines(connection: Connection, fingerprint: str | None) -> list[StoryLine] | None:
    """Give a kept ledger's stories; without a fingerprint, those of whichever is kept."""
    kept = select(ledgers.c.fingerprint).where(ledgers.c.story == WHOLE)
    if fingerprint is not None:
        kept = kept.where(ledgers.c.fingerprint == fingerprint)
    else:  # not the one that is only kept for the brief that shows it
        kept = kept.where(ledgers.c.fingerprint.in_(select(stories.c.fingerprint)))
    found = connection.execute(kept).scalar()
    if found is None:
        return None
    columns = [stories.c[name] for name in StoryLine.__slots__]
    rows = connection.execute(
        select(*columns).where(stories.c.fingerprint == found).order_by(stories.c.place)
    )
    return [StoryLine(**row._mapping) for row in rows]


def _insert(connection: Connection, fingerprint: str, story: str, ledger: Ledger) -> None:
    form = zlib.compress(dump_ledger(ledger), level=3)
    connection.execute(insert(ledgers).values(fingerprint=fingerprint, story=story, form=form))
