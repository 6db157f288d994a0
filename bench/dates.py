"""Dates against TimeBank and AQUAINT (TIMEX3), counted as TempEval-3 does."""

from bench.context import Context, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.scoring import line_of, number_after, run_scorer, write_gold, write_readings

NAMES = ("strict", "relaxed", "value")


def measure(context: Context) -> Measured:
    """F1 of spans to the letter, of spans that overlap, and of those whose value is right too."""
    records = context.records("timex-train.jsonl.gz")
    reads, seconds = timed_reads(context, [as_article(record) for record in records])
    output = run_scorer(context, "dates.py", write_gold(context, records), write_readings(context, reads))
    return Measured(
        len(records), seconds, tuple(Figure(n, number_after(line_of(output, n), "f1")) for n in NAMES)
    )
