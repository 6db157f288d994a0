"""A quotation in versions: the part of a brief that lays one utterance's wordings side by side."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.desk.brief.pieces import Cite, Who


class Change(StrEnum):
    """How words stand to the base version of a quotation."""

    SAME = "same"
    DIFFERS = "differs"
    OMITS = "omits"  # no word: base words are missing here


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words of a version that stand alike to the base, verbatim; empty where base words are missing."""

    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class Variant:
    """A place where a version differs: the base's words and this version's, either possibly empty."""

    base: str
    here: str


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of an utterance, and the reports that give it."""

    labels: tuple[str, ...]
    runs: tuple[Run, ...]
    is_base: bool
    is_aligned: bool  # False: too few words in common to be laid side by side
    variants: tuple[Variant, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Spliced:
    """Words that one report joins within one pair of quote marks, and that another keeps apart."""

    joined: Cite
    apart: tuple[Cite, Cite]
    following: str | None  # the key of the quotation whose words follow in the joined ones


@dataclass(frozen=True, slots=True)
class CollatedQuotation:
    """One utterance by one speaker in the wordings of several reports; the base version comes first."""

    key: str
    claim: str | None  # the key of the claim that it carries
    who: Who
    versions: tuple[Version, ...]
    spliced: tuple[Spliced, ...] = ()
