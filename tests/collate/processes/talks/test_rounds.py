from sayso.collate.processes.talks.accounts import Account, make_accounts
from sayso.collate.processes.talks.rounds import join_accounts
from tests.collate.processes.conftest import page_of, tell


def _join(*texts: tuple[str, str | None]) -> list[list[Account]]:
    reads = [tell(f"r{i}", text, published) for i, (text, published) in enumerate(texts)]
    return join_accounts([a for r in reads for a in make_accounts(page_of(r))], {})


def test_accounts_of_one_round_are_joined() -> None:
    joined = _join(
        ("Talks between Veltria and Ostra opened in Hask on Monday.", "2031-05-05"),
        ("Veltria and Ostra held talks in Hask on May 5.", "2031-05-06"),
    )
    assert [len(group) for group in joined] == [2]


def test_rounds_a_week_apart_stay_apart() -> None:
    joined = _join(
        ("Talks between Veltria and Ostra opened in Hask on Monday.", "2031-05-05"),
        ("Talks between Veltria and Ostra opened in Hask on Monday.", "2031-05-12"),
    )
    assert [len(group) for group in joined] == [1, 1]


def test_a_round_that_was_put_off_keeps_its_number() -> None:
    joined = _join(
        (
            "A third round of talks between Veltria and Ostra, due in Hask on Thursday, was postponed.",
            "2031-05-07",
        ),
        ("Veltria and Ostra opened a third round of talks in Hask on Monday.", "2031-05-19"),
    )
    assert [len(group) for group in joined] == [2]


def test_an_undated_account_that_fits_two_rounds_joins_neither() -> None:
    joined = _join(
        ("Talks between Veltria and Ostra opened in Hask on Monday.", "2031-05-05"),
        ("Talks between Veltria and Ostra opened in Hask on Monday.", "2031-05-12"),
        ("The talks between Veltria and Ostra in Hask failed.", None),
    )
    assert [len(group) for group in joined] == [1, 1, 1]
