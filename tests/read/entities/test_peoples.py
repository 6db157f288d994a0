"""Peoples' adjectives learned from a report's own names."""

from sayso.read.entities.layout import lay_out
from sayso.read.entities.peoples import find_peoples

TEXT = "Veltria and Dorrane met. Veltrian and Dorrani boats lay there, and Sundmarkian ones. Marten watched; Marta too."


def test_adjectives_of_the_names_that_stand_in_the_report() -> None:
    found = find_peoples(lay_out(TEXT), frozenset(("veltria", "dorrane")), frozenset())
    assert found == {"veltrian": "veltria", "dorrani": "dorrane"}


def test_a_part_of_a_persons_name_is_no_adjective() -> None:
    assert find_peoples(lay_out(TEXT), frozenset(("marta",)), frozenset(("martan", "marten"))) == {}


def test_countries_of_the_table_stay_its() -> None:
    assert find_peoples(lay_out("Kenya and Kenyan boats."), frozenset(("kenya",)), frozenset()) == {}
