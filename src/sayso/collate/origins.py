"""Origins: the independent sources behind a claim's readings, however many outlets carry them.

- A named speaker is one origin in all outlets, through whichever channel: ten outlets with one interview are one.
- A report that repeats another has the other's origins.
- What an outlet says in its own voice is its own reporting; sources that it does not name are its own.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.collate.names import fold_name
from sayso.core.ledger import ClaimReading, LedgerEntity, LedgerStatement, Origin, OriginKind

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


def find_origins(readings: Sequence[ClaimReading], sources: Sources) -> tuple[Origin, ...]:
    """Return the origins of a claim's readings, in the order of their first reading."""
    ends = [_end(reading, sources) for reading in readings]
    groups: dict[str, list[int]] = defaultdict(list)
    for number, end in enumerate(ends):
        groups[end.key].append(number)
    made = [Origin(ends[n[0]].kind, ends[n[0]].name, tuple(n)) for n in groups.values()]
    return tuple(sorted(made, key=lambda o: o.readings))


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
        return _End(OriginKind.PERSON, entity.name, f"entity {entity.id}")
    if _DOCUMENT.search(words):
        return _End(OriginKind.DOCUMENT, words, f"document {fold_name(words)}")
    channel = fold_name(" ".join(span.exact for span in statement.via))
    if channel:  # "officials told Radio Marl": the channel is known, whoever carries it
        return _End(OriginKind.UNNAMED, words or statement.via[0].exact, f"via {channel} {fold_name(words)}")
    name = words or (entity.name if entity else None)
    return _End(OriginKind.UNNAMED, name, f"unnamed {own_key} {fold_name(name or '')}")


def _is_named(entity: LedgerEntity) -> bool:
    """Whether an entity has a proper name: "security sources" and "a witness" do not say who speaks."""
    return any(word[:1].isupper() for word in entity.name.split())
