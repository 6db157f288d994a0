"""The word lists of ``words.yaml``, and what they say about one word."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from sayso.core.data_files import load_words

# "economist", "spokeswoman"; the words with these endings that name no person are too short or left out
_PERSON_ENDING = re.compile(
    r"\w{3,12}(?:(?<!res|ins|ass|des|enl|ckl)(?<!cons|pers|subs)ist|woman|women"
    r"|(?<!ger)(?<!regi|turk|abdo)(?<!speci)men)"
)
WORDS_KEPT = 20_000  # of which what was asked is remembered: most of any news text
_IRREGULAR_SINGULAR = {"men": "man", "women": "woman", "children": "child", "people": "person"}


@cache
def word_lists() -> Mapping[str, frozenset[str]]:
    """Each list of ``words.yaml`` by its name."""
    lists: dict[str, list[str]] = load_words("sayso.read.phrases", "words.yaml")
    return {kind: frozenset(words) for kind, words in lists.items()}


def is_kind(word: str, kind: str) -> bool:
    """Whether the lower-case ``word`` stands in the list ``kind``."""
    return word in word_lists()[kind]


@lru_cache(WORDS_KEPT)
def is_person_noun(word: str) -> bool:
    """Whether the lower-case noun ``word``, singular or plural, names a person or people."""
    forms = (word, *singulars(word), word.rpartition("-")[2])
    return any(w in word_lists()["person"] or _PERSON_ENDING.fullmatch(w) for w in forms)


def is_title(word: str) -> bool:
    """Whether the lower-case ``word`` can stand before a person's name: "Dr.", "mayor"."""
    return is_kind(word.rstrip("."), "title") or (is_person_noun(word) and not is_plural(word))


def is_plural(word: str) -> bool:
    """Whether the lower-case noun ``word`` looks like more than one."""
    if word in word_lists()["plural"]:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


@cache
def verb_forms() -> Mapping[str, frozenset[str]]:
    """The forms ``base`` and ``s`` of the listed verbs."""
    base = word_lists()["verb"]
    return {"base": base, "s": frozenset(third_person(v) for v in base)}


def third_person(verb: str) -> str:
    """The form of ``verb`` after he, she or it: ``carries``, ``clashes``, ``kills``."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


@lru_cache(WORDS_KEPT)
def singulars(word: str) -> tuple[str, ...]:
    """What ``word`` may be the plural of."""
    if word in _IRREGULAR_SINGULAR:
        return (_IRREGULAR_SINGULAR[word],)
    if word.endswith("men"):
        return (word[:-3] + "man",)
    if not word.endswith("s"):
        return ()
    return (word[:-1], word[:-2], word[:-3] + "y") if word.endswith("es") else (word[:-1],)
