"""An invented dispute in five reports, coded by hand: Tolvane says that Marrow's patrol shelled Quell Island."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from sayso.collate.quotations import make_quotations
from sayso.collate.tolls.estimates import estimate, make_amounts
from sayso.collate.tolls.movements import find_movements
from sayso.collate.utterances import Utterance
from sayso.collate.words import stem
from sayso.core.article import Dropped
from sayso.core.ledger import (
    Claim,
    ClaimReading,
    ClaimStatus,
    Could,
    EventReport,
    Grade,
    Ledger,
    LedgerArticle,
    LedgerEntity,
    LedgerEvent,
    LedgerIncident,
    LedgerStatement,
    Origin,
    OriginKind,
    Silence,
    SilenceGround,
    SilenceReason,
    Story,
    TimelineEntry,
    TimelineKind,
)
from sayso.core.reading import Act, Effect, EntityKind, Form, Harm, Status, Voice
from sayso.core.span import Date, Grain, Span
from sayso.core.toll import Toll, TollFigure

TEXTS = {
    "pilot": (
        "Tolvane’s interior minister, Ilse Marn, said on Monday that Marrow’s coast patrol had shelled Quell Island. "
        "“Nine fishermen are dead and we will not forget a single one of them,” Marn told the Harbour Pilot.\n"
        "Marrow’s admiralty rejected the accusation.\n"
        "The ferry to Quell stopped running on 3 March."
    ),
    "gazette": (
        "QUELL ISLAND — Marrow’s coast patrol shelled Quell Island on Sunday night, killing at least nine fishermen "
        "and injuring dozens.\n"
        "“Nine fishermen are dead, and we shall not forget any of them,” Marn said.\n"
        "“No shell was fired at anybody,” Admiral Joss Teyne said in Marrow’s capital, Great Fallow."
    ),
    "wire": (
        "GREAT FALLOW — Admiral Joss Teyne denied that a patrol had fired on Quell Island. “Not one shell was fired "
        "at anybody that night,” he said.\n"
        "Tolvane’s minister Ilse Marn had accused Marrow of shelling the island and put the dead at 11."
    ),
    "echo": (
        "Admiral Joss Teyne denied that a patrol had fired on Quell Island. “Not one shell was fired at anybody that "
        "night,” he said, in a statement carried by the Fallow wire."
    ),
    "ledger": "Talks on the Quell fishery open next week, officials in Great Fallow said.",
}
OUTLETS = {
    "pilot": "Harbour Pilot",
    "gazette": "Tolvane Gazette",
    "wire": "Fallow Wire",
    "echo": "The Marrow Echo",
}
PUBLISHED = {
    "pilot": "2031-03-04",
    "gazette": "2031-03-04T18:20:00",
    "wire": "2031-03-05",
    "echo": "2031-03-06",
    "ledger": "2031-03-01",
}


def span(article: str, words: str) -> Span:
    """The first place of ``words`` in a report of the dispute; spaces at their ends tell words from parts of words."""
    start = TEXTS[article].index(words)
    return Span.of(TEXTS[article], start, start + len(words))


def article(ident: str, text: str | None = None, **changes: object) -> LedgerArticle:
    """A report of the dispute, or one of another text."""
    made = LedgerArticle(
        id=ident,
        outlet=OUTLETS.get(ident),
        url=f"https://news.example/{ident}" if ident in OUTLETS else None,
        title=None,
        author=None,
        published=PUBLISHED.get(ident),
        language="en",
        text=TEXTS[ident] if text is None else text,
        dropped=(),
        story="quell",
        copied_from=None,
        path=f"reports/{ident}.txt",
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # a test names the fields that it changes


@dataclass
class Coding:
    """Collects hand-made records and gives the ledger."""

    statements: list[LedgerStatement] = field(default_factory=list)
    events: list[LedgerEvent] = field(default_factory=list)

    def say(
        self,
        where: str,
        source: str,
        cue: str,
        *content: str,
        by: str | None,
        form: Form = Form.INDIRECT,
        act: Act = Act.ASSERT,
        via: str = "",
        confidence: float = 0.9,
    ) -> str:
        """Adds a statement and gives its id."""
        ident = f"{where}-s{len(self.statements)}"
        self.statements.append(
            LedgerStatement(
                id=ident,
                article=where,
                form=form,
                source=(span(where, source),) if source else (),
                cue=(span(where, cue),) if cue else (),
                content=tuple(span(where, c) for c in content),
                speaker=by,
                via=(span(where, via),) if via else (),
                act=act,
                date=None,
                confidence=confidence,
            )
        )
        return ident

    def happen(
        self,
        where: str,
        trigger: str,
        status: Status,
        harm: Sequence[Harm] = (),
        statement: str | None = None,
    ) -> str:
        """Adds an account of the shelling and gives its id."""
        ident = f"{where}-e{len(self.events)}"
        self.events.append(
            LedgerEvent(
                id=ident,
                article=where,
                type="ASSAULT",
                mode="aerial",
                trigger=span(where, trigger),
                actors=(),
                recipients=(),
                places=(span(where, "Quell Island"),) if "Quell Island" in TEXTS[where] else (),
                date=None,
                harm=tuple(harm),
                instruments=(),
                targets=(),
                status=status,
                statement=statement,
                incident="shelling",
                reports=(),
                grade=Grade.CONTESTED,
                reason="competing: claimed by one party and denied by another",
            )
        )
        return ident


def harm(where: str, words: str, effect: Effect, low: int | None, high: int | None, who: str = "") -> Harm:
    """A toll in a report's words."""
    return Harm(effect, low, high, span(where, who) if who else None, span(where, words))


