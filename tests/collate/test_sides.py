from collections.abc import Callable

from sayso.collate.entities import join_entities
from sayso.collate.sides import find_sides
from sayso.core.read_article import ReadArticle
from sayso.core.reading import EntityKind

MakeRead = Callable[..., ReadArticle]


def test_titles_tell_for_whom_one_speaks(make_read: MakeRead) -> None:
    text = (
        "Kenya’s transport minister Odo Karsk met League spokesman Ilvar Stent. "
        "The Brennish League asked for time. Mara Lind of Ostra was there."
    )
    read = make_read(
        "a",
        text,
        entities=[
            ("Odo Karsk", EntityKind.PERSON, ()),
            ("Ilvar Stent", EntityKind.PERSON, ()),
            ("Mara Lind", EntityKind.PERSON, ()),
            ("Brennish League", EntityKind.ORGANISATION, ("League",)),
        ],
    )
    cast = join_entities([read], {"a": 0})
    sides = find_sides([read], cast)
    found = {
        name: sides.get(cast.find("a", name) or "", frozenset())
        for name in ("Odo Karsk", "Ilvar Stent", "Mara Lind")
    }
    assert found["Odo Karsk"] == {"KE"}
    assert "brennish league" in found["Ilvar Stent"]
    assert found["Mara Lind"] == frozenset()
