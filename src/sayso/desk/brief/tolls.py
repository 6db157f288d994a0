"""The tolls of an incident as rows: each figure with its words, what conventions make of them, and how they moved."""

from sayso.core.ledger import LedgerIncident
from sayso.core.toll import Convention, Estimate, Movement, Toll, TollFigure
from sayso.desk.brief.dates import date_label
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.model import EstimateRow, FigureRow, MoveRow, TollRow
from sayso.desk.brief.pieces import Cite, MarkKind, Ref
from sayso.desk.labels import word


def toll_rows(incident: LedgerIncident | None, draft: Draft) -> tuple[TollRow, ...]:
    """The tolls of an incident, of figures that the story's reports give."""
    rows = (_toll(t, incident.id, draft) for t in incident.tolls) if incident else ()
    return tuple(row for row in rows if row.figures)


def count_label(low: int | None, high: int | None) -> str:
    """A toll's range in words: "10", "10 or more", "20 to 24", "up to 5", "none", "not counted"."""
    if low is None and high is None:
        return "not counted"
    if high is None:
        return f"{low} or more"
    if low is None:
        return f"up to {high}"
    if low != high:
        return f"{low} to {high}"
    return "none" if low == 0 else str(low)


def _toll(toll: Toll, incident: str, draft: Draft) -> TollRow:
    shown = {n: f for n, f in enumerate(toll.figures) if f.article in draft.positions}
    order = sorted(shown, key=lambda n: (draft.positions[shown[n].article], shown[n].span))
    cites = {n: _cite(shown[n], toll, incident, draft) for n in order}
    return TollRow(
        effect=toll.effect,
        who=toll.who,
        estimates=tuple(_estimate(e, cites) for e in toll.estimates),
        figures=tuple(_figure(shown[n], cites[n], incident, toll, draft) for n in order),
        moves=tuple(
            _move(m, toll, cites, draft) for m in toll.movements if m.before in shown and m.after in shown
        ),
    )


def _cite(figure: TollFigure, toll: Toll, incident: str, draft: Draft) -> Cite:
    note = f"{toll.effect}: {count_label(figure.low, figure.high)}"
    ref = Ref(draft.key("E", incident), note)
    return draft.citer.cite(figure.article, figure.span, MarkKind.HARM, ref=ref)


def _figure(figure: TollFigure, cite: Cite, incident: str, toll: Toll, draft: Draft) -> FigureRow:
    is_shown = figure.hedge is None or figure.span.contains(figure.hedge)
    return FigureRow(
        count=count_label(figure.low, figure.high),
        whom=figure.who.exact if figure.who else None,
        hedges=() if is_shown or figure.hedge is None else (figure.hedge.exact,),
        voice=figure.voice,
        who=draft.index.who(figure.speaker, figure.statement),
        confidence=_confidence(figure, draft),
        origin=figure.origin + 1,
        label=draft.index.labels[figure.article],
        published=figure.published,
        as_of=date_label(figure.as_of.value) if figure.as_of else None,
        as_of_cite=draft.citer.cite(figure.article, figure.as_of.span, MarkKind.DATE)
        if figure.as_of
        else None,
        cite=cite,
        again=tuple(
            draft.citer.cite(
                figure.article, span, MarkKind.HARM, ref=Ref(draft.key("E", incident), str(toll.effect))
            )
            for span in figure.again
        ),
        is_part=figure.whole is not None,
        is_addend=bool(figure.beside) and toll.who is None,
    )


def _confidence(figure: TollFigure, draft: Draft) -> float | None:
    said = draft.index.statements.get(figure.statement or "")
    return said.confidence if said else None


def _estimate(estimate: Estimate, cites: dict[int, Cite]) -> EstimateRow:
    bounds = () if estimate.convention is Convention.ACLED else (estimate.low, estimate.best, estimate.high)
    return EstimateRow(
        convention=estimate.convention,
        best=str(estimate.best),
        low=str(bounds[0]) if bounds and bounds[0] is not None else None,
        high=str(bounds[2]) if bounds and bounds[2] is not None else None,
        rule=word("toll_rule", estimate.rule),
        cites=tuple(cites[n] for n in estimate.figures if n in cites),
    )


def _move(move: Movement, toll: Toll, cites: dict[int, Cite], draft: Draft) -> MoveRow:
    before, after = (toll.figures[n] for n in (move.before, move.after))
    return MoveRow(
        before=count_label(before.low, before.high),
        after=count_label(after.low, after.high),
        cause=move.cause,
        label=draft.index.labels[after.article],
        published=after.published,
        cites=(cites[move.before], cites[move.after]),
    )
