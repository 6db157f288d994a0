"""Mentions of talks: where a report speaks of a round, with the place, date and number that its words give."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.collate.processes.lexicon import load_words
from sayso.collate.processes.page import Actor, Page, cut_clauses
from sayso.collate.processes.roles import find_mediators, find_parties, is_collective
from sayso.core.reading import EntityKind
from sayso.core.span import Date, Span

_SIGNED = 90  # characters from "signed" to the place
_BEFORE = 80  # characters before a noun that may make the talks unreal
_NAMING = re.compile(r"\b(?:in|at)\s+(?:the\s+(?:[\w-]+\s+){0,3}?(?:of\s+)?)?(?=[^\W\d_])")
_DATELINE = re.compile(r"\s{0,9}([A-Z][^\n—–:(]{2,60}?)(?:\s*\([^)\n]{1,30}\))?\s*(?:[—–]|:|--|\s-)\s")
_BESIDE = re.compile(r"\s+(?:(?:peace|border|truce|first|second|third|last|next)\s+)*", re.IGNORECASE)
_OWN_NOUN = re.compile(r"(?:^|[.!?]\s+|\bthe\s+(?:\w+\s+)?)$", re.IGNORECASE)  # "the recent Vell talks"
_JOINED = re.compile(r"-(?:mediated|brokered|led|backed|based)", re.IGNORECASE)
_OPENS_AFTER = re.compile(r"^\W*(?:after|following)\b", re.IGNORECASE)
_FIXED = re.compile(r"\b(?:signed|dated|since|until)\s+(?:[\w-]+\s+){0,4}(?:on|in)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a report speaks of talks."""

    number: int  # of the sentence
    trigger: Span
    clause: Span
    ordinal: tuple[int, Span] | None
    places: tuple[Actor, ...]
    dates: tuple[Date, ...]
    parties: tuple[Actor, ...]
    sides: Span | None  # words that stand for both parties
    days: int | None = None  # how long it lasted, where it ended on the date
    is_to_come: bool = False


def find_mentions(page: Page) -> list[Mention]:
    """Return the mentions of talks in a report, in order; none where it does not speak of talks at all."""
    words = load_words("talks", "lexicon").one
    if not words["setting"].search(page.text):
        return []
    return [m for number in range(len(page.sentences)) for m in _in_sentence(page, number)]


def find_signing(page: Page, number: int) -> Actor | None:
    """Return where a sentence says that an agreement was signed."""
    sentence = page.sentences[number]
    match = load_words("talks", "lexicon").one["signed"].search(sentence.exact)
    if match is None:
        return None
    clause = Span(
        sentence.start + match.start(), sentence.end, page.text[sentence.start + match.start() : sentence.end]
    )
    for naming in _NAMING.finditer(clause.exact, 0, _SIGNED):
        found = _place_at(page, clause.start + naming.end())
        if found is not None and found.kind is EntityKind.PLACE:
            return found
    return None


def find_dateline(page: Page) -> Actor | None:
    """Return the place in a report's dateline: "PORT VELL, May 7 (NWS) —"."""
    match = _DATELINE.match(page.text)
    return _place_at(page, match.start(1)) if match else None


def _in_sentence(page: Page, number: int) -> Iterator[Mention]:
    sentence = page.sentences[number]
    clauses = cut_clauses(page, sentence)
    for clause in clauses:
        trigger = _noun(page, clause) or _meeting(page, number, clause)
        if trigger is not None:
            scope = [clause]
            if _OPENS_AFTER.match(clause.exact):
                scope.append(clauses[0])  # "agreed on Wednesday, after two days of talks": they ended then
            yield from _split(_mention(page, number, trigger, clause, scope))


def _split(mention: Mention) -> Iterator[Mention]:
    """Yield one mention for each day of "meetings in October and November"."""
    if mention.trigger.exact.lower().endswith("s") and len(mention.dates) > 1 and mention.ordinal is None:
        yield from (replace(mention, dates=(date,)) for date in mention.dates)
    else:
        yield mention


def _noun(page: Page, clause: Span) -> Span | None:
    """Return the first noun of a clause that means talks that are or were to be held."""
    words = load_words("talks", "lexicon").one
    for match in words["talks"].finditer(clause.exact):
        start, end = clause.start + match.start(), clause.start + match.end()
        if page.text[start - 1 : start].isalnum() or page.text[end : end + 1].isalnum():
            continue
        before = page.text[max(0, start - _BEFORE) : start]
        if words["unreal_before"].search(before) or words["unreal_after"].match(page.text[end : end + 40]):
            continue
        if words["other_rounds"].search(clause.exact) and "round" in match[0].lower():
            continue
        return Span.of(page.text, start, end)
    return None


