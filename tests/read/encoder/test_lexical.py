"""The second opinion on names: which words it looks at, and that it is asked only where the encoder is in doubt."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.encoder.labels import ENTITY_LABELS
from sayso.read.encoder.lexical import SIZE, add_opinions, features_of
from sayso.read.encoder.pieces import Pieces, _cases

TEXT = "The Orsk Courier said so.\nIt named Ana Tarn of Orsk."


def pieces_of(text: str, starts: list[int], ends: list[int]) -> Pieces:
    first, last = np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64)
    none = np.zeros(len(starts), dtype=np.int64)
    return Pieces(none, first, last, _cases(text, first, last), none, none, text)


def words_of(text: str) -> Pieces:
    starts = [at for at in range(len(text)) if text[at].isalpha() and not text[at - 1 : at].isalpha()]
    ends = [next((n for n in range(at, len(text)) if not text[n].isalpha()), len(text)) for at in starts]
    return pieces_of(text, starts, ends)


def test_a_word_has_the_same_features_wherever_its_line_stands() -> None:
    line = TEXT.split("\n")[1]
    alone = list(features_of(line, 0, len(line), [3, 9, 13]))
    within = list(features_of(TEXT, 26, len(TEXT), [29, 35, 39]))
    assert alone == within
    assert all(0 <= row < SIZE for rows in alone for row in rows)


def test_a_piece_within_a_word_has_rows_of_its_own() -> None:
    first, inner = features_of("Orsk", 0, 4, [0, 2])
    assert len(first) == len(inner)
    assert set(first) != set(inner)


def test_only_what_is_in_doubt_gets_an_opinion() -> None:
    pieces = words_of(TEXT)
    scores = np.zeros((len(pieces), len(ENTITY_LABELS)), dtype=np.float32)
    scores[0, 0] = 20  # "The" is surely no name
    before = scores.copy()
    add_opinions(pieces, 0, scores)
    changed = (scores != before).any(1)
    assert not changed[0]
    assert changed[1:3].all()


def test_capitals_throughout_are_left_to_the_encoder() -> None:
    pieces = words_of("ORSK FELL. " * 40)
    scores = np.zeros((len(pieces), len(ENTITY_LABELS)), dtype=np.float32)
    add_opinions(pieces, 0, scores)
    assert not scores.any()


def test_a_window_s_opinions_do_not_depend_on_where_it_begins() -> None:
    pieces = words_of(TEXT)
    whole = np.zeros((len(pieces), len(ENTITY_LABELS)), dtype=np.float32)
    part = whole[5:].copy()
    add_opinions(pieces, 0, whole)
    add_opinions(pieces, 5, part)
    assert np.array_equal(whole[5:], part)


@given(st.text(max_size=60), st.data())
def test_any_text_has_features(text: str, data: st.DataObject) -> None:
    starts = sorted(data.draw(st.sets(st.integers(0, max(0, len(text) - 1)), max_size=8))) if text else []
    ends = [start + 1 for start in starts]
    scores = np.zeros((len(starts), len(ENTITY_LABELS)), dtype=np.float32)
    add_opinions(pieces_of(text, starts, ends), 0, scores)
    assert np.isfinite(scores).all()
    assert len(list(features_of(text, 0, len(text), starts))) == len(starts)
