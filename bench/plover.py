"""Event categories against PLOVER's gold standard records."""

from bench.context import Context, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.scoring import line_of, number_after, run_scorer, write_gold, write_readings


def measure(context: Context) -> Measured:
    """The share of sentences in which the record's category is among those found."""
    records = context.records("plover-open.jsonl.gz")
    reads, seconds = timed_reads(context, [as_article(record) for record in records])
    output = run_scorer(
        context, "events.py", "plover", write_gold(context, records), write_readings(context, reads)
    )
    return Measured(
        len(records),
        seconds,
        (Figure("category found", number_after(line_of(output, "category found"), "(")),),
    )
