"""Units: propositions as the search for claims compares them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.collate.claims.lexicon import load_lexicon
from sayso.collate.claims.polarity import calls_false, is_negated
from sayso.collate.entities import Cast
from sayso.collate.names import country_code, fold_name, is_demonym_of
from sayso.collate.parsing import quantities_in
from sayso.collate.words import load_background, stem, tokenize
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act, Effect, EntityKind, Event, Proposition, Reading, Statement, Status
from sayso.core.span import Span

_QUOTES = '“"„«'
_CLOSING = "”’\"'» "
_ASKED = re.compile(r"\b(?:asked|asks|asking|questions?|questioned|wondered|inquired)\b", re.IGNORECASE)
_MIN_WORDS = 2
_TOLD = 0.5  # from here on a passage without a statement counts as somebody's word
_LEAD = 200  # characters before a passage in which its reporting clause may stand
MOST_UNITS = 600  # of one report; a longer document's tail is not compared


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A proposition of one report with what the scorer compares."""

    article: str
    index: int  # of the proposition within its reading
    span: Span
    statement: Statement | None
    speaker: str | None  # a ledger entity
    vector: NDArray[np.float32] = field(repr=False)
    stems: tuple[str, ...] = field(repr=False)  # content stems in order, negations aside
    names: frozenset[str] = frozenset()  # folded names of entities, countries by their code
    numbers: frozenset[int] = frozenset()
    is_negative: bool = False  # its words hold a negation
    negates: bool = False  # its main clause says that something is not so
    calls_false: bool = False  # somebody says of something that it is false
    is_denied: bool = False  # its cue denies what its words say
    denied_words: str = field(default="", repr=False)  # what it denies, if it does
    is_quote: bool = False
    events: frozenset[str] = frozenset()  # types of the events that its words name
    tolls: frozenset[Effect] = frozenset()  # what happened to the people whom it counts
    counted: frozenset[tuple[Effect, int]] = frozenset()  # and how many of them at least
    denies_event: bool = False  # one of them is said not to have happened
    is_reported: bool = (
        False  # in no statement, but somebody's word: by its words, or because a speaker goes on
    )
    told: float | None = None  # how likely it is so, where no word of it says so

    @property
    def key(self) -> tuple[str, Span, str]:
        """A key that orders units the same whatever the order of the reports."""
        return self.article, self.span, self.statement.id if self.statement else ""

    @property
    def act(self) -> Act | None:
        """What the statement does; None in the outlet's own voice."""
        return self.statement.act if self.statement else None

    @property
    def denies(self) -> bool:
        """Whether it is a denial: by its cue, by its act, or by its words where they are of violence."""
        if self.is_denied or self.calls_false or self.act is Act.DENY:
            return True
        return self.negates and ("ASSAULT" in self.events or self.denies_event)


def make_units(read: ReadArticle, cast: Cast) -> list[Unit]:
    """Make the units of one report, in the order of its text."""
    reading = read.reading
    statements = {s.id: s for s in reading.statements}
    names = _mention_names(reading)
    places = [fold_name(e.name) for e in reading.entities if e.kind is EntityKind.PLACE]
    units = []
    for index, proposition in enumerate(reading.propositions[:MOST_UNITS]):
        statement = statements.get(proposition.statement or "")
        if proposition.statement is not None and statement is None:
            continue
        if _is_question(statement, proposition.span.exact):
            continue
        if len(tokenize(proposition.span.exact)) >= _MIN_WORDS:
            units.append(_make_unit(read, index, proposition, statement, (names, places), cast))
    return sorted(units, key=lambda u: u.key)


def _make_unit(
    read: ReadArticle,
    index: int,
    proposition: Proposition,
    statement: Statement | None,
    named: tuple[list[tuple[Span, str]], list[str]],
    cast: Cast,
) -> Unit:
    reading = read.reading
    names, places = named
    words = tokenize(proposition.span.exact)
    lexicon = load_lexicon()
    small = [w.lower().replace("’", "'") for w in words]
    background = load_background()
    telling = (stem(w) for w in small if w not in lexicon.negations and not w.endswith("n't"))
    span = proposition.span
    events = [e for e in reading.events if span.contains(e.trigger)]
    told = _told_denial(span.exact) if statement is None else ""
    is_told = statement is None and proposition.told >= _TOLD
    is_reported = statement is None and _is_reported(reading.text, span)
    return Unit(
        article=reading.id,
        index=index,
        span=span,
        statement=statement,
        speaker=cast.find_speaker(reading.id, (statement or proposition).speaker),
        vector=read.vectors[index],
        stems=tuple(s for s in telling if len(s) > 1 and not background.is_common(s)),
        names=frozenset(name for place, name in names if span.contains(place)) | _countries(words, places),
        numbers=_numbers(span.exact),
        is_negative=any(w in lexicon.negations or w.endswith("n't") for w in small),
        negates=is_negated(span.exact),
        calls_false=statement is not None and calls_false(span.exact),
        is_denied=_denies(statement) if statement else bool(told),
        denied_words=span.exact if statement or not told else told,
        is_quote=_is_quote(reading.text, span, statement),
        events=frozenset(e.type for e in events if e.type),
        tolls=_tolls(reading, span),
        counted=frozenset(
            (h.effect, h.low) for e in reading.events for h in e.harm if h.low and span.contains(h.span)
        ),
        denies_event=statement is not None and any(_is_violence_denied(e) for e in events),
        is_reported=is_reported or is_told,
        told=proposition.told if is_told and not is_reported else None,
    )


