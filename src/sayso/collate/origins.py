"""Origins: the independent sources behind a claim's readings, however many outlets carry them.

Each reading has a chain: the outlet, the report or agency that it has the passage from, the channel, whoever speaks.
Origins are the ends of chains.

- A named speaker is one origin in all outlets, through whichever channel: ten outlets with one interview are one.
- A passage that a report took from another has the other's origin; a report that credits an agency has the agency's.
- What an outlet says in its own voice, or its own reporter saw, is its own reporting.
- Sources that an outlet does not name are its own, unless the wording says otherwise: the outlet that they spoke to is
  named, or their words are the same.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import yaml

from sayso.collate.lineage import Lineage, is_same_outlet
from sayso.collate.names import fold_name
from sayso.collate.words import stem, tokenize
from sayso.core.ledger import ClaimReading, LedgerEntity, LedgerStatement, Origin, OriginKind
from sayso.core.lineage import Credit, Link, LinkKind
from sayso.core.reading import EntityKind, Voice
from sayso.core.span import Span
from sayso.read.statements.lexicon import channel_words

_DOCUMENT = re.compile(
    r"\b(?:report|document|study|survey|statement|letter|filing|ruling|memo|communique|communiqué|press release)s?$",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"[A-Z][\w&]+(?: [A-Z][\w&]+){0,6}")


@dataclass(frozen=True, slots=True)
class Sources:
    """What tells where a reading comes from."""

    outlets: Mapping[str, str | None]  # by article
    copied_from: Mapping[str, str]
    statements: Mapping[str, LedgerStatement]
    entities: Mapping[str, LedgerEntity]
    lineage: Lineage = field(default_factory=Lineage)
    credits: Mapping[str, tuple[Credit, ...]] = field(default_factory=dict)  # by article
    utterances: Mapping[str, str] = field(
        default_factory=dict
    )  # statements whose words several reports quote
    outlet_keys: dict[str, str] = field(default_factory=dict, repr=False, compare=False)  # those found so far
    outlet_names: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)  # likewise

    def find_source(self, article: str, span: Span) -> str:
        """Return the report that first had the words, as far as is known."""
        found = self.lineage.find_source(article, span)
        return self.copied_from.get(found, found)

    def outlet_key(self, name: str) -> str:
        """Return one key for all the names of an outlet: in full, initials, a part of it."""
        if name not in self.outlet_keys:
            known = sorted({o for o in self.outlets.values() if o})
            same = next((o for o in known if is_same_outlet(name, o)), name)
            self.outlet_keys[name] = fold_name(same)
        return self.outlet_keys[name]

    def is_outlet(self, name: str) -> bool:
        """Whether a name is that of an outlet: of one at hand, a known one, or by its last word."""
        if name not in self.outlet_names:
            folded, table = fold_name(name), channel_words()
            words = table.outlet_words - _word_lists()["not_outlets"]
            self.outlet_names[name] = (
                folded in table.outlets
                or (" " in folded and folded.split()[-1] in words)
                or any(is_same_outlet(name, o) for o in set(self.outlets.values()) if o)
            )
        return self.outlet_names[name]


@dataclass(frozen=True, slots=True)
class _End:
    kind: OriginKind
    name: str | None
    key: str
    link: Link | None = None  # None in the outlet's own voice


def find_origins(readings: Sequence[ClaimReading], sources: Sources) -> tuple[Origin, ...]:
    """Return the origins of a claim's readings, in the order of their first reading, with the chains to them."""
    groups: dict[str, list[tuple[int, _End, tuple[Link, ...]]]] = defaultdict(list)
    for number, reading in enumerate(readings):
        path = _path(reading, sources)
        end = _end(reading, path, sources)
        chain = (*path.links, *_channel(reading, sources), *([end.link] if end.link else []))
        groups[end.key].append((number, end, chain))
    made = [
        Origin(g[0][1].kind, g[0][1].name, tuple(n for n, _, _ in g), tuple(chain for _, _, chain in g))
        for g in groups.values()
    ]
    return tuple(sorted(made, key=lambda o: o.readings))


@dataclass(frozen=True, slots=True)
class _Path:
    """The way from a report to whoever wrote the passage: ``name`` of that outlet or agency and its ``key``."""

    name: str | None
    key: str
    links: tuple[Link, ...]


