"""The ledger: many readings laid side by side."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.collate.articles import make_articles
from sayso.collate.claims.claims import Desk, make_claim
from sayso.collate.claims.make import Group, make_groups, without_overlaps
from sayso.collate.claims.units import make_units
from sayso.collate.corrections.book import Book
from sayso.collate.corrections.cast import EntityCorrections
from sayso.collate.corrections.groups import correct_groups, mark_claim
from sayso.collate.corrections.incidents import IncidentCorrections
from sayso.collate.corrections.marks import find_refs, mark_events
from sayso.collate.corrections.readings import correct_readings
from sayso.collate.corrections.reports import correct_copies
from sayso.collate.corrections.stories import correct_stories
from sayso.collate.entities import Cast, join_entities
from sayso.collate.events import claims_by_article, find_incidents, make_events
from sayso.collate.identity import content_id
from sayso.collate.joining import join_parts, told_apart
from sayso.collate.lineage import find_credits, trace_lineage
from sayso.collate.origins import Sources
from sayso.collate.parsing import forget_parsed
from sayso.collate.places.events import place_events
from sayso.collate.pool import collate_jobs
from sayso.collate.processes import with_processes
from sayso.collate.quotations import collate_quotations, same_utterances
from sayso.collate.sides import Sides, find_sides
from sayso.collate.stories import find_stories_of, group_affairs, in_order
from sayso.collate.stories.profiles import profile
from sayso.collate.stories.sketches import make_sketch
from sayso.collate.timeline import make_timeline
from sayso.collate.told import make_incidents
from sayso.collate.unfold import unfold
from sayso.collate.units import find_units, share_out
from sayso.core.correction import Correction, Subject
from sayso.core.ledger import Claim, Ledger, LedgerStatement, Story
from sayso.core.quotation import Quotation
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Reading, Statement

_HUGE = 20_000  # propositions; an affair of more is compared story by story, for comparing grows with their square


def collate(
    reads: Sequence[ReadArticle], corrections: Sequence[Correction] = (), *, processes: int = 1
) -> Ledger:
    """Lay readings side by side: stories, entities, claims, events and the timeline of all of them.

    What people have corrected holds, and is marked. The same ledger comes from any order of ``reads`` and of
    ``corrections``, and from any number of ``processes`` that share the work; ids are derived from content. Of
    readings with one id the one with the lesser text is kept. No reading raises an error.
    """
    by_id = {read.reading.id: read for read in _distinct(reads)}
    affairs = group_affairs([make_sketch(profile(read)) for read in by_id.values()])
    units = find_units(affairs, corrections)
    members = [[[by_id[own] for own in affair] for affair in unit] for unit in units]
    jobs = list(zip([*members, []], share_out(units, corrections), strict=True))
    return join_parts(list(collate_jobs(collate_part, jobs, count=len(by_id), processes=processes)))


def collate_part(affairs: Sequence[Sequence[ReadArticle]], corrections: Sequence[Correction] = ()) -> Ledger:
    """Return one unit's part of the ledger: that of the reports of one affair, or of several tied by corrections."""
    book = Book(corrections)
    affair_of = {read.reading.id: number for number, affair in enumerate(affairs) for read in affair}
    known = _distinct([read for affair in affairs for read in affair])
    ordered = correct_readings([unfold(read) for read in known], book)
    found = [
        story
        for number in range(len(affairs))
        for story in find_stories_of([read for read in ordered if affair_of[read.reading.id] == number])
    ]
    stories = correct_stories(in_order(found), ordered, book)
    numbers = find_affairs(stories)
    readings = {r.reading.id: r.reading for r in ordered}
    entities = EntityCorrections(ordered, book)
    cast = told_apart(entities.rename(join_entities(ordered, numbers, entities.regroup)))
    sides = find_sides(ordered, cast)
    statements, ids = _statements(ordered, cast, book)
    story_of = {article: story for story in stories for article in story.articles}
    quotations = collate_quotations(ordered, statements, cast.entities, story_of)
    sources = _sources(ordered, statements, quotations, cast, book)
    desk = Desk(readings, story_of, ids, sources)
    circles = _circles(ordered, numbers, stories)
    groups = correct_groups(
        [g for c in circles for g in _groups(c, cast, sides, readings, story_of)], readings, book
    )
    ranked = _rank([mark_claim(make_claim(group, desk), book) for group in groups if group.units], stories)
    carried = claims_by_article(ranked)
    incidents = IncidentCorrections(ordered, book).regroup(
        [group for members in circles for group in find_incidents(members, cast, carried, story_of)]
    )
    events = place_events(mark_events(make_events(incidents, sides, carried, desk), book), readings, cast)
    made = Ledger(
        articles=make_articles(readings, stories, sources, book),
        stories=stories,
        entities=cast.entities,
        statements=statements,
        events=events,
        claims=ranked,
        timeline=make_timeline(events, statements, ranked, readings),
        quotations=quotations,
        incidents=make_incidents(events, readings, sources),
    )
    made = with_processes(made, circles, cast, ids)
    forget_parsed()
    return replace(made, corrections=book.outcomes(find_refs(made))) if book else made


