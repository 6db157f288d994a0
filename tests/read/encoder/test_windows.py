import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.encoder.pieces import GLUED, INITIAL, LINE, LOWER, PARAGRAPH, SPACE, STOPS, Pieces
from sayso.read.encoder.windows import OVERLAP, WINDOW, cut_windows

WORD = 2000


def pieces_of(breaks: list[int], *, stops: set[int] = frozenset(), opens: set[int] = frozenset()) -> Pieces:  # type: ignore[assignment]
    """Pieces with the white space before each, full stops at ``stops`` and capitals at ``opens``."""
    count = len(breaks)
    ids = np.array([STOPS[1] if at in stops else WORD for at in range(count)], dtype=np.int64)
    case = np.array([INITIAL if at in opens else LOWER for at in range(count)], dtype=np.int64)
    places = np.arange(count, dtype=np.int64)
    zeros = np.zeros(count, dtype=np.int64)
    return Pieces(ids, places, places + 1, case, zeros, np.array(breaks, dtype=np.int64))


def test_between_paragraphs_there_is_no_overlap() -> None:
    breaks = [PARAGRAPH if at % 100 == 0 else SPACE for at in range(400)]
    windows = cut_windows(pieces_of(breaks))
    assert [(w.start, w.end) for w in windows] == [(0, 200), (200, 400)]
    assert all((w.start, w.end) == (w.own_start, w.own_end) for w in windows)


def test_within_a_paragraph_windows_see_beyond_a_sentence_end() -> None:
    stops = {at - 1 for at in range(30, 400, 30)}
    windows = cut_windows(pieces_of([SPACE] * 400, stops=stops, opens={at + 1 for at in stops}))
    first, second = windows[:2]
    assert first.own_end == second.own_start
    assert first.own_end % 30 == 0
    assert (first.end - first.own_end, second.own_start - second.start) == (OVERLAP // 2, OVERLAP // 2)


def test_a_wrapped_line_is_no_paragraph() -> None:
    breaks = [LINE if at and at % 15 == 0 else SPACE for at in range(400)]
    assert all(w.end > w.own_end for w in cut_windows(pieces_of(breaks))[:-1])


def test_one_window_where_all_fits() -> None:
    assert len(cut_windows(pieces_of([SPACE] * WINDOW))) == 1
    assert cut_windows(pieces_of([])) == []


@given(
    st.lists(st.sampled_from((GLUED, SPACE, LINE, PARAGRAPH)), max_size=1200),
    st.sets(st.integers(0, 1199)),
    st.sets(st.integers(0, 1199)),
)
def test_every_piece_has_one_owner(breaks: list[int], stops: set[int], opens: set[int]) -> None:
    windows = cut_windows(pieces_of(breaks, stops=stops, opens=opens))
    assert [i for w in windows for i in range(w.own_start, w.own_end)] == list(range(len(breaks)))
    assert all(w.start <= w.own_start < w.own_end <= w.end and w.end - w.start <= WINDOW for w in windows)
