"""The words of ``effects.yaml``, as tables from a form to what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.core.data_files import load_words
from sayso.core.reading import Effect
from sayso.read.phrases.words import third_person

_ROLES = ("base", "s", "past", "participle", "ing")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a verb that harms its object: ``words`` are the particles that must follow, such as ``down``."""

    effect: Effect
    roles: frozenset[str]  # base, s, past, participle, ing
    words: tuple[str, ...]  # the words of the form after its first, which may stand behind the object


@cache
def transitive_forms() -> Mapping[str, tuple[VerbForm, ...]]:
    """The forms of the verbs that harm their object, by first word, the longest first."""
    table: dict[str, dict[tuple[Effect, tuple[str, ...]], set[str]]] = {}
    for effect in Effect:
        for forms in [_inflected(v) for v in words_of(effect, "transitive")] + words_of(effect, "irregular"):
            for role, form in zip(_ROLES, forms, strict=True):
                first, *rest = form.split()
                table.setdefault(first, {}).setdefault((effect, tuple(rest)), set()).add(role)
    return {
        first: tuple(
            VerbForm(effect, frozenset(roles), rest)
            for (effect, rest), roles in sorted(entries.items(), key=lambda e: -len(e[0][1]))
        )
        for first, entries in table.items()
    }


@cache
def effects_by_word(kind: str) -> Mapping[str, Effect]:
    """Which effect each word of the lists called ``kind`` (``nominal``, ``counted``, ``state``...) speaks of."""
    return {str(word): effect for effect in Effect for word in words_of(effect, kind)}


@cache
def general_words(kind: str) -> frozenset[str]:
    """A list that holds for every effect: ``things``, ``unreal``, ``casualty``, ``lose``, ``take_life``, ``suffer``."""
    return frozenset(_table()[kind])


@cache
def listed_effects() -> Mapping[str, Effect]:
    """Which effect a word for those harmed speaks of: "the dead", "those injured"."""
    return {word: Effect(effect) for word, effect in _table()["listed"].items()}


@cache
def trigger_words() -> frozenset[str]:
    """Every word at which a rule for harm can begin; a token that is none of them tells of no harm."""
    kinds = ("intransitive", "state", "nominal", "counted", "suffered", "bodies")
    listed = [effects_by_word(kind) for kind in kinds] + [listed_effects(), transitive_forms()]
    general = [general_words(kind) for kind in ("casualty", "lose", "sought")]
    return frozenset().union(*listed, *general, ("lives", "life", "fled", "flee", "toll"))


@cache
def sentence_words() -> frozenset[str]:
    """The words, in pieces without hyphens, of which a sentence that tells of harm or restates it holds one."""
    restated = (*general_words("figure"), "them", "whom", "these")
    return frozenset(piece for word in (*trigger_words(), *restated) for piece in word.split("-"))


def words_of(effect: Effect, kind: str) -> list[Any]:
    """The list ``kind`` of ``effect``, empty where it has none."""
    words: list[Any] = _table()[effect.value].get(kind, [])
    return words


def _inflected(verb: str) -> list[str]:
    """Base, -s, past, participle and -ing of a regular verb."""
    if verb in ("kidnap",):
        return [verb, "kidnaps", "kidnapped", "kidnapped", "kidnapping"]
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb + "d", verb[:-1] + "ing"]
    return [verb, third_person(verb), verb + "ed", verb + "ed", verb + "ing"]


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = load_words("sayso.read.harm", "effects.yaml")
    return table
