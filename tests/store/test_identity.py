import dataclasses

from sayso.store.identity import distinct_id, filled_in, is_same_report
from tests.store.fakes import article

KNOWN = article(1, url="https://www.herald.example/bridge", title="Bridge closed")


def test_the_same_words_of_one_outlet_are_one_report() -> None:
    assert is_same_report(KNOWN, KNOWN)
    assert is_same_report(KNOWN, dataclasses.replace(KNOWN, url="http://herald.example/bridge?from=feed"))
    assert is_same_report(KNOWN, dataclasses.replace(KNOWN, outlet=" HARBOUR HERALD "))


def test_what_is_not_known_tells_nothing_apart() -> None:
    assert is_same_report(KNOWN, dataclasses.replace(KNOWN, outlet=None, url=None))


def test_a_wire_copy_is_a_report_of_its_own() -> None:
    assert not is_same_report(KNOWN, dataclasses.replace(KNOWN, outlet="Quay Post"))
    assert not is_same_report(KNOWN, dataclasses.replace(KNOWN, outlet=None, url="https://post.example/1"))


def test_an_address_that_is_none_tells_nothing_apart() -> None:
    assert is_same_report(KNOWN, dataclasses.replace(KNOWN, url="http://[half"))


def test_only_what_was_unknown_is_filled_in() -> None:
    bare = dataclasses.replace(KNOWN, title=None, url=None)
    assert filled_in(bare, dataclasses.replace(KNOWN, outlet="Other")) == {
        "url": KNOWN.url,
        "title": "Bridge closed",
    }
    assert filled_in(KNOWN, bare) == {}


def test_a_distinct_id_depends_on_the_article_alone() -> None:
    assert distinct_id(KNOWN) == distinct_id(dataclasses.replace(KNOWN, path="elsewhere"))
    assert distinct_id(KNOWN) != distinct_id(dataclasses.replace(KNOWN, outlet="Quay Post"))
    assert distinct_id(KNOWN).startswith("a1-")
