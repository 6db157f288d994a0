"""What changed in a story of late, as the desk noticed when its ledger was brought up to date; newest first."""

from collections.abc import Mapping, Sequence

from sayso.desk.brief.draft import Draft
from sayso.desk.brief.model import LateRow
from sayso.desk.brief.pieces import Ref
from sayso.desk.labels import word
from sayso.store.records import Change, ChangeKind

Changes = Mapping[str, Sequence[Change]]  # of each story, in the order in which they were noticed

_MOST = 6
_SHOWN = 3  # reports or figures told of one change
_LETTERS = {ChangeKind.CONTESTED: "C", ChangeKind.TOLL: "E", ChangeKind.CORRECTION: "K"}


def late_rows(changes: Sequence[Change], draft: Draft) -> tuple[LateRow, ...]:
    """The last few changes of a draft's story; none where all that happened is that it opened.

    Things keep the keys that they have: this comes after all other parts of the brief.
    """
    if all(change.kind is ChangeKind.OPENED for change in changes):
        return ()
    return tuple(_row(change, draft) for change in list(changes)[: -_MOST - 1 : -1])


def late_words(row: LateRow) -> str:
    """A change on one line, but for when it was: "toll moved E1 · Harbour Pilot · nine → eleven"."""
    more = [f"+{row.more}"] if row.more else []
    reports = " ".join([", ".join(report.note for report in row.reports), *more]).strip()
    words = " → ".join("; ".join(side) for side in (row.before, row.after) if side)
    told = " ".join(part for part in (row.what, row.key) if part)
    return " · ".join(part for part in (told, reports, words) if part)


def _row(change: Change, draft: Draft) -> LateRow:
    reports = [a for a in change.articles if a in draft.positions]
    letter = _LETTERS.get(change.kind)
    return LateRow(
        at=change.at[:16].replace("T", " "),
        what=word("late", change.kind),
        key=draft.known_key(letter, change.ref) if letter and change.ref else None,
        reports=tuple(_ref(a, draft) for a in sorted(reports, key=draft.positions.__getitem__)[:_SHOWN]),
        more=max(0, len(change.articles) - len(reports[:_SHOWN])),
        before=_some(change.before),
        after=_some(change.after),
    )


def _ref(article: str, draft: Draft) -> Ref:
    return Ref(draft.key("R", article), draft.index.labels[article])


def _some(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in words[:_SHOWN])
