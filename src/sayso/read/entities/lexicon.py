"""The word lists of entity reading, loaded once from the data files beside this module."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

PACKAGE = "sayso.read.entities"
WORDS_KEPT = 20_000  # whose folded form is remembered: most names of the last reports
LOADER = getattr(
    yaml, "CBaseLoader", yaml.BaseLoader
)  # the one in C, where it is built, is ten times as fast


def load_yaml(package: str, name: str) -> Any:
    """A YAML data file; every scalar stays a string, so that "no" and "on" are words."""
    text = resources.files(package).joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=LOADER)  # noqa: S506 (the base loader makes strings only)


@dataclass(frozen=True, slots=True)
class Country:
    """A country or union of countries: its ISO 3166-1 code, names in use, seats of government and demonyms."""

    code: str
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Every country of the table."""
    text = resources.files(PACKAGE).joinpath("countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(Country(row[0], *(_parts(field) for field in row[1:4])) for row in rows)


def _parts(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split("|") if part)


@cache
def _country_index() -> Mapping[str, Mapping[str, Country]]:
    index: dict[str, dict[str, Country]] = {"names": {}, "capitals": {}, "demonyms": {}}
    for country in countries():
        for field, table in index.items():
            for word in getattr(country, field):
                table.setdefault(fold(word), country)
    return index


@lru_cache(WORDS_KEPT)
def fold(words: str) -> str:
    """Words as the tables compare them: case-folded, one apostrophe, no full stops, no leading article."""
    folded = " ".join(words.casefold().replace("’", "'").replace(".", "").split())
    return folded.removeprefix("the ")


def country_named(words: str) -> Country | None:
    """The country that the words name, else None."""
    return _country_index()["names"].get(fold(words))


def country_of_capital(words: str) -> Country | None:
    """The country whose seat of government the words name, else None."""
    return _country_index()["capitals"].get(fold(words))


def country_of_demonym(words: str) -> Country | None:
    """The country whose people or adjective the words are ("Kenyan"), else None."""
    return _country_index()["demonyms"].get(fold(words))


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun asks of its antecedent."""

    number: str  # singular, plural, or any
    gender: str | None  # m, f, n, or None where open
    person: str  # first, third or relative


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns for people and bodies; ``kinds`` maps a singular noun to its class in the data file."""

    kinds: Mapping[str, str]
    plurals: Mapping[str, str]
    collective: frozenset[str]
    gender: Mapping[str, str]
    groups: Mapping[str, frozenset[int]]  # noun -> the groups of like nouns that it stands in
    wider: Mapping[str, frozenset[str]]
    generic_bodies: frozenset[str]
    generic_people: frozenset[str]
    name_nouns: frozenset[str]
    holders: frozenset[str]  # offices that only a person holds
    other_senses: frozenset[str]

    def singular(self, word: str) -> tuple[str, bool] | None:
        """The noun and whether ``word`` is its plural; None where the word is no noun of ours."""
        if word in self.plurals:
            return self.plurals[word], True
        if word in self.kinds:
            return word, False
        if not word.endswith("s"):
            return None
        for ending, stem in (("ies", "y"), ("es", ""), ("s", "")):
            if word.endswith(ending) and word.removesuffix(ending) + stem in self.kinds:
                return word.removesuffix(ending) + stem, True
        return None

    def alike(self, one: str, other: str) -> bool:
        """Whether two nouns may name the same office or sort of body."""
        if one == other or other in self.wider.get(one, ()):
            return True
        return bool(self.groups.get(one, frozenset()) & self.groups.get(other, frozenset()))


@cache
def nouns() -> Nouns:
    """The nouns for people and bodies."""
    data = load_yaml(PACKAGE, "nouns.yaml")
    kinds: dict[str, str] = {}
    for kind in ("offices", "people", "bodies", "places", "documents"):
        for word in data[kind]:
            kinds.setdefault(word, kind)
    groups: dict[str, set[int]] = {}
    for number, words in enumerate(data["same"]):
        for word in words:
            groups.setdefault(word, set()).add(number)
    return Nouns(
        kinds=kinds,
        plurals=data["plurals"],
        collective=frozenset(data["collective"]),
        gender={word: gender for gender, words in data["gender"].items() for word in words},
        groups={word: frozenset(numbers) for word, numbers in groups.items()},
        wider={word: frozenset(words) for word, words in data["wider"].items()},
        generic_bodies=frozenset(data["generic_bodies"]),
        generic_people=frozenset(data["generic_people"]),
        name_nouns=frozenset(data["name_nouns"]),
        holders=frozenset(data["holders"]),
        other_senses=frozenset(data["other_senses"]),
    )


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed word classes."""

    determiners: frozenset[str]
    indefinite: frozenset[str]
    pairs: frozenset[str]
    prepositions: frozenset[str]
    after_phrase: frozenset[str]
    circumstances: frozenset[str]
    conjunctions: frozenset[str]
    auxiliaries: frozenset[str]
    pronouns: Mapping[str, Pronoun]
    personal: frozenset[str]
    possessive: frozenset[str]
    weather_verbs: frozenset[str]
    honorifics: Mapping[str, str | None]  # honorific -> gender
    abbreviations: frozenset[str]
    name_suffixes: frozenset[str]
    title_modifiers: frozenset[str]
    openers: frozenset[str]
    neutral_modifiers: frozenset[str]
    name_particles: frozenset[str]
    led: frozenset[str]
    naming: frozenset[str]
    place_heads: frozenset[str]
    never_modify: frozenset[
        str
    ]  # no part of a noun phrase even where a sentence's start gives them a capital
    openings: frozenset[str]  # determiners and possessives


@cache
def grammar() -> Grammar:
    """The closed word classes."""
    data = load_yaml(PACKAGE, "grammar.yaml")
    honorifics: dict[str, str | None] = {}
    for gender in ("any", "m", "f"):
        honorifics |= dict.fromkeys(data["honorifics"][gender], None if gender == "any" else gender)
    sets = {
        field: frozenset(data[field])
        for field in Grammar.__dataclass_fields__
        if field in data and field not in ("pronouns", "honorifics")
    }
    sets["never_modify"] = sets["conjunctions"] | sets["prepositions"] | sets["auxiliaries"] | sets["openers"]
    sets["openings"] = sets["determiners"] | sets["possessive"]
    return Grammar(pronouns=dict(_pronouns(data["pronouns"])), honorifics=honorifics, **sets)


def _pronouns(rows: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, Pronoun]]:
    for row in rows:
        pronoun = Pronoun(row.get("number", "any"), row.get("gender"), row.get("person", "third"))
        for word in row["words"]:
            yield word, pronoun


@cache
def first_names() -> Mapping[str, str]:
    """Given names with the gender that nearly all their bearers have."""
    data = load_yaml(PACKAGE, "first_names.yaml")
    tables = [dict.fromkeys(names, gender) for gender, names in data.items()]
    both = set(tables[0]) & set(tables[1])
    return {name: gender for table in tables for name, gender in table.items() if name not in both}