def _tolls(reading: Reading, span: Span) -> frozenset[Effect]:
    """Return what happened to the people whom it counts: as read, else by its words beside a number."""
    read = frozenset(h.effect for e in reading.events for h in e.harm if span.contains(h.span))
    if read or not _numbers(span.exact):
        return read
    return frozenset(e for e, words in load_lexicon().counted.items() if words.search(span.exact))


def _is_question(statement: Statement | None, words: str) -> bool:
    """Whether it only names what somebody was asked or asks, which asserts nothing."""
    if statement is None:
        return False
    if statement.act is Act.QUESTION or words.rstrip(_CLOSING).endswith("?"):
        return True
    return (
        words.lower().startswith("whether ")
        or _ASKED.search(" ".join(c.exact for c in statement.cue)) is not None
    )


def _denies(statement: Statement) -> bool:
    lexicon = load_lexicon()
    cues = {word.lower() for cue in statement.cue for word in tokenize(cue.exact)}
    if cues & lexicon.waving_off and any(" as " in content.exact for content in statement.content):
        return False  # "dismissed the threats as bluster" asserts what it calls them
    return bool(cues & lexicon.denying)


def _is_reported(text: str, span: Span) -> bool:
    """Whether an own-voice passage, or the words that lead to it in its sentence, say that somebody says so."""
    before = text[max(0, span.start - _LEAD) : span.start]
    lead = re.split(r"[.!?\n]\s", before)[-1]
    words = lead + span.exact if lead.lower().endswith("that ") else span.exact
    return load_lexicon().reporting.search(words) is not None


def _told_denial(words: str) -> str:
    """Return what an own-voice sentence says is denied, where that only points ("... denied the claims")."""
    lexicon = load_lexicon()
    found = list(lexicon.denied.finditer(words))
    if not found:
        return ""
    denied = words[found[-1].end() :]
    rest = [w.lower() for w in tokenize(denied)]
    return (
        denied if rest and all(w in lexicon.anaphors | lexicon.hollow | lexicon.untruth for w in rest) else ""
    )


def _is_violence_denied(event: Event) -> bool:
    return event.type == "ASSAULT" and event.status is Status.DENIED


def _countries(words: Sequence[str], places: Sequence[str]) -> frozenset[str]:
    """Return the countries whose names or demonyms stand among the words: by code, a lesser place by its name."""
    capital = [w for w in words if w[:1].isupper()]
    codes = {code for w in capital if (code := country_code(w))}
    return frozenset(codes | {place for w in capital for place in places if is_demonym_of(w, place)})


def _numbers(words: str) -> frozenset[int]:
    """Return the numbers of two and more that the words tell, spelled out or not."""
    lows = (q.low for q in quantities_in(words))
    return frozenset(n for n in lows if n is not None and n > 1)


def _is_quote(text: str, span: Span, statement: Statement | None) -> bool:
    """Whether all of the span stands within quote marks."""
    if statement is None:
        return False
    held = (c for c in statement.content if c.start <= span.start and span.end <= c.end)
    return any(c.exact[:1] in _QUOTES or text[max(0, span.start - 1)] in _QUOTES for c in held)


def _mention_names(reading: Reading) -> list[tuple[Span, str]]:
    return sorted(set(_named(reading)))


def _named(reading: Reading) -> Iterator[tuple[Span, str]]:
    entities: Mapping[str, str] = {e.id: e.name for e in reading.entities}
    for mention in reading.mentions:
        name = entities.get(mention.entity or "", mention.span.exact)
        code = country_code(name) if len(name.split()) == 1 else None
        folded = code or fold_name(name)
        if folded:
            yield mention.span, folded