ENTITIES = (
    LedgerEntity("marn", "Ilse Marn", EntityKind.PERSON, ("Marn",), "interior minister", ()),
    LedgerEntity("teyne", "Joss Teyne", EntityKind.PERSON, ("Teyne",), "Admiral", ()),
    LedgerEntity("admiralty", "Marrow’s admiralty", EntityKind.ORGANISATION, (), None, ()),
)


def dispute() -> Ledger:
    """The whole ledger: a contested claim, a quotation in versions, differing tolls, silence and a timeline."""
    code = Coding()
    pilot_says = code.say(
        "pilot",
        "Tolvane’s interior minister, Ilse Marn,",
        "said",
        "Marrow’s coast patrol had shelled Quell Island",
        by="marn",
        act=Act.ACCUSE,
    )
    pilot_dead = code.say(
        "pilot",
        "Marn told",
        "told",
        "“Nine fishermen are dead and we will not forget a single one of them,”",
        by="marn",
        form=Form.DIRECT,
        via="told the Harbour Pilot",
        confidence=0.97,
    )
    pilot_denies = code.say(
        "pilot",
        "Marrow’s admiralty",
        "rejected",
        "the accusation",
        by="admiralty",
        act=Act.DENY,
        confidence=0.55,
    )
    gazette_dead = code.say(
        "gazette",
        "Marn",
        "said",
        "“Nine fishermen are dead, and we shall not forget any of them,”",
        by="marn",
        form=Form.DIRECT,
    )
    gazette_denies = code.say(
        "gazette",
        "Admiral Joss Teyne",
        "said in",
        "“No shell was fired at anybody,”",
        by="teyne",
        form=Form.DIRECT,
        act=Act.DENY,
    )
    wire_denies = code.say(
        "wire", "Admiral Joss Teyne", "denied", "a patrol had fired on Quell Island", by="teyne", act=Act.DENY
    )
    wire_quote = code.say(
        "wire",
        " he ",
        "said",
        "“Not one shell was fired at anybody that night,”",
        by="teyne",
        form=Form.DIRECT,
        act=Act.DENY,
    )
    wire_accuses = code.say(
        "wire",
        "Tolvane’s minister Ilse Marn",
        "accused",
        "Marrow of shelling the island",
        "put the dead at 11",
        by="marn",
        act=Act.ACCUSE,
    )
    echo_denies = code.say(
        "echo", "Admiral Joss Teyne", "denied", "a patrol had fired on Quell Island", by="teyne", act=Act.DENY
    )
    echo_quote = code.say(
        "echo",
        " he ",
        "said",
        "“Not one shell was fired at anybody that night,”",
        by="teyne",
        form=Form.DIRECT,
        act=Act.DENY,
        via="a statement carried by the Fallow wire",
    )
    code.say(
        "ledger", "officials in Great Fallow", "said", "Talks on the Quell fishery open next week", by=None
    )

    code.happen("pilot", "shelled", Status.CLAIMED, statement=pilot_says)
    code.happen(
        "pilot",
        "dead",
        Status.CLAIMED,
        [harm("pilot", "Nine", Effect.KILLED, 9, 9, "fishermen")],
        statement=pilot_dead,
    )
    gazette_event = code.happen(
        "gazette",
        "shelled",
        Status.REPORTED,
        [
            harm("gazette", "at least nine fishermen", Effect.KILLED, 9, None, "fishermen"),
            harm("gazette", "dozens", Effect.INJURED, 12, None),
        ],
    )
    code.happen(
        "wire",
        "shelling the island",
        Status.ACCUSED,
        [harm("wire", "11", Effect.KILLED, 11, 11)],
        statement=wire_accuses,
    )
    code.happen("wire", "fired", Status.DENIED, statement=wire_denies)
    reports = tuple(EventReport(e.article, e.id) for e in code.events)

    def reading(where: str, words: str, statement: str | None, voice: Voice, by: str | None) -> ClaimReading:
        return ClaimReading(where, span(where, words), statement, voice, by)

    shelled = Claim(
        id="shelled",
        story="quell",
        gist="Marrow’s coast patrol had shelled Quell Island",
        readings=(
            reading(
                "pilot",
                "Marrow’s coast patrol had shelled Quell Island",
                pilot_says,
                Voice.ATTRIBUTED,
                "marn",
            ),
            reading("pilot", "the accusation", pilot_denies, Voice.DENIED, "admiralty"),
            reading(
                "gazette",
                "Marrow’s coast patrol shelled Quell Island on Sunday night",
                None,
                Voice.OWN,
                None,
            ),
            reading("gazette", "No shell was fired at anybody,", gazette_denies, Voice.DENIED, "teyne"),
            reading("wire", "a patrol had fired on Quell Island", wire_denies, Voice.DENIED, "teyne"),
            reading(
                "wire", "Not one shell was fired at anybody that night,", wire_quote, Voice.DENIED, "teyne"
            ),
            reading("wire", "Marrow of shelling the island", wire_accuses, Voice.ATTRIBUTED, "marn"),
            reading("echo", "a patrol had fired on Quell Island", echo_denies, Voice.DENIED, "teyne"),
            reading(
                "echo", "Not one shell was fired at anybody that night,", echo_quote, Voice.DENIED, "teyne"
            ),
        ),
        status=ClaimStatus.CONTESTED,
        origins=(
            Origin(OriginKind.PERSON, "Ilse Marn", (0, 6)),
            Origin(OriginKind.PERSON, "Marrow’s admiralty", (1,)),
            Origin(OriginKind.OUTLET, "Tolvane Gazette", (2,)),
            Origin(OriginKind.PERSON, "Joss Teyne", (3, 4, 5, 7, 8)),
        ),
        silent=(Silence("ledger", SilenceReason.EARLIER),),
        why="denial: the accusation; cosine .81",
    )
    dead = Claim(
        id="dead",
        story="quell",
        gist="Nine fishermen are dead and we will not forget a single one of them,",
        readings=(
            reading(
                "pilot",
                "Nine fishermen are dead and we will not forget a single one of them,",
                pilot_dead,
                Voice.ATTRIBUTED,
                "marn",
            ),
            reading(
                "gazette",
                "Nine fishermen are dead, and we shall not forget any of them,",
                gazette_dead,
                Voice.ATTRIBUTED,
                "marn",
            ),
        ),
        status=ClaimStatus.AGREED,
        origins=(Origin(OriginKind.PERSON, "Ilse Marn", (0, 1)),),
        silent=(
            Silence("wire", SilenceReason.SILENT, Could.YES, SilenceGround.LEFT_OUT, "pilot"),
            Silence("echo", SilenceReason.SILENT),
            Silence("ledger", SilenceReason.EARLIER),
        ),
    )
    ferry = Claim(
        id="ferry",
        story="quell",
        gist="The ferry to Quell stopped running on 3 March.",
        readings=(reading("pilot", "The ferry to Quell stopped running on 3 March.", None, Voice.OWN, None),),
        status=ClaimStatus.SINGLE,
        origins=(Origin(OriginKind.OUTLET, "Harbour Pilot", (0,)),),
        silent=(Silence("gazette", SilenceReason.SILENT), Silence("wire", SilenceReason.PARTIAL)),
    )
    made = Ledger(
        articles=(
            article("pilot", dropped=(Dropped("Read more: Ferry times", "link"),)),
            article("gazette"),
            article("wire"),
            article("echo", copied_from="wire"),
            article("ledger"),
        ),
        stories=(
            Story(
                "quell",
                "Tolvane’s interior minister, Ilse Marn, said on Monday",
                tuple(TEXTS),
                "2031-03-01",
                "2031-03-06",
            ),
        ),
        entities=ENTITIES,
        statements=tuple(code.statements),
        events=tuple(replace(e, reports=reports) for e in code.events),
        claims=(ferry, dead, shelled),
        timeline=(
            TimelineEntry(
                Date("2031-03-02TNI", Grain.TIME, span("gazette", "Sunday night")),
                TimelineKind.EVENT,
                gazette_event,
            ),
            TimelineEntry(
                Date("2031-03-03", Grain.DAY, span("pilot", "Monday")), TimelineKind.STATEMENT, pilot_says
            ),
            TimelineEntry(
                Date("XXXX-03-03", Grain.DAY, span("pilot", "3 March")), TimelineKind.CLAIM, "ferry"
            ),
            TimelineEntry(
                Date("FUTURE_REF", Grain.VAGUE, span("ledger", "next week")),
                TimelineKind.STATEMENT,
                "ledger-s10",
            ),
        ),
    )
    told = [(pilot_dead, "marn"), (gazette_dead, "marn"), (gazette_denies, "teyne")]
    return with_incidents(with_quotations(made, [*told, (wire_quote, "teyne"), (echo_quote, "teyne")]))


