"""The words of ``triggers.yaml``: which forms name which kind of event."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.read.events.acts import load_table, verb_forms
from sayso.read.events.frames import frames_by_first_word
from sayso.read.phrases.words import singulars, third_person

LONE = " ..."  # behind the lemma of a frame that is no event of a report
MISHAP = "MISHAP"  # harm by mischance, for which PLOVER has no category: it leaves as an event without a type
_TYPES = (
    "assault", "agree", "consult", "support", "cooperate", "aid", "concede", "retreat", "investigate", "demand",
    "disapprove", "reject", "threaten", "protest", "mobilize", "sanction", "coerce", "crime", "mishap",
)  # fmt: skip
_MODES = ("aerial", "suicide-attack", "bombing", "shooting", "clash", "kidnapping", "arson", "other")


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to name an event: its words in lower case after the first, and how they must follow."""

    type: str
    mode: str | None
    kind: str  # verb, noun or phrase; weak (noun) and weak verb where other evidence is needed
    words: tuple[str, ...]
    lemma: str


@cache
def entries_by_first_word() -> Mapping[str, tuple[Entry, ...]]:
    """The entries by the first word of each of their forms, the longest first, weak verbs last."""
    table: dict[str, list[Entry]] = {}
    for first, entry in _entries():
        if entry not in table.setdefault(first, []):
            table[first].append(entry)
    return {
        first: tuple(sorted(entries, key=lambda e: (e.kind == "weak verb", -len(e.words))))
        for first, entries in table.items()
    }


@cache
def word_set(name: str) -> frozenset[str]:
    """A plain list of the file by name: ``instruments``, ``planned``, ``imagined``, ``admits``, ``accidents``..."""
    listed = frozenset(_table()[name])
    return listed | _of_lone_frames() if name == "modal" else listed


def _of_lone_frames() -> frozenset[str]:
    """How the entries are called that tell only what a text of one sentence is about."""
    return frozenset(f.lemma + LONE for frames in frames_by_first_word().values() for f in frames if f.alone)


@cache
def hedges() -> Mapping[str, str]:
    """Words that mark an event in the outlet's own voice as somebody's claim, with the status they give it."""
    marks: Mapping[str, str] = _table()["hedges"]
    return marks


@cache
def light_verb_forms() -> frozenset[str]:
    """Every form of the verbs that carry an event noun ("conducted strikes")."""
    return frozenset(form for verb in _table()["light_verbs"] for form in verb_forms(verb))


def is_singular_of(word: str, singular: str) -> bool:
    """Whether ``word`` is ``singular`` or a plural of it."""
    return word == singular or singular in singulars(word)


def _entries() -> Iterator[tuple[str, Entry]]:
    for kind in _TYPES:
        block = _table()[kind]
        for mode in _MODES if kind == "assault" else (None,):
            yield from _block_entries(kind.upper(), mode, block[mode] if mode else block)
    yield from _throwing()


def _throwing() -> Iterator[tuple[str, Entry]]:
    for verb in _table()["throwing"]["verbs"]:
        first, *rest = verb.split()
        for thing in _table()["throwing"]["things"]:
            for form in verb_forms(first):
                yield form, Entry("ASSAULT", "bombing", "verb", (*rest, thing), verb)


def _block_entries(kind: str, mode: str | None, block: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    for phrase in block.get("phrases", []):
        first, *rest = phrase.split()
        yield first, Entry(kind, mode, "phrase", tuple(rest), phrase)
    for name, noun_kind in (("nouns", "noun"), ("weak_nouns", "weak")):
        for noun in block.get(name, []):
            first, *rest = noun.split()
            for form in (first, _plural(first)) if not rest else (first,):
                yield form, Entry(kind, mode, noun_kind, tuple(rest), noun)
    for name, verb_kind in (("verbs", "verb"), ("weak_verbs", "weak verb")):
        for verb in block.get(name, []):
            first, *rest = verb.split()
            for form in verb_forms(first):
                yield form, Entry(kind, mode, verb_kind, tuple(rest), verb)


def _plural(noun: str) -> str:
    return third_person(noun)  # the same spelling rules


def _table() -> Mapping[str, Any]:
    return load_table("triggers.yaml")
