"""Which fields of which things a person may set, and what each may hold."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.core.correction import Subject
from sayso.core.errors import UsageError
from sayso.core.reading import Act, EntityKind, Form, Status, Voice
from sayso.core.timex_value import grain_of

# PLOVER's categories (Open Event Data Alliance, 2018) and, for ASSAULT, its modes as readings have them.
EVENT_TYPES = (
    "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "CRIME", "DEMAND", "DISAPPROVE",
    "INVESTIGATE", "MOBILIZE", "PROTEST", "REJECT", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
EVENT_MODES = ("aerial", "arson", "bombing", "clash", "kidnapping", "other", "shooting", "suicide-attack")


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be set."""

    subjects: tuple[Subject, ...]
    allowed: tuple[str, ...] = ()  # empty: any words
    may_be_empty: bool = True  # an empty value clears it


FIELDS: Mapping[str, Field] = {
    "speaker": Field((Subject.STATEMENT,)),
    "act": Field((Subject.STATEMENT,), tuple(Act), may_be_empty=False),
    "form": Field((Subject.STATEMENT,), tuple(Form), may_be_empty=False),
    "voice": Field((Subject.READING,), tuple(Voice), may_be_empty=False),
    "type": Field((Subject.EVENT,), EVENT_TYPES),
    "mode": Field((Subject.EVENT,), EVENT_MODES),
    "status": Field((Subject.EVENT,), tuple(Status), may_be_empty=False),
    "date": Field((Subject.EVENT,)),
    "name": Field((Subject.ENTITY,), may_be_empty=False),
    "kind": Field((Subject.ENTITY,), tuple(EntityKind), may_be_empty=False),
    "role": Field((Subject.ENTITY,)),
    "place": Field((Subject.ENTITY,)),
    "title": Field((Subject.STORY, Subject.REPORT)),
    "outlet": Field((Subject.REPORT,)),
    "author": Field((Subject.REPORT,)),
    "published": Field((Subject.REPORT,)),
    "url": Field((Subject.REPORT,)),
    "copied_from": Field((Subject.REPORT,)),
}


def field_named(name: str) -> Field:
    """Give a field. Raises UsageError where there is none of that name."""
    if name not in FIELDS:
        raise UsageError(f"there is no field {name!r}", remedy=f"There are: {', '.join(FIELDS)}.")
    return FIELDS[name]


def checked(name: str, value: str) -> str | None:
    """Give a value as it is kept, None where it clears the field. Raises UsageError where it cannot be one."""
    field = field_named(name)
    value = value.strip()
    if not value:
        if field.may_be_empty:
            return None
        raise UsageError(f"{name} cannot be empty", remedy=_choice(field))
    if name == "date" and (not _is_timex(value)):
        raise UsageError(
            f"date cannot be {value!r}", remedy="Write it as TIMEX3: 2031-03-02, 2031-W10, XXXX-03-02."
        )
    if field.allowed:
        same = [one for one in field.allowed if one.casefold() == value.casefold()]
        if not same:
            raise UsageError(f"{name} cannot be {value!r}", remedy=_choice(field))
        return str(same[0])
    return _place(value) if name == "place" else value


def _place(value: str) -> str:
    from sayso.collate.places.given import given_place  # only here: the gazetteer

    found = given_place(value)
    if found is None:
        raise UsageError(
            f"{value!r} is no place of the gazetteer, or several are",
            remedy='Write it with its region or country, as "Oslo, Norway", or by its GeoNames id.',
        )
    return found


def _is_timex(value: str) -> bool:
    try:
        grain_of(value)
    except ValueError:
        return False
    return True


def _choice(field: Field) -> str:
    return f"It is one of: {', '.join(field.allowed)}." if field.allowed else "Write what it is to be."
