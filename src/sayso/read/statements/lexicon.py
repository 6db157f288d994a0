"""The word lists of statement reading, loaded once from the data files beside this module."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.core.reading import Act
from sayso.read.entities.lexicon import load_yaml
from sayso.read.phrases.alternatives import Alternatives

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
    late_tags: frozenset[str]  # these and more

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
        frozenset([*data["tags"], *data["late_tags"]]),
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

    wrong_phrases: Alternatives
    blames: Alternatives
    arms: Alternatives
    foretold: Alternatives
    had_warned: Alternatives
    neglect: Alternatives
    intent: Alternatives
    called_wrong: Alternatives
    who_does: Alternatives
    toll: Alternatives
    threats: Alternatives
    warned_of: Alternatives
    whoever: Alternatives
    demands: Alternatives
    promises: Alternatives
    spares: Alternatives
    praises: Alternatives
    false_phrases: Alternatives
    no_harm: Alternatives
    there_was_no: Alternatives
    disclaims: Alternatives
    clears: Alternatives
    left_open: Alternatives
    suffered: Alternatives
    as_it_should: Alternatives
    left_undone: Alternatives
    not_done: Alternatives
    undertaken: Alternatives
    conditional: Alternatives


@cache
def content_patterns() -> ContentPatterns:
    """The phrases of content, whatever their case."""
    data = load_yaml(PACKAGE, "content.yaml")
    return ContentPatterns(
        **{field: Alternatives(_listed(data[field])) for field in ContentPatterns.__dataclass_fields__}
    )


def _listed(patterns: str | Sequence[str]) -> Sequence[str]:
    return [patterns] if isinstance(patterns, str) else patterns


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
