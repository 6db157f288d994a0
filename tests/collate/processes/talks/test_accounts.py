import pytest

from sayso.collate.processes.talks.accounts import Account, make_accounts
from sayso.core.process import Outcome
from tests.collate.processes.conftest import MakePage, Told


@pytest.fixture
def accounts(told: Told, make_page: MakePage):  # type: ignore[no-untyped-def]
    def read(text: str, published: str | None = "2031-05-07") -> list[Account]:
        return make_accounts(make_page(told("a", text, published)))

    return read


def test_a_round_has_its_place_days_parties_and_mediator(accounts) -> None:  # type: ignore[no-untyped-def]
    (found,) = accounts(
        "Three days of talks between Veltria and Ostra ended in Port Sell on Wednesday. "
        "Liv Ames, who mediated, said little. Veltria's delegation was led by Pia Orn."
    )
    assert [p.name for p in found.places] == ["Port Sell"]
    assert [p.name for p in found.parties] == ["Veltria", "Ostra"]
    assert [m.name for m in found.mediators] == ["Liv Ames"]
    assert [d.name for d in found.delegates] == ["Pia Orn"]
    first, last = found.days_told() or (None, None)
    assert str(first) == "2031-05-05"
    assert str(last) == "2031-05-07"


def test_another_number_or_place_is_another_round(accounts) -> None:  # type: ignore[no-untyped-def]
    found = accounts(
        "A second round of talks between Veltria and Ostra opened in Hask on Monday. "
        "The first round, in Port Sell, ended without a result."
    )
    assert [(a.number, [p.name for p in a.places]) for a in found] == [(2, ["Hask"]), (1, ["Port Sell"])]


def test_talks_to_come_do_not_take_the_outcome(accounts) -> None:  # type: ignore[no-untyped-def]
    found = accounts(
        "Talks between Veltria and Ostra opened in Hask on Monday. "
        "The two sides will meet again in Port Sell on May 19. The talks ended without an agreement."
    )
    assert [[o.kind for o in a.outcomes if o.kind is Outcome.NONE] for a in found] == [[Outcome.NONE], []]


@pytest.mark.parametrize(
    "text",
    [
        "Veltria ruled out any talks with Ostra in Hask.",
        "The second round of voting takes place in Hask on Monday. The parties talk of talks.",
        "Ostra called for talks in Hask.",
    ],
)
def test_talks_that_only_might_be_are_none(text: str, accounts) -> None:  # type: ignore[no-untyped-def]
    assert accounts(text) == []


def test_meetings_in_two_months_are_two_rounds(accounts) -> None:  # type: ignore[no-untyped-def]
    found = accounts(
        "Efforts failed, among them meetings in Hask in October and November mediated by Norland.", None
    )
    assert [[d.value for d in a.dates] for a in found] == [["XXXX-10"], ["XXXX-11"]]
    assert [[m.name for m in a.mediators] for a in found] == [["Norland"], ["Norland"]]
