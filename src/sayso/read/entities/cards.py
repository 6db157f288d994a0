"""What is known of each named bearer before the text is walked: titles, gender, country, whom it speaks for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.core.reading import EntityKind
from sayso.read.entities.agreement import side_of
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import (
    country_named,
    country_of_capital,
    country_of_demonym,
    fold,
    grammar,
    nouns,
)
from sayso.read.entities.named import Named
from sayso.read.entities.names import Cluster
from sayso.read.entities.phrases import POSSESSIVE, Title, apposition_after, apposition_before, title_before
from sayso.read.entities.record import Record
from sayso.read.entities.sorts import OCCURRENCES, said_beside
from sayso.read.entities.tagged import Name


@dataclass(frozen=True, slots=True)
class Card:
    """A named bearer; ``wholes`` gives for the start of a name where its adjective begins."""

    record: Record
    name: str
    role: str | None
    titles: tuple[Title, ...]
    wholes: Mapping[int, int]


def make_cards(
    layout: Layout, clusters: Sequence[Cluster], peoples: Mapping[str, str]
) -> tuple[list[Card], list[Named]]:
    """A card for each cluster, and every name in the order of the text.

    ``peoples`` are the report's own peoples' adjectives, each with the name that it is made of.
    """
    cards, entries = [], []
    for number, cluster in enumerate(clusters):
        titles: list[Title] = []
        if _bears_office(layout, cluster):
            cluster.kind = EntityKind.PERSON
        for name in cluster.names:
            found = _titles(layout, name) if cluster.kind is EntityKind.PERSON else []
            titles.extend(found)
            begin = min((title.whole for title in found if title.whole < name.start), default=name.whole)
            entries.append(Named(name, number, begin))
        cards.append(_card(layout, number, cluster, titles, peoples))
    return cards, sorted(entries, key=lambda entry: entry.name.start)


def _bears_office(layout: Layout, cluster: Cluster) -> bool:
    """Whether what was taken for a body or place is a person: "Minister Ana Orsk", "Ana Orsk, the mayor, ..."."""
    if cluster.kind is EntityKind.PERSON or len(cluster.tokens) not in (2, 3):
        return False
    if any(nouns().singular(token) or country_named(token) for token in cluster.tokens):
        return False
    found = (title for name in cluster.names for title in _titles(layout, name))
    return any(title.phrase.noun in nouns().holders for title in found)


def _titles(layout: Layout, name: Name) -> list[Title]:
    end = layout.sentences[layout.sentence_of(name.start)][1]
    found = (
        title_before(layout, name.start),
        apposition_before(layout, name.start),
        apposition_after(layout, name.end, end),
    )
    return [title for title in found if title is not None]


def _card(
    layout: Layout, number: int, cluster: Cluster, titles: Sequence[Title], peoples: Mapping[str, str]
) -> Card:
    name = _fullest(layout, cluster)
    genders = [nouns().gender[t.phrase.noun] for t in titles if t.phrase.noun in nouns().gender]
    country = country_named(name)
    record = Record(
        number,
        cluster.kind,
        name,
        gender=genders[0] if genders else cluster.gender,
        phrases=[title.phrase for title in titles],
        sides={peoples.get(side, side) for side in _sides(layout, cluster, titles, peoples)},
        country=country.code if country else _land(name, peoples),
        stands_for=_stands_for(cluster, name) or peoples.get(fold(name)),
        tokens=frozenset(token for n in cluster.names for token in n.tokens),
        said=_said(layout, cluster),
    )
    role = layout.text[titles[0].start : titles[0].end] if titles else None
    return Card(record, name, role, tuple(titles), {n.start: n.whole for n in cluster.names})


def _said(layout: Layout, cluster: Cluster) -> frozenset[str]:
    """What is said beside a body's names of its sort."""
    if cluster.kind is EntityKind.PERSON:
        return frozenset()
    beside = (said_beside(layout, name.start, name.end) for name in cluster.names[:OCCURRENCES])
    return frozenset(noun for found in beside for noun in found)


def _fullest(layout: Layout, cluster: Cluster) -> str:
    forms = Counter(layout.text[name.whole : name.end] for name in cluster.names)
    longest = max(len(name.tokens) for name in cluster.names)
    full = {layout.text[name.whole : name.end] for name in cluster.names if len(name.tokens) == longest}
    return max(full, key=lambda form: (forms[form], len(form), form))


def _land(name: str, peoples: Mapping[str, str]) -> str | None:
    """A land that has a people's adjective in this report; it is its own code."""
    return fold(name) if fold(name) in peoples.values() else None


def _stands_for(cluster: Cluster, name: str) -> str | None:
    """The country that a seat of government or a people's adjective stands for."""
    if cluster.kind is EntityKind.PLACE:
        country = None if country_named(name) else country_of_capital(name)
    else:
        country = country_of_demonym(name)
    return country.code if country else None


def _sides(layout: Layout, cluster: Cluster, titles: Sequence[Title], peoples: Mapping[str, str]) -> set[str]:
    """The countries and bodies that a bearer speaks for: "Veltria’s minister", "Front spokesman", "Veltria Army"."""
    words = {word for title in titles for word in title.phrase.modifiers}
    if cluster.kind is not EntityKind.PERSON:
        words |= {token for token in cluster.tokens if _is_land(token, peoples)}
    for name in cluster.names:
        before = layout.word_at(name.whole) - 1
        if before > 0 and layout.words[before].form in POSSESSIVE and layout.words[before - 1].capital:
            words.add(layout.words[before - 1].form)
    for begin in {name.whole for name in cluster.names} | {title.whole for title in titles}:
        words |= _led(layout, begin)
    return {side_of(word) for word in words if any(letter.isalpha() for letter in word)} - {fold("s")}


def _is_land(token: str, peoples: Mapping[str, str]) -> bool:
    known = country_named(token) or country_of_demonym(token)
    return known is not None or token in peoples or token in peoples.values()


def _led(layout: Layout, begin: int) -> set[str]:
    """The words of the body before ", led by" and the name or title that begins at ``begin``."""
    words = layout.words
    at = layout.word_at(begin) - 1
    if at < 3 or words[at].form != "by" or words[at - 1].form not in grammar().led:
        return set()
    at -= 3 if words[at - 2].form == "," else 2
    return {word.form for word in words[max(0, at - 6) : at + 1] if word.capital and word.form != "the"}
