from datetime import date
from itertools import groupby

from training.affairs import affair_records, kept_records, read_affairs


def test_what_is_kept_is_not_fitted_on() -> None:
    fitted, kept = ({r["topic"] for r in records} for records in (affair_records(), kept_records()))
    assert kept
    assert not fitted & kept


def test_small_affairs_are_as_people_gather_them() -> None:
    for name in ("small.txt", "kept.txt"):
        for _, reports in groupby(read_affairs(name), key=lambda r: r["topic"]):
            held = list(reports)
            assert 4 <= len(held) <= 8
            assert len({r["text"] for r in held}) == len(held)


def test_an_outlet_may_have_the_day_of_publication_beside_it() -> None:
    records = list(read_affairs("small.txt"))
    dated = [r for r in records if r["published"]]
    assert 0 < len(dated) < len(records)
    assert all(date.fromisoformat(r["published"]) for r in dated)
    assert not any("(" in r["outlet"] for r in records)
