"""What of a report the search for stories compares: its words, names, lead, sentences and lead vectors."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.collate.names import fold_name
from sayso.collate.parsing import sentences_of
from sayso.collate.words import load_background, stem, tokenize
from sayso.core.read_article import ReadArticle
from sayso.core.reading import EntityKind, MentionForm

Vectors = NDArray[np.float32]

_LEAD_LENGTH = 350  # characters
_DAY = re.compile(r"[\dX]{4}-(\d\d-\d\d)(?:T.*)?")
_PEOPLE = 600  # likewise, for people
_FIGURES = 4  # sentences in which a lead's numbers stand
_LEAD_SENTENCES = 6
_LEAD_VECTORS = 5
_MAX_SENTENCES = 400  # a longer document is no single report; its start tells what it is about
_NUMBER_WEIGHT = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One report as the search for stories sees it."""

    id: str
    published: date | None
    words: Counter[str]
    names: dict[str, float]
    lead: Counter[str]
    sentences: tuple[frozenset[str], ...]  # each sentence's telling stems
    phrases: frozenset[str]  # pairs of neighbouring stems
    lead_vectors: Vectors  # shape (up to 5, width)
    length: int
    lead_days: tuple[int, ...] = ()  # days of the year that its lead names
    lead_people: frozenset[str] = frozenset()  # the last words of the names of people whom its lead names
    lead_figures: frozenset[str] = frozenset()  # numbers in its lead, as written


def profile(read: ReadArticle) -> Profile:
    """Describe one report for the search for stories."""
    reading = read.reading
    sentences = [tokenize(s.exact) for s in sentences_of(reading.text)[:_MAX_SENTENCES]]
    stems = [[stem(w.lower()) for w in sentence] for sentence in sentences]
    background = load_background()
    telling = [[s for s in row if not background.is_common(s)] for row in stems]
    words = Counter(s for row in stems for s in row if len(s) > 1)
    order = sorted(range(len(reading.propositions)), key=lambda i: reading.propositions[i].span)
    return Profile(
        id=reading.id,
        published=parse_day(reading.published),
        words=words,
        names=_names(sentences),
        lead=Counter(s for row in stems[:_LEAD_SENTENCES] for s in row if len(s) > 1),
        sentences=tuple(frozenset(s for s in row if len(s) > 1) for row in telling),
        phrases=frozenset(f"{a} {b}" for row in telling for a, b in pairwise(row)),
        lead_vectors=read.vectors[order[:_LEAD_VECTORS]],
        length=sum(words.values()),
        lead_days=_lead_days(read),
        lead_people=_lead_people(read),
        lead_figures=frozenset(s for row in stems[:_FIGURES] for s in row if s[0].isdigit()),
    )


def _lead_people(read: ReadArticle) -> frozenset[str]:
    """Return the surnames of the people whom the first words name, by whatever name they are known there."""
    names = {e.id: fold_name(e.name) for e in read.reading.entities if e.kind is EntityKind.PERSON}
    return frozenset(
        names[m.entity].rpartition(" ")[2]
        for m in read.reading.mentions
        if m.entity and names.get(m.entity) and m.form is not MentionForm.PRONOUN and m.span.start < _PEOPLE
    )


def _lead_days(read: ReadArticle) -> tuple[int, ...]:
    """Return the days that the first words name with their month, as days of a leap year."""
    values = (d.value for d in read.reading.dates if d.span.start < _LEAD_LENGTH)
    found = (_DAY.fullmatch(value) for value in values)
    days = (parse_day(f"2000-{match.group(1)}") for match in found if match)
    return tuple(sorted({day.timetuple().tm_yday for day in days if day}))


def _names(sentences: Sequence[Sequence[str]]) -> dict[str, float]:
    """Weigh words that are capitalised throughout, and numbers."""
    background = load_background()
    lower = {w for row in sentences for w in row if w.islower()}
    names: dict[str, float] = {}
    for word in (w for row in sentences for w in row):
        small = word.lower()
        key = stem(small)
        if len(key) < 2:
            continue
        if word[0].isdigit():
            names[key] = names.get(key, 0.0) + _NUMBER_WEIGHT
        elif word[0].isupper() and small not in lower and background.is_name_like(word):
            names[key] = names.get(key, 0.0) + 1.0
    return names


def parse_day(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date, None where it has none."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
