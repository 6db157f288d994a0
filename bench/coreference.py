"""Who is who within a report, against GUM's chains of people and organisations."""

import dataclasses
from collections.abc import Sequence

from bench.context import Context, Record, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.scoring import line_of, number_after, run_scorer, write_gold, write_readings
from sayso.core.read_article import ReadArticle

FOLDS, HELD_OUT = 5, 4  # the encoder's head for mentions was not trained on every fifth document


def measure(context: Context) -> Measured:
    """How many of GUM's mentions are found to the letter, and B-cubed on those.

    The figures of the documents that the head for mentions never saw stand first; who links them was fitted on all
    documents, so for that part see the cross-validation of ``training.fit_coreference``.
    """
    records = context.records("gum-open.jsonl.gz")
    reads, seconds = timed_reads(context, [as_article(record) for record in records])
    unseen = [n for n in range(len(records)) if n % FOLDS == HELD_OUT]
    figures = _figures(context, [records[n] for n in unseen], [reads[n] for n in unseen], " (unseen)")
    return Measured(len(records), seconds, (*figures, *_figures(context, records, reads, "")))


def _figures(
    context: Context, records: Sequence[Record], reads: Sequence[ReadArticle], note: str
) -> tuple[Figure, ...]:
    if not records:
        return ()
    place = context.folder / f"part{len(records)}"
    place.mkdir(exist_ok=True)
    here = dataclasses.replace(context, folder=place)
    output = run_scorer(here, "entities.py", "gum", write_gold(here, records), write_readings(here, reads))
    found = number_after(line_of(output, "mentions found"), "(")
    agreed = number_after(line_of(output, "b3 on them"), "f1")
    return Figure(f"mentions found{note}", found), Figure(f"b3 on them{note}", agreed)
