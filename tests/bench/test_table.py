from bench.figures import Figure, Measured, Outcome, Skipped
from bench.table import draw_table, to_markdown

OUTCOMES: dict[str, Outcome] = {
    "example": Measured(14, 2.5, (Figure("statements found", 0.875, 0.8), Figure("dates missed", 1))),
    "plover": Skipped("no data"),
}


def test_markdown_has_a_row_for_each_figure() -> None:
    lines = to_markdown(OUTCOMES, None).splitlines()
    assert lines[2] == "| example | 14 | 2.5 | statements found | 0.875 | ≥ 0.8 | holds |"
    assert lines[3] == "|  |  |  | dates missed | 1 |  |  |"
    assert lines[4] == "| plover |  |  | skipped: no data |  |  |  |"
    assert len(lines) == 5


def test_a_cut_corpus_is_said() -> None:
    assert "cut to 4 records" in to_markdown(OUTCOMES, 4)
    assert "cut to 4 records" in str(draw_table(OUTCOMES, 4).caption)


def test_the_terminal_has_as_many_rows() -> None:
    assert draw_table(OUTCOMES, None).row_count == 3
