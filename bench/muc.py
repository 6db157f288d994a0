"""Events against MUC-4's test sets: who did what to whom, with what, and how many came to harm."""

from bench.context import Context, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.scoring import line_of, number_after, run_scorer, write_gold, write_readings

NAMES = (
    "perpetrator head",
    "target head",
    "human head",
    "instrument head",
    "all roles head",
    "harm",
    "message relevant",
)


def measure(context: Context) -> Measured:
    """F1 of role fillers by their last word, of harm figures, and of which messages tell of an attack."""
    records = context.records("muc4-tst1.jsonl.gz", "muc4-tst2.jsonl.gz")
    reads, seconds = timed_reads(context, [as_article(record) for record in records])
    output = run_scorer(
        context, "events.py", "muc", write_gold(context, records), write_readings(context, reads)
    )
    return Measured(
        len(records), seconds, tuple(Figure(n, number_after(line_of(output, n), "f1")) for n in NAMES)
    )
