from training.claim_stories import overlap


def test_a_span_stands_for_a_reading_whose_words_it_holds_and_not_many_more() -> None:
    assert overlap("the ferry sank", "the ferry sank off Tolma") == 1
    assert overlap("the ferry sank", "a bus came late") == 0
    assert overlap("the ferry sank", "the ferry sank " + "and more words came " * 10) == 0
