"""The file on a story's processes: which are shown, in what order, and what stands on each card."""

from collections.abc import Iterator

from sayso.core.process import Breach, Ceasefire, Commitment, Passage, Position, Process, Round
from sayso.desk.brief.dates import date_label
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.pieces import Cite
from sayso.desk.brief.processes.cards import Cards, heading, kept, listed
from sayso.desk.brief.processes.model import Card, Entry, Fact, ProcessFile, Talks
from sayso.desk.labels import word

_CODES = ("declarations", "classes", "purposes", "coverage", "written")
_KINDS = ("demand", "offer", "promise", "threat", "refusal")


def process_file(draft: Draft) -> ProcessFile:
    """All that the ledger has of a story's processes."""
    held = draft.index.contents[draft.story.id]
    made = sorted(held.commitments, key=lambda c: _commitment_order(c, draft))
    return ProcessFile(
        talks=tuple(_talks(p, draft) for p in held.processes),
        commitments=tuple(_commitment(c, draft) for c in made),
        positions=tuple(_position(p, draft) for p in held.positions),
    )


def _talks(process: Process, draft: Draft) -> Talks:
    key = draft.key("L", process.id)
    cards = Cards(draft, key, heading("process"))
    rounds = [_round(r, draft) for r in process.rounds]
    truces = [_ceasefire(c, draft) for c in map(draft.index.ceasefires.get, process.ceasefires) if c]
    return Talks(key, cards.named("parties", process.parties).entries, (*rounds, *truces))


def _round(held: Round, draft: Draft) -> Card:
    kind = heading("round")
    cards = Cards(draft, draft.key("M", held.id), kind)
    outcomes = listed(cards.told(o.passage, word("code", o.kind) if o.kind else "") for o in held.outcomes)
    delegates = [
        Entry(
            d.name,
            cards.cites((*d.offices, *d.passages), heading("delegates")),
            note=_office(d.offices),
            is_brief=True,
        )
        for d in held.delegates
    ]
    facts = (
        cards.dated("dates", held.dates),
        cards.named("places", held.places),
        cards.named("parties", held.parties),
        Fact(heading("delegates"), tuple(delegates)),
        cards.named("mediators", held.mediators),
        Fact(heading("outcome"), outcomes),
        cards.told_in(held.passages),
    )
    number = ", ".join(c.value for c in held.numbers)
    places = ", ".join(dict.fromkeys(p.name for p in held.places))
    title = " · ".join(part for part in (number, places, _days(held)) if part)
    return Card(cards.key, kind, title, kept(facts), words=_numbers(held, cards))


def _office(offices: tuple[Passage, ...]) -> str:
    return ", ".join(dict.fromkeys(o.span.exact for o in offices))


def _numbers(held: Round, cards: Cards) -> tuple[Cite, ...]:
    return tuple(c for number in held.numbers for c in cards.cites(number.passages, heading("round")))


def _days(held: Round) -> str:
    if held.first is None or held.last is None:
        return ""
    first, last = date_label(held.first), date_label(held.last)
    return first if first == last else f"{first} – {last}"


def _ceasefire(held: Ceasefire, draft: Draft) -> Card:
    kind = heading("ceasefire")
    cards = Cards(draft, draft.key("F", held.id), kind)
    facts = (
        *kept((cards.named("declarers", held.declarers),)),
        *(cards.coded(name, getattr(held, name)) for name in _CODES),  # what no report says is shown as such
        cards.coded("ends", held.ends),
        *kept(
            (
                cards.dated("declared", held.declared),
                cards.dated("starts", held.starts),
                cards.dated("durations", held.durations),
                cards.dated("expires", held.expires),
                cards.named("mediators", held.mediators),
                Fact(heading("breaches"), tuple(_breaches(held.breaches, cards))),
                cards.told_in(held.passages),
            )
        ),
    )
    names = ", ".join(n.name for n in held.declarers)
    return Card(cards.key, kind, names, facts)


def _breaches(held: tuple[Breach, ...], cards: Cards) -> Iterator[Entry]:
    for breach in held:
        accused = ", ".join(n.name for n in breach.accused)
        claimed = cards.told(breach.passage, "")
        if claimed is None:
            continue
        who = claimed.who if breach.claimant else None
        voice = heading("accuses") if breach.claimant else heading("own_voice")
        yield Entry("", claimed.cites, who, f"{voice} {accused}".strip())
        for denial in breach.denials:
            denied = cards.told(denial, "")
            if denied is not None:
                yield Entry("", denied.cites, denied.who, heading("denied"))


def _commitment_order(held: Commitment, draft: Draft) -> tuple[object, ...]:
    first = min(draft.positions.get(p.article, len(draft.positions)) for p in held.passages)
    return held.actor.name, _KINDS.index(held.kind), first, held.passages[0].span, held.id


def _commitment(held: Commitment, draft: Draft) -> Card:
    kind = word("commitment", held.kind)
    cards = Cards(draft, draft.key("B", held.id), kind)
    fates = listed(cards.told(f.passage, word("fate", f.fate), word("order", f.order)) for f in held.fates)
    facts = kept(
        (
            cards.named("to", held.to),
            cards.dated("made", held.dates),
            Fact(heading("fates"), fates),
        )
    )
    who = draft.index.who(held.actor.entity)
    return Card(
        cards.key,
        kind,
        held.actor.name,
        facts,
        who=who,
        fate=held.fate,
        words=cards.cites(held.passages, kind),
    )


def _position(held: Position, draft: Draft) -> Card:
    cards = Cards(draft, draft.key("V", held.id), heading("position"))
    steps = listed(
        cards.told(s.passage, word("act", s.act), date_label(s.date) if s.date else heading("undated"))
        for s in held.steps
    )
    changes = ", ".join(word("change", c) for c in held.changes)
    order = "" if held.is_ordered else heading("order_open")
    who = draft.index.who(held.actor)
    title = " · ".join(part for part in (changes, order) if part)
    return Card(cards.key, cards.kind, title, (Fact(heading("steps"), steps),), who=who)
