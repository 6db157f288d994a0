from hypothesis import given
from hypothesis import strategies as st

from sayso.collate.places.candidates import candidates_of
from sayso.collate.places.gazetteer import country_spot, spot, spots_named, spots_of
from sayso.collate.places.seats import seat_named
from sayso.core.place import PlaceLevel


def test_a_town_lies_in_its_province_and_country() -> None:
    towns = [s for s, _ in spots_of("Tromsø") if s.level is PlaceLevel.TOWN]
    assert [t.country for t in towns] == ["NO"]
    country = country_spot("NO")
    assert country is not None
    assert country.latitude is None
    assert towns[0].lies_in(country)
    assert 69 < (towns[0].latitude or 0) < 70


def test_other_spellings_are_second_names() -> None:
    assert ("Köln", False) in [(s.name, is_main) for s, is_main in spots_of("Cologne")]
    assert ("Köln", True) in [(s.name, is_main) for s, is_main in spots_of("Koln")]


def test_a_division_lies_where_its_largest_town_does() -> None:
    found = [s for s, _ in spots_of("Scania") if s.level is PlaceLevel.ADMIN1]
    malmo = [s for s, _ in spots_of("Malmö") if s.level is PlaceLevel.TOWN and s.country == "SE"]
    assert (found[0].latitude, found[0].longitude) == (malmo[0].latitude, malmo[0].longitude)


def test_invented_names_are_nowhere() -> None:
    for name in ("Veltria", "Tamsinport", "Brennish League", "Malmøo", ""):
        assert candidates_of(name).candidates == ()


def test_parts_and_abbreviations() -> None:
    part = candidates_of("northern Norway")
    assert part.is_part
    assert "NO" in {c.spot.id for c in part.candidates}
    assert not candidates_of("South Africa").is_part
    assert [c.spot.name for c in candidates_of("Wis.").candidates] == ["Wisconsin"]


def test_a_seat_of_government_is_known_by_its_building() -> None:
    found = seat_named("the Elysée Palace")
    assert found is not None
    assert (found.country, found.is_government) == ("FR", True)


@given(st.text())
def test_any_key_is_looked_up(key: str) -> None:
    assert isinstance(spots_named(key), tuple)
    assert spot(key) is None or spot(key)
