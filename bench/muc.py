"""Events against MUC-4's test sets: who did what to whom, with what, and how many came to harm."""

from bench.context import Context, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.scoring import line_of, number_after, run_scorer, write_gold, write_readings

PARTS = ("tst1", "tst2")
NAMES = (
    "perpetrator exact",
    "target exact",
    "human exact",
    "instrument exact",
    "all roles exact",
    "all roles head",
    "harm",
    "message relevant",
)


def measure(context: Context) -> Measured:
    """F1 of role fillers, of harm figures, and of which messages tell of an attack; each test set by itself."""
    count, seconds = 0, 0.0
    figures: list[Figure] = []
    for part in PARTS:
        records = context.records(f"muc4-{part}.jsonl.gz")
        reads, spent = timed_reads(context, [as_article(record) for record in records])
        output = run_scorer(
            context, "events.py", "muc", write_gold(context, records), write_readings(context, reads)
        )
        figures += [Figure(f"{part} {name}", number_after(line_of(output, name), "f1")) for name in NAMES]
        count, seconds = count + len(records), seconds + spent
    return Measured(count, seconds, tuple(figures))
