import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from sayso.core.text import make_storable

any_text = st.text(st.characters(exclude_categories=()))


def test_sound_text_passes_untouched() -> None:
    text = "The harbour’s gate “stays shut”, she said – 港."
    assert make_storable(text) == (text, 0)


def test_nul_and_lone_surrogates_are_replaced_and_counted() -> None:
    assert make_storable("a\x00b\ud800c\udfff") == ("a\ufffdb\ufffdc\ufffd", 3)


@given(any_text)
def test_whatever_comes_can_be_encoded_and_keeps_its_offsets(text: str) -> None:
    stored, count = make_storable(text)
    assert stored.encode("utf-8").decode("utf-8") == stored
    assert len(stored) == len(text)
    assert sum(a != b for a, b in zip(text, stored, strict=True)) == count


@given(any_text)
def test_sqlite_gives_back_what_it_was_given(text: str) -> None:
    stored, _ = make_storable(text)
    with sqlite3.connect(":memory:") as desk:
        row = desk.execute("SELECT ?, length(?)", (stored, stored)).fetchone()
    desk.close()
    assert row == (stored, len(stored))
