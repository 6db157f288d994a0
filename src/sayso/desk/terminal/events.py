"""Events and tolls of a brief in a terminal."""

from rich.text import Text

from sayso.core.printable import foreign
from sayso.desk.brief.model import Account, EstimateRow, FigureRow, Incident, StoryBrief, TollRow
from sayso.desk.labels import labels, symbol, word
from sayso.desk.terminal import ink
from sayso.desk.terminal.corrections import corrected
from sayso.desk.terminal.page import Page


def draw_events(story: StoryBrief, page: Page) -> None:
    """Draw the events with the toll as each source gives it, then those without."""
    for title, incidents in (("events", story.incidents), ("events_more", story.other_incidents)):
        if incidents:
            page.heading(labels()["section"][title], len(incidents))
        if incidents and title == "events":
            page.draw(ink.quiet(labels()["toll"]["legend"]))
        for incident in incidents:
            _incident(incident, page)


def _incident(incident: Incident, page: Page) -> None:
    if incident.tolls:
        page.blank()
    mode = f", {incident.mode}" if incident.mode else ""
    line = Text(f"{incident.key} ", ink.QUIET).append_text(
        foreign(word("event_type", incident.type) + mode, "bold")
    )
    grade = f"  {labels()['head']['grade']}: {incident.grade} "
    line.append(grade, "bold").append_text(ink.quiet(incident.reason))
    page.draw(line.append_text(corrected(incident.corrected, gap=True)))
    days = (("happened", incident.when), ("reported", incident.reported))
    facts = [f"{labels()['toll'][name]} {value}" for name, value in days if value]
    facts += [f"{labels()['place']['placed']} {place}" for place in incident.placed]
    if incident.tolls:
        facts += [f"({o.number}) {o.name or word('origin', o.kind)}" for o in incident.origins]
    if facts:
        page.draw(ink.quiet(" · ".join(facts)), 2)
    for account in incident.accounts:
        page.draw(_account(account), 2)
    for toll in incident.tolls:
        _toll(toll, page)


def _account(account: Account) -> Text:
    line = foreign(account.label).append(f"  {account.status}", "bold")
    if account.who:
        line.append(f" {word('link_word', 'denied')} ").append_text(ink.name(account.who))
    elif not account.attributed:
        line.append_text(ink.quiet(f", {word('voice', 'own')}"))
    line.append_text(ink.confidence(account.confidence))
    for cite in account.triggers:
        line.append("  ").append_text(ink.words(cite, place=True))
    return line


def _toll(toll: TollRow, page: Page) -> None:
    name = f"{toll.effect}, {toll.who}" if toll.who else str(toll.effect)
    line = Text(name, "bold")
    for estimate in toll.estimates:
        line.append("   ").append_text(_estimate(estimate))
    page.draw(line, 2 if toll.who is None else 4)
    for figure in toll.figures:
        page.draw(_figure(figure), 4 if toll.who is None else 6)
    for move in toll.moves:
        cause = f"{symbol('toll_cause', move.cause)} {word('toll_cause', move.cause)}"
        text = Text(f"{move.before} → {move.after} ", "bold").append(cause)
        when = f", {move.published[:10]}" if move.published else ""
        page.draw(
            text.append_text(ink.quiet(f"  {move.label}{when}")).append_text(ink.numbers(move.cites)), 4
        )


def _estimate(estimate: EstimateRow) -> Text:
    words = labels()["toll"]
    text = Text.assemble((f"{word('convention', estimate.convention)} ", ink.QUIET))
    if estimate.low is None:
        text.append(estimate.best, "bold")
    else:
        for name, value in (("low", estimate.low), ("best", estimate.best), ("high", estimate.high or "")):
            text.append(f"{words[name]} ", ink.QUIET).append(value, "bold").append(" ")
    return text.append_text(ink.quiet(f" {estimate.rule}"))


def _figure(figure: FigureRow) -> Text:
    words = labels()["toll"]
    line = Text(figure.count, "bold")
    if figure.whom:
        line.append_text(ink.quiet(f" {figure.whom}"))
    note = words["part"] if figure.is_part else words["addend"] if figure.is_addend else ""
    if note:
        line.append_text(ink.quiet(f" · {note}"))
    line.append("  ").append_text(ink.voice(figure)).append("  ").append_text(foreign(figure.label))
    if figure.as_of:
        line.append_text(ink.quiet(f" {words['asof']} {figure.as_of}"))
    line.append_text(ink.quiet(f" ({figure.origin})  ")).append_text(ink.words(figure.cite, place=True))
    if figure.again:
        line.append_text(ink.quiet(f" {words['again']}")).append_text(ink.numbers(figure.again))
    return line