def _path(reading: ClaimReading, sources: Sources) -> _Path:
    article = reading.article
    links = [Link(LinkKind.OUTLET, sources.outlets.get(article), article)]
    source = sources.find_source(article, reading.span)
    if source != article:
        links.append(Link(LinkKind.OUTLET, sources.outlets.get(source), source))
    outlet = sources.outlets.get(source)
    key = f"outlet {sources.outlet_key(outlet)}" if outlet else f"article {source}"
    credited = sorted(sources.credits.get(source, ()), key=lambda c: sources.outlet_key(c.name))
    if credited:
        links += [
            Link(LinkKind.AGENCY, c.name, None, c.span if source == article else None) for c in credited
        ]
        outlet = ", ".join(c.name for c in credited)
        key = "outlet " + " ".join(sources.outlet_key(c.name) for c in credited)
    return _Path(outlet, key, tuple(links))


def _channel(reading: ClaimReading, sources: Sources) -> list[Link]:
    statement = sources.statements.get(reading.statement or "")
    return [Link(LinkKind.CHANNEL, v.exact, None, v) for v in statement.via] if statement else []


def _end(reading: ClaimReading, path: _Path, sources: Sources) -> _End:
    """Return the end of a reading's chain."""
    statement = sources.statements.get(reading.statement or "")
    if statement is None:
        if reading.voice is Voice.OWN:
            return _End(OriginKind.OUTLET, path.name, path.key)
        return _End(OriginKind.UNNAMED, None, f"unnamed {path.key}")
    words = " ".join(span.exact for span in statement.source)
    at = statement.source[0] if statement.source else None
    entity = sources.entities.get(reading.speaker or "")
    if reporting := _reporting(words, entity, path, sources):
        return _End(OriginKind.OUTLET, *reporting, Link(LinkKind.OUTLET, reporting[0], None, at))
    if entity is not None and _is_named(entity):
        return _End(
            OriginKind.PERSON,
            entity.name,
            f"entity {entity.id}",
            Link(LinkKind.SPEAKER, entity.name, None, at),
        )
    if _DOCUMENT.search(words):
        return _End(
            OriginKind.DOCUMENT,
            words,
            f"document {fold_name(words)}",
            Link(LinkKind.DOCUMENT, words, None, at),
        )
    name = words or (statement.via[0].exact if statement.via else entity.name if entity else None)
    key = _unnamed_key(statement, words, path, sources)
    return _End(OriginKind.UNNAMED, name, key, Link(LinkKind.UNNAMED, name, None, at))


def _unnamed_key(statement: LedgerStatement, words: str, path: _Path, sources: Sources) -> str:
    """Return what tells one unnamed source from another: their words, or to whom they spoke and what they are."""
    if statement.id in sources.utterances:
        return f"utterance {sources.utterances[statement.id]}"
    channel = " ".join(span.exact for span in statement.via)
    if not channel:
        return f"unnamed {path.key} {_kind_of_source(words)}"
    if sources.is_outlet(channel):  # "officials told Radio Marl": the same officials, whoever carries it
        return f"unnamed outlet {sources.outlet_key(channel)} {_kind_of_source(words)}"
    return f"via {fold_name(channel)} {_kind_of_source(words)}"


def _reporting(
    words: str, entity: LedgerEntity | None, path: _Path, sources: Sources
) -> tuple[str | None, str] | None:
    """Return the name and key of the outlet on whose reporting a source stands: itself, or its reporter."""
    if _word_lists()["reporters"] & {w.lower() for w in tokenize(words)}:
        named = next((w for w in _CAPITALISED.findall(words) if sources.is_outlet(w)), None)
        if named:
            return named, f"outlet {sources.outlet_key(named)}"
        is_person = entity is not None and entity.kind is EntityKind.PERSON and _is_named(entity)
        return None if is_person else (path.name, path.key)
    name = entity.name if entity is not None and entity.kind is EntityKind.ORGANISATION else ""
    return (name, f"outlet {sources.outlet_key(name)}") if name and sources.is_outlet(name) else None


def _kind_of_source(words: str) -> str:
    """Return what an unnamed source is said to be, as stems: "two senior security officials" are security officials."""
    lists = _word_lists()
    kept: list[str] = []
    for word in (w.lower() for w in tokenize(words)):
        if kept and word in lists["ends"]:
            break
        if word not in lists["hollow"] and not word.isdigit():
            kept.append(stem(word))
    return " ".join(sorted(kept))


def _is_named(entity: LedgerEntity) -> bool:
    """Whether an entity has a proper name: "security sources" and "a witness" do not say who speaks."""
    words = entity.name.split()
    if words and words[0].lower() in _word_lists()["hollow"]:
        words = words[1:]  # a capital there is the sentence's: "Its border guards"
    return any(word[:1].isupper() for word in words)


@cache
def _word_lists() -> Mapping[str, frozenset[str]]:
    table = yaml.safe_load(files("sayso.collate").joinpath("origins.yaml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in table.items()}
