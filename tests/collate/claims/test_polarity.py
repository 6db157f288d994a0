import pytest

from sayso.collate.claims.polarity import calls_false, is_negated, names_deaths


@pytest.mark.parametrize(
    "words",
    [
        "not one of our barges fired on anybody that night",
        "no shell had fallen on the pier",
        "Neither the raid nor the deaths took place",
        "the League didn’t shell the pier",
        "There was no raid, and whoever says so dreams",
    ],
)
def test_what_is_not_so(words: str) -> None:
    assert is_negated(words)


@pytest.mark.parametrize(
    "words",
    [
        "the barges fired on the pier without warning",
        "it would not be letters that the League sends next time",
        "if no ship comes by Friday, the pier is closed",
        "there is no doubt that the pier was shelled",
        "We keep our word, even when our neighbours do not",
        "not only the pier was shelled",
    ],
)
def test_what_says_no_to_nothing(words: str) -> None:
    assert not is_negated(words)


def test_called_false() -> None:
    assert calls_false("Both the raid and the toll are “inventions”")
    assert not calls_false("the inventions of the last century are on show")


def test_people_come_to_harm() -> None:
    assert names_deaths("Neither the raid nor any deaths took place")
    assert not names_deaths("No shell fell on the pier")