def _meeting(page: Page, number: int, clause: Span) -> Span | None:
    """Return a verb of meeting whose subjects are two parties or "the two sides", or a noun beside a place."""
    words = load_words("talks", "lexicon").one
    for match in words["met"].finditer(clause.exact):
        trigger = Span.of(page.text, clause.start + match.start(), clause.start + match.end())
        if match[0].lower().startswith("meeting"):
            of_sides = words["sides"].search(clause.exact) or find_mediators(page, number)
            if of_sides and find_places(page, clause, trigger):
                return trigger
            continue
        subjects = page.subject_at(number, trigger.start)
        named = [a for a in subjects if a.entity and a.kind is not EntityKind.PERSON]
        if len(named) > 1 or any(
            is_collective(a.span.exact) and words["sides"].search(a.span.exact) for a in subjects
        ):
            return trigger
    return None


def _mention(page: Page, number: int, trigger: Span, clause: Span, scope: list[Span]) -> Mention:
    words = load_words("talks", "lexicon").one
    sentence = page.sentences[number]
    sides = words["sides"].search(sentence.exact)
    dates = next((found for part in scope if (found := _dates(page, part, trigger))), ())
    return Mention(
        number=number,
        trigger=trigger,
        clause=clause,
        ordinal=_ordinal(page, clause),
        places=find_places(page, clause, trigger),
        dates=dates,
        parties=tuple(find_parties(page, number, trigger)),
        sides=Span.of(page.text, sentence.start + sides.start(), sentence.start + sides.end())
        if sides
        else None,
        days=_days(page, clause, sentence) if dates else None,
        is_to_come=words["to_come"].search(clause.exact) is not None,
    )


def _ordinal(page: Page, clause: Span) -> tuple[int, Span] | None:
    lexicon = load_words("talks", "lexicon")
    match = lexicon.one["number"].search(clause.exact)
    if match is None or lexicon.one["other_rounds"].search(clause.exact):
        return None
    order = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    return order.index(match[1].lower()) + 1, Span.of(
        page.text, clause.start + match.start(), clause.start + match.end()
    )


def find_places(page: Page, clause: Span, trigger: Span) -> tuple[Actor, ...]:
    """Return where talks are held: "in Port Vell" after the noun, or "the Port Vell talks"."""
    for match in _NAMING.finditer(clause.exact, max(0, trigger.end - clause.start)):
        if found := _place_at(page, clause.start + match.end()):
            return (found,)
    before = [m for m in page.mentions_in(clause) if m.span.end <= trigger.start]
    if before and _BESIDE.fullmatch(page.text[before[-1].span.end : trigger.start]):
        actor = page.place_of(before[-1])
        preceded = page.text[max(0, before[-1].span.start - 20) : before[-1].span.start]
        if _is_place(actor) and _OWN_NOUN.search(preceded):
            return (actor,)
    for match in _NAMING.finditer(clause.exact, 0, max(0, trigger.start - clause.start)):
        if found := _place_at(page, clause.start + match.end()):
            return (found,)
    return ()


def _place_at(page: Page, start: int) -> Actor | None:
    """Return the place whose name begins at a position; a person's name is none, a country is."""
    for mention in page.mentions_in(Span(start, start + 1, "")):
        actor = page.place_of(mention)
        if _is_place(actor) or (mention.kind is EntityKind.PLACE and actor.name[:1].isupper()):
            return actor
    return None


def _is_place(actor: Actor) -> bool:
    return (
        actor.name[:1].isupper()
        and actor.kind is not EntityKind.PERSON
        and not _JOINED.search(actor.span.exact)
    )


def _dates(page: Page, clause: Span, trigger: Span) -> tuple[Date, ...]:
    """Return the nearest date to the noun, and dates coordinated with it; on one voice's word with it."""
    held = page.statement_at(trigger)
    days = [
        d
        for d in page.days_in(clause)
        if page.statement_at(d.span) is held and not _FIXED.search(page.text[clause.start : d.span.start])
    ]
    if not days:
        return ()
    best = min(days, key=lambda d: (_distance(d.span, trigger), d.span))
    rest = [d for d in days if d.span.start >= best.span.end]
    found = [best]
    for date in rest:
        if page.text[found[-1].span.end : date.span.start].strip() in (
            "and",
            ",",
            ", and",
            "to",
            "and on",
            "-",
            "–",
        ):
            found.append(date)
    return tuple(found)


def _distance(span: Span, trigger: Span) -> int:
    """Return how far a date stands; one that follows counts as nearer."""
    return span.start - trigger.end if span.start >= trigger.end else 2 * (trigger.start - span.end)


def _days(page: Page, clause: Span, sentence: Span) -> int | None:
    """Return how many days talks lasted that ended on the date: "three days of talks ended on Thursday"."""
    words = load_words("talks", "lexicon").one
    match = words["days_of"].search(clause.exact)
    if match is None or not words["closes"].search(sentence.exact):
        return None
    for date in page.dates_in(clause):
        counted = re.fullmatch(r"P(\d{1,2})D", date.value)
        if counted and date.span.start <= clause.start + match.end():
            return int(counted[1])
    return None