def _sources(
    reads: Sequence[ReadArticle],
    statements: Sequence[LedgerStatement],
    quotations: Sequence[Quotation],
    cast: Cast,
    book: Book,
) -> Sources:
    """Return what tells where claims come from: lineage as people have corrected it, credits, like quotations."""
    readings = {r.reading.id: r.reading for r in reads}
    lineage = trace_lineage(reads)
    copies = correct_copies(lineage.copied_from, readings, book)
    return Sources(
        outlets={a: r.outlet for a, r in readings.items()},
        copied_from=copies,
        statements={s.id: s for s in statements},
        entities={e.id: e for e in cast.entities},
        lineage=lineage.correct(copies),
        credits={a: found for a, r in readings.items() if (found := find_credits(r))},
        utterances=same_utterances(quotations),
    )


def _distinct(reads: Sequence[ReadArticle]) -> list[ReadArticle]:
    kept: dict[str, ReadArticle] = {}
    for read in sorted(reads, key=lambda r: (r.reading.id, r.reading.text, r.reading.published or "")):
        kept.setdefault(read.reading.id, read)
    return list(kept.values())


def find_affairs(stories: Sequence[Story]) -> dict[str, int]:
    """Return the number of each article's affair: its story and all related ones."""
    numbers: dict[str, int] = {}
    for story in sorted(stories, key=lambda s: s.id):
        known = [numbers[s] for s in (story.id, *story.related) if s in numbers]
        number = known[0] if known else len(numbers)
        for one in (story.id, *story.related):
            numbers.setdefault(one, number)
    return {article: numbers[story.id] for story in stories for article in story.articles}


def _circles(
    reads: Sequence[ReadArticle], affairs: Mapping[str, int], stories: Sequence[Story]
) -> list[list[ReadArticle]]:
    """Return the groups of reports within which claims and events are compared: affairs, or stories of huge ones."""
    story = {article: number for number, s in enumerate(stories) for article in s.articles}
    sizes: dict[int, int] = defaultdict(int)
    for read in reads:
        sizes[affairs[read.reading.id]] += len(read.reading.propositions)
    groups: dict[tuple[int, int], list[ReadArticle]] = defaultdict(list)
    for read in reads:
        affair = affairs[read.reading.id]
        groups[affair, story[read.reading.id] if sizes[affair] > _HUGE else -1].append(read)
    return [groups[key] for key in sorted(groups)]


def _groups(
    members: Sequence[ReadArticle],
    cast: Cast,
    sides: Sides,
    readings: Mapping[str, Reading],
    story_of: Mapping[str, Story],
) -> list[Group]:
    units = [unit for read in members for unit in make_units(read, cast)]
    stories = {read.reading.id: story_of[read.reading.id].id for read in members}
    return [without_overlaps(group) for group in make_groups(units, readings, sides, stories)]


def _rank(claims: Sequence[Claim], stories: Sequence[Story]) -> tuple[Claim, ...]:
    """Order claims by story, those that most reports carry first, then as the text of the first report has them."""
    place = {story.id: i for i, story in enumerate(stories)}
    unique = {claim.id: claim for claim in claims}.values()
    return tuple(
        sorted(
            unique,
            key=lambda c: (
                place[c.story],
                -len({r.article for r in c.readings}),
                c.readings[0].article,
                c.readings[0].span,
                c.id,
            ),
        )
    )


def _statements(
    reads: Sequence[ReadArticle], cast: Cast, book: Book
) -> tuple[tuple[LedgerStatement, ...], dict[tuple[str, str], str]]:
    said = [(read.reading.id, statement) for read in reads for statement in read.reading.statements]
    ids = _statement_ids(said)
    made = {}
    for article, statement in said:
        own = ids[article, statement.id]
        made[own] = LedgerStatement(
            id=own,
            article=article,
            form=statement.form,
            source=statement.source,
            cue=statement.cue,
            content=statement.content,
            speaker=cast.find_speaker(article, statement.speaker),
            via=statement.via,
            act=statement.act,
            date=statement.date,
            confidence=statement.confidence,
            corrected=book.marks(Subject.STATEMENT, article, statement.id),
            within=ids.get((article, statement.within or "")),
            addressee=statement.addressee,
            hedges=statement.hedges,
        )
    return tuple(made.values()), ids


def _statement_ids(said: Iterable[tuple[str, Statement]]) -> dict[tuple[str, str], str]:
    ids: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for article, statement in said:
        own = ids[article, statement.id] = _statement_id(article, statement, taken)
        taken.add(own)
    return ids


def _statement_id(article: str, statement: Statement, taken: Collection[str]) -> str:
    spans = (*statement.source, *statement.cue, *statement.content)
    parts = (f"{span.start}-{span.end}" for span in spans)
    own = content_id("statement", article, *parts)
    return content_id("statement", article, own, statement.id) if own in taken else own
