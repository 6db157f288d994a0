import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.article import SetAside
from sayso.core.errors import GatherError
from sayso.gather.formats import jsonl as module
from sayso.gather.formats.jsonl import Markup, read_json, read_jsonl
from sayso.gather.limits import Limits
from sayso.gather.records import Extracted, Metadata
from sayso.gather.source import Source


def no_page(page: str) -> Extracted:
    return Extracted(f"page of {len(page)}", Metadata(outlet="Orsk Courier"))


MARKUP = Markup(no_page, lambda fragment: f"fragment of {len(fragment)}")


def source(data: bytes | str) -> Source:
    data = data.encode() if isinstance(data, str) else data
    return Source("r.jsonl", data[:100], io.BytesIO(data), None)


def lines(data: bytes | str, markup: Markup = MARKUP) -> list[Extracted | SetAside]:
    return list(read_jsonl(source(data), markup))


def reason(data: str) -> str:
    (item,) = lines(data)
    assert isinstance(item, SetAside)
    assert item.remedy
    return item.reason


def test_fields_become_metadata() -> None:
    record = {
        "id": 7,
        "outlet": "Orsk Courier",
        "url": "https://courier.example/1",
        "title": " Harbour\nshut ",
        "author": ["Ilse Marn", {"name": "Tor Veld"}],
        "published": "2025-11-25",
        "language": "en-GB",
        "text": "Shut.",
    }
    (item,) = lines(json.dumps(record))
    assert item == Extracted(
        "Shut.",
        Metadata(
            "7",
            "Orsk Courier",
            "https://courier.example/1",
            "Harbour shut",
            "Ilse Marn, Tor Veld",
            "2025-11-25",
            "en",
        ),
        record=1,
    )


def test_text_is_kept_to_the_letter() -> None:
    text = " \r\n“Shut”, βut &amp; not <p>closed</p>\u2028 "
    (item,) = lines(json.dumps({"text": text}), Markup(no_page, None))
    assert isinstance(item, Extracted)
    assert item.text == text


def test_one_bad_line_costs_that_line() -> None:
    items = lines('{"text": "One."}\n\n{"text": "Two\n{"title": "No text"}\n{"text": "Three."}')
    assert [type(item) for item in items] == [Extracted, SetAside, SetAside, Extracted]
    assert [item.record for item in items] == [1, 3, 4, 5]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"text": ', "not valid JSON"),
        ("[1, 2]", "not an object"),
        ('"text"', "not an object"),
        ('{"text": null}', "no text"),
        ('{"text": " \\n "}', "no text"),
        ('{"text": 5}', "no text"),
        ('{"x": ' + "[" * 100_000, "nested too deep"),
    ],
)
def test_a_line_without_a_report_says_why(line: str, expected: str) -> None:
    assert expected in reason(line)


def test_numbers_that_nobody_reads_cost_nothing() -> None:
    (item,) = lines('{"text": "Shut.", "n": %s, "x": NaN, "y": -Infinity, "published": NaN}' % ("7" * 6_000))
    assert item == Extracted("Shut.", record=1)


def test_a_page_within_a_record_is_extracted() -> None:
    (item,) = lines('{"html": "<p>Shut</p>", "title": "Harbour"}')
    assert item == Extracted("page of 11", Metadata(outlet="Orsk Courier", title="Harbour"), record=1)


def test_markup_in_a_text_field_is_taken_off() -> None:
    (item,) = lines('{"text": "<p>Shut</p>"}')
    assert item == Extracted("fragment of 11", record=1)


def test_a_cut_text_is_marked() -> None:
    (item,) = lines('{"text": "Shut", "truncated": true}')
    assert isinstance(item, Extracted)
    assert item.partial


def test_a_line_that_is_too_long_is_skipped_without_being_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMITS", Limits(report_bytes=1_000_000))
    long = json.dumps({"text": "a" * 3_500_000})
    items = lines(f'{{"text": "One."}}\n{long}\n{{"text": "Two."}}')
    assert [type(item) for item in items] == [Extracted, SetAside, Extracted]
    assert [item.record for item in items] == [1, 2, 3]


def test_a_line_in_a_legacy_encoding_is_read() -> None:
    (item,) = lines('{"text": "It’s shut."}'.encode("cp1252"))
    assert isinstance(item, Extracted)
    assert item.text == "It’s shut."


def test_a_json_document_holds_one_report_or_a_list() -> None:
    assert [item.record for item in read_json(source('{\n"text": "One."\n}'), MARKUP)] == [1]
    items = list(read_json(source('[{"text": "One."}, 5, {"body": "Two."}]'), MARKUP))
    assert [type(item) for item in items] == [Extracted, SetAside, Extracted]


def test_a_broken_json_document_is_one_fault() -> None:
    with pytest.raises(GatherError, match="not valid JSON"):
        list(read_json(source('{\n"text": "One."\n' * 3), MARKUP))


def test_jsonl_that_begins_broken_is_read_as_jsonl() -> None:
    items = list(read_json(source('{"text": "One\nand more\n{"text": "Two."}\n'), MARKUP))
    assert [type(item) for item in items] == [SetAside, SetAside, Extracted]


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
keys = st.sampled_from(
    ["text", "body", "title", "outlet", "author", "published", "url", "language", "id", "html"]
)


@given(st.lists(st.dictionaries(keys, values), max_size=4))
def test_any_records_become_reports_or_reasons(records: list[dict[str, object]]) -> None:
    items = lines("\n".join(json.dumps(record) for record in records))
    assert [item.record for item in items] == list(range(1, len(records) + 1))
    for item in items:
        assert isinstance(item, SetAside) or item.text
