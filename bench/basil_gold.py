"""Gold for ten stories of BASIL, kept as offsets, since the articles' words may not enter the project.

``python -m bench.basil_gold DATA OUT`` writes each story's texts and ``gold.json`` to a folder below ``OUT``, ready
for ``score/ledger.py``; ``DATA`` is ``basil-open.jsonl.gz``. How the gold was marked: ``bench/basil/README.md``.
"""

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from bench.gold import Gold
from bench.offsets import OffsetGold, OffsetReport, to_gold

TUNE = ("offer", "pension")  # to see what goes wrong
# for reports of figures only: nobody reads their errors
HELD = ("apology", "certificate", "charges", "debate", "photo", "principles", "remark", "service")

PROJECT = Path(__file__).resolve().parent.parent
OFFSETS = PROJECT / "bench" / "basil"


class BasilGoldError(Exception):
    """The offsets do not belong to these data, or what they stand for would be written into the project."""


@dataclass(frozen=True, slots=True)
class GoldStory:
    """A story's reports by id, and what is in them."""

    name: str
    texts: dict[str, str]
    gold: Gold


@dataclass(frozen=True, slots=True)
class Found:
    """The offsets of a story, and the texts by outlet in which they count."""

    name: str
    marked: OffsetGold
    texts: dict[str, str]


def find_texts(data: Path, offsets: Path) -> Iterator[Found]:
    """Each story of ``offsets`` with its texts. Raises BasilGoldError where a report is absent or has changed."""
    records = _read_records(data)
    for path in sorted(offsets.glob("*.json")):
        marked = TypeAdapter(OffsetGold).validate_json(path.read_bytes())
        texts = {
            outlet: _checked_text(report, records.get((marked.story, report.id)))
            for outlet, report in marked.reports.items()
        }
        yield Found(path.stem, marked, texts)


def read_stories(data: Path, offsets: Path = OFFSETS) -> Iterator[GoldStory]:
    """Each story of ``offsets`` with its words. Raises BasilGoldError where a report is absent or has changed."""
    for found in find_texts(data, offsets):
        by_id = {report.id: found.texts[outlet] for outlet, report in found.marked.reports.items()}
        yield GoldStory(found.name, by_id, to_gold(found.marked, found.texts))


def write_stories(data: Path, out: Path) -> None:
    """A folder for each story: a text file a report, and ``gold.json``. Raises BasilGoldError."""
    if out.resolve().is_relative_to(PROJECT):
        raise BasilGoldError(f"{out} lies in the project, which the articles' words may not enter")
    for story in read_stories(data):
        folder = out / story.name
        folder.mkdir(parents=True, exist_ok=True)
        for id_, text in story.texts.items():
            (folder / f"{id_}.txt").write_bytes(text.encode())
        (folder / "gold.json").write_bytes(TypeAdapter(Gold).dump_json(story.gold, indent=1))


def _read_records(data: Path) -> dict[tuple[str, str], str]:
    # some ids stand for several reports, hence the story
    with gzip.open(data, "rt", encoding="utf8") as file:
        return {(record["story"], record["id"]): record["text"] for record in map(json.loads, file)}


def _checked_text(report: OffsetReport, text: str | None) -> str:
    if text is None:
        raise BasilGoldError(f"report {report.id} is not in the data")
    found = hashlib.sha256(text.encode()).hexdigest()
    if found != report.sha256:
        raise BasilGoldError(
            f"report {report.id} has changed: its text hashes to {found}, not {report.sha256}"
        )
    return text


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path, help="basil-open.jsonl.gz")
    parser.add_argument("out", type=Path, help="a folder outside the project")
    given = parser.parse_args()
    try:
        write_stories(given.data, given.out)
    except BasilGoldError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
