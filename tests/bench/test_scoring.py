import pytest

from bench.scoring import line_of, number_after

OUTPUT = """statements found 31/37 (0.838); speaker right 30/37 (0.811); act right 29/37 (0.784)
claim links across reports p 0.900 r 0.500 f1 0.643
source exact         {'p': 0.78, 'r': 0.75, 'f1': 0.7648}
"""


def test_line_of_gives_the_rest_of_the_line() -> None:
    assert line_of(OUTPUT, "claim links across reports") == " p 0.900 r 0.500 f1 0.643"


def test_line_of_refuses_an_output_without_the_line() -> None:
    with pytest.raises(ValueError, match="no line 'contests'"):
        line_of(OUTPUT, "contests")


@pytest.mark.parametrize(
    ("text", "label", "number"),
    [
        ("source exact {'p': 0.78, 'f1': 0.7648}", "'f1'", 0.7648),
        ("31/37 (0.838); speaker", "(", 0.838),
        (" 9/10", "", 9),
        ("left in 0/10; articles with broken quotes 2", "broken quotes", 2),
    ],
)
def test_number_after_a_label(text: str, label: str, number: float) -> None:
    assert number_after(text, label) == number


@pytest.mark.parametrize(("text", "label"), [("f1 0.5", "f2"), ("no figure", "no")])
def test_number_after_refuses_a_text_without_one(text: str, label: str) -> None:
    with pytest.raises(ValueError, match="no number after"):
        number_after(text, label)
