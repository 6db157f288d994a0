"""The matrix: claims by report, with the voice in each cell."""

from collections.abc import Iterable

from sayso.core.ledger import Claim, ClaimReading, ClaimStatus, LedgerArticle, Origin, OriginKind
from sayso.core.reading import Voice
from sayso.desk.brief.corrections import corrected
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.index import hedges_around
from sayso.desk.brief.model import Cell, CellEntry, ClaimOrigin, ClaimRow
from sayso.desk.brief.pieces import Cite, MarkKind, Ref, Who
from sayso.desk.labels import word

_STATUS_ORDER = (ClaimStatus.CONTESTED, ClaimStatus.VARIED, ClaimStatus.AGREED, ClaimStatus.SINGLE)
_UNSURE = 0.5
_VOICE_ORDER = (Voice.OWN, Voice.ATTRIBUTED, Voice.DENIED)


def claim_rows(draft: Draft) -> tuple[ClaimRow, ...]:
    """The story's claims, contested first."""
    return tuple(_row(claim, draft) for claim in sort_claims(draft.claims, draft.positions))


def sort_claims(claims: Iterable[Claim], positions: dict[str, int]) -> list[Claim]:
    """By status, contested first; the sure ones first; the more reports and origins the higher; as the reports run."""

    def rank(claim: Claim) -> tuple[int, bool, int, int, tuple[int, int], str]:
        places = [(positions[r.article], r.span.start) for r in claim.readings if r.article in positions]
        carried = len({r.article for r in claim.readings})
        first = min(places, default=(len(positions), 0))
        return (
            _STATUS_ORDER.index(claim.status),
            _is_unsure(claim),
            -carried,
            -len(claim.origins),
            first,
            claim.id,
        )

    return sorted(claims, key=rank)


def _is_unsure(claim: Claim) -> bool:
    """Whether its readings are likelier not to belong together, on average."""
    links = [r.confidence for r in claim.readings if r.confidence is not None]
    return bool(links) and sum(links) / len(links) < _UNSURE


def voice_note(voice: Voice, who: Who | None, *, inferred: bool = False) -> str:
    """A voice in words: "attributed to Ilse Marn", "attributed to Ilse Marn, inferred", "denied", "own voice"."""
    parts = [word("voice", voice)]
    if who and word("link_word", voice):
        parts += [word("link_word", voice), who.name if who.resolved else f"“{who.name}”"]
    return " ".join(parts) + (f", {word('inferred', 'speaker')}" if inferred else "")


def is_inferred(reading: ClaimReading) -> bool:
    """Whether no statement names a reading's speaker: he only seems to go on in the sentences after his statement."""
    return reading.statement is None and reading.speaker is not None and reading.voice is not Voice.OWN


def has_inferred(rows: Iterable[ClaimRow]) -> bool:
    """Whether the speaker of any entry is inferred, so that the legend must say what that means."""
    return any(e.is_inferred for row in rows for cell in (*row.cells, *row.related) for e in cell.entries)


def reading_cite(reading: ClaimReading, key: str, draft: Draft) -> Cite:
    """The reference to a reading's words, marked with the way back to the claim."""
    note = voice_note(reading.voice, _speaker(reading, draft), inferred=is_inferred(reading))
    ref = Ref(key, note)
    return draft.citer.cite(reading.article, reading.span, MarkKind.CLAIM, ref=ref, voice=reading.voice)


def origin_name(claim: Claim, origin: Origin, draft: Draft) -> str | None:
    """An origin's name; an outlet that is not known goes by the label of its report, as in the matrix."""
    if origin.kind is not OriginKind.OUTLET or (origin.name and origin.name not in draft.index.articles):
        return origin.name
    articles = (claim.readings[n].article for n in origin.readings if 0 <= n < len(claim.readings))
    return next((draft.index.labels[a] for a in articles if a in draft.index.labels), origin.name)


def _row(claim: Claim, draft: Draft) -> ClaimRow:
    key = draft.key("C", claim.id)
    silent = {s.article: s for s in claim.silent}
    readings: dict[str, list[ClaimReading]] = {}
    for reading in claim.readings:
        readings.setdefault(reading.article, []).append(reading)
    is_single = claim.status is ClaimStatus.SINGLE

    def cell(article: LedgerArticle) -> Cell:
        silence = silent.get(article.id)
        return Cell(
            report=draft.key("R", article.id),
            label=draft.index.labels[article.id],
            entries=_entries(readings.get(article.id, []), key, draft),
            silence=silence.why if silence else None,
            because=word("silence", silence.ground or silence.why) if silence else "",
            repeats=draft.index.labels.get(silence.source or "") if silence else None,
        )

    return ClaimRow(
        key=key,
        gist=claim.gist,
        status=claim.status,
        cells=tuple(cell(a) for a in draft.articles if a.id in readings or not is_single),
        related=tuple(cell(a) for a in draft.related if a.id in readings),
        origins=_origins(claim, key, draft),
        report_count=len(draft.positions.keys() & readings),
        why=claim.why,
        corrected=corrected([*claim.corrected, *(c for r in claim.readings for c in r.corrected)], draft),
    )


def _entries(readings: list[ClaimReading], key: str, draft: Draft) -> tuple[CellEntry, ...]:
    """A cell's readings, those of one voice and speaker together."""
    groups: dict[tuple[Voice, Who | None, bool], list[ClaimReading]] = {}
    for reading in sorted(readings, key=lambda r: (_VOICE_ORDER.index(r.voice), r.span)):
        groups.setdefault((reading.voice, _speaker(reading, draft), is_inferred(reading)), []).append(reading)
    return tuple(
        CellEntry(
            voice=voice,
            who=who,
            confidence=_confidence(group, draft),
            cites=tuple(dict.fromkeys(reading_cite(r, key, draft) for r in group)),
            hedges=_hedges(group, draft),
            is_inferred=inferred,
        )
        for (voice, who, inferred), group in groups.items()
    )


def _speaker(reading: ClaimReading, draft: Draft) -> Who | None:
    if reading.voice is Voice.OWN:
        return None
    return draft.index.who(reading.speaker, reading.statement)


def _confidence(readings: list[ClaimReading], draft: Draft) -> float | None:
    """The least sure of what stands behind an entry: the statements, and that they belong to the claim."""
    said = [draft.index.statements.get(r.statement) for r in readings if r.statement]
    links = [r.confidence for r in readings if r.confidence is not None]
    return min([*links, *(s.confidence for s in said if s)], default=None)


def _hedges(readings: list[ClaimReading], draft: Draft) -> tuple[str, ...]:
    """The hedges of the statements behind a cell's entry that stand in none of its words."""
    shown = tuple(r.span for r in readings)
    said = (draft.index.statements.get(r.statement) for r in readings if r.statement)
    return tuple(dict.fromkeys(hedge for s in said if s for hedge in hedges_around(s, shown)))


def _origins(claim: Claim, key: str, draft: Draft) -> tuple[ClaimOrigin, ...]:
    def cites(numbers: tuple[int, ...]) -> tuple[Cite, ...]:
        readings = [claim.readings[n] for n in numbers if 0 <= n < len(claim.readings)]
        known = [r for r in readings if r.article in draft.positions]
        return tuple(dict.fromkeys(reading_cite(r, key, draft) for r in known))

    return tuple(ClaimOrigin(o.kind, origin_name(claim, o, draft), cites(o.readings)) for o in claim.origins)
