"""Events of one report: triggers, their parties and status, merged where one report speaks of one event twice."""

from collections.abc import Sequence

from sayso.core.reading import Event, Harm, Mention, Statement
from sayso.core.span import Date, Grain, Span
from sayso.read.events.antecedents import Antecedents
from sayso.read.events.cast import fill_gaps, is_in_capitals, recast
from sayso.read.events.confidence import Report, confidence_of, least_confidence
from sayso.read.events.contents import Contents
from sayso.read.events.intent import intent_of
from sayso.read.events.keep import keep_told
from sayso.read.events.lexicon import MISHAP
from sayso.read.events.mention import EventMention, find_mentions
from sayso.read.events.merge import merge
from sayso.read.events.nominees import Nominees
from sayso.read.events.retold import join_retold
from sayso.read.events.scene import Scene
from sayso.read.events.tolls import Tolls
from sayso.read.events.vicinity import Around
from sayso.read.phrases.parse import parse
from sayso.read.phrases.within import starting_within
from sayso.read.spans import Filler, NamedSpan

_NO_DATE = (Grain.DURATION, Grain.SET, Grain.VAGUE)


def find_events(
    text: str,
    statements: Sequence[Statement],
    named: Sequence[NamedSpan],
    dates: Sequence[Date],
    harm: Sequence[Harm],
    mentions: Sequence[Mention] = (),
    *,
    fillers: Sequence[Filler] = (),
    relevance: float = 0.5,
    around: Around | None = None,
) -> tuple[Event, ...]:
    """The events of ``text`` in order, with ids ``e1``, ``e2``... within this report.

    ``statements``, ``named``, ``dates`` and ``harm`` are what the other parts of the reader found in the same text;
    each may be empty. With ``mentions`` a party's pronoun becomes the words before it that it stands for. Spans given
    back lie in ``text``. An event without a type is harm by mischance, for which PLOVER has no category. What is only
    said (a reporting verb, a threat spoken of) is no event of a report, whose statements show it; of a text of one
    sentence it is all there is.

    ``fillers`` are what the encoder tags as roles of attacks. They fill what the words around a trigger leave open; in
    a text in capitals, where names cannot be told, parties are chosen from them and all phrases, by what ``around``
    gives of the encoder's vectors there too (see ``fillers.py``).
    ``relevance`` is its probability that the text reports an attack, .5 where nothing is known. Each event has the
    probability that the text tells of it; one that is less sure than the working point is left out, unless the text is
    one sentence (see ``confidence.py``).
    """
    told, report = tell_events(
        text, statements, named, dates, harm, mentions, fillers=fillers, relevance=relevance, around=around
    )
    sure = [(event, confidence_of(event, report)) for event in told]
    least = 0.0 if report.alone else least_confidence()
    kept = [(event, confidence) for event, confidence in sure if confidence >= least]
    return tuple(_event(i, event, confidence) for i, (event, confidence) in enumerate(kept, 1))


def tell_events(
    text: str,
    statements: Sequence[Statement],
    named: Sequence[NamedSpan],
    dates: Sequence[Date],
    harm: Sequence[Harm],
    mentions: Sequence[Mention] = (),
    *,
    fillers: Sequence[Filler] = (),
    relevance: float = 0.5,
    around: Around | None = None,
) -> tuple[list[EventMention], Report]:
    """The events of ``find_events``, however sure, before they are written down, and what their report is like."""
    sentences = parse(text).sentences
    nominees = Nominees(text) if is_in_capitals(text) else None
    events = gather_events(text, Contents(statements), named, dates, harm, nominees)
    alone = len(sentences) == 1
    if alone:
        events += [intent for event in events if (intent := intent_of(event))]
    antecedents = Antecedents(mentions)
    for event in events:
        event.roles.actors = list(antecedents.replace(event.roles.actors))
        event.roles.recipients = list(antecedents.replace(event.roles.recipients))
    if nominees is not None and not alone:
        events = recast(text, sentences, events, nominees, fillers, around)
    else:
        fill_gaps(events, fillers, sentences)
    told = keep_told(events, alone=alone)
    return told, Report.of(told, in_capitals=nominees is not None, alone=alone, relevance=relevance)


def gather_events(
    text: str,
    contents: Contents,
    named: Sequence[NamedSpan],
    dates: Sequence[Date],
    harm: Sequence[Harm],
    nominees: Nominees | None = None,
) -> list[EventMention]:
    """Every event that the words of ``text`` name, the mentions of one joined, with the harm that it did.

    Phrases that may name an attack's parties are added to ``nominees``, where some are asked for.
    """
    parsed = parse(text)
    spans = sorted((n for n in named), key=lambda n: n.span.start)
    days = sorted((d for d in dates if d.grain not in _NO_DATE), key=lambda d: d.span.start)
    harms = sorted(harm, key=lambda h: h.span.start)
    tolls = Tolls(contents)
    events: list[EventMention] = []
    for number, sentence in enumerate(parsed.sentences):
        clause = parsed.clause(number)
        names = starting_within(spans, sentence, lambda n: n.span.start)
        scene = Scene.of(clause, number, names, starting_within(days, sentence, lambda d: d.span.start))
        found = find_mentions(scene, contents)
        if nominees is not None:
            nominees.add(scene, found)
        for mention in found:
            merge(events, mention)
        tolls.attach(events, starting_within(harms, sentence, lambda h: h.span.start), scene)
    return join_retold(events)


def _event(number: int, mention: EventMention, confidence: float) -> Event:
    roles = mention.roles
    return Event(
        id=f"e{number}",
        type=None if mention.type == MISHAP else mention.type,
        mode=mention.mode,
        trigger=mention.trigger,
        actors=tuple(roles.actors),
        recipients=tuple(roles.recipients),
        places=_unique(roles.places),
        date=mention.date,
        harm=tuple(mention.harm),
        instruments=_unique(roles.instruments),
        targets=_unique(roles.targets),
        status=mention.status,
        statement=mention.statement.id if mention.statement else None,
        confidence=confidence,
    )


def _unique(spans: Sequence[Span]) -> tuple[Span, ...]:
    """``spans`` in the order of the text, each once."""
    return tuple(sorted(set(spans)))
