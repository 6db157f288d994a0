from sayso.read.entities.layout import lay_out
from sayso.read.statements.tails import find_tagged


def found(text: str) -> list[tuple[str, str, str]]:
    return [(a.source[0].exact, a.cue[0].exact, a.content[0].exact) for a in find_tagged(lay_out(text))]


def test_a_tag_ends_its_sentence() -> None:
    text = "Two ferries and the pier were destroyed, he wrote on Wednesday."
    assert found(text) == [("he", "wrote", "Two ferries and the pier were destroyed")]


def test_a_tag_may_have_its_subject_after_it() -> None:
    text = "The tape would be given to any expert, replied the ministry."
    assert found(text) == [("the ministry", "replied", "The tape would be given to any expert")]


def test_a_tag_has_what_stands_after_the_semicolon() -> None:
    text = "Two dockers died at the scene; nine people were taken to hospital, the mayor reported."
    assert found(text) == [("the mayor", "reported", "nine people were taken to hospital")]


def test_a_second_verb_of_one_subject_is_no_tag() -> None:
    assert found("The mayor of Ostrel rose at last, told parliament nothing, and left.") == []


def test_an_opening_phrase_is_not_what_is_said() -> None:
    assert found("Speaking to a crowd of farmers, the mayor said on Monday that rain was near.") == []


def test_an_opening_phrase_with_its_main_clause_is_said() -> None:
    text = "In the same night, fifty drones were shot down over Ostrel, the ministry added."
    assert found(text) == [
        ("the ministry", "added", "In the same night, fifty drones were shot down over Ostrel")
    ]


def test_an_office_and_its_holder_between_commas_are_one_source() -> None:
    text = "All sides had been shown the road, the mission’s spokesman, Ana Orsk, said."
    source = "the mission’s spokesman, Ana Orsk,"
    assert found(text) == [(source, "said", "All sides had been shown the road")]


def test_a_short_clause_with_its_verb_is_said() -> None:
    assert found("Eleven have died, the army said on Friday.") == [("the army", "said", "Eleven have died")]
    assert found("Late last month, the army said on Friday that it was cold.") == []
