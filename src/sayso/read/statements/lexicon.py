"""The word lists of statement reading, loaded once from the data files beside this module."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.core.reading import Act
from sayso.read.entities.lexicon import load_yaml

PACKAGE = "sayso.read.statements"
LONGEST = 4  # words of a verb of saying
DOUBLED = re.compile(r"[^aeiou][aeiou][bdglmnprt]")  # stop: stopped


def forms_of(verb: str, irregular: Mapping[str, Sequence[str]]) -> list[str]:
    """The forms of an English verb by rule, or as listed; of several words the first is inflected."""
    if verb in irregular:
        return [verb, *irregular[verb]]
    head, _, rest = verb.partition(" ")
    if head.endswith("e"):
        made = [head, head + "s", head + "d", head[:-1] + "ing"]
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        made = [head, head[:-1] + "ies", head[:-1] + "ied", head + "ing"]
    else:
        final = head[-1] if DOUBLED.fullmatch(head[-3:]) and len(head) < 5 else ""
        plural = "es" if head.endswith(("s", "sh", "ch", "x", "z")) else "s"
        made = [head, head + plural, head + final + "ed", head + final + "ing"]
    return [f"{form} {rest}".strip() for form in made]


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word of a cue says of the act; ``strong`` settles it."""

    act: Act
    strong: bool


@dataclass(frozen=True, slots=True)
class CueWords:
    """Verbs and nouns of saying. Keys are inflected forms in lower case, of one to four words."""

    senses: Mapping[str, tuple[Sense, ...]]
    neutral: frozenset[str]
    nouns: Mapping[str, Act]
    unfolding: frozenset[str]
    plural_verbs: frozenset[str]
    both: frozenset[str]  # nouns that are verbs as well
    topics: frozenset[str]
    tags: frozenset[str]

    def is_saying(self, words: str) -> bool:
        """Whether the words are a verb of saying."""
        return words in self.neutral or words in self.senses


@cache
def cue_words() -> CueWords:
    """The verbs and nouns of saying."""
    data = load_yaml(PACKAGE, "cues.yaml")
    irregular = data["irregular"]
    senses: dict[str, list[Sense]] = {}
    for strength in ("strong", "weak"):
        for act, verbs in data[strength].items():
            for verb in dict.fromkeys(verbs):
                for form in dict.fromkeys(forms_of(verb, irregular)):
                    senses.setdefault(form, []).append(Sense(Act(act), strength == "strong"))
    return CueWords(
        {form: tuple(found) for form, found in senses.items()},
        frozenset(form for verb in data["neutral"] for form in forms_of(verb, irregular)),
        {
            form: Act(act)
            for act, nouns in data["nouns"].items()
            for noun in nouns
            for form in (noun, noun + "s")
        },
        frozenset(data["unfolding"]),
        frozenset(data["plural_verbs"]),
        frozenset(form for noun in data["both"] for form in (noun, noun + "s")),
        frozenset(form for verb in data["topics"] for form in forms_of(verb, irregular)),
        frozenset(data["tags"]),
    )


@dataclass(frozen=True, slots=True)
class ContentWords:
    """Words of a statement's content that show its act; the data file says of each list what it is."""

    wrong_verbs: frozenset[str]
    wrong_words: frozenset[str]
    labelling: frozenset[str]
    forces: frozenset[str]
    force_verbs: frozenset[str]
    benign: frozenset[str]
    retaliation: frozenset[str]
    conditions: frozenset[str]
    hazards: frozenset[str]
    demand_modals: frozenset[str]
    imperatives: frozenset[str]
    governments: frozenset[str]
    states: frozenset[str]
    negations: frozenset[str]
    false_words: frozenset[str]
    allegations: frozenset[str]
    anaphoric: frozenset[str]


@cache
def content_words() -> ContentWords:
    """The words of content; of verbs all forms."""
    data = load_yaml(PACKAGE, "content.yaml")
    irregular = load_yaml(PACKAGE, "cues.yaml")["irregular"]
    words = {field: frozenset(data[field]) for field in ContentWords.__dataclass_fields__}
    for field in ("wrong_verbs", "force_verbs"):
        words[field] = frozenset(form for verb in data[field] for form in forms_of(verb, irregular))
    return ContentWords(**words)


@dataclass(frozen=True, slots=True)
class ContentPatterns:
    """Phrases of a statement's content that show its act; the data file says of each list what it is."""

    wrong_phrases: re.Pattern[str]
    blames: re.Pattern[str]
    arms: re.Pattern[str]
    foretold: re.Pattern[str]
    had_warned: re.Pattern[str]
    neglect: re.Pattern[str]
    intent: re.Pattern[str]
    called_wrong: re.Pattern[str]
    who_does: re.Pattern[str]
    toll: re.Pattern[str]
    threats: re.Pattern[str]
    warned_of: re.Pattern[str]
    whoever: re.Pattern[str]
    demands: re.Pattern[str]
    promises: re.Pattern[str]
    spares: re.Pattern[str]
    praises: re.Pattern[str]
    false_phrases: re.Pattern[str]
    no_harm: re.Pattern[str]
    there_was_no: re.Pattern[str]
    disclaims: re.Pattern[str]
    clears: re.Pattern[str]
    suffered: re.Pattern[str]
    as_it_should: re.Pattern[str]
    left_undone: re.Pattern[str]
    not_done: re.Pattern[str]
    undertaken: re.Pattern[str]
    conditional: re.Pattern[str]


@cache
def content_patterns() -> ContentPatterns:
    """The phrases of content, whatever their case."""
    data = load_yaml(PACKAGE, "content.yaml")
    return ContentPatterns(
        **{field: _any_of(_listed(data[field])) for field in ContentPatterns.__dataclass_fields__}
    )


def _listed(patterns: str | Sequence[str]) -> Sequence[str]:
    return [patterns] if isinstance(patterns, str) else patterns


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ChannelWords:
    """Channels: outlets, platforms, occasions."""

    outlet_words: frozenset[str]
    outlets: frozenset[str]
    platforms: frozenset[str]
    occasions: frozenset[str]
    on_occasions: frozenset[str]
    lead_ins: frozenset[str]
    speaking: frozenset[str]
    credit_verbs: frozenset[str]


@cache
def channel_words() -> ChannelWords:
    """The words for channels."""
    data = load_yaml(PACKAGE, "via.yaml")
    return ChannelWords(**{field: frozenset(data[field]) for field in ChannelWords.__dataclass_fields__})
