"""The desk's ledger: kept from before where nothing has changed, else collated anew and kept."""

import contextlib
import hashlib
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sayso.core.correction import Correction
from sayso.core.errors import DeskError, UsageError
from sayso.core.ledger import Ledger, Story
from sayso.store.collation import Collation as Collation
from sayso.store.contract import DeskView, Workplace
from sayso.store.lines import lines_of
from sayso.store.part import part_of
from sayso.store.records import Provenance, StoryLine

FORM_VERSION = "1"  # grows when a kept ledger's JSON can no longer be read back


def fingerprint_of(
    provenance: Sequence[Provenance], collation_version: str, corrections: Sequence[Correction] = ()
) -> str:
    """Give the SHA-256 of all that a ledger depends on: readings, their reader, collation, and corrections."""
    lines = [FORM_VERSION, collation_version]
    lines += [f"{one.article}\t{one.revision}\t{one.reader}" for one in provenance]
    lines += [f"correction\t{one.id}" for one in corrections]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def current_fingerprint(desk: DeskView, collation: Collation) -> str:
    """Give the fingerprint of the ledger that the desk would have now."""
    return fingerprint_of(desk.provenance(), collation.version, desk.corrections())


def stories_of(desk: Workplace, collation: Collation) -> list[StoryLine]:
    """Give the desk's stories, collating first where that is not done yet."""
    if _is_in_parts(desk, collation):
        return desk.part_stories()
    fingerprint = current_fingerprint(desk, collation)
    lines = desk.stories(fingerprint)
    if lines is None:
        lines = lines_of(_collated(desk, collation, fingerprint))
    return lines


def ledger_of(desk: Workplace, collation: Collation, story: str | None = None) -> Ledger:
    """Give the desk's ledger, or the part of one story (see ``find_story`` for how it is named).

    A story's part has the names that its affair's reports use, the whole ledger those of all reports. Raises UsageError
    where there is no such story, DeskError where the desk cannot be read.
    """
    if _is_in_parts(desk, collation):
        return _of_parts(desk, collation, story)
    fingerprint = current_fingerprint(desk, collation)
    lines = desk.stories(fingerprint)
    if lines is None:
        ledger = _collated(desk, collation, fingerprint)
        return ledger if story is None else part_of(ledger, find_story(ledger.stories, story))
    kept = desk.ledger(fingerprint, None if story is None else find_story(lines, story))
    return kept or _collated(desk, collation, fingerprint)


def show_ledger(desk: Workplace, collation: Collation, story: str | None = None) -> Ledger:
    """Give what ``ledger_of`` gives, and remember that a brief is made of it: corrections go by its keys."""
    ledger = ledger_of(desk, collation, story)
    with contextlib.suppress(DeskError):  # as when it is kept
        if collation.part is not None:
            desk.keep_shown(ledger, ledger.stories[0].id if story else None)
        else:
            desk.note_shown(current_fingerprint(desk, collation), ledger.stories[0].id if story else None)
    return ledger


def kept_ledger(desk: DeskView, collation: Collation, story: str | None = None) -> Ledger | None:
    """Give the desk's ledger, or one story's part, where it is kept and up to date."""
    if collation.part is not None:
        return _of_parts(desk, collation, story) if desk.is_up_to_date(collation) else None
    fingerprint = current_fingerprint(desk, collation)
    lines = desk.stories(fingerprint)
    if lines is None:
        return None
    return desk.ledger(fingerprint, None if story is None else find_story(lines, story))


def foretell(desk: Workplace, collation: Collation, trial: Correction) -> Ledger:
    """Give what the desk's ledger would be with one more correction, as far as that bears on it; it is not kept."""
    if _is_in_parts(desk, collation):
        return desk.foretell(collation, trial)
    from sayso.store.vectors import unpacked  # only here: NumPy

    reads = [unpacked(stored) for stored in desk.readings()]
    return collation.collate(reads, [*desk.corrections(), trial])


def find_story(
    stories: Sequence[StoryLine | Story], name: str, former: Mapping[str, str] = MappingProxyType({})
) -> str:
    """Give the id of the story that ``name`` is: its id, or the beginning of its id and of no other's.

    ``former`` are ids that stories had, with those that they have now: such a name is good for ever. Raises UsageError
    where it is none or several.
    """
    ids = [story.id for story in stories]
    if name in ids:
        return name
    found = sorted({story for story in ids if story.startswith(name)} or {*former.values()} & {*ids})
    if len(found) == 1:
        return found[0]
    if found:
        some = ", ".join(found[:5])
        raise UsageError(
            f"several stories begin with {name!r}: {some}", remedy="Write more of it.", about=name
        )
    raise UsageError(f"there is no story {name!r}", remedy="List them: sayso stories", about=name)


def _is_in_parts(desk: Workplace, collation: Collation) -> bool:
    """Bring the desk's parts up to date; give whether it has any, for a desk that cannot be written gets none."""
    if collation.part is None:
        return False
    try:
        desk.bring_up_to_date(collation)
    except DeskError:
        return desk.is_up_to_date(collation)
    return True


def _of_parts(desk: DeskView, collation: Collation, story: str | None) -> Ledger:
    from sayso.collate.joining import join_parts  # only here: NumPy

    if story is not None:
        own = find_story(desk.part_stories(), story, desk.former_stories(story))
        return part_of(desk.part(own), own)
    parts = list(desk.parts())
    known = {one.correction.id for part in parts for one in part.corrections}
    assert collation.part is not None  # noqa: S101 (else nobody is here)
    beside = collation.part((), [c for c in desk.corrections() if c.id not in known])
    return join_parts([*parts, beside])


def _collated(desk: Workplace, collation: Collation, fingerprint: str) -> Ledger:
    from sayso.store.vectors import unpacked  # only here: NumPy

    ledger = collation.collate([unpacked(stored) for stored in desk.readings()], desk.corrections())
    # A desk that cannot be written, say on a shared drive, still gives its ledger: it is only not kept.
    with contextlib.suppress(DeskError):
        desk.keep_ledger(fingerprint, ledger)
    return ledger
