"""Who is who within a report, against GUM's chains of people and organisations."""

from bench.context import Context, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.scoring import line_of, number_after, run_scorer, write_gold, write_readings


def measure(context: Context) -> Measured:
    """How many of GUM's mentions are found to the letter, and B-cubed on those."""
    records = context.records("gum-open.jsonl.gz")
    reads, seconds = timed_reads(context, [as_article(record) for record in records])
    output = run_scorer(
        context, "entities.py", "gum", write_gold(context, records), write_readings(context, reads)
    )
    found = Figure("mentions found", number_after(line_of(output, "mentions found"), "("))
    return Measured(
        len(records),
        seconds,
        (found, Figure("b3 on them", number_after(line_of(output, "b3 on them"), "f1"))),
    )
