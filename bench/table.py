"""The bench's one table, for the terminal and as Markdown."""

from collections.abc import Iterator, Mapping

from rich.table import Table

from bench.figures import Figure, Outcome, Skipped

HEADINGS = ("scorer", "articles", "seconds", "figure", "measured", "goal", "")
CUT = "Each corpus is cut to {limit} records: not to be compared with anything."


def draw_table(outcomes: Mapping[str, Outcome], limit: int | None) -> Table:
    """The table for a terminal, with a line between scorers."""
    caption = CUT.format(limit=limit) if limit else None
    table = Table(title="What Sayso gets right, and how fast", caption=caption)
    for heading in HEADINGS:
        is_number = heading not in ("scorer", "figure")
        table.add_column(
            heading,
            justify="right" if is_number else "left",
            no_wrap=heading != "figure",
            min_width=8 if is_number else None,
        )
    for name, outcome in outcomes.items():
        rows = list(_rows(name, outcome))
        for row in rows:
            table.add_row(*row, end_section=row is rows[-1])
    return table


def to_markdown(outcomes: Mapping[str, Outcome], limit: int | None) -> str:
    """The table as Markdown."""
    lines = [f"| {' | '.join(HEADINGS)} |", f"|{' --- |' * len(HEADINGS)}"]
    for name, outcome in outcomes.items():
        lines += [f"| {' | '.join(row)} |" for row in _rows(name, outcome)]
    if limit:
        lines += ["", CUT.format(limit=limit)]
    return "\n".join(lines) + "\n"


def _rows(name: str, outcome: Outcome) -> Iterator[tuple[str, ...]]:
    if isinstance(outcome, Skipped):
        yield name, "", "", f"skipped: {outcome.reason}", "", "", ""
        return
    head = (name, str(outcome.articles), f"{outcome.seconds:.1f}")
    for number, figure in enumerate(outcome.figures):
        yield *(head if number == 0 else ("", "", "")), *_cells(figure)


def _cells(figure: Figure) -> tuple[str, str, str, str]:
    goal = "" if figure.goal is None else f"{'≤' if figure.lower_is_better else '≥'} {figure.goal:g}"
    verdict = {None: "", True: "holds", False: "MISSED"}[figure.holds]
    return figure.name, f"{figure.value:.4g} {figure.unit}".strip(), goal, verdict
