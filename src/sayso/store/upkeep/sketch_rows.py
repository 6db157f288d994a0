"""Sketches of reports and the scores between them: the graph in which affairs are found, as the desk keeps it."""

from collections.abc import Mapping, Sequence

import numpy as np
from sqlalchemy import Connection, delete, func, insert, or_, select

from sayso.collate.stories.candidates import SHARED, are_near
from sayso.collate.stories.sketches import FLOOR, Sketch, score_with
from sayso.store.schema import articles, likenesses, sketch_keys, sketches
from sayso.store.upkeep.part_rows import slices

_HEAD = np.dtype("<i4")
_CACHED = 20_000  # sketches in memory, 4 to 5 kB each


class StoredGraph:
    """The scores of pairs of reports on the desk, within one transaction; what was asked for is remembered."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._near: dict[str, dict[str, float]] = {}
        self._numbers: dict[str, int] = {}
        self._sketches: dict[int, Sketch] = {}

    def near(self, report: str) -> Mapping[str, float]:
        """Return the reports compared with one, and their scores above the floor."""
        if report not in self._near:
            wanted = (
                select(articles.c.id, articles.c.number, likenesses.c.score)
                .join(likenesses, likenesses.c.other == articles.c.number)
                .where(likenesses.c.article == self.number(report))
            )
            rows = self._connection.execute(wanted).all()
            self._numbers.update((row.id, row.number) for row in rows)
            self._near[report] = {row.id: row.score for row in rows}
        return self._near[report]

    def number(self, report: str) -> int:
        """Return a report's number on the desk."""
        if report not in self._numbers:
            wanted = select(articles.c.number).where(articles.c.id == report)
            self._numbers[report] = self._connection.execute(wanted).scalar_one()
        return self._numbers[report]

    def put(self, number: int, sketch: Sketch) -> set[str]:
        """Put a report into the graph in place of what it was; return whom it was or is like, itself included."""
        if self._read([number]).get(number) == (form := pack(sketch)):
            return {sketch.id, *self.near(sketch.id)}
        before = set(self.near(sketch.id))
        self._take_out(number)
        scores = self._compare(number, sketch)
        self._connection.execute(insert(sketches).values(article=number, form=form))
        if sketch.keys:
            keys = [{"key": key, "article": number} for key in sketch.keys]
            self._connection.execute(insert(sketch_keys), keys)
        rows = [
            {"article": a, "other": b, "score": score}
            for other, score in scores.items()
            for a, b in ((number, other), (other, number))
        ]
        if rows:
            self._connection.execute(insert(likenesses), rows)
        if len(self._sketches) < _CACHED:
            self._sketches[number] = sketch
        self._near.pop(sketch.id, None)
        touched = before | set(self.near(sketch.id))
        for other in touched:
            self._near.pop(other, None)
        return {sketch.id} | touched

    def _take_out(self, number: int) -> None:
        own = or_(likenesses.c.article == number, likenesses.c.other == number)
        others = select(likenesses.c.other).where(likenesses.c.article == number)
        mirrored = likenesses.c.article.in_(others) & (likenesses.c.other == number)
        self._connection.execute(delete(likenesses).where(mirrored))
        self._connection.execute(delete(likenesses).where(own & (likenesses.c.article == number)))
        for table in (sketch_keys, sketches):
            self._connection.execute(delete(table).where(table.c.article == number))
        self._sketches.pop(number, None)

    def _compare(self, number: int, sketch: Sketch) -> dict[int, float]:
        shared = func.count()
        wanted = (
            select(sketch_keys.c.article)
            .where(sketch_keys.c.key.in_(sketch.keys), sketch_keys.c.article != number)
            .group_by(sketch_keys.c.article)
            .having(shared >= SHARED)
        )
        met = sorted(self._connection.execute(wanted).scalars())
        known = self._load(met)
        others = [n for n in met if are_near(sketch, known[n])]
        scores = score_with(sketch, [known[n] for n in others]).tolist()
        return {n: score for n, score in zip(others, scores, strict=True) if score > FLOOR}

    def _load(self, numbers: Sequence[int]) -> dict[int, Sketch]:
        missing = [n for n in numbers if n not in self._sketches]
        found = {number: unpack(form) for number, form in self._read(missing).items()}
        kept = {n: self._sketches[n] for n in numbers if n in self._sketches}
        if len(self._sketches) + len(found) > _CACHED:
            self._sketches.clear()
        self._sketches.update(found)
        return kept | found

    def _read(self, numbers: Sequence[int]) -> dict[int, bytes]:
        found: dict[int, bytes] = {}
        for some in slices(numbers):
            rows = self._connection.execute(
                select(sketches.c.article, sketches.c.form).where(sketches.c.article.in_(some))
            )
            found.update((row.article, row.form) for row in rows)
        return found


def pack(sketch: Sketch) -> bytes:
    """Give a sketch as bytes, little-endian: the lengths of its parts, then the parts."""
    own = sketch.id.encode("utf-8")
    height, width = sketch.vectors.shape
    day = -1 if sketch.day is None else sketch.day
    head = [len(own), len(sketch.keys), len(sketch.codes), *sketch.ends, height, width, day]
    return b"".join(
        (
            np.array(head, _HEAD).tobytes(),
            own,
            np.array(sketch.keys, "<u4").tobytes(),
            sketch.codes.astype("<u4").tobytes(),
            sketch.weights.astype("<i2").tobytes(),
            np.ascontiguousarray(sketch.vectors).tobytes(),
        )
    )


def unpack(form: bytes) -> Sketch:
    """Give back what ``pack`` packed."""
    size, keys, codes, *ends, height, width, day = np.frombuffer(form, _HEAD, 9).tolist()
    at = 9 * _HEAD.itemsize

    def take(dtype: str, count: int) -> np.ndarray[tuple[int], np.dtype[np.generic]]:
        nonlocal at
        found = np.frombuffer(form, dtype, count, at)
        at += found.nbytes
        return found

    own = bytes(take("u1", size)).decode("utf-8")
    return Sketch(
        own,
        tuple(take("<u4", keys).tolist()),
        take("<u4", codes).astype(np.uint32),
        take("<i2", codes).astype(np.int16),
        (ends[0], ends[1], ends[2]),
        take("i1", height * width).astype(np.int8).reshape(height, width),
        None if day < 0 else day,
    )
