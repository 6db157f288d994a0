"""Where reports name the offices of people, and what they say of when those were taken up or left."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.collate.names import fold_name
from sayso.collate.offices.titles import Title, appointed_words, left_words, parse_title
from sayso.collate.stories.profiles import parse_day
from sayso.core.reading import Entity, EntityKind, Mention, MentionForm, Reading
from sayso.core.span import Span

Member = tuple[str, str]  # (article id, entity id within it)

_AROUND = 160  # characters of a name in which its title stands
_BEFORE = 50  # characters before a title that tell whose it is
_TURN = 80  # characters between a name and the verb and date that tell of a change
_GRAINS = frozenset({"day", "month", "year"})
_STOPS = re.compile(r"[.!?\n]")
_WORD = re.compile(r"[a-z-]+")


@dataclass(frozen=True, slots=True)
class Naming:
    """One report's title of one of its people, or of somebody of whom it tells nothing else."""

    member: Member
    title: Title
    span: Span
    day: date | None  # when the report was published
    told_from: str | None = None  # TIMEX3, where the report tells it
    told_to: str | None = None


def find_namings(reading: Reading) -> tuple[dict[str, Naming], dict[str, Title]]:
    """Return the offices of a report's named people, and the titles that stand for people whom it does not name."""
    lands = tuple(sorted({fold_name(e.name) for e in reading.entities if e.kind is EntityKind.PLACE}))
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        if mention.entity and mention.form is not MentionForm.PRONOUN:
            mentions[mention.entity].append(mention)
    day = parse_day(reading.published)
    named: dict[str, Naming] = {}
    bare: dict[str, Title] = {}
    for entity in reading.entities:
        if entity.kind is not EntityKind.PERSON:
            continue
        own = mentions[entity.id]
        names = [m for m in own if m.form is MentionForm.NAME]
        if names and entity.role:
            found = _naming(reading, entity, names, lands, day)
            if found is not None:
                named[entity.id] = found
        elif not names and (title := _bare(reading, entity, own, lands)):
            bare[entity.id] = title
    return named, bare


def _naming(
    reading: Reading, entity: Entity, names: Sequence[Mention], lands: tuple[str, ...], day: date | None
) -> Naming | None:
    span = _role_span(reading.text, entity.role or "", names)
    if span is None:
        return None
    title = parse_title(span.exact, _clause_before(reading.text, span.start), lands)
    if title is None:
        return None
    told_from, told_to = _turns(reading, names)
    return Naming((reading.id, entity.id), title, span, day, told_from, told_to)


def _role_span(text: str, role: str, names: Sequence[Mention]) -> Span | None:
    """Return where a title stands beside one of the names."""
    for mention in names:
        start = max(0, mention.span.start - _AROUND)
        at = text.find(role, start, mention.span.end + _AROUND)
        if at >= 0 and role.strip():
            return Span.of(text, at, at + len(role))
    return None


def _bare(
    reading: Reading, entity: Entity, mentions: Sequence[Mention], lands: tuple[str, ...]
) -> Title | None:
    first = min((m.span for m in mentions), default=None)
    if first is None:
        return parse_title(entity.name, "", lands)
    return parse_title(first.exact, _clause_before(reading.text, first.start), lands)


def _clause_before(text: str, start: int) -> str:
    return _STOPS.split(text[max(0, start - _BEFORE) : start])[-1]


def _turns(reading: Reading, names: Sequence[Mention]) -> tuple[str | None, str | None]:
    """Return the dates on which a report says that somebody took up and left an office."""
    found: Mapping[str, list[str]] = {"from": [], "to": []}
    for mention in names:
        for verb, value in _dated_verbs(reading, mention):
            if verb in appointed_words():
                found["from"].append(value)
            elif verb in left_words():
                found["to"].append(value)
    return next(iter(found["from"]), None), next(iter(found["to"]), None)


def _dated_verbs(reading: Reading, mention: Mention) -> Iterator[tuple[str, str]]:
    """Yield the words between a name and the next date of its sentence, with the date's value."""
    after = [d for d in reading.dates if 0 <= d.span.start - mention.span.end <= _TURN]
    if not after:
        return
    nearest = min(after, key=lambda d: d.span)
    between = reading.text[mention.span.end : nearest.span.start]
    if nearest.grain.value not in _GRAINS or _STOPS.search(between) or "XXXX" in nearest.value:
        return
    if words := [w for w in _WORD.findall(between) if w in appointed_words() | left_words()]:
        yield words[0], nearest.value
