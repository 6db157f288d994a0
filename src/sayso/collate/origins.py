"""Origins: the independent sources behind a claim's readings, however many outlets carry them.

- A named speaker, through one channel, is one origin in all outlets; where one report names the channel and another
  does not, it is taken for the same.
- A report that repeats another has the other's origins.
- What an outlet says in its own voice is its own reporting; sources that it does not name are its own.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from sayso.collate.names import fold_name
from sayso.core.ledger import ClaimReading, LedgerEntity, LedgerStatement, Origin, OriginKind

_SAME_CHANNEL = 80.0  # of 100
_DOCUMENT = re.compile(
    r"\b(?:report|document|study|survey|statement|letter|filing|ruling|memo|communique|communiqué|press release)s?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sources:
    """What tells where a reading comes from."""

    outlets: Mapping[str, str | None]  # by article
    copied_from: Mapping[str, str]
    statements: Mapping[str, LedgerStatement]
    entities: Mapping[str, LedgerEntity]


@dataclass(frozen=True, slots=True)
class _End:
    kind: OriginKind
    name: str | None
    key: str
    channel: str = ""


def find_origins(readings: Sequence[ClaimReading], sources: Sources) -> tuple[Origin, ...]:
    """Return the origins of a claim's readings, in the order of their first reading."""
    ends = [_end(reading, sources) for reading in readings]
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    channels: dict[str, list[str]] = defaultdict(list)
    for end in sorted(ends, key=lambda e: (e.key, e.channel)):
        known = channels[end.key]
        if end.channel and not any(_is_same_channel(end.channel, c) for c in known):
            known.append(end.channel)
    for number, end in enumerate(ends):
        known = channels[end.key]
        place = next((i for i, c in enumerate(known) if end.channel and _is_same_channel(end.channel, c)), 0)
        groups[end.key, place].append(number)
    made = [Origin(ends[n[0]].kind, ends[n[0]].name, tuple(n)) for n in groups.values()]
    return tuple(sorted(made, key=lambda o: o.readings))


def _is_same_channel(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(one, other) >= _SAME_CHANNEL


def _end(reading: ClaimReading, sources: Sources) -> _End:
    """Return the end of a reading's chain."""
    article = sources.copied_from.get(reading.article, reading.article)
    outlet = sources.outlets.get(article)
    own_key = f"outlet {fold_name(outlet)}" if outlet else f"article {article}"
    statement = sources.statements.get(reading.statement or "")
    if statement is None:
        if reading.voice == "own":
            return _End(OriginKind.OUTLET, outlet, own_key)
        return _End(OriginKind.UNNAMED, None, f"unnamed {own_key}")
    words = " ".join(span.exact for span in statement.source)
    entity = sources.entities.get(reading.speaker or "")
    if entity is not None and _is_named(entity):
        channel = fold_name(" ".join(span.exact for span in statement.via))
        return _End(OriginKind.PERSON, entity.name, f"entity {entity.id}", channel)
    if _DOCUMENT.search(words):
        return _End(OriginKind.DOCUMENT, words, f"document {fold_name(words)}")
    name = words or (entity.name if entity else None)
    return _End(OriginKind.UNNAMED, name, f"unnamed {own_key} {fold_name(name or '')}")


def _is_named(entity: LedgerEntity) -> bool:
    """Whether an entity has a proper name: "security sources" and "a witness" do not say who speaks."""
    return any(word[:1].isupper() for word in entity.name.split())
