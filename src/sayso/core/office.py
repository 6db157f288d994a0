"""Offices that people hold, as reports name them, and from when to when that is known."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.core.span import Span


class Standing(StrEnum):
    """How a report's words stand to the office on its day."""

    HOLDER = "holder"  # "Defence Minister A": in office when the report was written
    NEW = "new"  # "the newly appointed", "the new": in office, and not for long
    FORMER = "former"
    THEN = "then"  # "then-minister A": in office at the time of which the report tells
    INCOMING = "incoming"  # "minister-designate", "president-elect": not yet


@dataclass(frozen=True, slots=True)
class OfficeEvidence:
    """Where a report names the office."""

    article: str
    span: Span
    standing: Standing


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody holds or held. Its bounds are what the reports make known, not the whole term."""

    office: str  # in the words of a report
    body: (
        str | None
    )  # whose office it is: a country's ISO 3166-1 code, or the words for a body; None where not told
    held_from: str | None  # TIMEX3: in office from then at the latest
    held_to: str | None  # TIMEX3: no longer in office by then; None where no report tells of an end
    evidence: tuple[OfficeEvidence, ...]
    title: str = ""  # as offices are compared: "defence minister"
