import pytest

from sayso.collate.processes.ceasefires.accounts import Account, hours_of, make_accounts
from sayso.core.span import Date, Grain, Span
from tests.collate.processes.conftest import page_of, tell


def _accounts(text: str, published: str | None = "2031-05-07") -> list[Account]:
    return make_accounts(page_of(tell("a", text, published)))


def _codes(text: str) -> set[tuple[str, str]]:
    return {(c.variable, c.value) for a in _accounts(text) for c in a.codes}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Veltria declared a unilateral ceasefire on Monday.", ("declarations", "unilateral")),
        ("Veltria and Ostra agreed to a humanitarian pause.", ("purposes", "humanitarian")),
        ("Veltria announced a truce for the harvest festival.", ("purposes", "holiday")),
        ("Veltria and Ostra agreed to a nationwide ceasefire.", ("coverage", "full")),
        ("Veltria and Ostra agreed to a truce. It applies only to Hask.", ("coverage", "partial")),
        ("Veltria and Ostra signed a truce.", ("written", "written")),
        ("Veltria and Ostra agreed to a truce. Nothing was put on paper.", ("written", "spoken")),
        ("Veltria and Ostra agreed to a truce that observers will monitor.", ("classes", "preliminary")),
        ("The truce between Veltria and Ostra expired on Monday.", ("ends", "expired")),
        ("Veltria called off the truce with Ostra.", ("ends", "terminated")),
        ("The truce between Veltria and Ostra collapsed.", ("ends", "violence")),
    ],
)
def test_codes_rest_on_words(text: str, code: tuple[str, str]) -> None:
    assert code in _codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Veltria threatened to end the truce if a shell falls.",
        "The truce would expire on Monday.",
        "Veltria and Ostra agreed to a truce, but their ministers signed no peace.",
    ],
)
def test_what_is_not_told_is_not_coded(text: str) -> None:
    assert not {variable for variable, _ in _codes(text)} & {"ends", "written"}


def test_start_length_and_declaration_are_told_apart() -> None:
    (found,) = _accounts(
        "Veltria and Ostra agreed on Wednesday to a 30-day ceasefire, which starts on May 9."
    )
    assert [d.value for d in found.declared] == ["2031-05-07"]
    assert [d.value for d in found.starts] == ["2031-05-09"]
    assert [d.value for d in found.durations] == ["P30D"]
    assert [a.name for a in found.declarers] == ["Veltria", "Ostra"]


def test_another_length_is_another_ceasefire() -> None:
    text = "Veltria and Ostra agreed to a 30-day ceasefire in May. A 48-hour truce was agreed on later."
    assert [[d.value for d in a.durations] for a in _accounts(text)] == [["P30D"], ["PT48H"]]


@pytest.mark.parametrize(
    "text", ["Ostra called for a ceasefire.", "There is no truce.", "They refused a new truce."]
)
def test_a_wish_is_no_ceasefire(text: str) -> None:
    assert not any(a.says_something for a in _accounts(text))


def test_three_days_are_seventy_two_hours() -> None:
    days, hours, vague = (Date(v, Grain.DURATION, Span(0, 1, "x")) for v in ("P3D", "PT72H", "PXD"))
    assert hours_of(days) == hours_of(hours) == 72.0
    assert hours_of(vague) == "PXD"
