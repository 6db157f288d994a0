"""Gold without words: where in the reports the words stand, and how it becomes gold that can be read."""

from collections.abc import Mapping
from dataclasses import dataclass

from bench.gold import Gold, GoldClaim, GoldConflict, GoldReading, GoldStatement
from sayso.core.reading import Act, Voice


@dataclass(frozen=True, slots=True)
class OffsetReport:
    """A report, and the hash of the text that the offsets count in."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class OffsetStatement:
    """A statement: outlet, where the words stand, a key of ``speakers``, and the act."""

    report: str
    span: tuple[int, int]
    speaker: str
    act: Act


@dataclass(frozen=True, slots=True)
class OffsetReading:
    """How one report carries a claim."""

    report: str
    span: tuple[int, int]
    voice: Voice
    speaker: str | None


@dataclass(frozen=True, slots=True)
class OffsetClaim:
    """A claim with a number for a name."""

    id: str
    readings: tuple[OffsetReading, ...]


@dataclass(frozen=True, slots=True)
class OffsetGold:
    """A story's gold without a word of it. A speaker is where its names stand, the full name first."""

    story: str
    reports: dict[str, OffsetReport]
    speakers: dict[str, tuple[tuple[str, int, int], ...]]
    statements: tuple[OffsetStatement, ...]
    claims: tuple[OffsetClaim, ...]
    contests: tuple[str, ...]


def to_gold(marked: OffsetGold, texts: Mapping[str, str]) -> Gold:
    """The gold in words, from the texts by outlet. Raises IndexError where a span is not in its text."""
    ids = {outlet: report.id for outlet, report in marked.reports.items()}
    names = {key: tuple(_words(texts, *place) for place in places) for key, places in marked.speakers.items()}
    canonical = {key: called[0] for key, called in names.items()}
    claims = tuple(_to_claim(claim, ids, texts, canonical) for claim in marked.claims)
    return Gold(
        reports=ids,
        aliases={called[0]: called for called in names.values()},
        statements=tuple(
            GoldStatement(ids[s.report], _words(texts, s.report, *s.span), canonical[s.speaker], s.act)
            for s in marked.statements
        ),
        claims=claims,
        conflicts=tuple(GoldConflict(c.id, _why(c)) for c in claims if c.id in marked.contests),
        incidents=(),  # nobody comes to harm in these four
        timeline=(),
        stories=(tuple(ids.values()),),
        boilerplate=(),
        copies=(),
        unread=(),
        one_origin=(),
    )


def _to_claim(
    claim: OffsetClaim, ids: Mapping[str, str], texts: Mapping[str, str], names: Mapping[str, str]
) -> GoldClaim:
    readings = tuple(
        GoldReading(
            ids[r.report],
            _words(texts, r.report, *r.span),
            r.voice,
            None if r.speaker is None else names[r.speaker],
        )
        for r in claim.readings
    )
    return GoldClaim(claim.id, readings[0].span, readings)


def _why(claim: GoldClaim) -> str:
    return "; ".join(f"{r.voice}: {r.speaker or r.report}" for r in claim.readings)


def _words(texts: Mapping[str, str], outlet: str, start: int, end: int) -> str:
    if not 0 <= start < end <= len(texts[outlet]):
        raise IndexError(f"no characters {start} to {end} in the report of {outlet}")
    return texts[outlet][start:end]
