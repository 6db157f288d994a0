from collections.abc import Callable

from sayso.collate.entities import join_entities
from sayso.core.read_article import ReadArticle
from sayso.core.reading import EntityKind

MakeRead = Callable[..., ReadArticle]
PLACE = EntityKind.PLACE


def test_two_places_of_one_name_stay_two(make_read: MakeRead) -> None:
    texts = {"a": "Rain in Vienna, Virginia.", "b": "Rain in Vienna, Austria."}
    lands = {"a": "Virginia", "b": "Austria"}
    reads = [
        make_read(i, t, entities=[("Vienna", PLACE, ()), (lands[i], PLACE, ())]) for i, t in texts.items()
    ]
    cast = join_entities(reads, {"a": 0, "b": 1})
    assert cast.find("a", "Vienna") != cast.find("b", "Vienna")
    found = {e.place.country for e in cast.entities if e.name == "Vienna" and e.place}
    assert found == {"US", "AT"}


def test_two_names_of_one_place_are_one(make_read: MakeRead) -> None:
    reads = [
        make_read(
            "a", "Rain in Cologne, Germany.", entities=[("Cologne", PLACE, ()), ("Germany", PLACE, ())]
        ),
        make_read("b", "Rain in Köln, Germany.", entities=[("Köln", PLACE, ()), ("Germany", PLACE, ())]),
    ]
    cast = join_entities(reads, {"a": 0, "b": 1})
    assert cast.find("a", "Cologne") == cast.find("b", "Köln")


def test_towns_spelled_alike_that_lie_apart_stay_two(make_read: MakeRead) -> None:
    reads = [
        make_read(
            "a", "Trains reach Hannover, Germany.", entities=[("Hannover", PLACE, ()), ("Germany", PLACE, ())]
        ),
        make_read(
            "b",
            "Trains reach Hanover, New Hampshire.",
            entities=[("Hanover", PLACE, ()), ("New Hampshire", PLACE, ())],
        ),
    ]
    cast = join_entities(reads, {"a": 0, "b": 0})
    assert cast.find("a", "Hannover") != cast.find("b", "Hanover")
