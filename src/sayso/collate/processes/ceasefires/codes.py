"""The codes of a ceasefire that a sentence gives, each with the words it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.collate.processes.ceasefires.mentions import Mention
from sayso.collate.processes.lexicon import load_words
from sayso.collate.processes.page import Page
from sayso.core.process import Passage
from sayso.core.span import Date, Grain, Span

_NEAR = 70  # characters between a cue and its date


@dataclass(frozen=True, slots=True)
class Code:
    """A value of one variable."""

    variable: str
    value: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Times:
    """The dates that a sentence gives a ceasefire."""

    declared: tuple[Date, ...]
    starts: tuple[Date, ...]
    durations: tuple[Date, ...]
    expires: tuple[Date, ...]


def find_codes(page: Page, mention: Mention) -> list[Code]:
    """Return the codes in a mention's clause; its mechanisms and extent may stand in any clause of its sentence."""
    sentence = page.sentences[mention.number]
    whole = [c for name in ("declarations", "coverage") for c in _first(page, name, sentence)]
    whole += [
        c for c in _first(page, "classes", sentence) if c.value != "preliminary" or _complies(sentence.exact)
    ]
    return [*whole, *_all(page, "purposes", sentence), *_first(page, "written", mention.clause)]


def find_codes_nearby(page: Page, number: int) -> list[Code]:
    """Return the codes in a sentence near a mention that speaks of the agreement without naming a ceasefire."""
    sentence = page.sentences[number]
    found: list[Code] = []
    if load_words("ceasefires", "lexicon").one["about"].search(sentence.exact):
        found += _first(page, "coverage", sentence)
        found += _first(page, "written", sentence)
        found += (
            c
            for c in _first(page, "classes", sentence)
            if c.value == "preliminary" and _complies(sentence.exact)
        )
    return found


def find_times(page: Page, mention: Mention) -> Times:
    """Return the dates in a mention's sentence, each by the words before it."""
    sentence = page.sentences[mention.number]
    found: dict[str, list[Date]] = {"declared": [], "starts": [], "durations": [], "expires": []}
    for date in page.dates_in(sentence):
        before = page.text[max(sentence.start, date.span.start - _NEAR) : date.span.start]
        if date.grain is Grain.DURATION:
            if _is_length(page, sentence, date, before):
                found["durations"].append(date)
        elif kind := _kind_of_day(before, page.text[date.span.end : date.span.end + 12]):
            found[kind].append(date)
    return Times(**{kind: tuple(dates) for kind, dates in found.items()})


def _kind_of_day(before: str, after: str) -> str | None:
    """Return what a day is to a ceasefire, by the nearest cue before it in the same clause."""
    words = load_words("ceasefires", "lexicon").one
    if words["dated"].search(before):
        return "starts"
    cues = {
        "declared": (words["agreed"], words["declared"]),
        "starts": (words["starts"],),
        "expires": (words["expires"],),
    }
    ends = {
        kind: max((m.end() for p in patterns for m in p.finditer(before)), default=-1)
        for kind, patterns in cues.items()
    }
    kind = max(ends, key=lambda k: (ends[k], k))
    between = before[ends[kind] :]
    if ends[kind] < 0 or any(mark in between for mark in ",;:") or len(between.split()) > 8:
        return None
    return kind


def _is_length(page: Page, sentence: Span, date: Date, before: str) -> bool:
    """Whether a length of time is a ceasefire's: "a 30-day truce", "hold their fire for three days"."""
    words = load_words("ceasefires", "lexicon").one
    if page.text[date.span.end : date.span.end + 4].lower() in ("-old", " old"):
        return False
    if words["length_before"].match(page.text[date.span.end : min(sentence.end, date.span.end + 60)]):
        return True
    return words["length_for"].search(before) is not None and words["not_length"].search(before) is None


def _first(page: Page, variable: str, span: Span) -> Iterator[Code]:
    """Yield the first value of a variable that fits the words of a span."""
    yield from list(_all(page, variable, span))[:1]


def _all(page: Page, variable: str, span: Span) -> Iterator[Code]:
    for value, pattern in load_words("ceasefires", "lexicon").table[variable].items():
        if match := pattern.search(span.exact):
            words = Span.of(page.text, span.start + match.start(), span.start + match.end())
            yield Code(variable, value, page.passage(words))


def _complies(words: str) -> bool:
    return load_words("ceasefires", "lexicon").one["compliance"].search(words) is not None
