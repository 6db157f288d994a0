"""Runs the scorers and prints one table.

``python -m bench [--only NAME ...] [--limit N] [--data FOLDER] [--output FILE]``. The open data are looked for in
``--data``, then in ``SAYSO_DATA``, then in ``../shared``; a scorer whose data are absent says so and the run goes on.
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

from bench import (
    attribution,
    confidence,
    coreference,
    dates,
    entities,
    event_coreference,
    example,
    factuality,
    gpu,
    length,
    lineage,
    muc,
    plover,
    processes,
    rows,
    scaling,
    speed,
    stories,
    story,
)
from bench.context import Context, MissingDataError
from bench.figures import Measured, Outcome, Skipped
from bench.table import draw_table, to_markdown
from sayso.core.errors import ReadError

WIDTH = 100  # where there is no terminal to ask

SCORERS: dict[str, Callable[[Context], Measured]] = {
    "example": example.measure,
    "story": story.measure,
    "attribution": attribution.measure,
    "confidence": confidence.measure,
    "rows": rows.measure,
    "entities": entities.measure,
    "coreference": coreference.measure,
    "dates": dates.measure,
    "muc": muc.measure,
    "plover": plover.measure,
    "factuality": factuality.measure,
    "basil": stories.measure_basil,
    "ecb": stories.measure_ecb,
    "event_coreference": event_coreference.measure,
    "lineage": lineage.measure,
    "processes": processes.measure,
    "speed": speed.measure,
    "scaling": scaling.measure,
    "length": length.measure,
    "gpu": gpu.measure,
}


def main(arguments: list[str]) -> int:
    """Run what was asked for; 1 where a goal is missed or a scorer fails."""
    options = _parse(arguments)
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    with tempfile.TemporaryDirectory() as folder:
        context = Context(options.data, options.limit)
        outcomes = {name: _run(name, context, Path(folder), console) for name in options.only or SCORERS}
    console.print(draw_table(outcomes, options.limit))
    if options.output:
        options.output.write_text(to_markdown(outcomes, options.limit), encoding="utf8")
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
    parser.add_argument("--output", type=Path, help="write the table to this file too, as Markdown")
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
    except ReadError as failed:
        return Skipped(f"failed: {failed.about}: {failed.reason}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
