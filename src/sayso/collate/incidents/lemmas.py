"""Base forms of the words that name events, and the families of words that name the same kind (``words.yaml``)."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from sayso.core.data_files import load_words

_VOWELS = frozenset("aeiouy")
_KEPT_DOUBLE = frozenset("lsz")  # falling, passing, buzzing
_LEAST = 3  # letters of a base


@lru_cache(maxsize=1 << 16)
def lemma(word: str) -> str:
    """Return one key for the inflected forms of a lower-case word: "stopped" and "stopping" give "stop".

    A key is no dictionary form: the final e of a longer word is taken off, for "arriving" does not tell of it.
    """
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'").strip("'#\"")
    word = _table()[0].get(word, word)
    return _cut(_plural(word))


def family(key: str) -> str | None:
    """Return the family of a lemma; None where it is of none."""
    return _table()[1].get(key)


def families(keys: Sequence[str]) -> frozenset[str]:
    """Return the families of a trigger's lemmas in their order; two that go together ("open fire") are one word."""
    found, place = set(), 0
    while place < len(keys):
        both = family(" ".join(keys[place : place + 2])) if place + 1 < len(keys) else None
        if own := both or family(keys[place]):
            found.add(own)
        place += 2 if both else 1
    return frozenset(found)


@cache
def hollow() -> frozenset[str]:
    """Return the lemmas that name nothing by themselves."""
    return frozenset(map(lemma, load_words("sayso.collate.incidents", "words.yaml")["hollow"]))


def _plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _LEAST:
        return word[:-1]
    return word


def _cut(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= _LEAST and _VOWELS & set(base):
            if base[-1] == base[-2] and base[-1] not in _KEPT_DOUBLE:
                base = base[:-1]
            word = base
            break
    return word[:-1] if word.endswith("e") and len(word) > _LEAST else word


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the irregular forms and the families by lemma."""
    data = load_words("sayso.collate.incidents", "words.yaml")
    families = {
        " ".join(_cut(_plural(part)) for part in word.split()): name
        for name, words in data["families"].items()
        for word in reversed(words)
    }
    return dict(data["irregular"]), families
