"""Runs the scorers and prints one table.

``python -m bench [--only NAME ...] [--limit N] [--data FOLDER]``. The open data are looked for in ``--data``,
then in ``SAYSO_DATA``, then in ``../shared``; a scorer whose data are absent says so and the run goes on.
"""

import argparse
import dataclasses
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import attribution, coreference, dates, entities, example, muc, plover, rows, speed, stories, story
from bench.context import Context, MissingDataError
from bench.figures import Figure, Measured, Skipped

Outcome = Measured | Skipped

WIDTH = 100  # where there is no terminal to ask

SCORERS: dict[str, Callable[[Context], Measured]] = {
    "example": example.measure,
    "story": story.measure,
    "attribution": attribution.measure,
    "rows": rows.measure,
    "entities": entities.measure,
    "coreference": coreference.measure,
    "dates": dates.measure,
    "muc": muc.measure,
    "plover": plover.measure,
    "basil": stories.measure_basil,
    "ecb": stories.measure_ecb,
    "speed": speed.measure,
}


def main(arguments: list[str]) -> int:
    """Run what was asked for; 1 where a goal is missed or a scorer fails."""
    options = _parse(arguments)
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    with tempfile.TemporaryDirectory() as folder:
        context = Context(options.data, options.limit)
        outcomes = {name: _run(name, context, Path(folder), console) for name in options.only or SCORERS}
    console.print(_table(outcomes, options.limit))
    figures = [
        figure for found in outcomes.values() if isinstance(found, Measured) for figure in found.figures
    ]
    return int(any(figure.holds is False for figure in figures))


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Score Sayso on the example and on open data."
    )
    parser.add_argument("--only", nargs="+", choices=SCORERS, metavar="NAME", help=", ".join(SCORERS))
    parser.add_argument("--limit", type=int, help="records of each corpus to read")
    default = Path(os.environ.get("SAYSO_DATA", "../shared"))
    parser.add_argument("--data", type=Path, default=default, help="folder that holds data, score and story")
    return parser.parse_args(arguments)


def _run(name: str, context: Context, folder: Path, console: Console) -> Outcome:
    place = folder / name
    place.mkdir()
    if console.is_terminal:
        console.print(f"[dim]{name} ...[/dim]")
    try:
        return SCORERS[name](dataclasses.replace(context, folder=place))
    except MissingDataError as missing:
        return Skipped(str(missing))
    except subprocess.CalledProcessError as failed:
        return Skipped(f"failed: {failed.stderr or failed}")


def _table(outcomes: dict[str, Outcome], limit: int | None) -> Table:
    caption = f"Each corpus is cut to {limit} records: not to be compared with anything." if limit else None
    table = Table(title="What Sayso gets right, and how fast", caption=caption)
    table.add_column("scorer", no_wrap=True)
    table.add_column("articles", justify="right")
    table.add_column("seconds", justify="right")
    table.add_column("figure")
    for heading in ("measured", "goal", ""):
        table.add_column(heading, justify="right", no_wrap=True, min_width=8)
    for name, outcome in outcomes.items():
        _add_rows(table, name, outcome)
    return table


def _add_rows(table: Table, name: str, outcome: Outcome) -> None:
    if isinstance(outcome, Skipped):
        table.add_row(name, "", "", f"skipped: {outcome.reason}", "", "", "", end_section=True)
        return
    head = (name, str(outcome.articles), f"{outcome.seconds:.1f}")
    for number, figure in enumerate(outcome.figures):
        last = number == len(outcome.figures) - 1
        table.add_row(*(head if number == 0 else ("", "", "")), *_cells(figure), end_section=last)


def _cells(figure: Figure) -> tuple[str, str, str, str]:
    goal = "" if figure.goal is None else f"{'≤' if figure.lower_is_better else '≥'} {figure.goal:g}"
    verdict = {None: "", True: "holds", False: "MISSED"}[figure.holds]
    return figure.name, f"{figure.value:.4g} {figure.unit}".strip(), goal, verdict


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