def with_quotations(ledger: Ledger, said: Sequence[tuple[str, str]]) -> Ledger:
    """The ledger with what the statements ``said``, each with its speaker, quote: one utterance a speaker."""
    statements = {s.id: s for s in ledger.statements}
    texts = {a.id: a.text for a in ledger.articles}
    made = [_utterance(statements[id_], speaker) for id_, speaker in said]
    story_of = {article: story for story in ledger.stories for article in story.articles}
    return replace(ledger, quotations=make_quotations(made, texts, story_of, frozenset({"marn", "teyne"})))


def _utterance(statement: LedgerStatement, speaker: str) -> Utterance:
    content = statement.content[0]
    inner = Span(content.start + 1, content.end - 1, content.exact[1:-1])
    matches = list(re.finditer(r"[^\W_]+", inner.exact))
    words = tuple(m.group().lower() for m in matches)
    places = tuple((inner.start + m.start(), inner.start + m.end()) for m in matches)
    same = np.ones(1, dtype=np.float32)
    stems = frozenset(map(stem, words))
    return Utterance(statement.article, statement.id, speaker, inner, inner.start, words, places, stems, same)


def with_incidents(ledger: Ledger) -> Ledger:
    """The ledger with the incidents of its events: each harm a figure on the word of its event's statement."""
    groups: dict[str, list[LedgerEvent]] = {}
    for event in ledger.events:
        groups.setdefault(event.incident, []).append(event)
    return replace(ledger, incidents=tuple(_incident(own, events, ledger) for own, events in groups.items()))


