from collections.abc import Callable

import pytest

from sayso.collate.lineage.credits import find_credits, is_same_outlet, mentions_outlet
from sayso.core.lineage import CreditPlace
from sayso.core.read_article import ReadArticle

MakeRead = Callable[..., ReadArticle]
BODY = "The ferry to Tamsin ran aground on a sandbank at noon.\n\nNobody was hurt, and the tide freed her by four."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"MARL, May 4 (NWA) — {BODY}", ["NWA"]),
        (f"MARL (Northwater) - {BODY}", ["Northwater"]),
        (f"{BODY} (NWA)", ["NWA"]),
        (f"{BODY}\n\n(With inputs from NWA and Marl Press)", ["NWA", "Marl Press"]),
        (f"{BODY}\n\nSource: The Tamsin Post", ["Tamsin Post"]),
        (f"{BODY}\n\nFirst published by the Tamsin Post.", ["Tamsin Post"]),
        (f"{BODY}\n\nMarl Press contributed to this report.", ["Marl Press"]),
        (f"{BODY}\n\nFollow us for more\n\nShare", []),
        (f"{BODY} (Updated)", []),
        (f"{BODY}\n\nThe captain (Ida Sand) had no comment to make.", []),
        (f"MARL: {BODY}", []),
    ],
)
def test_whom_a_report_credits(make_read: MakeRead, text: str, names: list[str]) -> None:
    found = find_credits(make_read("a", text).reading)
    assert [c.name for c in found] == names
    for credit in found:
        assert credit.span is not None
        assert text[credit.span.start : credit.span.end] == credit.name == credit.span.exact


def test_an_agency_as_the_author(make_read: MakeRead) -> None:
    reading = make_read("a", BODY, author="Ida Sand, Northwater News Agency").reading
    assert [(c.name, c.place) for c in find_credits(reading)] == [
        ("Northwater News Agency", CreditPlace.BYLINE)
    ]


def test_an_outlet_does_not_credit_itself(make_read: MakeRead) -> None:
    text = f"MARL, May 4 (NWA) — {BODY}"
    assert not find_credits(make_read("a", text, outlet="North Water Agency").reading)


def test_names_of_one_outlet() -> None:
    assert is_same_outlet("NWA", "North Water Agency")
    assert is_same_outlet("the Tamsin Post", "Tamsin Post")
    assert is_same_outlet("Observer", "Marl Observer")
    assert not is_same_outlet("News", "Marl News")
    assert not is_same_outlet("Marl Post", "Tamsin Post")
    assert not is_same_outlet("", "Tamsin Post")


def test_mentions() -> None:
    assert mentions_outlet("He told the Observer that it rained.", "Marl Observer")
    assert mentions_outlet("A document seen by NWA shows it.", "North Water Agency")
    assert not mentions_outlet("An observer from Marl said that it rained.", "Marl Observer")
    assert not mentions_outlet("It rained.", None)
