"""The editor of a desk: takes a person's decisions about the things of a ledger and keeps them.

with open_desk(path) as desk:
    editor = Editor(desk, ledger_of(desk, collation), author="I. Marn")
    editor.merge([editor.claim(one), editor.claim(other)], reason="the same shelling")
"""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta

from sayso.core.correction import Action, Correction, Selector, Subject
from sayso.core.errors import UsageError
from sayso.core.ledger import Ledger
from sayso.store.contract import Workplace
from sayso.store.correcting.fields import checked, field_named
from sayso.store.correcting.things import Thing, Things

MERGED = (Subject.STORY, Subject.ENTITY, Subject.EVENT, Subject.CLAIM)
REJECTED = (Subject.STATEMENT, Subject.EVENT, Subject.CLAIM, Subject.READING)
MOST_PASSAGES = 200  # of one thing; more would not bind it better


class Editor:
    """Makes corrections of what a ledger shows. With ``is_trial`` it keeps none."""

    def __init__(self, desk: Workplace, ledger: Ledger, *, author: str, is_trial: bool = False) -> None:
        self.things = Things(ledger)
        self.author = author.strip()
        self._desk = desk
        self._is_trial = is_trial

    def thing(self, subject: Subject, own: str) -> Thing:
        """Give a thing of the ledger by its kind and whole id. Raises UsageError where there is none."""
        readings = []
        if subject is Subject.ENTITY:
            entities = [e for e in self.things.ledger.entities if e.id == own]
            readings = self._desk.readings_of({article for e in entities for article, _ in e.members})
        return self.things.thing(subject, own, readings)

    def merge(self, things: Sequence[Thing], *, reason: str) -> Correction:
        """Say that stories, entities, events or claims are one. Raises UsageError where they are of two kinds."""
        subjects = {thing.subject for thing in things}
        if len({thing.id for thing in things}) < 2:
            raise UsageError("merging takes two things or more", remedy="Name another.")
        if len(subjects) > 1:
            kinds = ", ".join(f"{thing.subject} “{thing.words[:40]}”" for thing in things)
            raise UsageError(
                f"things of several kinds cannot be one: {kinds}", remedy="Name things of one kind."
            )
        (subject,) = subjects
        _check(subject, MERGED, "merged")
        return self._keep(Action.MERGE, subject, [thing.passages for thing in things], reason)

    def split(self, thing: Thing, apart: Collection[Selector], *, reason: str) -> Correction:
        """Say that some passages of a thing are of another one. Raises UsageError where they are none or all."""
        _check(thing.subject, MERGED, "split")
        first = [passage for passage in thing.passages if passage in apart]
        rest = [passage for passage in thing.passages if passage not in apart]
        if not first:
            raise UsageError(f"nothing of that is part of this {thing.subject}")
        if not rest:
            raise UsageError(f"that is all of this {thing.subject}", remedy="Leave something of it.")
        return self._keep(Action.SPLIT, thing.subject, [first, rest], reason)

    def set(
        self, thing: Thing, field: str, value: str, *, reason: str, means: Thing | None = None
    ) -> Correction:
        """Say what a field of a thing holds; empty for nothing known. ``means`` is the entity that speaks.

        Raises UsageError where the thing has no such field, or the field cannot hold the value.
        """
        subjects = field_named(field).subjects
        if thing.subject not in subjects:
            whose = " or ".join(map(_a, subjects))
            raise UsageError(f"{field} is a field of {whose}, not of {_a(thing.subject)}")
        parts = [thing.passages, *([means.passages] if means else [])]
        return self._keep(Action.SET, thing.subject, parts, reason, field=field, value=checked(field, value))

    def reject(self, thing: Thing, *, reason: str) -> Correction:
        """Say that a statement, event, claim or reading of one is none."""
        _check(thing.subject, REJECTED, "rejected")
        return self._keep(Action.REJECT, thing.subject, [thing.passages], reason)

    def _keep(
        self,
        action: Action,
        subject: Subject,
        parts: Sequence[Sequence[Selector]],
        reason: str,
        *,
        field: str | None = None,
        value: str | None = None,
    ) -> Correction:
        made = Correction(
            id="",
            action=action,
            subject=subject,
            parts=tuple(tuple(part[:MOST_PASSAGES]) for part in parts),
            author=self.author,
            made="",
            reason=reason.strip(),
            field=field,
            value=value,
        )
        return keep_correction(self._desk, made, is_trial=self._is_trial)


def keep_correction(desk: Workplace, drafted: Correction, *, is_trial: bool = False) -> Correction:
    """Give a correction its moment and its id, and keep it unless it is a trial.

    Raises UsageError where it has no author.
    """
    if not drafted.author.strip():
        raise UsageError("a correction needs an author", remedy="Name one: --by NAME, or SAYSO_AUTHOR.")
    made = replace(drafted, made=_next_moment(desk.corrections()))
    made = replace(made, id=id_of(made))
    if not is_trial:
        desk.keep_corrections([made])
    return made


def id_of(correction: Correction) -> str:
    """Give the id that a correction's content derives: x and 16 hexadecimal digits."""
    content = asdict(replace(correction, id=""))
    form = json.dumps(content, ensure_ascii=True, sort_keys=True)
    return f"x{hashlib.sha256(form.encode()).hexdigest()[:16]}"


def _next_moment(known: Sequence[Correction]) -> str:
    """Give the present moment, or the one after the last correction where a clock runs behind."""
    moment = datetime.now(UTC)
    if known:
        last = datetime.fromisoformat(known[-1].made)
        moment = max(moment, last + timedelta(microseconds=1))
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _check(subject: Subject, allowed: Sequence[Subject], what: str) -> None:
    if subject not in allowed:
        kinds = ", ".join(map(_a, allowed))
        raise UsageError(f"{_a(subject)} cannot be {what}", remedy=f"These can: {kinds}.")


def _a(subject: Subject) -> str:
    return f"an {subject}" if subject[0] in "aeiou" else f"a {subject}"
