"""Accounts: what one report tells of each ceasefire.

A mention with another length or day than a ceasefire spoken of before, or one that is introduced anew ("a 48-hour
truce"), opens another; all others go to the one spoken of last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.collate.processes.ceasefires.breaches import Found, find_breaches, find_ends
from sayso.collate.processes.ceasefires.codes import Code, Times, find_codes, find_codes_nearby, find_times
from sayso.collate.processes.ceasefires.mentions import Mention, find_mentions
from sayso.collate.processes.days import are_compatible
from sayso.collate.processes.lexicon import load_words
from sayso.collate.processes.page import Actor, Page
from sayso.collate.processes.roles import can_be_party, find_mediators, find_parties
from sayso.collate.processes.talks.mentions import find_places, find_signing
from sayso.core.process import Passage
from sayso.core.reading import EntityKind
from sayso.core.span import Date, Span

_WINDOW = 3  # sentences after a mention that may go on about it


@dataclass(slots=True)
class Account:
    """One report's account of one ceasefire."""

    article: str
    trigger: Span
    is_new: bool
    declarers: list[Actor] = field(default_factory=list)
    both: list[Span] = field(default_factory=list)  # words that say that both sides did
    places: list[Actor] = field(default_factory=list)
    declared: list[Date] = field(default_factory=list)
    starts: list[Date] = field(default_factory=list)
    durations: list[Date] = field(default_factory=list)
    expires: list[Date] = field(default_factory=list)
    mediators: list[Actor] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    breaches: list[Found] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, Span]:
        """A key that orders accounts the same whatever the order of the reports."""
        return self.article, self.trigger

    @property
    def says_something(self) -> bool:
        """Whether it tells more than that there is a ceasefire."""
        return bool(self.declarers or self.dates or self.durations or self.mediators or self.places)

    @property
    def dates(self) -> list[Date]:
        """The days on which it was declared or took effect."""
        return [*self.declared, *self.starts]


def make_accounts(page: Page) -> list[Account]:
    """Return the ceasefires that a report tells of."""
    found: list[Account] = []
    latest: Account | None = None
    mentions = {m.number: m for m in find_mentions(page)}
    last = -_WINDOW - 1
    for number in range(len(page.sentences)):
        mention = mentions.get(number)
        if mention is not None:
            latest = _place(found, latest, mention, page)
            _fill(latest, mention, page)
            last = number
        elif latest is not None and number - last <= _WINDOW:
            latest.codes += find_codes_nearby(page, number)
        if latest is not None and (mention is not None or number - last <= _WINDOW):
            latest.breaches += find_breaches(page, number)
            _sign(latest, page, number, mention)
    return found


def _place(found: list[Account], latest: Account | None, mention: Mention, page: Page) -> Account:
    times = find_times(page, mention)
    fitting = [a for a in found if _fits(a, times)]
    if latest is not None and latest in fitting and not _opens(latest, mention, times):
        return latest
    alike = [a for a in fitting if _shares(a, times)]
    if alike:
        return alike[-1]
    if fitting and not mention.is_indefinite and not (times.durations or times.declared or times.starts):
        return fitting[-1]
    found.append(Account(page.id, mention.trigger, mention.is_indefinite))
    return found[-1]


def _opens(latest: Account, mention: Mention, times: Times) -> bool:
    """Whether a mention brings in a ceasefire that the report has not spoken of."""
    return mention.is_indefinite and bool(latest.passages and times.durations) and not _shares(latest, times)


def _fits(account: Account, times: Times) -> bool:
    lengths = {hours_of(d) for d in account.durations}, {hours_of(d) for d in times.durations}
    if all(lengths) and not lengths[0] & lengths[1]:
        return False
    return are_compatible(account.declared, times.declared) and are_compatible(account.starts, times.starts)


def _shares(account: Account, times: Times) -> bool:
    lengths = {hours_of(d) for d in account.durations} & {hours_of(d) for d in times.durations}
    return bool(lengths) or bool(account.declared and times.declared) or bool(account.starts and times.starts)


def hours_of(date: Date) -> float | str:
    """Return a length of time in hours, so that three days are 72 hours; as it stands where it is vague."""
    value = date.value
    number = "".join(c for c in value if c.isdigit() or c == ".")
    unit = value[-1:]
    if not number or number.count(".") > 1 or value != f"P{'T' if 'T' in value else ''}{number}{unit}":
        return value
    hours = {"H": 1.0, "D": 24.0, "W": 168.0, "M": 730.0, "Y": 8766.0}
    return float(number) * hours[unit] if unit in hours and not ("T" in value and unit == "M") else value


def _fill(account: Account, mention: Mention, page: Page) -> None:
    times = find_times(page, mention)
    for name in ("declared", "starts", "durations", "expires"):
        known = getattr(account, name)
        known += [d for d in getattr(times, name) if d not in known]
    account.codes += [*find_codes(page, mention), *find_ends(page, mention)]
    account.mediators += find_mediators(page, mention.number)
    declarers = list(_declarers(page, mention))
    account.declarers += declarers
    sentence = page.sentences[mention.number]
    both = load_words("ceasefires", "lexicon").one["both"].search(sentence.exact)
    if both and load_words("ceasefires", "lexicon").one["agreed"].search(sentence.exact):
        account.both.append(Span.of(page.text, sentence.start + both.start(), sentence.start + both.end()))
    account.passages.append(page.sentence_passage(mention.number, mention.trigger))


def _sign(account: Account, page: Page, number: int, mention: Mention | None) -> None:
    place = find_signing(page, number)
    if (
        place is None
        and mention
        and load_words("ceasefires", "lexicon").one["agreed"].search(mention.clause.exact)
    ):
        place = next(
            (p for p in find_places(page, mention.clause, mention.trigger) if p.kind is EntityKind.PLACE),
            None,
        )
    if place is not None:
        account.places.append(place)


def _declarers(page: Page, mention: Mention) -> Iterator[Actor]:
    """Yield who declared or agreed a ceasefire, as its sentence names them."""
    words = load_words("ceasefires", "lexicon").one
    sentence = page.sentences[mention.number]
    yield from find_parties(page, mention.number, mention.trigger)
    for match in words["declared_by"].finditer(sentence.exact):
        yield from _first_named(page, Span(sentence.start + match.end(), sentence.end, ""))
    for match in words["agreed_with"].finditer(sentence.exact):
        yield from _first_named(page, Span(sentence.start + match.end(), sentence.end, ""))
        yield from (
            a for a in page.subject_at(mention.number, sentence.start + match.start()) if can_be_party(a)
        )
    for match in words["declared"].finditer(sentence.exact):
        start = sentence.start + match.start()
        if start < mention.trigger.start and not words["declared_by"].match(page.text, start):
            yield from (a for a in page.subject_at(mention.number, start) if can_be_party(a))


def _first_named(page: Page, rest: Span) -> Sequence[Actor]:
    mentions = [m for m in page.mentions_in(rest) if m.span.start - rest.start <= 25]
    actor = page.actor_of(mentions[0]) if mentions else None
    return [actor] if actor is not None and can_be_party(actor) else []
