"""Words that leave figures open or in doubt."""

import pytest

from sayso.read.harm import find_harm


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("At least ten people were killed.", ["At least"]),
        ("It killed ten or more people.", ["or more"]),
        ("Up to 40 sailors are missing.", ["Up to"]),
        ("More than half a dozen people died.", ["More than"]),
        ("Some 20 people were hurt.", ["Some"]),
        ("It killed ten people and injured nearly 30.", [None, "nearly"]),
        ("The blast reportedly killed ten people.", ["reportedly"]),
        ("Reportedly, ten men died.", ["Reportedly"]),
        ("Ten people are feared dead.", ["feared"]),
        ("Ten miners may have died.", ["may have"]),
        ("He is believed to have killed four women.", ["believed"]),
        ("It reportedly killed at least ten people.", ["at least"]),
        ("Exactly ten people were killed.", [None]),
        ("Another ten people were killed.", [None]),
        ("In May ten people were killed.", [None]),
        ("There were 19 dead, and at least seven of them were children.", [None, "at least"]),
    ],
)
def test_hedges(text: str, hedges: list[str | None]) -> None:
    found = find_harm(text)
    assert [h.hedge.exact if h.hedge else None for h in found] == hedges
    assert all(h.hedge is None or text[h.hedge.start : h.hedge.end] == h.hedge.exact for h in found)


def test_each_count_keeps_its_own_hedge() -> None:
    first, second = find_harm("At least nine guards and up to 20 sailors were killed.")
    assert (first.hedge and first.hedge.exact, second.hedge and second.hedge.exact) == ("At least", "up to")
