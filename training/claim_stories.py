"""Stories whose claims are known: ``training/stories`` and folders with a ``gold.json``, as in ``bench/stories``."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from sayso.collate.claims.units import Unit, make_units
from sayso.collate.entities import join_entities
from sayso.collate.sides import Sides, find_sides
from sayso.core.article import Article
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Reading, Voice
from sayso.gather import gather
from sayso.read.reader import Reader
from training.marked import Mark, MarkedStory

LEAST_OVERLAP = 0.5  # of a gold reading's words that the span which stands for it holds


@dataclass(frozen=True, slots=True)
class GoldReading:
    """How one report carries a claim."""

    claim: str
    article: str
    words: str
    voice: Voice


@dataclass(frozen=True, slots=True, eq=False)
class GoldStory:
    """A story's reports as read, and what claims are in them."""

    name: str
    units: Sequence[Unit]
    readings: dict[str, Reading]
    sides: Sides
    claims: tuple[GoldReading, ...]
    contested: frozenset[str]


def read_marked(stories: Iterable[MarkedStory], reader: Reader) -> Iterator[GoldStory]:
    """The stories as the reader reads them."""
    for story in stories:
        ids = [f"{story.name}-{number}" for number in range(len(story.reports))]
        reads = [reader.read_one(_article(id_, text)) for id_, text in zip(ids, story.reports, strict=True)]
        claims = [
            GoldReading(mark.claim, ids[mark.report], _longest(story.reports[mark.report], mark), mark.voice)
            for mark in story.marks
            if mark.claim is not None
        ]
        voices: dict[str, set[Voice]] = {}
        for reading in claims:
            voices.setdefault(reading.claim, set()).add(reading.voice)
        contested = frozenset(c for c, v in voices.items() if Voice.DENIED in v and len(v) > 1)
        yield _make(story.name, reads, claims, contested)


def _longest(text: str, mark: Mark) -> str:
    """The longest part of words that their cue splits: claims are contiguous."""
    start, end = max(mark.spans, key=lambda span: span[1] - span[0])
    return text[start:end]


def read_gold(folder: Path, reader: Reader) -> GoldStory:
    """The story of a folder with reports and a ``gold.json``."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    found = [a for a in gather(sorted(folder.glob("*.txt"))) if isinstance(a, Article)]
    id_of = {r: a.id for a in found for r in gold["reports"].values() if r in str(a.path)}
    claims = [
        GoldReading(claim["id"], id_of[r["report"]], r["span"], Voice(r["voice"]))
        for claim in gold["claims"]
        for r in claim["readings"]
    ]
    return _make(
        folder.name, list(reader.read(found)), claims, frozenset(c["claim"] for c in gold["conflicts"])
    )


def _make(
    name: str, reads: Sequence[ReadArticle], claims: Sequence[GoldReading], contested: frozenset[str]
) -> GoldStory:
    ordered = sorted(reads, key=lambda r: r.reading.id)
    cast = join_entities(ordered, {r.reading.id: 0 for r in ordered})
    units = [unit for read in ordered for unit in make_units(read, cast)]
    readings = {r.reading.id: r.reading for r in ordered}
    return GoldStory(name, units, readings, find_sides(ordered, cast), tuple(claims), contested)


def _article(id_: str, text: str) -> Article:
    return Article(
        id=id_, outlet=None, url=None, title=None, author=None, published=None, language="en", text=text
    )


@lru_cache(maxsize=1 << 18)
def overlap(gold: str, found: str) -> float:
    """How much of a gold reading's words a span holds, 0 where it is far longer; as the ledger's scorer measures it."""
    one, other = _words(gold), _words(found)
    if not one or not other or len(other) > 3 * len(one) + 8:
        return 0.0
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(one)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"[βΒ’'‘`]s\b", "s", text).replace("’", "").lower())
