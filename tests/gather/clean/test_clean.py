import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.article import Dropped
from sayso.gather.clean.clean import clean_line, clean_text


def test_the_steps_follow_one_another() -> None:
    cleaned = clean_text(
        "Veltria&beta;s minister said &beta;no talks&beta;.  \r\n\r\n\r\n\r\nRead more: It isnβt over\n"
    )
    assert cleaned.text == "Veltria’s minister said “no talks”."
    assert cleaned.dropped == (
        Dropped("β", "stood for 4 quotation marks and apostrophes, which were restored"),
        Dropped("Read more: It isn’t over", "link to another report"),
    )
    assert cleaned.stand_in == "β"
    assert not cleaned.is_partial


def test_paragraphs_stay() -> None:
    assert clean_text("One.\nTwo.\n\nThree.\n\n\n\nFour.  \n").text == "One.\nTwo.\n\nThree.\n\nFour."


@pytest.mark.parametrize(
    ("line", "stand_in", "expected"),
    [
        ("Veltriaβs harbour &amp; its port\n shut", None, "Veltria’s harbour & its port shut"),
        ("A βphaseβ ends", "β", "A “phase” ends"),
        ("A β-carotene scare", None, "A β-carotene scare"),
        (" ", None, None),
        (None, "β", None),
    ],
)
def test_a_title_is_repaired(line: str | None, stand_in: str | None, expected: str | None) -> None:
    assert clean_line(line, stand_in) == expected


@given(st.text(max_size=300))
def test_cleaning_never_fails_and_is_settled_after_one_pass_of_white_space(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned.text == cleaned.text.strip()
    assert "\n\n\n" not in cleaned.text


@pytest.mark.parametrize("unit", [" ", "\t", "\n", "a ", "&amp;", "β", "’ ", "(", "Ã", "\u0301"])
def test_huge_runs_end(unit: str) -> None:
    clean_text(unit * (200_000 // len(unit)) + "x")
