"""Wordings of one utterance, aligned word by word to a base version.

1. Wordings of the same words (but for case and punctuation) are one version.
2. The base is the version nearest to all others (the medoid in word-level Levenshtein distance); of equals the one that
   most reports give, then the first. It is a text to compare with, not the true one.
3. Every other version is aligned to the base (``rapidfuzz.distance.Levenshtein.opcodes`` over words); neighbouring
   edits become one variant, so that it reads as a phrase.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from sayso.desk.brief.versions import Change, Run, Variant

MIN_SHARED = 0.3  # of the words: below it an alignment would be noise
MAX_MEDOID = 60  # versions; above it the base is the one that most reports give

Edit = tuple[str, int, int, int, int]  # tag, start and end in the base, start and end here


@dataclass(frozen=True, slots=True)
class Wording:
    """Words as written, and as compared: without case and without punctuation at their ends."""

    words: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A wording laid against the base; ``variants`` is None where too few words are shared to align."""

    runs: tuple[Run, ...]
    variants: tuple[Variant, ...] | None


def split_words(text: str) -> Wording:
    """The words of ``text``; punctuation between spaces stays with the word before it."""
    words: list[str] = []
    forms: list[str] = []
    for token in text.split():
        form = _bare(token).casefold().replace("’", "'")
        if form or not words:
            words.append(token)
            forms.append(form)
        else:
            words[-1] += f" {token}"
    return Wording(tuple(words), tuple(forms))


def pick_base(counts: Mapping[tuple[str, ...], int]) -> tuple[str, ...]:
    """The base among versions (as compared) and how many reports give each. Raises ValueError where there is none."""

    def distance(forms: tuple[str, ...]) -> int:
        if len(counts) > MAX_MEDOID:
            return 0
        return sum(Levenshtein.distance(forms, other) for other in counts)

    return min(counts, key=lambda forms: (distance(forms), -counts[forms]))


def align(base: Wording, here: Wording) -> Aligned:
    """``here`` cut into runs that agree with the base or differ, and the variants as pairs of phrases."""
    if 1 - Levenshtein.normalized_distance(base.forms, here.forms) < MIN_SHARED:
        return Aligned((Run(" ".join(here.words), Change.SAME),), None)
    runs: list[Run] = []
    variants: list[Variant] = []
    for tag, start, end, first, last in _edits(base, here):
        words = " ".join(here.words[first:last])
        if tag == "equal":
            runs.append(Run(words, Change.SAME))
            continue
        runs.append(Run(words, Change.DIFFERS if words else Change.OMITS))
        variants.append(Variant(" ".join(base.words[start:end]), words))
    return Aligned(tuple(runs), tuple(variants))


def _edits(base: Wording, here: Wording) -> list[Edit]:
    merged: list[Edit] = []
    for code in Levenshtein.opcodes(base.forms, here.forms):
        edit = (code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end)
        if merged and code.tag != "equal" and merged[-1][0] != "equal":
            _, start, _, first, _ = merged.pop()
            edit = ("replace", start, code.src_end, first, code.dest_end)
        merged.append(edit)
    return merged


def _bare(token: str) -> str:
    """``token`` without what is neither letter nor digit at its ends; linear, whatever the token holds."""
    start, end = 0, len(token)
    while start < end and not token[start].isalnum():
        start += 1
    while end > start and not token[end - 1].isalnum():
        end -= 1
    return token[start:end]
