"""What the encoder's decoders yield for one article, before plain code makes statements and entities of it."""

from dataclasses import dataclass

from sayso.core.reading import EntityKind
from sayso.core.span import Span


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A proper name, as CoNLL-2003 marks them, with the model's probability."""

    span: Span
    kind: EntityKind
    score: float


@dataclass(frozen=True, slots=True)
class Filler:
    """Words that fill a role of an attack (MUC-4's slots), with the model's probability.

    ``role`` is "perpetrator", "target" (a thing), "human" (people) or "instrument".
    """

    span: Span
    role: str
    score: float


@dataclass(frozen=True, slots=True)
class Rival:
    """Another content that an attribution might have, with the logarithm of its odds against the one it has."""

    content: tuple[Span, ...]
    odds: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, cue and content that belong together (PolNeAR's sense), with the model's probability.

    The cue is one contiguous span or missing, the source may be missing, the content has at least one span.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
    rivals: tuple[Rival, ...] = ()  # contents that were nearly as likely, until one is chosen
