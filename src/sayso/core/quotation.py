"""A quotation: one utterance in the wordings of several reports, laid side by side word by word."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.core.span import Span


class Edit(StrEnum):
    """How words of a variant stand to the base variant's."""

    SAME = "same"
    DIFFERS = "differs"
    ADDS = "adds"  # the base has no words here
    OMITS = "omits"  # the variant has none


@dataclass(frozen=True, slots=True)
class Aligned:
    """Neighbouring words that stand alike to the base; a span is None where that side has no words here."""

    edit: Edit
    span: Span | None  # in the variant's article
    base: Span | None  # in the base variant's article


@dataclass(frozen=True, slots=True)
class QuoteVariant:
    """The utterance as one report gives it."""

    article: str
    statement: str  # a ledger statement
    span: Span  # without the quote marks
    alignment: tuple[Aligned, ...] = ()  # to the base variant; empty for the base itself


@dataclass(frozen=True, slots=True)
class Splice:
    """Two utterances that one report joins within one pair of quote marks and another report keeps apart."""

    article: str
    span: Span  # of both, in the report that joins them
    following: str  # the quotation whose words follow this one's there
    apart: str  # the article that keeps them apart
    apart_spans: tuple[Span, Span]  # this quotation's words and the following one's, there


@dataclass(frozen=True, slots=True)
class Quotation:
    """One utterance by one speaker; ``base`` is the variant that the others are compared with, not the true one."""

    id: str
    story: str
    speaker: str | None  # a ledger entity
    variants: tuple[QuoteVariant, ...]
    base: int
    spliced: tuple[Splice, ...] = ()
