"""What people have corrected: the marks beside what a correction bears on, and the list of all of them."""

from collections.abc import Iterable

from sayso.core.correction import Action, LedgerCorrection, Selector
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.model import CorrectionRow, Passages
from sayso.desk.brief.pieces import Ref

SHORT_ID = 9  # characters of a correction's id: as `sayso corrections` lists it
SHOWN = 3  # passages of one part


def corrected(ids: Iterable[str], draft: Draft) -> tuple[Ref, ...]:
    """The marks of a thing that people have corrected: each correction's key, and who made it."""
    known = draft.index.corrections
    found = (known[own] for own in dict.fromkeys(ids) if own in known)
    return tuple(Ref(draft.key("K", c.correction.id), c.correction.author) for c in found)


def by_whom(refs: Iterable[Ref]) -> dict[str, list[str]]:
    """The authors of a thing's corrections, each with their keys."""
    found: dict[str, list[str]] = {}
    for ref in refs:
        found.setdefault(ref.note, []).append(ref.key)
    return found


def give_keys(draft: Draft) -> None:
    """Give the story's corrections their keys, so that they run in the order in which they were made."""
    for one in draft.index.corrections.values():
        if _is_shown(one, draft):
            draft.key("K", one.correction.id)


def correction_rows(draft: Draft) -> tuple[CorrectionRow, ...]:
    """The corrections that are about the story's reports, and in a brief's first story those about no report here.

    They come in the order in which they were made. Undoings stand beside what they undo.
    """
    made = draft.index.corrections.values()
    return tuple(_row(one, draft) for one in made if _is_shown(one, draft))


def _is_shown(one: LedgerCorrection, draft: Draft) -> bool:
    if one.correction.action is Action.UNDO:
        return False
    stories = draft.index.stories
    own = {stories[p.article] for part in one.correction.parts for p in part if p.article in stories}
    return draft.story.id in own if own else draft.is_first


def _row(one: LedgerCorrection, draft: Draft) -> CorrectionRow:
    made = one.correction
    by = draft.index.corrections.get(one.by or "")
    return CorrectionRow(
        key=draft.key("K", made.id),
        short=made.id[:SHORT_ID],
        action=made.action,
        subject=made.subject,
        field=made.field,
        value=made.value,
        parts=tuple(_words(part, draft) for part in made.parts),
        author=made.author,
        made=made.made[:16].replace("T", " "),
        reason=made.reason,
        state=one.state,
        by=by.correction.id[:SHORT_ID] if by else None,
        by_whom=by.correction.author if by else None,
        why=one.why,
        missing=_words(one.missing, draft),
    )


def _words(passages: Iterable[Selector], draft: Draft) -> Passages:
    """The words of some passages, each once; a whole report by its label."""
    labels = draft.index.labels
    words = dict.fromkeys(p.exact or labels.get(p.article, p.article) for p in passages)
    return Passages(tuple(words)[:SHOWN], max(0, len(words) - SHOWN))
