"""What a report says about where its places lie: names beside them, the countries that it names, lists of places."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.collate.names import is_abbreviation
from sayso.collate.places.candidates import country_code_of
from sayso.collate.places.keys import LEVEL_WORDS
from sayso.collate.places.words import state_abbreviations
from sayso.core.reading import Entity, EntityKind, Mention, MentionForm, Reading
from sayso.read.entities.lexicon import country_named, country_of_capital, country_of_demonym

_LEVEL = "|".join(LEVEL_WORDS) + "|capital|port|neighbourhood|area"
_SIDE = r"(?:(?:north|south|east|west)\w*|central|restive|border|remote|largest|second)[\s-]+"
_GAP = 60  # characters between two names that stand beside each other
_INSIDE = re.compile(  # "Tarn, in the eastern province of", "Tarn district of", "Tarn in"
    rf"\s*,?\s*(?:(?:{_LEVEL})\s+(?:in|of)|,?\s*in|inside)\s+(?:the\s+)?(?:{_SIDE})*(?:(?:{_LEVEL})\s+of\s+)?",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*,\s*")
_BRACKET = re.compile(r"\s*\(\s*")
_LIST = re.compile(r"\s*,?\s*(?:,|\band|\bor)\s*", re.IGNORECASE)
_OWNS = re.compile(rf"[’']s?\s+(?:{_SIDE})*(?:(?:{_LEVEL})\s+)?(?:(?:city\s+)?of\s+)?", re.IGNORECASE)
_PEOPLE = re.compile(rf"\b([A-Z]\w+(?:[ -][A-Z]\w+)?)\s+(?:{_SIDE})*(?:{_LEVEL})\s+(?:city\s+)?(?:of\s+)?$")
_AFTER = re.compile(rf"\s+({_LEVEL})s?\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b({_LEVEL})s?\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_WORD = re.compile(r"\b[A-Z][A-Za-z]{2,}\b")
_CAPITAL = 0.5  # how much a capital says of its country's part in a report, where its name says 1


@dataclass(frozen=True, slots=True)
class Beside:
    """A name in which another place is said to lie; ``is_sure`` where the words cannot be a mere list."""

    name: str  # as in the text; a country that is named by its people is "=" and its code
    is_sure: bool
    entity: str | None = None  # of the same report


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one report says around its places, by the ids of its entities."""

    countries: Mapping[str, float]  # how often each country is named
    own: Mapping[str, Mapping[str, float]]  # of these, how often by an entity's own name
    beside: Mapping[str, tuple[Beside, ...]]
    listed: Mapping[str, frozenset[str]]  # the places that are named in one list with it
    levels: Mapping[str, frozenset[int]]  # as the words around it say: 1 a province, 2 a district, 3 a town


def find_evidence(reading: Reading) -> Evidence:
    """Gather what a report says around its places."""
    kinds = {e.id: e for e in reading.entities if e.kind is EntityKind.PLACE}
    named = [m for m in reading.mentions if m.form is MentionForm.NAME and m.entity in kinds]
    named = [m for m in named if country_of_demonym(m.span.exact) is None]
    named.sort(key=lambda m: m.span)
    beside: dict[str, dict[Beside, None]] = defaultdict(dict)
    for own, found in _found_beside(reading, named, kinds):
        beside[own][found] = None
    listed: dict[str, set[str]] = defaultdict(set)
    for one, other in _found_lists(reading.text, named):
        listed[one].add(other)
        listed[other].add(one)
    levels: dict[str, set[int]] = defaultdict(set)
    for mention in named:
        levels[mention.entity or ""] |= _levels(reading.text, mention)
    counts, own_counts = _countries(reading, named)
    return Evidence(
        countries=counts,
        own=own_counts,
        beside={own: tuple(found) for own, found in beside.items()},
        listed={own: frozenset(found) for own, found in listed.items()},
        levels={own: frozenset(found) for own, found in levels.items() if found},
    )


