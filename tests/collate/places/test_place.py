from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from sayso.collate.places.place import place_members
from sayso.collate.places.placing import Placing
from sayso.core.place import PlaceLevel
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Entity, EntityKind, Mention, Reading
from sayso.core.span import Span

MakeRead = Callable[..., ReadArticle]
PLACE = EntityKind.PLACE


def _placed(make_read: MakeRead, text: str, *names: str, others: Sequence[ReadArticle] = ()) -> list[Placing]:
    read = make_read("a", text, entities=[(name, PLACE, ()) for name in names])
    readings = [read.reading, *(o.reading for o in others)]
    found = place_members(readings, {r.id: 0 for r in readings})
    return [found["a", name] for name in names]


def test_the_name_beside_it_decides(make_read: MakeRead) -> None:
    for text in ("A fire in Vienna, Virginia, was put out.", "A fire in Vienna in Virginia was put out."):
        town, state = _placed(make_read, text, "Vienna", "Virginia")
        assert town.place is not None
        assert (town.place.country, town.place.admin1, town.place.precision) == ("US", "Virginia", 1)
        assert town.place.confidence > 0.9
        assert state.place is not None
        assert state.place.level is PlaceLevel.ADMIN1
    (town,) = _placed(make_read, "A fire in the Austrian town of Vienna was put out.", "Vienna")
    assert town.place is not None
    assert town.place.country == "AT"


def test_the_countries_of_the_report_decide(make_read: MakeRead) -> None:
    text = "The Spanish king came to Cordoba. Spain had sent word, and Spaniards lined the streets."
    (town,) = _placed(make_read, text, "Cordoba")
    assert town.place is not None
    assert town.place.country == "ES"
    text = "Argentina has won. Argentines danced in Cordoba, and all Argentina slept late."
    (town,) = _placed(make_read, text, "Cordoba")
    assert town.place is not None
    assert town.place.country == "AR"


def test_the_other_reports_of_the_affair_decide_with_less_weight(make_read: MakeRead) -> None:
    other = make_read("b", "Norway met. Norwegians and Norway agreed.", entities=[("Norway", PLACE, ())])
    (alone,) = _placed(make_read, "Snow fell on Hamar.", "Hamar")
    (told,) = _placed(make_read, "Snow fell on Hamar.", "Hamar", others=[other])
    assert alone.place is None
    assert told.place is not None
    assert (told.place.country, told.place.confidence) == ("NO", 0.75)


def test_population_is_the_last_resort_and_said_to_be(make_read: MakeRead) -> None:
    (town,) = _placed(make_read, "Rain fell on Hamburg.", "Hamburg")
    assert town.place is not None
    assert town.place.confidence <= 0.6
    assert "widely known" in town.why
    (many,) = _placed(make_read, "Rain fell on Springfield.", "Springfield")
    assert many.place is None
    assert "places have this name" in many.why


def test_what_is_invented_is_not_placed_by_luck(make_read: MakeRead) -> None:
    town, land = _placed(make_read, "Boats left Hamar, Veltria.", "Hamar", "Veltria")
    assert town.place is None
    assert land.place is None
    assert land.why == "no place of the gazetteer has this name"
    (near,) = _placed(make_read, "Norway said that Hamarr is a port of Norway.", "Hamarr")
    assert near.place is None


def test_a_spelling_that_another_report_confirms_is_placed(make_read: MakeRead) -> None:
    other = make_read(
        "b", "Norway waits for Hamar, Norway.", entities=[("Hamar", PLACE, ()), ("Norway", PLACE, ())]
    )
    (town,) = _placed(make_read, "Snow fell on Hammar Lake.", "Hammar Lake", others=[other])
    assert town.place is None
    (town,) = _placed(make_read, "Snow fell on Hamaar.", "Hamaar", others=[other])
    assert town.place is not None
    assert (town.place.country, town.why) == ("NO", "another report spells it hamar")
    both, _ = _placed(make_read, "Snow fell on Hamaar and Hamar.", "Hamaar", "Hamar", others=[other])
    assert both.place is None


def test_what_no_gazetteer_has_lies_where_it_is_said_to(make_read: MakeRead) -> None:
    house, town = _placed(make_read, "They met at the Orn Hotel in Bergen, Norway.", "Orn Hotel", "Bergen")
    assert house.place is not None
    assert (house.place.name, house.place.precision, house.spot) == ("Bergen", 1, None)
    assert town.place is not None


def test_a_province_and_its_town_are_told_apart(make_read: MakeRead) -> None:
    (province,) = _placed(make_read, "Italy sent men to Salerno province. Italy waits.", "Salerno")
    assert province.place is not None
    assert province.place.level is PlaceLevel.ADMIN2
    (town,) = _placed(make_read, "Italy sent men to the town of Salerno. Italy waits.", "Salerno")
    assert town.place is not None
    assert town.place.level is PlaceLevel.TOWN


def test_a_country_has_no_point_and_no_class(make_read: MakeRead) -> None:
    (land,) = _placed(make_read, "Norway agreed.", "Norway")
    assert land.place is not None
    assert (land.place.latitude, land.place.precision) == (None, None)


def test_the_capital_is_that_of_the_country_told_of(make_read: MakeRead) -> None:
    (town,) = _placed(make_read, "Norway waits. In the Norwegian capital it snowed.", "Norwegian capital")
    assert town.place is not None
    assert town.place.name == "Oslo"


@given(st.text(max_size=80), st.data())
def test_hostile_text_is_placed_or_not(text: str, data: st.DataObject) -> None:
    if not text.strip():
        return
    spans = []
    for _ in range(3):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        if text[start:end].strip():
            spans.append(Span.of(text, start, end))
    entities = tuple(Entity(f"e{i}", s.exact, PLACE, ()) for i, s in enumerate(spans))
    mentions = tuple(Mention(s, PLACE, f"e{i}") for i, s in enumerate(spans))
    reading = Reading(
        id="a",
        outlet=None,
        url=None,
        title=None,
        author=None,
        published=None,
        language=None,
        text=text,
        dropped=(),
        mentions=mentions,
        entities=entities,
        statements=(),
        events=(),
        dates=(),
    )
    found = place_members([reading], {"a": 0})
    assert set(found) == {("a", e.id) for e in entities}
    assert all(p.why for p in found.values())