def _incident(own: str, events: list[LedgerEvent], ledger: Ledger) -> LedgerIncident:
    statements = {s.id: s for s in ledger.statements}
    published = {a.id: a.published for a in ledger.articles}
    words = [statements[e.statement].speaker if e.statement in statements else e.article for e in events]
    names = list(dict.fromkeys(words))

    def figure(event: LedgerEvent, told: Harm) -> TollFigure:
        said = statements.get(event.statement or "")
        return TollFigure(
            article=event.article,
            event=event.id,
            span=told.span,
            low=told.low,
            high=told.high,
            hedge=told.hedge,
            who=told.who,
            statement=said.id if said else None,
            speaker=said.speaker if said else None,
            voice=Voice.ATTRIBUTED if said else Voice.OWN,
            as_of=event.date,
            published=published[event.article],
            origin=names.index(said.speaker if said else event.article),
            chain=(),
        )

    tolls = []
    for effect in Effect:
        figures = tuple(figure(e, told) for e in events for told in e.harm if told.effect is effect)
        if figures:
            amounts = make_amounts(figures)
            moves = find_movements(amounts, frozenset())
            tolls.append(Toll(effect, None, figures, estimate(amounts), moves))
    return LedgerIncident(
        id=own,
        events=tuple(e.id for e in events),
        type=events[0].type,
        mode=events[0].mode,
        first=None,
        last=None,
        dates=(),
        reported_first=min((p for e in events if (p := published[e.article])), default=None),
        reported_last=max((p for e in events if (p := published[e.article])), default=None),
        grade=events[0].grade,
        reason=events[0].reason,
        origins=tuple(Origin(OriginKind.PERSON, name, ()) for name in names),
        tolls=tuple(tolls),
    )


