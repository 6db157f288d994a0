from sayso.core.reading import Voice
from training.claim_stories import overlap, unmark


def test_marks_become_readings_and_leave_the_text() -> None:
    text, marks = unmark("{sank o|The ferry sank}, he said. It denied {load d|that it was overloaded}.")
    assert text == "The ferry sank, he said. It denied that it was overloaded."
    assert marks == [("sank", "The ferry sank", Voice.OWN), ("load", "that it was overloaded", Voice.DENIED)]


def test_a_span_stands_for_a_reading_whose_words_it_holds_and_not_many_more() -> None:
    assert overlap("the ferry sank", "the ferry sank off Tolma") == 1
    assert overlap("the ferry sank", "a bus came late") == 0
    assert overlap("the ferry sank", "the ferry sank " + "and more words came " * 10) == 0
