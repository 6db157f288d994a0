"""Names against CoNLL-2003: span and kind."""

from bench.context import Context, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.scoring import line_of, number_after, run_scorer, write_gold, write_readings

KINDS = ("person", "organisation", "place", "other", "all")


def measure(context: Context) -> Measured:
    """F1 of mentions, by kind. The sentences stand alone and tokenised, unlike a report's."""
    records = context.records("conll-dev.jsonl.gz")
    articles = [as_article(record, str(number)) for number, record in enumerate(records)]
    reads, seconds = timed_reads(context, articles)
    gold, readings = write_gold(context, records), write_readings(context, reads)
    output = run_scorer(context, "entities.py", "conll", gold, readings)
    return Measured(
        len(records), seconds, tuple(Figure(k, number_after(line_of(output, k), "f1")) for k in KINDS)
    )
