"""What happened to the ledger, in and out of its table; what a story's former id stands for now."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from sayso.store.clock import now
from sayso.store.records import Change, ChangeKind
from sayso.store.schema import changes, part_stories, story_names, upkeep
from sayso.store.upkeep.part_rows import slices

QUIET_DAYS = 7
_COLUMNS = ("number", "at", "kind", "story")


def keep_changes(connection: Connection, found: Iterable[Change]) -> None:
    """Keep changes, as noticed now."""
    at = now()
    rows = [
        {
            "at": at,
            "kind": change.kind,
            "story": change.story,
            "form": json.dumps({k: v for k, v in asdict(change).items() if k not in _COLUMNS}),
        }
        for change in found
    ]
    if rows:
        connection.execute(insert(changes), rows)


def load_changes(connection: Connection, *, after: int = 0, since: str = "") -> list[Change]:
    """Give the changes after a number and from a moment on, in order."""
    wanted = select(changes).where(changes.c.number > after, changes.c.at >= since).order_by(changes.c.number)
    return [_change(row) for row in connection.execute(wanted)]


def load_changes_of(connection: Connection, stories: Collection[str]) -> dict[str, list[Change]]:
    """Give the changes of stories by the ids that they have now, each story's in order."""
    now_of = {own: own for own in stories}
    for some in slices(sorted(stories)):
        names = connection.execute(select(story_names).where(story_names.c.new.in_(some)))
        now_of.update((row.old, row.new) for row in names)
    found: dict[str, list[Change]] = {own: [] for own in stories}
    for some in slices(sorted(now_of)):
        for row in connection.execute(select(changes).where(changes.c.story.in_(some))):
            found[now_of[row.story]].append(_change(row))
    return {own: sorted(held, key=lambda change: change.number) for own, held in found.items()}


def _change(row: Row[Any]) -> Change:
    held: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in json.loads(row.form).items()
    }
    return Change(ChangeKind(row.kind), row.story, number=row.number, at=row.at, **held)


def keep_names(connection: Connection, names: Mapping[str, str]) -> None:
    """Keep what former ids of stories stand for; those that stood for them follow. An id that is used again is free."""
    for old, new in sorted(names.items()):
        connection.execute(update(story_names).where(story_names.c.new == old).values(new=new))
        connection.execute(delete(story_names).where(story_names.c.old == old))
        connection.execute(insert(story_names).values(old=old, new=new))
    connection.execute(delete(story_names).where(story_names.c.old.in_(select(part_stories.c.id))))


def load_names(connection: Connection, name: str) -> dict[str, str]:
    """Give the stories that former ids stand for which begin so."""
    wanted = select(story_names.c.old, story_names.c.new).where(
        story_names.c.old.startswith(name, autoescape=True)
    )
    return {row.old: row.new for row in connection.execute(wanted)}


def find_quiet(connection: Connection) -> list[Change]:
    """Note which stories have gone quiet: none of their reports is of the week before the desk's newest one."""
    last = select(func.max(part_stories.c.last))  # two look-ups in the index, where one for all would scan it
    both = (connection.execute(last.where(part_stories.c.is_quiet == quiet)).scalar() for quiet in (0, 1))
    try:
        edge = date.fromisoformat(max(day or "" for day in both)[:10]) - timedelta(days=QUIET_DAYS)
    except ValueError:
        return []
    quiet = (part_stories.c.is_quiet.is_(False), part_stories.c.last < edge.isoformat())
    found = [
        Change(ChangeKind.QUIET, own)
        for own in connection.execute(
            select(part_stories.c.id).where(*quiet).order_by(part_stories.c.id)
        ).scalars()
    ]
    connection.execute(update(part_stories).where(*quiet).values(is_quiet=True))
    return found


def looked(connection: Connection) -> int:
    """Give the number of the last change that was shown."""
    return connection.execute(select(upkeep.c.looked)).scalar() or 0


def note_looked(connection: Connection, number: int) -> None:
    """Remember the last change that was shown."""
    connection.execute(update(upkeep).where(upkeep.c.looked < number).values(looked=number))
