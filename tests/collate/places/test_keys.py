import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collate.places.keys import bare_key, place_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Malmö", "Malmo"),
        ("Al-Ḥasakah", "Hasakah"),
        ("St. Gallen", "Saint Gallen"),
        ("the Hague", "Hague"),
        ("Tromsø", "Tromso"),
        ("SAN\nMARINO", "San Marino"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert place_key(one) == place_key(other) != ""


def test_other_names_have_other_keys() -> None:
    assert place_key("Orsk") != place_key("Omsk")
    assert place_key("Москва") == ""


def test_the_word_for_its_level_is_apart() -> None:
    assert bare_key("tarn province") == ("tarn", 1)
    assert bare_key("district of tarn") == ("tarn", 2)
    assert bare_key("tarn") == ("tarn", None)
    assert bare_key("province") == ("province", None)


@given(st.text())
def test_any_text_has_a_key_of_letters_and_spaces(name: str) -> None:
    assert set(place_key(name)) <= set("abcdefghijklmnopqrstuvwxyz ")
