from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.read.encoder.pieces import DIGIT, GLUED, INITIAL, LINE, LOWER, PARAGRAPH, SPACE, UPPER, make_pieces
from sayso.read.encoder.weights import TOKENIZER_FILE, shipped_folder
from sayso.read.encoder.windows import cut_windows


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(Path(shipped_folder()) / TOKENIZER_FILE))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def test_features_of_the_surface(tokenizer: Tokenizer) -> None:
    text = "Orla told the BBC 12\nNo.\n\nYes"
    pieces = make_pieces(tokenizer, text)
    words = [text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)]
    features = dict(zip(words, zip(pieces.case.tolist(), pieces.breaks.tolist(), strict=True), strict=True))
    assert features["told"] == (LOWER, SPACE)
    assert features["BBC"] == (UPPER, SPACE)
    assert features["12"] == (DIGIT, SPACE)
    assert features["No"] == (INITIAL, LINE)
    assert features["."][1] == GLUED
    assert features["Yes"] == (INITIAL, PARAGRAPH)


def test_straight_quotes_read_as_curly_ones(tokenizer: Tokenizer) -> None:
    curly, straight = (make_pieces(tokenizer, text) for text in ("He said “go”.", 'He said "go".'))
    assert curly.ids.tolist() == straight.ids.tolist()


@given(st.text(max_size=300))
def test_offsets_hold_on_any_text(tokenizer: Tokenizer, text: str) -> None:
    pieces = make_pieces(tokenizer, text)
    assert all(0 <= s < e <= len(text) for s, e in zip(pieces.starts, pieces.ends, strict=True))
    assert (pieces.starts[1:] >= pieces.starts[:-1]).all()


@given(st.integers(0, 900), st.lists(st.integers(0, 899), max_size=30))
def test_windows_own_every_piece_once(tokenizer: Tokenizer, count: int, lines: list[int]) -> None:
    text = "".join(("\n" if i in lines else " ") + "a" for i in range(count))
    pieces = make_pieces(tokenizer, text)
    windows = cut_windows(pieces)
    owned = [i for w in windows for i in range(w.own_start, w.own_end)]
    assert owned == list(range(len(pieces)))
    assert all(w.start <= w.own_start < w.own_end <= w.end and w.end - w.start <= 254 for w in windows)
