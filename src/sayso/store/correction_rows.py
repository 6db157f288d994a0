"""Corrections in and out of their table. A row is never changed."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from sayso.core.correction import Correction
from sayso.store.forms import dump_corrections, load_corrections
from sayso.store.schema import corrections


def keep(connection: Connection, made: Sequence[Correction]) -> int:
    """Keep corrections that the desk has not; give how many."""
    known = set(connection.execute(select(corrections.c.id)).scalars())
    fresh = {one.id: one for one in made if one.id not in known}
    for one in fresh.values():
        form = dump_corrections([one]).decode()
        row = insert(corrections).values(id=one.id, made=one.made, author=one.author, form=form)
        connection.execute(row)
    return len(fresh)


def listed(connection: Connection) -> list[Correction]:
    """Give every correction in the order in which they were made."""
    rows = select(corrections.c.form).order_by(corrections.c.made, corrections.c.id)
    return [one for form in connection.execute(rows).scalars() for one in load_corrections(form)]
