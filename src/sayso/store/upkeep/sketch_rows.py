"""Sketches of reports and the scores between them: the graph in which affairs are found, as the desk keeps it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from sayso.collate.stories.affairs import lowest_cut
from sayso.collate.stories.candidates import MOST_DAYS, SHARED
from sayso.collate.stories.sketches import FLOOR, Sketch, score_with
from sayso.store.schema import articles, likenesses, sketch_keys, sketches
from sayso.store.upkeep.part_rows import slices
from sayso.store.upkeep.sketch_form import unpack

_CACHED = 20_000  # sketches in memory, 4 to 5 kB each
_UNDATED = -1
# Whom a report shares keys with. The keys come as JSON, so that this one statement is compiled once; SQLite looks up
# each key's days by themselves.
_MET = """
    WITH own (key) AS (SELECT value FROM json_each(:keys)),
    met (article) AS (
        SELECT article FROM own CROSS JOIN sketch_keys USING (key) WHERE day BETWEEN :first AND :last
        UNION ALL
        SELECT article FROM own CROSS JOIN sketch_keys USING (key) WHERE day = :undated AND :first > :undated
    )
    SELECT article FROM met WHERE article <> :number GROUP BY article HAVING count(*) >= :shared
"""
# Likewise made once: thousands of reports are asked about.
_NEAR = (
    select(articles.c.id, articles.c.number, likenesses.c.score)
    .join(likenesses, likenesses.c.other == articles.c.number)
    .where(likenesses.c.article == bindparam("own"))
)
_NUMBER = select(articles.c.number).where(articles.c.id == bindparam("own"))
_FORM = select(sketches.c.form).where(sketches.c.article == bindparam("own"))

Near = tuple[int, str, float]  # another report's number and id, and the score


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
            rows = self._connection.execute(_NEAR, {"own": self.number(report)}).all()
            self._numbers.update((row.id, row.number) for row in rows)
            self._near[report] = {row.id: row.score for row in rows}
        return self._near[report]

    def number(self, report: str) -> int:
        """Return a report's number on the desk."""
        if report not in self._numbers:
            self._numbers[report] = self._connection.execute(_NUMBER, {"own": report}).scalar_one()
        return self._numbers[report]

    def put(self, number: int, form: bytes) -> set[str]:
        """Put a report's sketch into the graph in place of what it was.

        Return the report and whom it hangs or hung together with.
        """
        sketch = unpack(form)
        stored = self._connection.execute(_FORM, {"own": number}).scalar_one_or_none()
        if stored == form:
            return {sketch.id}
        before: Mapping[str, float] = {}
        if stored is not None:
            before = self.near(sketch.id)
            self._take_out(number)
        near = self._compare(number, sketch)
        self._keep(number, sketch, form, near)
        after = {own: score for _, own, score in near}
        for other in before.keys() | after.keys():
            self._near.pop(other, None)
        self._near[sketch.id] = after
        # Circles rest on no score below the lowest cut, so whom it is less like stays where he is.
        cut = lowest_cut()
        return {sketch.id} | {own for held in (before, after) for own, score in held.items() if score >= cut}

    def _keep(self, number: int, sketch: Sketch, form: bytes, near: Sequence[Near]) -> None:
        self._connection.execute(insert(sketches).values(article=number, form=form))
        if sketch.keys:
            day = _day_of(sketch)
            keys = [{"key": key, "day": day, "article": number} for key in sketch.keys]
            self._connection.execute(insert(sketch_keys), keys)
        rows = [
            {"article": a, "other": b, "score": score}
            for other, _, score in near
            for a, b in ((number, other), (other, number))
        ]
        if rows:
            self._connection.execute(insert(likenesses), rows)
        self._numbers[sketch.id] = number
        self._numbers.update((own, other) for other, own, _ in near)
        if len(self._sketches) < _CACHED:
            self._sketches[number] = sketch

    def _take_out(self, number: int) -> None:
        others = select(likenesses.c.other).where(likenesses.c.article == number)
        mirrored = likenesses.c.article.in_(others) & (likenesses.c.other == number)
        self._connection.execute(delete(likenesses).where(mirrored))
        for table in (likenesses, sketch_keys, sketches):
            self._connection.execute(delete(table).where(table.c.article == number))
        self._sketches.pop(number, None)

    def _compare(self, number: int, sketch: Sketch) -> list[Near]:
        """Return the reports that share telling words with one, by their scores above the floor."""
        first, last = _days_near(sketch)
        values = {"keys": json.dumps(sketch.keys), "first": first, "last": last, "number": number}
        rows = self._connection.execute(text(_MET), {**values, "undated": _UNDATED, "shared": SHARED})
        others = sorted(rows.scalars())
        known = self._load(others)
        scores = score_with(sketch, [known[n] for n in others]).tolist()
        return [(n, known[n].id, score) for n, score in zip(others, scores, strict=True) if score > FLOOR]

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


def _day_of(sketch: Sketch) -> int:
    return _UNDATED if sketch.day is None else sketch.day


def _days_near(sketch: Sketch) -> tuple[int, int]:
    """Return the first and last day of the dated reports that are near a report in time (``are_near``)."""
    if sketch.day is None:
        return _UNDATED, date.max.toordinal()
    return max(0, sketch.day - MOST_DAYS), sketch.day + MOST_DAYS
