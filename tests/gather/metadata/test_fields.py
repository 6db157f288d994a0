import pytest

from sayso.gather.metadata.fields import html_of, is_marked_partial, metadata_of, text_of
from sayso.gather.records import Metadata


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"source": {"id": None, "name": "Orsk Courier"}}, Metadata(outlet="Orsk Courier")),
        ({"Publisher": "Orsk Courier", "HEADLINE": "Shut"}, Metadata(outlet="Orsk Courier", title="Shut")),
        ({"date_publish": "2025-11-25 10:00:00"}, Metadata(published="2025-11-25T10:00:00")),
        ({"publishedAt": "2025-11-25"}, Metadata(published="2025-11-25")),
        ({"published": "soon", "date": "2025-11-25"}, Metadata(published="2025-11-25")),
        ({"authors": ["Ilse Marn", "Tor Veld"]}, Metadata(author="Ilse Marn, Tor Veld")),
        ({"lang": "EN_us"}, Metadata(language="en")),
        ({"language": "English, mostly"}, Metadata()),
        ({"url": "javascript:alert(1)"}, Metadata()),
        ({"url": "courier.example/1"}, Metadata(url="courier.example/1")),
        ({"title": "", "outlet": None, "author": [], "id": True, "published": {}}, Metadata()),
        ({1: "x", None: "y", "id": 0}, Metadata(id="0")),
    ],
)
def test_facts_are_found_under_their_usual_names(record: dict[object, object], expected: Metadata) -> None:
    assert metadata_of(record) == expected


def test_the_text_is_the_first_field_with_words() -> None:
    assert text_of({"text": " ", "content": "Shut.", "body": ["One.", "Two."]}) == "One.\nTwo."
    assert text_of({"maintext": "Shut."}) == "Shut."
    assert text_of({"text": ["One.", 2]}) is None
    assert html_of({"raw_html": "<p>"}) == "<p>"


def test_only_a_plain_yes_marks_a_text_as_cut() -> None:
    assert is_marked_partial({"Truncated": True})
    assert not is_marked_partial({"partial": "no"})
