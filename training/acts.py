"""The sentences by which acts are learned: ``acts.tsv``, and ``acts_unseen.tsv`` to test with.

A line holds an act, a tab and a sentence in which ``<source>``, ``{cue}`` and ``[content]`` are marked. A line that
begins with ``+`` goes on with the passage of the line before; the act ``-`` stands before a sentence that nobody is
said to say. All of it is invented.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.core.reading import Act
from sayso.core.span import Span
from sayso.read.spans import Attribution

FOLDER = Path(__file__).resolve().parent
TRAINING, UNSEEN = FOLDER / "acts.tsv", FOLDER / "acts_unseen.tsv"

_MARK = re.compile(r"[<>{}\[\]]")
_OPENING = {"<": "source", "{": "cue", "[": "content"}


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that follow each other, and the act of each attribution in them."""

    text: str
    attributions: tuple[Attribution, ...]
    acts: tuple[Act, ...]


def read_passages(path: Path) -> list[Passage]:
    """The passages of a file. Raises ValueError about a line that has no act or no content."""
    with path.open(encoding="utf-8") as lines:
        return [_passage(group) for group in _grouped(line.rstrip("\n") for line in lines)]


def _grouped(lines: Iterable[str]) -> Iterator[list[tuple[str, str]]]:
    group: list[tuple[str, str]] = []
    for line in lines:
        act, _, marked = line.removeprefix("+").partition("\t")
        if group and not line.startswith("+"):
            yield group
            group = []
        group.append((act, marked))
    if group:
        yield group


def _passage(lines: Sequence[tuple[str, str]]) -> Passage:
    text = "\n\n".join(_MARK.sub("", marked) for _, marked in lines)
    attributions, acts = [], []
    start = 0
    for act, marked in lines:
        if act != "-":
            attributions.append(_attribution(text, start, marked))
            acts.append(Act(act))
        start += len(_MARK.sub("", marked)) + 2
    return Passage(text, tuple(attributions), tuple(acts))


def _attribution(text: str, start: int, marked: str) -> Attribution:
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    opened, role = 0, ""
    for number, mark in enumerate(_MARK.finditer(marked)):
        at = start + mark.start() - number
        if mark.group() in _OPENING:
            opened, role = at, _OPENING[mark.group()]
        else:
            spans[role].append(Span.of(text, opened, at))
    if not spans["content"]:
        raise ValueError(f"nothing is said in {marked!r}")
    source, cue, content = (tuple(spans[role]) for role in ("source", "cue", "content"))
    return Attribution(source, cue, content, 1.0)
