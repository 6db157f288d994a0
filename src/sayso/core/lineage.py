"""Where a report's words come from: passages taken from other reports, credits, and the links of a claim's chain."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.core.span import Span


class Precedence(StrEnum):
    """What tells which of two reports that share a passage had it first."""

    PUBLISHED = "published"  # by the times of publication
    CREDITED = "credited"  # the one names the other as its source
    CONTAINED = "contained"  # the one holds little but a part of the other
    UNKNOWN = "unknown"  # nothing tells: both list the passage


@dataclass(frozen=True, slots=True)
class Taking:
    """A passage that a report shares with an earlier one (``source``, an article), which had it first."""

    source: str
    span: Span
    source_span: Span
    is_verbatim: bool  # False: the same in other words
    precedence: Precedence


class CreditPlace(StrEnum):
    """Where a report credits somebody else for its text."""

    BYLINE = "byline"
    DATELINE = "dateline"
    SIGN_OFF = "sign-off"


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody whom a report names as the source of its text; ``span`` is None where the byline does."""

    name: str
    place: CreditPlace
    span: Span | None


class LinkKind(StrEnum):
    """What a link of a chain is."""

    OUTLET = "outlet"
    AGENCY = "agency"  # whom the outlet credits for the text
    CHANNEL = "channel"  # an interview, a post, another outlet
    SPEAKER = "speaker"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain from the outlet that carries a claim to whoever it rests on."""

    kind: LinkKind
    name: str | None
    article: str | None = None  # the report of that outlet, where it is at hand
    span: Span | None = None  # the words that name it, in the report that carries the claim
