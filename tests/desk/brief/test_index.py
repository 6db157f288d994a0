from dataclasses import replace

import pytest
from builders import article, dispute

from sayso.core.span import Span
from sayso.desk.brief.index import file_name, index_ledger, safe_href, shorten
from sayso.desk.brief.pieces import Who


def test_a_speaker_is_an_entity_or_the_sources_own_words() -> None:
    index = index_ledger(dispute())
    assert index.who("marn") == Who("Ilse Marn", True, "interior minister", "N1")
    assert index.who(None, "ledger-s10") == Who("officials in Great Fallow", False)
    assert index.who(None, "pilot-s0") == Who("Ilse Marn", True, "interior minister", "N1")
    assert index.who("nobody", "nothing") is None


def test_labels_are_outlets_then_files_and_never_the_same() -> None:
    same = (
        article("b", "x", outlet="Harbour Pilot", published="2031-03-05"),
        article("a", "x", outlet="Harbour Pilot", published="2031-03-04"),
        article("c", "x", outlet=None, path="in/0001_a-very-long-name-of-a-file.txt"),
    )
    labels = index_ledger(replace(dispute(), articles=same)).labels
    assert labels["a"] == "Harbour Pilot · 1"
    assert labels["b"] == "Harbour Pilot · 2"
    assert labels["c"] == "0001_a-very…a-file"


def test_file_names() -> None:
    assert file_name(article("x", "t", path="/some/where/x.html")) == "x.html"
    assert file_name(article("x", "t", path="-")) == "x"
    assert file_name(article("x", "t", path=None)) == "x"


def test_shorten_keeps_both_ends() -> None:
    assert shorten("short") == "short"
    assert shorten("0123456789", 7) == "0123…89"


@pytest.mark.parametrize(
    ("url", "is_safe"),
    [
        ("https://x.example/a?b#c", True),
        ("HTTP://x.example", True),
        ("javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("https://", False),
        ("https:x", False),
        ("ftp://x.example", False),
        ("http://[", False),
        ("", False),
        (None, False),
        ("https://x.example/" + "a" * 3000, False),
    ],
)
def test_only_http_with_a_host_is_followed(url: str | None, is_safe: bool) -> None:
    assert (safe_href(url) is not None) is is_safe


def test_a_pronoun_names_nobody() -> None:
    ledger = dispute()
    said = next(s for s in ledger.statements if s.id == "ledger-s10")
    heard = replace(said, id="heard", source=(Span(0, 2, "He"),))
    index = index_ledger(replace(ledger, statements=(*ledger.statements, heard)))
    assert index.who(None, "heard") is None
