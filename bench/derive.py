"""Derives reports from the invented originals of ``bench/originals``, as desks do: cut, reworded, merged, excerpted.

A line of an original is a list: the words as published, the same reworded by hand, then for each quotation in them
(``{0}``, ``{1}``) its words and the words of another translation. Everything that is drawn is drawn from a seed.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sayso.core.article import Article

FOLDER = Path(__file__).resolve().parent / "originals"
UNDATED = 0.3  # of the derived reports
CREDITED = 0.35
LOSES = (
    0.75  # a derived report with less of the original's words, and none of its own, is told by containment
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an original: ``frames`` and each of ``quotes`` are the words and the same reworded."""

    frames: tuple[str, str]
    quotes: tuple[tuple[str, str], ...]

    def render(self, *, frame: int = 0, quote: int = 0) -> str:
        """The line with its frame and its quotations as published (0) or reworded (1)."""
        words = self.frames[frame]
        for number, pair in enumerate(self.quotes):
            words = words.replace(f"{{{number}}}", pair[quote])
        return words


@dataclass(frozen=True, slots=True)
class Original:
    """A report that outlets derive theirs from."""

    id: str
    story: str
    outlet: str
    short: str
    published: str
    title: str
    retitle: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The report as published."""
        return "\n\n".join([self.title, *(line.render() for line in self.lines)])


@dataclass(frozen=True, slots=True)
class Edge:
    """A derived report and one of its sources; ``is_directed`` says whether a reader could tell which came first."""

    copy: str
    source: str
    kind: str
    is_directed: bool


@dataclass(slots=True)
class _Draft:
    sources: list[Original]
    lines: list[str]
    own: list[str] = field(default_factory=list)


class Deriver:
    """Makes ten derived reports of each original of one half (``tune`` or ``held``)."""

    def __init__(self, half: str, seed: int = 0) -> None:
        self.seed = f"{half} {seed}"
        self.originals, self._own = _load(half, self.seed)
        self.articles: list[Article] = [_as_article(o) for o in self.originals]
        self.edges: list[Edge] = []
        for original in self.originals:
            for kind, make in KINDS.items():
                self._derive(original, kind, make)

    def _derive(self, original: Original, kind: str, make: "Kind") -> None:
        draw = random.Random(f"{self.seed} {original.id} {kind}")  # noqa: S311 - a seeded draw, nothing secret
        draft = make(original, self, draw)
        is_dated, is_credited = draw.random() >= UNDATED, kind == "excerpt" or draw.random() < CREDITED
        if not (is_dated or is_credited):
            draft.own = []
        id_ = f"{original.id}-{kind}"
        lines = _with_own(draft, draw)
        if is_credited:
            lines = _credit(lines, draft.sources, kind, draw)
        kept = sum(map(len, draft.lines)) / sum(len(s.text) for s in draft.sources)
        for source in draft.sources:
            told = is_dated or is_credited or len(draft.sources) > 1 or (kept < LOSES and not draft.own)
            self.edges.append(Edge(id_, source.id, kind, told))
        outlet = draw.choice(_extra()["outlets"])
        title = draw.choice(original.retitle)
        text = "\n\n".join([title, *lines, *draw.sample(_extra()["tails"], draw.random() < 0.3)])
        if draw.random() < 0.3:
            text = text.translate({0x201C: '"', 0x201D: '"', 0x2019: "'"})
        latest = max(datetime.fromisoformat(s.published) for s in draft.sources)
        published = (latest + timedelta(minutes=draw.randrange(40, 2000))).isoformat() if is_dated else None
        self.articles.append(Article(id_, outlet, None, title, None, published, "en", text))

    def own(self, original: Original, count: int) -> list[str]:
        """Sentences that no other report has."""
        return [self._own[original.story].pop() for _ in range(count)]

    def partner(self, original: Original, draw: random.Random) -> Original:
        """Another original: of the same story."""
        return draw.choice([o for o in self.originals if o.story == original.story and o is not original])


Kind = Callable[[Original, Deriver, random.Random], _Draft]


def _headline(original: Original, deriver: Deriver, draw: random.Random) -> _Draft:
    return _Draft([original], [line.render() for line in original.lines])


def _truncate(original: Original, deriver: Deriver, draw: random.Random) -> _Draft:
    keep = max(3, round(len(original.lines) * draw.uniform(0.35, 0.7)))
    return _Draft([original], [line.render() for line in original.lines[:keep]])


def _reorder(original: Original, deriver: Deriver, draw: random.Random) -> _Draft:
    lines = [line.render() for line in original.lines]
    draw.shuffle(lines)
    return _Draft([original], lines[draw.randrange(2) :])


def _edit(original: Original, deriver: Deriver, draw: random.Random) -> _Draft:
    lines = [_swap(line.render(), draw) for line in original.lines]
    del lines[draw.randrange(len(lines))]
    return _Draft([original], lines)


def _paraphrase(original: Original, deriver: Deriver, draw: random.Random) -> _Draft:
    lines = [line.render(frame=1, quote=1) for line in original.lines]
    return _Draft([original], _jumble(lines, draw))


def _rewrite(original: Original, deriver: Deriver, draw: random.Random) -> _Draft:
    lines = [line.render(frame=1) for line in original.lines]
    return _Draft([original], _jumble(lines, draw), deriver.own(original, int(draw.random() < 0.3)))


def _translated(original: Original, deriver: Deriver, draw: random.Random) -> _Draft:
    lines = [line.render(frame=int(draw.random() < 0.4), quote=1) for line in original.lines]
    return _Draft([original], lines)


def _merge(original: Original, deriver: Deriver, draw: random.Random) -> _Draft:
    other = deriver.partner(original, draw)
    frame = int(draw.random() < 0.4)
    parts = [[line.render(frame=frame) for line in o.lines] for o in (original, other)]
    kept = [part[: max(4, round(len(part) * draw.uniform(0.5, 0.9)))] for part in parts]
    lines = kept[0] + kept[1] if draw.random() < 0.5 else _interleave(kept)
    return _Draft([original, other], lines)


def _excerpt(original: Original, deriver: Deriver, draw: random.Random) -> _Draft:
    start = draw.randrange(len(original.lines) - 3)
    lines = [line.render() for line in original.lines[start : start + draw.randrange(2, 4)]]
    return _Draft([original], lines, deriver.own(original, 3))


def _mixed(original: Original, deriver: Deriver, draw: random.Random) -> _Draft:
    lines = [_swap(line.render(frame=int(draw.random() < 0.25)), draw) for line in original.lines]
    lines = _jumble(lines, draw)[: round(len(lines) * draw.uniform(0.5, 0.9))]
    return _Draft([original], lines, deriver.own(original, 1))


KINDS: dict[str, Kind] = {
    "headline": _headline,
    "truncate": _truncate,
    "reorder": _reorder,
    "edit": _edit,
    "paraphrase": _paraphrase,
    "rewrite": _rewrite,
    "translated": _translated,
    "merge": _merge,
    "excerpt": _excerpt,
    "mixed": _mixed,
}


def _swap(line: str, draw: random.Random) -> str:
    """Swap some words outside the quotations."""
    parts = re.split(r"(“[^”]*”)", line)
    for number, part in enumerate(parts):
        if not part.startswith("“"):
            for word, instead in _synonyms():
                if draw.random() < 0.7:
                    part = re.sub(rf"\b{word}\b", instead, part, count=1)
            parts[number] = part
    return "".join(parts)


def _jumble(lines: Sequence[str], draw: random.Random) -> list[str]:
    """Move some lines by a place or two and leave up to two out."""
    places = sorted(range(len(lines)), key=lambda n: n + draw.uniform(0, 2.5))
    for _ in range(draw.randrange(3)):
        places.remove(draw.choice(places[1:]))
    return [lines[n] for n in places]


def _interleave(parts: Sequence[Sequence[str]]) -> list[str]:
    longest = max(map(len, parts))
    return [part[n] for n in range(longest) for part in parts if n < len(part)]


def _with_own(draft: _Draft, draw: random.Random) -> list[str]:
    lines = list(draft.lines)
    first = draw.randrange(len(lines) + 1)
    for number, line in enumerate(draft.own):
        lines.insert(min(first + (number if len(draft.own) > 2 else number * 2), len(lines)), line)
    return lines


def _credit(lines: list[str], sources: Sequence[Original], kind: str, draw: random.Random) -> list[str]:
    names = " and ".join(s.outlet for s in sources)
    if kind == "excerpt":
        return [f"{lines[0]}", *lines[1:], f"{names} reported this first."]
    if draw.random() < 0.5:
        return [*lines[:-1], f"{lines[-1]} ({', '.join(s.short for s in sources)})"]
    return [
        *lines,
        draw.choice([f"Source: {names}", f"With material from {names}.", f"(First published by {names})"]),
    ]


def _load(half: str, seed: str) -> tuple[list[Original], dict[str, list[str]]]:
    stories: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{half}.yaml").read_text("utf8"))
    originals, own = [], {}
    for number, story in enumerate(stories):  # each story has templates of its own
        name = story["story"]
        templates = _extra()["own"][number :: len(stories)]
        own[name] = _own_lines([*templates, *story["own"]], random.Random(f"{seed} {name}"))  # noqa: S311 - as above
        originals += [_as_original(name, report) for report in story["reports"]]
    return originals, own


def _own_lines(written: Sequence[str], draw: random.Random) -> list[str]:
    extra = _extra()
    names = re.compile(r"\{(\w+)\}")
    lines = [names.sub(lambda m: draw.choice(extra[m[1]]), line) for line in written]
    lines = [line[:1].upper() + line[1:] for line in lines]
    draw.shuffle(lines)
    return lines


def _as_original(story: str, record: dict[str, Any]) -> Original:
    lines = []
    for words, reworded, *quotes in record.pop("lines"):
        lines.append(Line((words, reworded), tuple(zip(quotes[::2], quotes[1::2], strict=True))))
    stamp = record.pop("published")
    published = stamp if isinstance(stamp, str) else stamp.isoformat()
    return Original(
        story=story, lines=tuple(lines), published=published, retitle=tuple(record.pop("retitle")), **record
    )


def _as_article(original: Original) -> Article:
    return Article(
        original.id, original.outlet, None, original.title, None, original.published, "en", original.text
    )


@cache
def _extra() -> dict[str, Any]:
    extra: dict[str, Any] = yaml.safe_load((FOLDER / "lines.yaml").read_text("utf8"))
    return extra


@cache
def _synonyms() -> list[tuple[str, str]]:
    rows = (FOLDER / "synonyms.tsv").read_text("utf8").splitlines()
    return [(row.split("\t")[0], row.split("\t")[1]) for row in rows if row and not row.startswith("#")]
