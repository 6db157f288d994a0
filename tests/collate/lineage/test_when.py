import pytest

from sayso.collate.lineage.when import is_earlier


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2031-03-01", "2031-03-02"),
        ("2031-02", "2031-03-01"),
        ("2030", "2031-01-01"),
        ("2031-03-02T09:00:00Z", "2031-03-02T09:00:01Z"),
        ("2031-03-02T09:00:00+02:00", "2031-03-02T08:00:00Z"),
        ("2031-03-02T09:00", "2031-03-02T10:00"),
    ],
)
def test_sure_order(one: str, other: str) -> None:
    assert is_earlier(one, other)
    assert not is_earlier(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2031-03-02", "2031-03-02T10:00"),
        ("2031-03", "2031-03-02"),
        ("2031-03-02T22:00", "2031-03-03T08:00Z"),
        (None, "2031-03-02"),
        ("", "2031-03-02"),
        ("2031-03-02T09:00:00Z", "2031-03-02T10:00:00+01:00"),
    ],
)
def test_nothing_sure(one: str | None, other: str | None) -> None:
    assert not is_earlier(one, other)
    assert not is_earlier(other, one)
