"""Attribution spans on PolNeAR cut into rows, on which CofeNet's figures are (COLING 2022)."""

from bench.context import Context, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.scoring import line_of, number_after, run_scorer, write_gold, write_readings


def measure(context: Context) -> Measured:
    """F1 of each contiguous span by itself; a row is read without the rows around it."""
    records = context.records("polnear-rows-dev.jsonl.gz")
    reads, seconds = timed_reads(context, [as_article(record) for record in records])
    output = run_scorer(
        context, "attribution.py", write_gold(context, records), write_readings(context, reads)
    )
    names = ("source span", "cue span", "content span")
    return Measured(
        len(records), seconds, tuple(Figure(n, number_after(line_of(output, n), "'f1'")) for n in names)
    )
