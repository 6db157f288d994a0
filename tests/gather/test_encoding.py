import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.errors import GatherError
from sayso.gather.encoding import decode, wide_encoding

TEXT = "“Not today,” said Veltria’s minister – the café owners’ daughter."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "mac_roman"])
def test_western_text_is_read_as_it_was_written(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, 0)


def test_strays_from_an_old_editor_are_mended_within_utf8() -> None:
    data = "Der Hafen “bleibt” zu – über Wochen.".encode() + b" It\x92s shut, the caf\xe9s say."
    assert decode(data)[0].endswith("It’s shut, the cafés say.")


def test_a_byte_that_is_nothing_is_replaced_and_counted() -> None:
    text, replaced = decode("“Shut” – “open” – ".encode() + b"\xff\xff harbour")
    assert text == "“Shut” – “open” – \ufffd\ufffd harbour"
    assert replaced == 2


def test_the_encoding_a_page_declares_is_believed_where_it_fits() -> None:
    russian = "Порт остаётся закрытым, сказал министр."
    assert decode(russian.encode("cp1251"), declared="windows-1251") == (russian, 0)


@pytest.mark.parametrize("declared", ["punycode", "hex", "no-such", "idna"])
def test_codecs_that_pages_do_not_use_are_not_tried(declared: str) -> None:
    assert decode("café – shut".encode("cp1252"), declared=declared)[0] == "café – shut"


def test_other_scripts_are_not_guessed() -> None:
    with pytest.raises(GatherError, match="no other encoding is evident"):
        decode("Порт остаётся закрытым, сказал министр.".encode("cp1251"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_told_with_and_without_a_mark(encoding: str) -> None:
    data = TEXT.encode(encoding)
    found = wide_encoding(data)
    assert found is not None
    assert data.decode(found).removeprefix("\ufeff") == TEXT


@given(st.binary(max_size=300))
def test_any_bytes_become_text_or_a_reason(data: bytes) -> None:
    with contextlib.suppress(GatherError):
        text, replaced = decode(data)
        assert text.encode("utf-8").decode() == text
        assert replaced <= len(data)


@given(st.text())
def test_utf8_passes_untouched(text: str) -> None:
    assert decode(text.encode()) == (text.removeprefix("\ufeff"), 0)
