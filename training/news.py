"""Marked news: real stories in which statements and claims are marked by hand, kept as offsets.

The articles' words may not enter the project, so ``training/stories/news`` says only where the marked words stand in
the open corpora (BASIL, ECB+); where those are absent there is nothing to read. ``learnt`` are the stories that the
encoder learns from, ``kept`` those on which is fitted and measured what rests on its vectors.
"""

from pathlib import Path

from bench.basil_gold import Found, find_texts
from bench.offsets import OffsetReading, OffsetStatement
from sayso.core.reading import Voice
from training.marked import FOLDER, Mark, MarkedStory

NEWS = FOLDER / "news"
DATA = Path(__file__).parents[2] / "shared" / "data"
CORPORA = ("basil", "ecb")


def learnt_news(data: Path = DATA) -> list[MarkedStory]:
    """The stories that the encoder learns from; none where the corpora are not in ``data``."""
    return _stories("learnt", data)


def kept_news(data: Path = DATA) -> list[MarkedStory]:
    """The stories that it does not learn from; none where the corpora are not in ``data``."""
    return _stories("kept", data)


def _stories(part: str, data: Path) -> list[MarkedStory]:
    files = {name: data / f"{name}-open.jsonl.gz" for name in CORPORA}
    return [
        to_marked(found)
        for name, file in files.items()
        if file.exists()
        for found in find_texts(file, NEWS / name / part)
    ]


def to_marked(found: Found) -> MarkedStory:
    """A story's reports with their marks in the order of the text; words that are a statement and a claim have one."""
    outlets = list(found.marked.reports)
    marks: dict[tuple[str, tuple[int, int]], Mark] = {}
    for statement in found.marked.statements:
        marks[statement.report, statement.span] = _mark(outlets, statement, Voice.ATTRIBUTED)
        marks[statement.report, statement.span].act = statement.act
    for claim in found.marked.claims:
        for reading in claim.readings:
            place = reading.report, reading.span
            mark = marks.setdefault(place, _mark(outlets, reading, reading.voice))
            mark.claim, mark.voice = claim.id, reading.voice
    ordered = sorted(marks.values(), key=lambda mark: (mark.report, mark.spans))
    return MarkedStory(found.name, [found.texts[outlet] for outlet in outlets], ordered)


def _mark(outlets: list[str], words: OffsetStatement | OffsetReading, voice: Voice) -> Mark:
    return Mark(outlets.index(words.report), [words.span], None, voice, None, words.speaker)
