import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.store.desk import Desk
from sayso.store.intake import ReadHow, read_pending
from tests.store.fakes import VERSION, FakeReader, article
from tests.store.whole import assert_whole


def fill(desk: Desk, version: str = VERSION) -> None:
    quiet = article(
        3, "The old lighthouse keeper sang of naïve sailors.", title="A bridge of songs", outlet=None
    )
    desk.take([article(1), article(2), quiet], "run")
    how = ReadHow(FakeReader(version), version, 8, again=True)
    read_pending(desk, how, "run", lambda _done: None, lambda _record: None)


def test_statements_come_first_with_their_speaker_and_place(desk: Desk) -> None:
    fill(desk)
    hits = desk.search(["bridge", "closed"])
    assert [(hit.article, hit.statement) for hit in hits] == [
        ("a1", "s1"),
        ("a2", "s1"),
        ("a1", None),
        ("a2", None),
    ]
    assert hits[0].speaker == "Minister Ilva Torren"
    text = article(1).text
    for span in (hits[0].spans[0], hits[2].spans[0]):
        assert text[span.start : span.end] == span.exact
    assert [text[start:end] for start, end in hits[0].marks] == ["bridge", "closed"]


def test_endings_accents_and_case_are_left_aside(desk: Desk) -> None:
    fill(desk)
    assert {hit.article for hit in desk.search(["FERRY"])} == {"a1", "a2"}
    assert [hit.article for hit in desk.search(["naive", "sailor"])] == ["a3"]


def test_several_words_in_one_are_a_phrase(desk: Desk) -> None:
    fill(desk)
    assert desk.search(["nobody was hurt"])
    assert not desk.search(["hurt was nobody"])
    assert desk.search(["hurt", "was", "nobody"])


def test_a_title_is_searched_and_the_texts_words_are_shown(desk: Desk) -> None:
    fill(desk)
    (hit,) = desk.search(["songs"])
    assert hit.title == "A bridge of songs"
    assert hit.spans[0].exact.startswith("The old lighthouse")


def test_a_limit_holds_for_each_kind(desk: Desk) -> None:
    fill(desk)
    assert len(desk.search(["bridge"], limit=1)) == 2


@pytest.mark.parametrize("words", [[], [""], ["  "], ["—"], ['"'], ["nowhere"]])
def test_what_is_not_there_is_not_found(desk: Desk, words: list[str]) -> None:
    fill(desk)
    assert desk.search(words) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=4))
def test_no_words_break_the_search(desk: Desk, words: list[str]) -> None:
    desk.search(words)


@pytest.mark.parametrize(
    "word", ["NEAR", "AND", "bridge*", "speaker:Ilva", "-bridge", "bridge OR", "(bridge", "NOT x"]
)
def test_the_search_languages_own_words_are_words(desk: Desk, word: str) -> None:
    fill(desk)
    desk.search([word])


def test_the_search_follows_a_new_reading(desk: Desk) -> None:
    fill(desk)
    before = len(desk.search(["bridge"]))
    fill(desk, "fake-2")
    assert len(desk.search(["bridge"])) == before
    assert_whole(desk.path)


def test_a_text_that_holds_the_marks_is_found_all_the_same(desk: Desk) -> None:
    desk.take([article(9, "A \x02 odd \x03 lantern text.")], "run")
    assert [hit.article for hit in desk.search(["lantern"])] == ["a9"]
