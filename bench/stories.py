"""Which reports are about the same event, against BASIL (three outlets each) and ECB+ (confusable pairs)."""

from bench.context import Context, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.scoring import line_of, number_after, run_scorer, write_gold, write_ledger
from sayso.collate.ledger import collate


def measure_basil(context: Context) -> Measured:
    """Dated reports of 60 events, each told by three outlets."""
    return _measure(context, "basil-open.jsonl.gz")


def measure_ecb(context: Context) -> Measured:
    """Undated, short reports of 70 events in pairs that are easily confused."""
    return _measure(context, "ecb-open.jsonl.gz")


def _measure(context: Context, corpus: str) -> Measured:
    records = context.records(corpus)
    reads, seconds = timed_reads(context, [as_article(record) for record in records])
    ledger = write_ledger(context, collate(reads))
    output = run_scorer(context, "stories.py", write_gold(context, records), ledger)
    figures = [Figure(f"{n} f1", number_after(line_of(output, n), "f1")) for n in ("bcubed", "pairwise")]
    precision = Figure("pairwise precision", number_after(line_of(output, "pairwise"), "p "))
    return Measured(len(records), seconds, (*figures, precision))
