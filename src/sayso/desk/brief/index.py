"""Look-ups over a ledger, in one pass, and the names that a brief gives to reports and speakers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import urlsplit

from sayso.core.correction import LedgerCorrection
from sayso.core.ledger import (
    Claim,
    Ledger,
    LedgerArticle,
    LedgerEntity,
    LedgerEvent,
    LedgerIncident,
    LedgerStatement,
    TimelineEntry,
    TimelineKind,
)
from sayso.core.process import Ceasefire, Commitment, Position, Process
from sayso.core.quotation import Quotation
from sayso.core.span import Span
from sayso.core.told import articles_of_commitment, articles_of_position, articles_of_process
from sayso.desk.brief.pieces import Who
from sayso.read.entities.lexicon import grammar

LABEL_WIDTH = 18


@dataclass(slots=True)
class Contents:
    """What a ledger holds of one story, each in the ledger's order."""

    articles: list[LedgerArticle] = field(default_factory=list)
    statements: list[LedgerStatement] = field(default_factory=list)
    events: list[LedgerEvent] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    timeline: list[TimelineEntry] = field(default_factory=list)
    processes: list[Process] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Index:
    """A ledger's records by id, and each article's label."""

    articles: dict[str, LedgerArticle]
    entities: dict[str, LedgerEntity]
    statements: dict[str, LedgerStatement]
    events: dict[str, LedgerEvent]
    labels: dict[str, str]  # by article id, unlike one another within a story
    speaker_keys: dict[str, str]  # by entity id
    contents: dict[str, Contents]  # by story id
    corrections: dict[str, LedgerCorrection]  # in the order in which they were made
    stories: dict[str, str]  # by article id
    incidents: dict[str, LedgerIncident] = field(default_factory=dict)
    ceasefires: dict[str, Ceasefire] = field(default_factory=dict)

    def who(self, entity: str | None, statement: str | None = None) -> Who | None:
        """The speaker behind a reading: the entity's name, else the source's own words, else None.

        A pronoun alone names nobody: one report's "he" is not another's.
        """
        known = self.entities.get(entity) if entity else None
        if known:
            return Who(known.name, True, known.role, self.speaker_keys[known.id])
        said = self.statements.get(statement) if statement else None
        if said is None:
            return None
        if said.speaker and said.speaker != entity:
            return self.who(said.speaker, statement)
        return Who(joined(said.source), False) if said.source and not _are_pronouns(said.source) else None


def index_ledger(ledger: Ledger) -> Index:
    """All look-ups that the parts of a brief share."""
    contents = _contents(ledger)
    labels = _labels(ledger.articles)
    for held in contents.values():
        labels |= _labels(held.articles)
    return Index(
        articles={a.id: a for a in ledger.articles},
        entities={e.id: e for e in ledger.entities},
        statements={s.id: s for s in ledger.statements},
        events={e.id: e for e in ledger.events},
        labels=labels,
        speaker_keys={e.id: f"N{n}" for n, e in enumerate(ledger.entities, start=1)},
        contents=contents,
        corrections={c.correction.id: c for c in ledger.corrections},
        stories={article: s.id for s in ledger.stories for article in s.articles},
        incidents={i.id: i for i in ledger.incidents},
        ceasefires={c.id: c for c in ledger.ceasefires},
    )


def _contents(ledger: Ledger) -> dict[str, Contents]:
    """The ledger's records by story, so that many stories cost one pass."""
    found = {s.id: Contents() for s in ledger.stories}
    story_of = {article: s.id for s in ledger.stories for article in s.articles}
    claim_stories = {c.id: c.story for c in ledger.claims}
    places: dict[TimelineKind, dict[str, str]] = {
        TimelineKind.EVENT: {e.id: story_of.get(e.article, "") for e in ledger.events},
        TimelineKind.STATEMENT: {s.id: story_of.get(s.article, "") for s in ledger.statements},
        TimelineKind.CLAIM: claim_stories,
    }
    other = Contents()  # what stands in no story is shown in none
    for article in ledger.articles:
        found.get(story_of.get(article.id, ""), other).articles.append(article)
    for statement in ledger.statements:
        found.get(story_of.get(statement.article, ""), other).statements.append(statement)
    for event in ledger.events:
        found.get(story_of.get(event.article, ""), other).events.append(event)
    for claim in ledger.claims:  # one that reports of several stories carry or deny is shown in each
        for story in dict.fromkeys([claim.story, *(story_of.get(r.article, "") for r in claim.readings)]):
            found.get(story, other).claims.append(claim)
    for quotation in ledger.quotations:
        found.get(quotation.story, other).quotations.append(quotation)
    for entry in ledger.timeline:
        found.get(places[entry.kind].get(entry.ref, ""), other).timeline.append(entry)
    _add_processes(ledger, found, story_of)
    return found


def _add_processes(ledger: Ledger, found: dict[str, Contents], story_of: dict[str, str]) -> None:
    """Put what the ledger has of processes into each story whose reports tell of it."""
    truces = {c.id: c for c in ledger.ceasefires}

    def stories_of(articles: tuple[str, ...]) -> list[Contents]:
        told = dict.fromkeys(story_of[a] for a in articles if a in story_of)
        return [found[story] for story in told if story in found]

    for process in ledger.processes:
        for contents in stories_of(articles_of_process(process, truces)):
            contents.processes.append(process)
    for commitment in ledger.commitments:
        for contents in stories_of(articles_of_commitment(commitment)):
            contents.commitments.append(commitment)
    for position in ledger.positions:
        for contents in stories_of(articles_of_position(position)):
            contents.positions.append(position)


def _are_pronouns(source: tuple[Span, ...]) -> bool:
    return all(span.exact.lower() in grammar().pronouns for span in source)


def joined(spans: tuple[Span, ...]) -> str:
    """Several spans' words, with the gap between them shown."""
    return " … ".join(s.exact for s in spans)


def hedges_around(statement: LedgerStatement, shown: tuple[Span, ...] = ()) -> tuple[str, ...]:
    """The words that leave a statement open or in doubt and stand in none of its content, nor in what is ``shown``."""
    read = (*statement.content, *shown)
    return tuple(
        dict.fromkeys(h.exact for h in statement.hedges if not any(span.contains(h) for span in read))
    )


def file_name(article: LedgerArticle) -> str:
    """The name of the article's file without its folders; its id where it came from no file."""
    name = PurePath(article.path).name if article.path else ""
    return name if name not in ("", "-") else article.id


def safe_href(url: str | None) -> str | None:
    """The address if a reader may follow it: http or https with a host, nothing that a browser would skip over."""
    if not url or len(url) > 2048 or any(c <= " " or c == "\x7f" for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def shorten(name: str, width: int = LABEL_WIDTH) -> str:
    """A long name with its middle left out."""
    if len(name) <= width:
        return name
    tail = width // 3
    return f"{name[: width - tail - 1]}…{name[-tail:]}"


def _labels(articles: Sequence[LedgerArticle]) -> dict[str, str]:
    """Outlet, else file name, else id; numbered where two articles would share a label."""
    wanted = {a.id: a.outlet or shorten(_stem(a)) for a in articles}
    count = Counter(wanted.values())
    seen: Counter[str] = Counter()
    labels = {}
    for a in sorted(articles, key=lambda a: (a.published is None, a.published or "", file_name(a), a.id)):
        label = wanted[a.id]
        if count[label] > 1:
            seen[label] += 1
            label = f"{label} · {seen[label]}"
        labels[a.id] = label
    return labels


def _stem(article: LedgerArticle) -> str:
    name = file_name(article)
    return PurePath(name).stem or name
