"""A title in words: which office it is, whose, and whether its bearer holds it, held it or is about to."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.collate.names import country_code, fold_name, is_demonym_of
from sayso.core.data_files import load_words
from sayso.core.office import Standing
from sayso.read.entities.lexicon import country_named, country_of_demonym

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*\.?")
_OF = re.compile(r"\s(?:of|for|at|to)\s", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?$")
_MAX_TITLE = 120
_STANDINGS = (
    ("former", Standing.FORMER),
    ("then", Standing.THEN),
    ("new", Standing.NEW),
    ("incoming", Standing.INCOMING),
)


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says."""

    key: str  # the office, as titles are compared: "defence minister"
    body: str | None  # a country's ISO 3166-1 code, or the folded words for a body
    standing: Standing
    is_sole: bool  # one person at a time holds it
    is_spokesman: bool


@lru_cache(maxsize=8192)
def parse_title(words: str, before: str = "", lands: tuple[str, ...] = ()) -> Title | None:
    """Return what a title's words say, with those right before it; None where no office is told.

    ``lands`` are folded names of places of the report, whose adjectives no table need know.
    """
    head, rest = _split(words[:_MAX_TITLE])
    tokens = [part for w in _words(head) for part in _unhyphened(w)]
    standing = _standing([*(w.rstrip("-") for w in _beside(before)), *tokens])
    body, kept = _body(tokens, lands)
    kept = [v for w in kept if (v := _variant(w)) and not _is_passing(w)]
    while len(kept) > 1 and kept[-1] in _lists()["ranks"]:
        kept = kept[:-1]
    if kept[-2:] == ["prime", "minister"]:
        kept = [*kept[:-2], "prime-minister"]
    if not kept:
        return None
    if kept[-1] == "chief" and rest.lower().startswith("staff"):
        kept, rest = [*kept[:-1], "staff", "chief"], _split(rest)[1]
    if rest and kept[-1] in ("minister", "secretary", "ministry"):
        field, body = _field(rest, body)
        kept = [*field, *kept]
    elif rest:
        body = country_code(rest) or fold_name(rest) or body
    body = body or _owner(before, lands)
    is_sole, is_spokesman = _is_sole(kept, body), kept[-1] in _lists()["spokesmen"]
    if not (is_sole or is_spokesman or kept[-1] in _lists()["held"]):
        return None
    return Title(" ".join(kept), body, standing, is_sole, is_spokesman)


def is_sole_title(title: str, body: str | None) -> bool:
    """Whether one person at a time holds an office, by its title as titles are compared."""
    return _is_sole(title.split() or [""], body)


def appointed_words() -> frozenset[str]:
    """Return verbs that tell when somebody came into an office."""
    return _lists()["appointed"]


def left_words() -> frozenset[str]:
    """Return verbs that tell when somebody left an office."""
    return _lists()["left"]


def _split(words: str) -> tuple[str, str]:
    found = _OF.search(words)
    return (words[: found.start()], words[found.end() :]) if found else (words, "")


def _unhyphened(word: str) -> list[str]:
    """Return the parts of "president-elect" and "ex-minister"; other words as they are."""
    parts = word.split("-")
    lists = _lists()
    apart = any(p.lower() in lists[name] for p in parts for name in ("former", "then", "incoming"))
    return [p for p in parts if p] if apart else [word]


def _beside(before: str) -> list[str]:
    """Return the words right before a title that belong to it, the nearest first: "Veltria's newly appointed"."""
    found = []
    for word in reversed(_WORD.findall(before)[-5:]):
        found.append(word)
        if not _is_passing(word.rstrip("-")):
            break
    return found


def _owner(before: str, lands: Sequence[str]) -> str | None:
    """Return whose office it is, of the words before a title: "Veltria's", "Veltrian"."""
    word = next((w for w in _beside(before) if not _is_passing(w.rstrip("-"))), "")
    bare = _POSSESSIVE.sub("", word)
    if not word[:1].isupper():
        return None
    if bare != word:
        return country_code(bare) or fold_name(bare) or None
    country = country_of_demonym(bare) or country_named(bare)
    return country.code if country else _land(bare, lands)


def _land(word: str, lands: Sequence[str]) -> str | None:
    return next((land for land in lands if is_demonym_of(word, land)), None)


def _words(text: str) -> list[str]:
    return [_POSSESSIVE.sub("", w).rstrip(".") for w in _WORD.findall(text)]


def _standing(words: Sequence[str]) -> Standing:
    lower = {part for w in words for part in (w.lower(), *w.lower().split("-"))}
    return next((s for name, s in _STANDINGS if lower & _lists()[name]), Standing.HOLDER)


def _body(tokens: Sequence[str], lands: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return whose office it is, of the words before it, and the words that are left."""
    code, kept = None, []
    for word in tokens:
        found = (country_code(word) or _land(word, lands)) if word[:1].isupper() else None
        if found and _variant(word) not in _lists()["sole"]:
            code = code or found
        else:
            kept.append(word)
    lower = [w.lower() for w in kept]
    while len(kept) > 1 and lower[-1] in _lists()["ranks"]:
        kept, lower = kept[:-1], lower[:-1]
    if lower and _variant(kept[-1]) in _lists()["spokesmen"]:
        words = [w for w in kept[:-1] if w[:1].isupper() or not _is_passing(w)]
        own = fold_name(" ".join(words))
        return (f"{code} {own}" if code and own else own or code), kept[-1:]
    return code, lower


def _field(rest: str, body: str | None) -> tuple[list[str], str | None]:
    """Return the field of "minister of defence of Veltria", and the country."""
    field, of = _split(rest)
    words = [_variant(w) for w in _words(field)]
    code = (country_code(of) or fold_name(of)) if of else None
    return [w for w in words if w and w not in _lists()["passing"]][:3], code or body


def _variant(word: str) -> str:
    small = word.lower()
    return _variants().get(small, small)


def _is_passing(word: str) -> bool:
    lists = _lists()
    small = word.lower()
    return any(small in lists[name] for name in ("former", "then", "new", "incoming", "passing"))


def _is_sole(kept: Sequence[str], body: str | None) -> bool:
    lists = _lists()
    if set(kept[:-1]) & lists["many"] or kept[-2:] == ["state", "minister"]:
        return False
    if kept[-1] in ("mayor", "governor"):
        return body is not None
    return kept[-1] in lists["sole"] or (kept[-1] in lists["portfolio"] and len(kept) > 1)


@cache
def _data() -> Mapping[str, object]:
    data: Mapping[str, object] = load_words("sayso.collate.offices", "titles.yaml")
    return data


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in _data().items() if isinstance(words, list)}


@cache
def _variants() -> Mapping[str, str]:
    found = _data()["variants"]
    return dict(found) if isinstance(found, dict) else {}
