import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collate.names import are_spellings, country_code, fold_name, initials, is_abbreviation, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zabir Muradi", "Zabihr Muradi"),
        ("Mohammed Tarsi", "Muhammad Tarsi"),
        ("Odo Varnik", "Odo Warnik"),
        ("Ministry of Defence", "Ministry of Defense"),
        ("Harket-i-Sabz Oltan", "Harket-e-Sabz Oltan"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert are_spellings(fold_name(one), fold_name(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Odo Karsk", "Ada Karsk"),
        ("Odo Karsk", "Odo Kars Lund"),
        ("North Ostra", "South Ostra"),
        ("Brigade 12", "Brigade 13"),
        ("Mara Lind", "Mara Lund"),
    ],
)
def test_two_names_are_kept_apart(one: str, other: str) -> None:
    assert not are_spellings(fold_name(one), fold_name(other))


def test_folding_strips_articles_honorifics_and_marks() -> None:
    assert fold_name("the Brénn League") == "brenn league"
    assert fold_name("Mr. Odo Karsk") == "odo karsk"
    assert fold_name("Veltria’s Harbour Guard") == "harbour guard"


def test_a_body_that_is_only_described_keeps_its_country() -> None:
    assert fold_name("Veltria’s navy") != fold_name("Ostra’s navy")


def test_abbreviation_and_initials() -> None:
    assert initials(fold_name("Union of Harbour Pilots")) == "uhp"
    assert is_abbreviation("UHP")
    assert is_abbreviation("U.H.P.")
    assert not is_abbreviation("Uhp")
    assert skeleton("muhammad") == skeleton("mohamed")


def test_countries_by_name_capital_and_demonym() -> None:
    assert country_code("Kenya") == country_code("Nairobi") == country_code("Kenyan") == "KE"
    assert country_code("Kenya’s navy") == "KE"
    assert country_code("Tamsin") is None


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text(one: str, other: str) -> None:
    folded = fold_name(one), fold_name(other)
    assert are_spellings(*folded) == are_spellings(*reversed(folded))
    country_code(one)
