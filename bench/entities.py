"""Names against CoNLL-2003: span and kind."""

import dataclasses
from collections.abc import Sequence

from bench.context import Context, Record, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.scoring import line_of, number_after, run_scorer, write_gold, write_readings
from sayso.core.read_article import ReadArticle
from sayso.core.reading import MentionForm

KINDS = ("person", "organisation", "place", "other", "all")


def measure(context: Context) -> Measured:
    """F1 of mentions, by kind, and of those alone that are names. The sentences stand alone and tokenised."""
    records = context.records("conll-dev.jsonl.gz")
    articles = [as_article(record, str(number)) for number, record in enumerate(records)]
    reads, seconds = timed_reads(context, articles)
    output = _score(context, records, reads)
    figures = [Figure(kind, number_after(line_of(output, kind), "f1")) for kind in KINDS]
    names = _score(context, records, [_with_names_alone(read) for read in reads])
    figures.append(Figure("all, names alone", number_after(line_of(names, "all"), "f1")))
    return Measured(len(records), seconds, tuple(figures))


def _score(context: Context, records: Sequence[Record], reads: Sequence[ReadArticle]) -> str:
    return run_scorer(
        context, "entities.py", "conll", write_gold(context, records), write_readings(context, reads)
    )


def _with_names_alone(read: ReadArticle) -> ReadArticle:
    """The reading without the mentions that are descriptions and pronouns, which CoNLL-2003 does not mark."""
    names = tuple(mention for mention in read.reading.mentions if mention.form is MentionForm.NAME)
    return dataclasses.replace(read, reading=dataclasses.replace(read.reading, mentions=names))
