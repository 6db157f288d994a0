"""Invented affairs with the stories that they consist of: the files beside ``training/affairs/affairs.txt``.

``# affair``, ``## story``, ``### outlet``, then the report. Reports of a story tell of one event; those of one affair
share its people and places, on other days. ``training/stories`` holds more stories, each an affair by itself.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.marked import kept_stories, learnt_stories

FOLDER = Path(__file__).parent / "affairs"
_EVERY = 3  # of the marked stories; they weigh enough


def affair_records() -> list[dict[str, Any]]:
    """Give all reports as records with ``id``, ``outlet``, ``text``, ``topic`` and ``story``."""
    return [*_affairs((FOLDER / "affairs.txt").read_text("utf-8")), *_stories()]


def _affairs(text: str) -> Iterator[dict[str, Any]]:
    for affair in _parts(text, "# "):
        topic, _, rest = affair.partition("\n")
        for story in _parts(rest, "## "):
            name, _, reports = story.partition("\n")
            for number, report in enumerate(_parts(reports, "### ")):
                outlet, _, words = report.partition("\n")
                own = f"{topic}/{name}"
                yield {
                    "id": f"{own}/{number}",
                    "outlet": outlet,
                    "text": words.strip(),
                    "topic": topic,
                    "story": own,
                }


def _parts(text: str, mark: str) -> list[str]:
    return [part for part in ("\n" + text).split("\n" + mark)[1:] if part.strip()]


def _stories() -> Iterator[dict[str, Any]]:
    for story in [*learnt_stories(), *kept_stories()][::_EVERY]:
        for number, report in enumerate(story.reports):
            own = f"{story.name}/{number}"
            yield {"id": own, "text": report, "topic": story.name, "story": story.name}
