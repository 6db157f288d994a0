"""The word lists of the claims, read once from ``lexicon.yaml``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from sayso.core.reading import Effect


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that negate, deny, or stand for what somebody else has said."""

    negations: frozenset[str]
    denying: frozenset[str]
    waving_off: frozenset[str]
    anaphors: frozenset[str]
    untruth: frozenset[str]
    empty: frozenset[str]  # all that say nothing of what is denied
    hollow: frozenset[str]
    said_nouns: frozenset[str]
    reporting: re.Pattern[str]
    denied: re.Pattern[str]
    negators: frozenset[str]
    not_negated: frozenset[str]  # after one of them
    modals: frozenset[str]
    conditions: frozenset[str]
    subordinators: frozenset[str]
    falsehood: re.Pattern[str]
    toll: re.Pattern[str]
    counted: Mapping[Effect, re.Pattern[str]]


@cache
def load_lexicon() -> Lexicon:
    """Read the word lists."""
    raw = yaml.safe_load(files("sayso.collate.claims").joinpath("lexicon.yaml").read_text("utf-8"))
    keys = ("negators", "not_negated", "modals", "conditions", "subordinators")
    clause = {key: frozenset(raw[key].split()) for key in keys}
    lists = ("negations", "denying", "waving_off", "anaphors", "hollow", "untruth")
    words = {key: frozenset(raw[key].split()) for key in lists}
    return Lexicon(
        empty=words["negations"] | words["anaphors"] | words["hollow"] | words["untruth"],
        said_nouns=frozenset(raw["said_nouns"].split()),
        reporting=re.compile("|".join(raw["reporting"]), re.IGNORECASE),
        denied=re.compile("|".join(raw["denied"]), re.IGNORECASE),
        falsehood=re.compile("|".join(raw["falsehood"]), re.IGNORECASE),
        toll=re.compile("|".join(raw["toll"]), re.IGNORECASE),
        counted={Effect(k): re.compile(v, re.IGNORECASE) for k, v in raw["counted"].items()},
        **words,
        **clause,
    )
