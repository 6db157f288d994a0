"""Events and tolls of a brief in Markdown: a table of figures for each incident."""

from collections.abc import Iterator

from sayso.desk.brief.model import EstimateRow, FigureRow, Incident, TollRow
from sayso.desk.labels import labels, symbol, word
from sayso.desk.markdown import ink
from sayso.desk.markdown.corrections import corrected
from sayso.desk.markdown.escape import escape


def draw_incident(incident: Incident) -> Iterator[str]:
    """Give one event: its grade, days and origins, who tells of it, and the toll as each source gives it."""
    words = labels()["toll"]
    mode = f", {escape(incident.mode)}" if incident.mode else ""
    grade = f"{labels()['head']['grade']}: {incident.grade}"
    yield from (f"### {incident.key} {escape(word('event_type', incident.type))}{mode}", "")
    yield from (f"{grade} ({escape(incident.reason)}){corrected(incident.corrected)}", "")
    days = [(words["happened"], incident.when), (words["reported"], incident.reported)]
    facts = [f"{name} {escape(value)}" for name, value in days if value]
    if incident.placed:
        facts.append(f"{labels()['place']['placed']} {escape('; '.join(incident.placed))}")
    origins = [f"({o.number}) {escape(o.name or word('origin', o.kind))}" for o in incident.origins]
    if origins:
        facts.append(f"{labels()['head']['origins'].lower()}: {', '.join(origins)}")
    if facts:
        yield from ("; ".join(facts), "")
    for account in incident.accounts:
        own = "" if account.attributed else f" ({word('voice', 'own')})"
        who = f" {word('link_word', 'denied')} {ink.name(account.who)}" if account.who else own
        told = ", ".join(ink.cited(c) for c in account.triggers)
        yield f"- {escape(account.label)}: {account.status}{who}: {told}"
    yield ""
    if incident.tolls:
        heads = (words["figure"], labels()["head"]["onword"], labels()["head"]["report"], words["origin"])
        yield f"| {' | '.join((*heads, labels()['section']['words']))} |"
        yield "| --- | --- | --- | ---: | --- |"
        for toll in incident.tolls:
            yield from _toll(toll)
        yield ""
        for toll in incident.tolls:
            yield from _moves(toll)


def _toll(toll: TollRow) -> Iterator[str]:
    name = f"{toll.effect}, {escape(toll.who)}" if toll.who else str(toll.effect)
    yield f"| **{name}** | {'; '.join(map(_estimate, toll.estimates))} | | | |"
    for figure in toll.figures:
        yield f"| {_count(figure)} | {_word(figure)} | {_report(figure)} | {figure.origin} | {_words(figure)} |"


def _estimate(estimate: EstimateRow) -> str:
    words = labels()["toll"]
    number = f"**{estimate.best}**"
    if estimate.low is not None:
        number = f"{words['low']} {estimate.low}, {words['best']} {number}, {words['high']} {estimate.high}"
    return f"{word('convention', estimate.convention)} {number} ({escape(estimate.rule)})"


def _count(figure: FigureRow) -> str:
    words = labels()["toll"]
    note = words["part"] if figure.is_part else words["addend"] if figure.is_addend else ""
    whom = f" {escape(figure.whom)}" if figure.whom else ""
    return f"{figure.count}{whom}{f' ({note})' if note else ''}"


def _word(figure: FigureRow) -> str:
    said = f"{symbol('voice', figure.voice)} {word('voice', figure.voice)}"
    if figure.who:
        said += f" {word('link_word', figure.voice)} {ink.name(figure.who)}"
    return " ".join([said, *map(ink.quoted, figure.hedges), ink.confidence(figure.confidence)]).strip()


def _report(figure: FigureRow) -> str:
    as_of = f", {labels()['toll']['asof']} {escape(figure.as_of)}" if figure.as_of else ""
    note = ink.notes([figure.as_of_cite]) if figure.as_of_cite else ""
    published = f" {escape(figure.published[:10])}" if figure.published else ""
    return f"{escape(figure.label)}{published}{as_of}{note}"


def _words(figure: FigureRow) -> str:
    again = f" {labels()['toll']['again']} {ink.notes(figure.again)}" if figure.again else ""
    return f"{ink.cited(figure.cite)}{again}"


def _moves(toll: TollRow) -> Iterator[str]:
    for move in toll.moves:
        when = f", {escape(move.published[:10])}" if move.published else ""
        cause = f"{symbol('toll_cause', move.cause)} {word('toll_cause', move.cause)}"
        report = f"({escape(move.label)}{when}) {ink.notes(move.cites)}"
        yield f"- {toll.effect} {move.before} → {move.after}: {cause} {report}"
    if toll.moves:
        yield ""
