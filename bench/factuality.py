"""Whether events are said to have happened, against MEANTIME's certainty, polarity and time of event mentions."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from bench.context import Context, Record, as_article, timed_reads
from bench.figures import Figure, Measured
from sayso.core.reading import Reading, Status
from sayso.core.span import Span

_OURS = {Status.DENIED: "negated", Status.PLANNED: "future", Status.THREATENED: "future"}  # else "happened"


def measure(context: Context) -> Measured:
    """Of events whose trigger is one of MEANTIME's: the share with the right status, and F1 of what did not happen.

    Three classes: what happened, what is negated, and what is yet to be; F1 takes the last two together.
    """
    records = context.records("meantime-open.jsonl.gz")
    reads, seconds = timed_reads(context, [as_article(record) for record in records])
    tally: Counter[tuple[str, str]] = Counter()
    for record, read in zip(records, reads, strict=True):
        tally.update(_pairs(record, read.reading))
    return Measured(len(records), seconds, tuple(_figures(tally)))


def _pairs(record: Record, reading: Reading) -> Iterator[tuple[str, str]]:
    gold = [m for m in record["mentions"] if m["kind"] == "event" and _class(m)]
    for event in reading.events:
        if mention := next((m for m in gold if _holds(m, event.trigger)), None):
            yield _class(mention), _OURS.get(event.status, "happened")


def _class(mention: dict[str, Any]) -> str:
    """``happened``, ``negated`` or ``future``; empty where the annotators left it open or call it only possible."""
    if mention.get("polarity") == "NEG":
        return "negated"
    if mention.get("time") == "FUTURE":
        return "future"
    happened = (mention.get("certainty"), mention.get("polarity"), mention.get("time"))
    return "happened" if happened == ("CERTAIN", "POS", "NON_FUTURE") else ""


def _holds(mention: dict[str, Any], trigger: Span) -> bool:
    return any(start < trigger.end and trigger.start < end for start, end in mention["spans"])


def has_status(record: Mapping[str, Any], trigger: Span, status: Status) -> bool | None:
    """Whether MEANTIME marks an event at ``trigger``, and one of this status; None behind the part that is marked."""
    events = [mention for mention in record["mentions"] if mention["kind"] == "event"]
    if trigger.start > max((end for mention in events for _, end in mention["spans"]), default=0):
        return None
    mention = next((m for m in events if _holds(m, trigger)), None)
    return mention is not None and _class(mention) in ("", _OURS.get(status, "happened"))


def _figures(tally: Counter[tuple[str, str]]) -> Iterator[Figure]:
    right = sum(n for (gold, ours), n in tally.items() if gold == ours)
    yield Figure("status right", right / max(1, tally.total()))
    undone = [(gold != "happened", ours != "happened", n) for (gold, ours), n in tally.items()]
    both = sum(n for gold, ours, n in undone if gold and ours)
    yield Figure("undone f1", 2 * both / max(1, sum((gold + ours) * n for gold, ours, n in undone)))
    yield Figure("events compared", tally.total())
