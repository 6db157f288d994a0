"""Corrections that come from a program or another desk, checked before they are kept."""

import json
from dataclasses import replace
from typing import Any

from sayso.core.correction import Action, Correction
from sayso.core.errors import DeskError, UsageError
from sayso.core.text import make_storable
from sayso.store.correcting.editor import id_of
from sayso.store.correcting.fields import checked, field_named
from sayso.store.forms import load_corrections

_FAULT = "these are no corrections"
_REMEDY = "Give a JSON array as `sayso corrections --json` writes it; `sayso schema` describes it."


def load_given(form: bytes | str) -> list[Correction]:
    """Read a JSON array of corrections, or of what ``sayso corrections --json`` writes.

    One without an id is given the id of its content. Raises UsageError where it is something else, where an id does
    not fit its content, or a field cannot hold its value.
    """
    try:
        given = json.loads(form)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{_FAULT}: {error}", remedy=_REMEDY) from error
    if not isinstance(given, list):
        raise UsageError(f"{_FAULT}: not an array", remedy=_REMEDY)
    try:
        made = load_corrections(
            make_storable(json.dumps([_bare(one) for one in given], ensure_ascii=False))[0]
        )
    except DeskError as error:
        raise UsageError(f"{_FAULT}: {error.reason}", remedy=_REMEDY) from error
    return [_checked(one) for one in made]


def _bare(one: Any) -> Any:  # what json gives
    inner = one.get("correction", one) if isinstance(one, dict) else one
    return {"id": "", **inner} if isinstance(inner, dict) else inner


def _checked(one: Correction) -> Correction:
    own = id_of(one)
    if one.id and one.id != own:
        raise UsageError(
            f"the id {one.id} does not fit what it names", remedy="Leave ids out; they are given."
        )
    if not one.author.strip() or not one.made.endswith("Z"):
        raise UsageError("a correction needs an author, and a time in UTC that ends in Z", about=own)
    if one.action is Action.UNDO:
        return replace(one, id=own)
    if one.subject is None or not one.parts or not all(one.parts):
        raise UsageError("a correction needs a subject, and passages in each of its parts", about=own)
    if one.action in (Action.MERGE, Action.SPLIT) and len(one.parts) < 2:
        raise UsageError(f"to {one.action} takes two parts", about=own)
    if one.action is Action.SET:
        if one.subject not in field_named(one.field or "").subjects:
            raise UsageError(f"a {one.subject} has no {one.field}", about=own)
        if checked(one.field or "", one.value or "") != one.value:
            raise UsageError(f"{one.field} cannot be {one.value!r}", about=own)
    return replace(one, id=own)
