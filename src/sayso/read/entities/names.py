"""Proper names of one report, trimmed and clustered: "Asif" with "Khawaja Asif", an acronym with its full name.

Full names open clusters first, in the order of the text; short forms then join the cluster that they shorten. Where
several could be meant, the one named in full most often is. A cluster never joins two full names that differ in a
first or last word, save for spelling.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import JaroWinkler

from sayso.core.reading import EntityKind
from sayso.read.entities.acronyms import BRACKETED, abbreviates
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import country_named, country_of_demonym, fold, grammar
from sayso.read.entities.tagged import Name, is_addressed

SAME_SPELLING = 0.93  # Jaro-Winkler from which two full names with one surname are spellings of one
COMPARED = 16  # how many clusters of one surname are compared: keeps hostile input linear


@dataclass(slots=True)
class Cluster:
    """The names of one bearer."""

    kind: EntityKind
    tokens: tuple[str, ...]  # of the fullest name
    names: list[Name] = field(default_factory=list)
    full: int = 0  # how often it is named in full
    gender: str | None = None

    def add(self, name: Name) -> None:
        """Take a name in."""
        self.names.append(name)
        self.gender = self.gender or name.gender
        if len(name.tokens) > 1:
            self.full += 1
        if len(name.tokens) > len(self.tokens):
            self.tokens = name.tokens


def cluster_names(layout: Layout, names: Sequence[Name]) -> list[Cluster]:
    """Names of one bearer together; the clusters are in the order of their first full name."""
    clusterer = _Clusterer(layout)
    short = [name for name in names if not clusterer.open(name)]
    for name in short:
        clusterer.join(name)
    for cluster in clusterer.clusters:
        cluster.names.sort(key=lambda name: name.start)
    return clusterer.clusters


class _Clusterer:
    """Clusters in the making, with the indices that find one by its words."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.clusters: list[Cluster] = []
        self.by_key: dict[str, Cluster] = {}
        self.by_last: dict[str, list[Cluster]] = defaultdict(list)
        self.by_first: dict[str, list[Cluster]] = defaultdict(list)

    def open(self, name: Name) -> bool:
        """Put a full name into its cluster, or a new one; False for a short form, left for ``join``."""
        if len(name.tokens) < 2 and not self._is_country(name):
            return False
        self._cluster_of(name).add(name)
        return True

    def _is_country(self, name: Name) -> bool:
        """Whether a name of one word is a country's, and not the surname of Mr Chad."""
        return (
            bool(name.tokens) and not self._is_surname(name) and country_named(self._words(name)) is not None
        )

    def _is_surname(self, name: Name) -> bool:
        return name.kind is EntityKind.PERSON and is_addressed(self.layout, name.whole)

    def join(self, name: Name) -> None:
        """Put a short form into the cluster that it shortens, or a new one."""
        token = name.tokens[0] if name.tokens else ""
        known = self.by_key.get(self._key(name))
        fits = [
            c for c in (*self.by_last[token], *self.by_first[token])[: 2 * COMPARED] if _may_shorten(name, c)
        ]
        if fits and known is None:
            known = max(fits, key=lambda c: (c.full, -c.names[0].start))
        elif fits and name.kind is EntityKind.PERSON:
            known = max([known, *fits] if known else fits, key=lambda c: (c.full, -c.names[0].start))
        (known or self._new(name)).add(name)

    def _cluster_of(self, name: Name) -> Cluster:
        known = self.by_key.get(self._key(name))
        if known is None:
            known = next((c for c in self._near(name) if _same_bearer(name, c)), None)
        return known or self._new(name)

    def _near(self, name: Name) -> Iterator[Cluster]:
        yield from self.by_last[_surname(name)][:COMPARED]

    def _new(self, name: Name) -> Cluster:
        cluster = Cluster(name.kind, name.tokens, gender=name.gender)
        self.clusters.append(cluster)
        self.by_key[self._key(name)] = cluster
        if name.tokens:
            self.by_last[_surname(name)].append(cluster)
            self.by_first[name.tokens[0]].append(cluster)
        self._claim_acronym(cluster, name)
        return cluster

    def _claim_acronym(self, cluster: Cluster, name: Name) -> None:
        if len(name.tokens) < 2 or name.kind is EntityKind.PERSON:
            return
        after = BRACKETED.match(self.layout.text, name.end + 1)
        if after and abbreviates(
            fold(after.group(1)), [p[0] for t in name.tokens for p in t.split("-") if p]
        ):
            self.by_key.setdefault(fold(after.group(1)), cluster)
        initials = "".join(token[0] for token in name.tokens if token not in ("of", "the", "and", "for"))
        if len(initials) > 2:
            self.by_key.setdefault(initials, cluster)

    def _key(self, name: Name) -> str:
        words = self._words(name)
        country = country_named(words)
        people = country_of_demonym(words) if name.kind is EntityKind.OTHER else None
        if people:
            return f"people {people.code}"
        return f"country {country.code}" if country else fold(words)

    def _words(self, name: Name) -> str:
        return self.layout.text[name.whole : name.end]


def _surname(name: Name) -> str:
    """The last word of a name, but for "Jr" and its like; empty for none."""
    has_suffix = len(name.tokens) > 1 and name.tokens[-1] in grammar().name_suffixes
    return name.tokens[-2 if has_suffix else -1] if name.tokens else ""


def _may_shorten(name: Name, cluster: Cluster) -> bool:
    if len(cluster.tokens) < 2 or not name.tokens:
        return False
    if EntityKind.PERSON in (name.kind, cluster.kind):
        return cluster.kind is EntityKind.PERSON and name.gender in (None, cluster.gender or name.gender)
    token = name.tokens[0]
    if country_named(token) or country_of_demonym(token) or cluster.kind is EntityKind.PLACE:
        return False
    if cluster.tokens[-1] == token:  # "the Velt Front" after "the Southern Velt Front"
        return name.kind is cluster.kind
    return cluster.kind is name.kind is EntityKind.ORGANISATION


def _same_bearer(name: Name, cluster: Cluster) -> bool:
    """Whether two full names with one last word are one name: a part left out, an initial, or a spelling."""
    mine, other = name.tokens, cluster.tokens
    if len(other) < 2 or (name.gender and cluster.gender and name.gender != cluster.gender):
        return False
    if name.kind is not EntityKind.PERSON:
        return name.kind is cluster.kind and _differ_by_country(mine, other)
    if mine[0] == other[0] or (1 in (len(mine[0]), len(other[0])) and mine[0][0] == other[0][0]):
        return True
    return len(mine) == len(other) and JaroWinkler.similarity(mine[0], other[0]) >= SAME_SPELLING


def _differ_by_country(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one is the other with its country before it: "Veltrian Supreme Court", "Supreme Court"."""
    short, long = sorted((one, other), key=len)
    before = " ".join(long[: len(long) - len(short)])
    if not before or long[-len(short) :] != short:
        return False
    return bool(country_named(before.replace("u s", "us")) or country_of_demonym(before))
