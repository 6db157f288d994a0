"""Events of one report: triggers, their parties and status, merged where one report speaks of one event twice."""

from collections.abc import Sequence

from sayso.core.reading import Event, Harm, Mention, Statement, Status
from sayso.core.sentences import split_sentences
from sayso.core.span import Date, Grain, Span
from sayso.read.events.antecedents import Antecedents
from sayso.read.events.contents import Contents
from sayso.read.events.lexicon import MISHAP
from sayso.read.events.mention import EventMention, find_mentions
from sayso.read.events.merge import merge
from sayso.read.events.scene import Scene
from sayso.read.events.tolls import Tolls
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.within import starting_within
from sayso.read.spans import NamedSpan

_NO_DATE = (Grain.DURATION, Grain.SET, Grain.VAGUE)


def find_events(
    text: str,
    statements: Sequence[Statement],
    named: Sequence[NamedSpan],
    dates: Sequence[Date],
    harm: Sequence[Harm],
    mentions: Sequence[Mention] = (),
) -> tuple[Event, ...]:
    """The events of ``text`` in order, with ids ``e1``, ``e2``... within this report.

    ``statements``, ``named``, ``dates`` and ``harm`` are what the other parts of the reader found in the same text;
    each may be empty. With ``mentions`` a party's pronoun becomes the words before it that it stands for. Spans given
    back lie in ``text``. An event without a type is harm by mischance, for which PLOVER has no category. What is only
    said (a reporting verb, a threat spoken of) is no event of a report, whose statements show it; of a text of one
    sentence it is all there is.
    """
    quantities = find_quantities(text)
    spans = sorted((n for n in named), key=lambda n: n.span.start)
    days = sorted((d for d in dates if d.grain not in _NO_DATE), key=lambda d: d.span.start)
    harms = sorted(harm, key=lambda h: h.span.start)
    contents = Contents(statements)
    tolls = Tolls(contents)
    events: list[EventMention] = []
    sentences = list(split_sentences(text))
    for number, sentence in enumerate(sentences):
        inside = starting_within(quantities, sentence, lambda q: q.start)
        clause = Clause.of(text, tag_tokens(text, sentence, inside))
        names = starting_within(spans, sentence, lambda n: n.span.start)
        scene = Scene.of(clause, number, names, starting_within(days, sentence, lambda d: d.span.start))
        for mention in find_mentions(scene, contents):
            merge(events, mention)
        tolls.attach(events, starting_within(harms, sentence, lambda h: h.span.start), scene)
    alone = len(sentences) == 1
    told = sorted((e for e in events if _says_something(e, alone)), key=lambda e: e.trigger.start)
    antecedents = Antecedents(mentions)
    return tuple(_event(i, e, antecedents) for i, e in enumerate(told, 1))


def _says_something(mention: EventMention, alone: bool) -> bool:
    """Whether an event has what makes it one: a party, a place, a weapon, a date or harm; "attacks" alone has not.

    ``alone``: it stands in a text of one sentence.
    """
    roles = mention.roles
    if mention.type == MISHAP:
        return bool(mention.harm)
    parties = bool(roles.actors or roles.recipients or roles.targets)
    if mention.type == "ASSAULT":
        scene = roles.places or roles.instruments or mention.harm or mention.date
        return parties or bool(scene) or mention.status is Status.DENIED
    if alone or mention.is_imagined:
        return alone
    whereabouts = not mention.is_verb and bool(roles.places or mention.date)  # "the talks in Orsk"
    return not mention.is_bare and (parties or whereabouts)


def _event(number: int, mention: EventMention, antecedents: Antecedents) -> Event:
    roles = mention.roles
    return Event(
        id=f"e{number}",
        type=None if mention.type == MISHAP else mention.type,
        mode=mention.mode,
        trigger=mention.trigger,
        actors=antecedents.replace(roles.actors),
        recipients=antecedents.replace(roles.recipients),
        places=_unique(roles.places),
        date=mention.date,
        harm=tuple(mention.harm),
        instruments=_unique(roles.instruments),
        targets=_unique(roles.targets),
        status=mention.status,
        statement=mention.statement.id if mention.statement else None,
    )


def _unique(spans: Sequence[Span]) -> tuple[Span, ...]:
    """``spans`` in the order of the text, each once."""
    return tuple(sorted(set(spans)))