def _found_beside(
    reading: Reading, named: Sequence[Mention], kinds: Mapping[str, Entity]
) -> Iterator[tuple[str, Beside]]:
    text = reading.text
    for number, (one, other) in enumerate(pairwise(named)):
        gap = _gap(text, one, other)
        if gap is None or one.entity == other.entity or is_abbreviation(other.span.exact):
            continue
        if _INSIDE.fullmatch(gap) or _BRACKET.fullmatch(gap):
            yield one.entity or "", Beside(_name(text, other), True, other.entity)
        elif _COMMA.fullmatch(gap):
            following = named[number + 2] if number + 2 < len(named) else None
            last = _gap(text, other, following) if following else None
            is_sure = not _is_list(last, text, number, named)
            yield one.entity or "", Beside(_name(text, other), is_sure, other.entity)
            if following and last and _COMMA.fullmatch(last):
                yield one.entity or "", Beside(following.span.exact, False, following.entity)
        elif _OWNS.fullmatch(gap):
            yield other.entity or "", Beside(one.span.exact, True, one.entity)
    for mention in named:
        before = text[max(0, mention.span.start - _GAP) : mention.span.start]
        match = _PEOPLE.search(before)
        if match and (code := country_code_of(match[1]) or country_code_of(match[1].split()[-1])):
            yield mention.entity or "", Beside(f"={code}", is_sure=True)
        for part in mention.span.exact.split(",")[1:2]:
            yield mention.entity or "", Beside(part.strip(), is_sure=True)


def _name(text: str, mention: Mention) -> str:
    """Return a mention's words, with the full stop of an abbreviation ("Wis.") that the reader may have left out."""
    words = mention.span.exact
    is_short = words.casefold() in state_abbreviations() and text.startswith(".", mention.span.end)
    return f"{words}." if is_short else words


def _gap(text: str, one: Mention, other: Mention) -> str | None:
    start, end = one.span.end, other.span.start
    return text[start:end] if start <= end <= start + _GAP else None


def _is_list(last: str | None, text: str, number: int, named: Sequence[Mention]) -> bool:
    """Whether two names parted by a comma are two of a list: another follows them, or stands before them."""
    if last is not None and _LIST.fullmatch(last):
        return True
    before = _gap(text, named[number - 1], named[number]) if number else None
    return before is not None and bool(_LIST.fullmatch(before))


def _found_lists(text: str, named: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    for one, other in pairwise(named):
        gap = _gap(text, one, other)
        if gap is not None and one.entity != other.entity and _LIST.fullmatch(gap):
            yield one.entity or "", other.entity or ""


def _levels(text: str, mention: Mention) -> set[int]:
    after = _AFTER.match(text, mention.span.end, mention.span.end + _GAP)
    before = _BEFORE.search(text[max(0, mention.span.start - _GAP) : mention.span.start])
    words = (match[1].lower() for match in (after, before) if match)
    return {LEVEL_WORDS[word] for word in words if word in LEVEL_WORDS}


def _countries(
    reading: Reading, named: Sequence[Mention]
) -> tuple[Mapping[str, float], Mapping[str, Mapping[str, float]]]:
    """Count how often each country is named, as a country, by its capital, or by the adjective or people."""
    counts: Counter[str] = Counter()
    own: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in named:
        country, seat = country_named(mention.span.exact), country_of_capital(mention.span.exact)
        for found, worth in ((country, 1.0), (None if country else seat, _CAPITAL)):
            if found is not None:
                counts[found.code] += worth  # type: ignore[assignment]  # a Counter holds any number
                own[mention.entity or ""][found.code] += worth  # type: ignore[assignment]
    taken = [(m.span.start, m.span.end) for m in named]
    starts = {start for start, _ in taken}
    for match in _WORD.finditer(reading.text):
        if match.start() not in starts and (code := country_code_of(match[0])):
            counts[code] += 1
    return counts, own
