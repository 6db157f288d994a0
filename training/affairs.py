"""Invented affairs with the stories that they consist of, in ``training/affairs``.

``# affair``, ``## story``, ``### outlet`` with the day of publication in brackets where one is known, then the
report. Reports of a story tell of one event; those of one affair share its people and places, on other days.
``affairs.txt`` and ``small.txt`` (four to eight reports each, as people gather them) are fitted on; ``kept.txt`` is
like the second and kept for measuring. ``training/stories`` holds more stories, each an affair by itself.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

from training.marked import kept_stories, learnt_stories

FOLDER = Path(__file__).parent / "affairs"
_EVERY = 3  # of the marked stories one is taken, by its name; they weigh enough
_OUTLET = re.compile(r"(?P<outlet>.*?)(?: \((?P<day>\d{4}-\d\d-\d\d)\))?")


def affair_records() -> list[dict[str, Any]]:
    """Give the reports to fit on as records: ``id``, ``outlet``, ``text``, ``published``, ``topic`` and ``story``."""
    return [*read_affairs("affairs.txt"), *read_affairs("small.txt"), *_stories()]


def kept_records() -> list[dict[str, Any]]:
    """Give the reports that are kept for measuring."""
    return list(read_affairs("kept.txt"))


def read_affairs(name: str) -> Iterator[dict[str, Any]]:
    """Give the reports of one file."""
    for affair in _parts((FOLDER / name).read_text("utf-8"), "# "):
        topic, _, rest = affair.partition("\n")
        for story in _parts(rest, "## "):
            event, _, reports = story.partition("\n")
            for number, report in enumerate(_parts(reports, "### ")):
                head, _, words = report.partition("\n")
                yield {
                    "id": f"{topic}/{event}/{number}",
                    **_facts(head),
                    "text": words.strip(),
                    "topic": topic,
                    "story": f"{topic}/{event}",
                }


def _facts(head: str) -> dict[str, str | None]:
    found = _OUTLET.fullmatch(head)
    return {"outlet": found["outlet"], "published": found["day"]} if found else {}


def _parts(text: str, mark: str) -> list[str]:
    return [part for part in ("\n" + text).split("\n" + mark)[1:] if part.strip()]


def _stories() -> Iterator[dict[str, Any]]:
    for story in [*learnt_stories(), *kept_stories()]:
        if crc32(story.name.encode()) % _EVERY:
            continue
        for number, report in enumerate(story.reports):
            own = f"{story.name}/{number}"
            yield {"id": own, "text": report, "topic": story.name, "story": story.name}
