"""Events of which it is known whether they are right, by what open corpora say of their texts.

- MUC-4's test messages: an attack is right where it shares a party, a target or a weapon (by the last word) with a
  template of its message, or, telling of none, is of a template's kind. Messages without a template have no right one.
- PLOVER's records: right where it has the record's category, of which there is one, though a sentence may tell of more.
- MEANTIME: right where its trigger is marked as an event, with the same certainty, polarity and time as its status.
- ``events_judged.tsv``: events of reports drawn at random from BASIL, ECB+, PolNeAR and the kept marked stories, each
  judged once by hand: right where its words name an event of that category in the report, as what it is (done, denied,
  to come), whoever its parties are. The file names reports by hashes, and holds none of their words.
"""

import csv
import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.factuality import has_status
from sayso.core.article import Article
from sayso.read.events.lexicon import MISHAP
from sayso.read.events.mention import EventMention
from sayso.read.events.nominees import words_of
from training.attack_keys import keys_of
from training.marked import kept_stories

JUDGED = Path(__file__).parent / "events_judged.tsv"
CORPORA = ("muc4-tst1", "muc4-tst2", "plover-open", "meantime-open")
DRAWN = ("basil-open", "ecb-open", "polnear-dev")
STORIES = "wire"
_ALIASES = {"YIELD": "CONCEDE", "REQUEST": "DEMAND", "ACCUSE": "DISAPPROVE", "FIGHT": "ASSAULT"}
_MODES = {
    "BOMBING": ("bombing", "suicide-attack", "aerial"),
    "KIDNAPPING": ("kidnapping",),
    "HIJACKING": ("kidnapping", "other"),
    "ARSON": ("arson",),
    "ROBBERY": ("other",),
    "ATTACK": ("shooting", "clash", "aerial", "bombing", "other"),
}
Judged = Mapping[tuple[str, str, int, int, str], bool]


def judged_texts(data: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each text of which some events are judged, with its corpus: the corpora's records, and those that were drawn."""
    drawn = {(corpus, report) for corpus, report, *_ in read_judged()}
    for corpus in CORPORA:
        yield from ((corpus, record) for record in _records(data / f"{corpus}.jsonl.gz"))
    for corpus in DRAWN:
        for record in _records(data / f"{corpus}.jsonl.gz"):
            if (corpus, hashed(record["id"])) in drawn:
                yield corpus, record
    for story in kept_stories():
        for number, text in enumerate(story.reports):
            if (STORIES, hashed(f"{story.name}/{number}")) in drawn:
                yield STORIES, {"id": f"{story.name}/{number}", "text": text}


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        yield from map(json.loads, lines)


def read_judged() -> Judged:
    """What was judged by hand: whether the event of a report (by its hash) with a trigger and a type is right."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {
            (r["corpus"], r["report"], int(r["start"]), int(r["end"]), r["type"]): r["right"] == "1"
            for r in rows
        }


def hashed(name: str) -> str:
    """The name by which ``events_judged.tsv`` knows a report."""
    return hashlib.sha256(str(name).encode()).hexdigest()[:10]


def is_right(corpus: str, record: Mapping[str, Any], event: EventMention, judged: Judged) -> bool | None:
    """Whether ``event`` of a record is right, None where nobody knows."""
    kind = "-" if event.type == MISHAP else event.type
    if corpus in CORPORA[:2]:
        return _is_of_key(event, record["templates"]) if event.type == "ASSAULT" else None
    if corpus == "plover-open":
        return kind == _ALIASES.get(record["event"], record["event"])
    if corpus == "meantime-open":
        return has_status(record, event.trigger, event.status)
    return judged.get((corpus, hashed(record["id"]), event.trigger.start, event.trigger.end, kind))


def _is_of_key(event: EventMention, templates: list[dict[str, list[str]]]) -> bool:
    roles = event.roles
    spans = [*roles.actors, *roles.recipients, *roles.targets, *roles.instruments]
    spans += [harm.who for harm in event.harm if harm.who]
    if spans:
        told = {words[-1] for span in spans if (words := words_of(span))}
        asked = {words[-1] for keys in keys_of(templates).values() for key in keys for words in key}
        return bool(told & asked)
    kinds = (value.split()[0] for t in templates for value in t.get("INCIDENT: TYPE", []))
    return any(event.mode in _MODES.get(kind, ()) for kind in kinds)


def as_article(corpus: str, record: Mapping[str, Any]) -> Article:
    """A judged text as the reader takes it."""
    return Article(f"{corpus} {record['id']}", None, None, None, None, None, "en", record["text"])
