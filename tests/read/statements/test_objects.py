from hypothesis import given
from hypothesis import strategies as st

from sayso.read.entities.layout import lay_out
from sayso.read.statements.objects import find_objects


def found(text: str) -> list[tuple[str, str, str]]:
    return [(a.source[0].exact, a.cue[0].exact, a.content[0].exact) for a in find_objects(lay_out(text))]


def test_what_is_denied_need_be_no_clause() -> None:
    text = "Lumm Ferries, the state company that ran the boat, denied receiving such a call."
    source = "Lumm Ferries, the state company that ran the boat,"
    assert found(text) == [(source, "denied", "receiving such a call")]


def test_what_is_called_for_is_said() -> None:
    text = "Foreign Minister Ana Orsk called for an inquiry by both chambers."
    assert found(text) == [("Foreign Minister Ana Orsk", "called for", "an inquiry by both chambers")]


def test_who_is_asked_must_be_asked_to_do_something() -> None:
    assert found("The mayor asked both sides to go home.") == [
        ("The mayor", "asked", "both sides to go home")
    ]
    assert found("The mayor asked both sides about it.") == []


def test_a_figure_that_is_put() -> None:
    assert found("The union put their losses at two million a day.") == [
        ("The union", "put", "their losses at two million a day")
    ]
    assert found("The union put their crates on a ship.") == []


def test_a_charge_is_rejected_not_a_parcel() -> None:
    assert found("The army rejected the parcel from Ostrel.") == []
    assert found("The army rejected a claim by the mayor.") == [
        ("The army", "rejected", "a claim by the mayor")
    ]


def test_nobody_denies_without_a_subject() -> None:
    assert found("It was denied any help by the port.") == []


WORDS = st.sampled_from(
    [
        "Orsk",
        "the",
        "mayor",
        "denied",
        "called",
        "for",
        "asked",
        "put",
        "at",
        "to",
        "it",
        ",",
        ".",
        "“",
        "”",
        "\n",
    ]
)


@given(st.lists(WORDS, max_size=60))
def test_any_words(words: list[str]) -> None:
    text = " ".join(words)
    for attribution in find_objects(lay_out(text)):
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert text[span.start : span.end] == span.exact
