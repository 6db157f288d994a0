import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.encoder.pieces import COLON, PARAGRAPH, SPACE, Pieces
from sayso.read.encoder.quotes import QuoteState
from sayso.read.encoder.roles import (
    AFTER,
    BATCH_CUES,
    BEFORE,
    LEAST_CUES,
    MARGIN,
    STEP,
    Anchors,
    _alike,
    _reaches,
)
from sayso.read.encoder.windows import Window, cut_windows

WORD = 2000


def paragraphs(*sizes: int) -> Pieces:
    """A text of paragraphs with so many pieces each."""
    count = sum(sizes)
    zeros = np.zeros(count, dtype=np.int64)
    breaks = np.full(count, SPACE, dtype=np.int64)
    breaks[np.cumsum([0, *sizes[:-1]])] = PARAGRAPH
    return Pieces(np.full(count, WORD), zeros, zeros, zeros, zeros.copy(), breaks)


def shown(pieces: Pieces, at: int) -> tuple[int, int]:
    """From which piece to which one a cue at ``at`` is shown, where one window holds all."""
    anchors = Anchors(np.array([0]), np.array([at + 1]), np.zeros((1, 1), dtype=np.float32))
    first, counts = _reaches(pieces, [Window(0, len(pieces), 0, len(pieces))], anchors)
    return int(first[0]) - 1, int(first[0] + counts[0]) - 1


def test_a_cue_is_shown_its_paragraph_and_a_little_more() -> None:
    start, end = shown(paragraphs(60, 40, 60), 70)
    assert 0 < start <= 60 - MARGIN
    assert 100 + MARGIN <= end < 160
    assert (end - start) % STEP == 0


def test_a_quotation_ties_the_paragraph_that_it_opens() -> None:
    pieces = paragraphs(60, 40, 60)
    pieces.quotes[100] = QuoteState.OPENS
    start, end = shown(pieces, 70)
    assert start > 0
    assert end >= 160
    assert shown(pieces, 110)[0] <= 60


def test_a_colon_ties_the_paragraph_after_it() -> None:
    pieces = paragraphs(60, 40, 60)
    pieces.ids[99] = COLON
    assert shown(pieces, 70)[1] >= 160


def test_in_a_long_paragraph_a_cue_is_shown_what_is_near() -> None:
    start, end = shown(paragraphs(250), 125)
    assert 125 - BEFORE - STEP < start <= 125 - BEFORE
    assert 125 + AFTER <= end + 1 < 125 + AFTER + STEP


@given(st.lists(st.integers(1, 300), min_size=1, max_size=8))
def test_what_is_shown_lies_in_the_window_and_holds_the_cue(sizes: list[int]) -> None:
    pieces = paragraphs(*sizes)
    windows = cut_windows(pieces)
    rows = np.repeat(np.arange(len(windows)), [w.end - w.start for w in windows])
    places = np.concatenate([np.arange(1, w.end - w.start + 1) for w in windows])
    first, counts = _reaches(pieces, windows, Anchors(rows, places, np.zeros((len(rows), 1), np.float32)))
    lengths = np.array([w.end - w.start + 2 for w in windows])[rows]
    assert (first >= 0).all()
    assert (first <= places).all()
    assert (places < first + counts).all()
    assert (counts <= BEFORE + AFTER).all()
    assert ((first + counts <= lengths) | (first == 0)).all()


@given(st.lists(st.integers(1, 6).map(lambda n: n * STEP), max_size=200))
def test_every_cue_goes_through_the_graph_once(counts: list[int]) -> None:
    groups = [group.tolist() for group in _alike(np.array(counts, dtype=np.int64))]
    assert sorted(at for group in groups for at in group) == list(range(len(counts)))
    assert all(len(group) <= BATCH_CUES for group in groups)
    assert all(len(group) >= LEAST_CUES for group in groups) or len(counts) < 2 * LEAST_CUES
