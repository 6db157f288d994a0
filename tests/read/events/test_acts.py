import pytest

from sayso.read.events.acts import is_act, verb_forms
from sayso.read.phrases.parse import parse


@pytest.mark.parametrize(
    ("text", "word", "verb", "expected"),
    [
        ("Dorra vowed to demolish the camps.", "demolish", "demolish", True),
        ("Dorra will not boycott the poll.", "boycott", "boycott", True),
        ("The boycott ended on Monday.", "boycott", "boycott", False),
        ("Dorra reneges the treaty of Orsk.", "reneges", "renege", True),
        ("Two protests in Orsk ended.", "protests", "protest", False),
        ("Dorra quit the bloc.", "quit", "quit", True),
        ("A quit notice came.", "quit", "quit", False),
    ],
)
def test_a_verb_by_its_place(text: str, word: str, verb: str, expected: bool) -> None:
    clause = parse(text).clause(0)
    i = next(i for i, token in enumerate(clause.tokens) if token.lower == word)
    assert is_act(clause, i, verb) is expected


def test_forms() -> None:
    assert verb_forms("ban") == ("ban", "bans", "banned", "banned", "banning")
    assert verb_forms("cancel")[2] == "cancelled"
    assert verb_forms("deny") == ("deny", "denies", "denied", "denied", "denying")
