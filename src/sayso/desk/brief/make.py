"""Makes a brief: every decision on what stands where is taken here and below, none by a renderer."""

from collections.abc import Sequence
from types import MappingProxyType

from sayso.core.errors import UsageError
from sayso.core.ledger import ClaimStatus, Ledger
from sayso.desk.brief.citing import Citer
from sayso.desk.brief.claims import claim_rows
from sayso.desk.brief.corrections import correction_rows, give_keys
from sayso.desk.brief.draft import Draft, Keys, draft_story
from sayso.desk.brief.events import incidents
from sayso.desk.brief.head import story_head
from sayso.desk.brief.index import index_ledger
from sayso.desk.brief.late import Changes
from sayso.desk.brief.model import Brief, StoryBrief
from sayso.desk.brief.people import speakers
from sayso.desk.brief.processes import process_file
from sayso.desk.brief.quotations import quotations
from sayso.desk.brief.reports import reports
from sayso.desk.brief.timeline import timeline
from sayso.store.records import Change


def make_brief(ledger: Ledger, story_id: str | None, changes: Changes = MappingProxyType({})) -> Brief:
    """The brief of one story, or of all where ``story_id`` is None, in the ledger's order.

    ``changes`` are what happened to each story, of which the head tells the last. Raises UsageError where the ledger
    has no such story.
    """
    return draw_up(ledger, story_id, Keys(), changes)


def draw_up(
    ledger: Ledger, story_id: str | None, keys: Keys, changes: Changes = MappingProxyType({})
) -> Brief:
    """A brief whose keys are given out by ``keys``, which knows afterwards what each stands for."""
    stories = [s for s in ledger.stories if story_id in (None, s.id)]
    if story_id is not None and not stories:
        raise UsageError(f"no story {story_id!r}", remedy="`sayso stories` lists them", about=story_id)
    index = index_ledger(ledger)
    made: list[StoryBrief] = []
    first = 1
    for story in stories:
        citer = Citer(index, first)
        draft = draft_story(index, citer, keys, story, is_first=first == 1)
        made.append(_story(draft, changes.get(story.id, ())))
        first += len(made[-1].cites)
    return Brief(tuple(made))


def _story(draft: Draft, changes: Sequence[Change]) -> StoryBrief:
    give_keys(draft)
    rows = claim_rows(draft)
    collated = quotations(draft)
    told = incidents(draft)
    dated = timeline(draft)
    people = speakers(draft)
    file = process_file(draft)
    texts = reports(draft)
    member_count = len(draft.articles)
    return StoryBrief(
        key=draft.key("T", draft.story.id),
        head=story_head(draft, changes),
        reports=texts[:member_count],
        related=texts[member_count:],
        claims=tuple(r for r in rows if r.status is not ClaimStatus.SINGLE),
        singles=tuple(r for r in rows if r.status is ClaimStatus.SINGLE),
        quotations=collated,
        incidents=tuple(i for i in told if i.tolls),
        other_incidents=tuple(i for i in told if not i.tolls),
        timeline=dated,
        speakers=people,
        cites=draft.citer.cites(),
        corrections=correction_rows(draft),
        file=file,
    )