def twice() -> Ledger:
    """The dispute, and a second story that is its double: other ids, but the same people and the same event."""
    one = dispute()

    def other(ident: str) -> str:
        return f"{ident}-2"

    return replace(
        one,
        articles=one.articles + tuple(replace(a, id=other(a.id), story="quell-2") for a in one.articles),
        stories=one.stories
        + tuple(replace(s, id=other(s.id), articles=tuple(map(other, s.articles))) for s in one.stories),
        statements=one.statements
        + tuple(replace(s, id=other(s.id), article=other(s.article)) for s in one.statements),
        events=one.events
        + tuple(
            replace(e, id=other(e.id), article=other(e.article), statement=e.statement and other(e.statement))
            for e in one.events
        ),
        claims=one.claims
        + tuple(
            replace(
                c,
                id=other(c.id),
                story=other(c.story),
                readings=tuple(
                    replace(r, article=other(r.article), statement=r.statement and other(r.statement))
                    for r in c.readings
                ),
                silent=tuple(replace(s, article=other(s.article)) for s in c.silent),
            )
            for c in one.claims
        ),
        timeline=one.timeline + tuple(replace(t, ref=other(t.ref)) for t in one.timeline),
    )


def poisoned(words: str) -> Ledger:
    """A ledger in which every foreign field, the ids among them, is ``words``, which must hold a visible character."""
    whole = Span.of(words, 0, len(words))
    made = LedgerArticle(
        id=words,
        outlet=words,
        url=words,
        title=words,
        author=words,
        published=words,
        language=words,
        text=words,
        dropped=(Dropped(words, words),),
        story=words,
        copied_from=words,
        path=words,
    )
    date = Date(words, Grain.VAGUE, whole)
    beyond = Span(whole.end, whole.end + len(words), words)  # in none of the words that are shown
    statement = LedgerStatement(
        id=words,
        article=words,
        form=Form.DIRECT,
        source=(whole,),
        cue=(whole,),
        content=(whole,),
        speaker=words,
        via=(whole,),
        act=Act.ASSERT,
        date=date,
        confidence=0.5,
        within=words,
        addressee=(whole,),
        hedges=(beyond,),
    )
    event = LedgerEvent(
        id=words,
        article=words,
        type=words,
        mode=words,
        trigger=whole,
        actors=(whole,),
        recipients=(),
        places=(whole,),
        date=date,
        harm=(Harm(Effect.KILLED, 1, None, whole, whole, beyond),),
        instruments=(),
        targets=(),
        status=Status.CLAIMED,
        statement=words,
        incident=words,
        reports=(EventReport(words, words),),
        grade=Grade.WEAK,
        reason=words,
    )
    other = replace(made, id=f"{words} 2", path=None)
    reading = ClaimReading(words, whole, words, Voice.ATTRIBUTED, words)
    claims = tuple(
        Claim(
            id=f"{words} {status}",
            story=words,
            gist=words,
            readings=(reading,),
            status=status,
            origins=(Origin(OriginKind.PERSON, words, (0,)), Origin(OriginKind.UNNAMED, None, (0,))),
            silent=(),
            why=words,
        )
        for status in ClaimStatus
    )
    made_ledger = Ledger(
        articles=(made, other),
        stories=(Story(words, words, (words, other.id), words, words),),
        entities=(LedgerEntity(words, words, EntityKind.PERSON, (words, f"{words} 2"), words, ()),),
        statements=(statement, replace(statement, id=f"{words} 2", speaker=None)),
        events=(event, replace(event, id=f"{words} 2", incident=f"{words} 2", harm=())),
        claims=claims,
        timeline=tuple(
            TimelineEntry(date, kind, f"{words} contested" if kind is TimelineKind.CLAIM else words)
            for kind in TimelineKind
        ),
    )
    return with_incidents(made_ledger)


POISONS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "</style></title><style>*{display:none}</style>",
    "]]><!--{{ 7 * 7 }}{% raw %}",
    "\u202egnp.exe\u2066 \x1b[31mred\x1b]8;;http://x.example\x07 \x9b2J",
    "nul \x00 bell \x07 \ud800 end",
    "[link](javascript:alert(1)) ![x](http://x.example/a.png) <http://x.example> http://x.example www.x.example",
    "# heading\n- list\n1. one\n> quote\n```\ncode\n| a | b |\n*em* **b** ~~s~~ `c` \\\\ [^1] :tada: @you $x$",
    "[bold red]x[/bold red] [/nope] [link=http://x.example]y[/link] :smile:",
    "w" * 5000,
    "\u0301" * 300 + "x" + "\u200b" * 300,
    "’‘“”«»" * 40 + "x",
)
