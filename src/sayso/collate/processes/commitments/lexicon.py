"""The word lists of the commitments, read once from ``lexicon.yaml``."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from sayso.collate.words import stem
from sayso.core.process import CommitmentKind, Fate

Pattern = re.Pattern[str]

_GROUPS = ("cues", "nouns", "fates", "deeds")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues of commitments, and of what becomes of them."""

    cues: Mapping[CommitmentKind, tuple[Pattern, ...]]
    one: Mapping[str, Pattern]
    fates: Mapping[tuple[Fate, CommitmentKind], tuple[Pattern, ...]]  # of a noun of that kind
    deeds: Mapping[str, frozenset[str]]  # by stem, the stems of all forms of one deed
    echoes: Mapping[CommitmentKind, frozenset[str]]  # words by which a later report points back


@cache
def load_lexicon() -> Lexicon:
    """Read the word lists."""
    raw = yaml.safe_load(
        files("sayso.collate.processes.commitments").joinpath("lexicon.yaml").read_text("utf-8")
    )
    nouns = {CommitmentKind(k): v for k, v in raw["nouns"].items()}
    return Lexicon(
        cues={CommitmentKind(k): tuple(map(_compile, v)) for k, v in raw["cues"].items()},
        one={
            name: _compile(words)
            for name, words in raw.items()
            if name not in _GROUPS and not name.startswith("words_")
        },
        fates={
            (Fate(fate), kind): tuple(_compile(p.replace("NOUN", noun)) for p in patterns)
            for fate, patterns in raw["fates"].items()
            for kind, noun in nouns.items()
        },
        deeds=_deeds(raw["deeds"]),
        echoes={kind: frozenset(raw[f"words_echo_{kind}"].split()) for kind in nouns},
    )


def _deeds(rows: Sequence[str]) -> dict[str, frozenset[str]]:
    groups = [frozenset(map(stem, row.split())) for row in rows]
    return {form: group for group in groups for form in group}


def _compile(expression: str) -> Pattern:
    return re.compile(re.sub(r"\s+\|", "|", expression.strip()), re.IGNORECASE)
