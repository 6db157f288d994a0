from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.collate.lineage.passages import find_passages
from sayso.collate.lineage.rewording import chance_of_rewording, match_sentences
from sayso.collate.lineage.texts import make_text
from sayso.core.read_article import ReadArticle

MakeRead = Callable[..., ReadArticle]
TEXT = (
    "The ferry to Tamsin ran aground on a sandbank at noon, and the tide freed her by four in the afternoon."
)


def test_small_changes_are_bridged(make_read: MakeRead) -> None:
    changed = "Here it is. " + TEXT.replace("on a sandbank", "upon one sandbank") + " So they say."
    source, copy = make_text(make_read("a", TEXT)), make_text(make_read("b", changed))
    (found,) = find_passages(source, copy)
    assert copy.span(found.first, found.end).exact + "." == TEXT.replace("on a sandbank", "upon one sandbank")
    assert (found.source_first, found.source_end) == (0, len(source.words))


def test_what_is_moved_is_found(make_read: MakeRead) -> None:
    first, second = (
        "Snow fell on the old town all of that day.",
        "Nobody knew when the last train would leave again.",
    )
    source = make_text(make_read("a", f"{first} {second}"))
    copy = make_text(make_read("b", f"{second} {first}"))
    assert [(p.first, p.source_first) for p in find_passages(source, copy)] == [(0, 10), (9, 0)]


def test_quoted_words_are_not_the_outlets(make_read: MakeRead) -> None:
    text = make_text(make_read("a", "She said: “The tide will free her.” It did."))
    assert text.own_total == 4
    assert text.own_count(0, 3) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    words=st.lists(st.sampled_from("abcdef"), max_size=60),
    other=st.lists(st.sampled_from("abcdef"), max_size=60),
)
def test_passages_hold_the_same_words_at_their_ends(
    make_read: MakeRead, words: list[str], other: list[str]
) -> None:
    source, copy = make_text(make_read("a", " ".join(words))), make_text(make_read("b", " ".join(other)))
    last = 0
    for found in find_passages(source, copy):
        assert last <= found.first < found.end <= len(copy.words)
        assert 0 <= found.source_first < found.source_end <= len(source.words)
        assert (
            copy.words[found.first : found.first + 5]
            == source.words[found.source_first : found.source_first + 5]
        )
        last = found.end


def test_a_report_rewords_itself_surely(make_read: MakeRead) -> None:
    names = ("Ida Sand", "Basil Quade", "Wenna Dorrit", "Joss Carrol", "Hetty Orm", "Rona Sill")
    places = ("harbour", "orchard", "museum", "station", "library", "brewery")
    text = " ".join(
        f"The {p} of Marl was opened by {n} with {k} lamps."
        for k, (n, p) in enumerate(zip(names, places, strict=True), 3)
    )
    one, other = make_text(make_read("a", text)), make_text(make_read("b", text))
    matches = match_sentences(other, one)
    assert [(m.sentence, m.other) for m in matches] == [(n, n) for n in range(6)]
    assert chance_of_rewording(other, one, matches) > 0.9
    assert chance_of_rewording(other, one, matches[:3]) == 0
