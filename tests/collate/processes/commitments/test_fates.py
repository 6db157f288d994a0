import pytest

from sayso.collate.ledger import collate
from sayso.core.process import Commitment, CommitmentKind, Fate, Order
from tests.collate.processes.conftest import tell

TALKS = "Talks between Veltria and Ostra opened in Hask on Monday. "


def _commitment(kind: CommitmentKind, *texts: tuple[str, str | None]) -> Commitment:
    reads = [tell(f"r{i}", TALKS + text, published) for i, (text, published) in enumerate(texts)]
    return next(c for c in collate(reads).commitments if c.kind is kind)


@pytest.mark.parametrize(
    ("later", "fate"),
    [
        ("Ostra accepted the offer of a new pier.", Fate.MET),
        ("Ostra rejected the offer of a new pier.", Fate.REFUSED),
        ("Veltria withdrew its offer of a new pier.", Fate.OVERTAKEN),
        ("Ostra said little of the pier.", Fate.OPEN),
        ("Ostra would reject the offer of a new pier.", Fate.OPEN),
    ],
)
def test_an_offer_is_what_later_reports_tell(later: str, fate: Fate) -> None:
    found = _commitment(
        CommitmentKind.OFFER,
        ("Veltria offered to build a new pier in Port Sell.", "2031-05-05"),
        (later, "2031-05-06"),
    )
    assert found.fate is fate


def test_nobody_accepts_his_own_offer() -> None:
    found = _commitment(
        CommitmentKind.OFFER,
        ("Veltria offered to build a new pier.", "2031-05-05"),
        ("Veltria rejected the offer of a new pier.", "2031-05-06"),
    )
    assert found.fate is Fate.OPEN


def test_without_dates_the_order_is_open() -> None:
    found = _commitment(
        CommitmentKind.OFFER,
        ("Veltria offered to build a new pier.", None),
        ("Ostra rejected the offer of a new pier.", None),
    )
    assert [f.order for f in found.fates] == [Order.UNKNOWN]


def test_a_deed_before_the_promise_keeps_it_not() -> None:
    found = _commitment(
        CommitmentKind.PROMISE,
        ("Veltria promised to withdraw its gunboats from Hask.", "2031-05-05"),
        ("Veltria withdrew its gunboats from Hask.", "2031-05-01"),
    )
    assert found.fate is Fate.OPEN


def test_a_promise_kept_is_told_at_the_very_start_of_a_sentence() -> None:
    found = _commitment(
        CommitmentKind.PROMISE,
        ("Veltria promised to build a new pier in Port Sell.", "2031-05-05"),
        ("Keeping its promise, Veltria opened a new pier in Port Sell.", "2031-05-06"),
    )
    assert found.kind is CommitmentKind.PROMISE
