import pytest

from sayso.collate.places.given import given_place, place_of


@pytest.mark.parametrize(
    ("words", "country", "name"),
    [
        ("Bergen, Norway", "NO", "Bergen"),
        ("Vienna, Virginia", "US", "Vienna"),
        ("no", "NO", "Norway"),
        ("GeoNames 3143244", "NO", "Oslo"),
        ("3143244", "NO", "Oslo"),
    ],
)
def test_a_place_is_given_in_several_ways(words: str, country: str, name: str) -> None:
    source = given_place(words)
    assert source is not None
    place = place_of(source)
    assert place is not None
    assert (place.country, place.name, place.confidence) == (country, name, 1.0)


def test_several_or_none_are_no_place() -> None:
    assert given_place("Springfield") is None
    assert given_place("Tamsinport, Veltria") is None
    assert given_place("") is None
