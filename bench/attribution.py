"""Attributions against PolNeAR's development set: the source, the words that say so, and what was said."""

from bench.context import Context, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.scoring import line_of, number_after, run_scorer, write_gold, write_readings

GOALS = {
    "source exact": 0.76,
    "cue exact": 0.70,
    "content exact": 0.59,
    "source token": None,
    "cue token": None,
    "content token": None,
    "attribution exact": None,
    "attribution relaxed": 0.62,
}


def measure(context: Context) -> Measured:
    """F1 of each role's spans and of whole attributions."""
    records = context.records("polnear-dev.jsonl.gz")
    reads, seconds = timed_reads(context, [as_article(record) for record in records])
    output = run_scorer(
        context, "attribution.py", write_gold(context, records), write_readings(context, reads)
    )
    figures = (
        Figure(name, number_after(line_of(output, name), "'f1'"), goal) for name, goal in GOALS.items()
    )
    return Measured(len(records), seconds, tuple(figures))
