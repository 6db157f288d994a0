import pytest

from sayso.gather.clean.stand_in import find_stand_in


@pytest.mark.parametrize("letter", "βΒγБя港ת\ufffd")
@pytest.mark.parametrize(
    "text",
    [
        "Veltria’s minister said that talks were over.",
        "She said: “No talks,” and left.",
        "The “phase” of talks and the “reset” are over.",
        "They don’t know, and we’re late.",
        "“I know,” said Tor O’Hara of the NRM’s board.",
        "Tor D’Orsk spoke of β-carotene and of Veltria’s harbour, and he didn’t stop.",
    ],
)
def test_a_letter_where_marks_should_be_is_a_stand_in(text: str, letter: str) -> None:
    damaged = text.translate(dict.fromkeys(map(ord, "“”‘’"), letter))
    assert find_stand_in(damaged) == letter


@pytest.mark.parametrize(
    "text",
    [
        "Veltria’s minister said “no talks”.",
        "Doctors gave β-carotene and interferon-β; the patient’s TGFβ level rose, and so did IFNγ, they said.",
        "NFκB and TNFα, IFNβs and PKCδs were measured.",
        "The word λόγος means more than “word”, and πόλις is a city.",
        "It took 10 μs, 5μm and a Δt of 3 Ω, so λ = 2πr.",
        "Sanaʿa and the Qurʾan, Ukraineʼs and Hawaiʻi’s coast",
        "Chrіstmаs wаs thе dаy thаt shе hаs lоst",  # Cyrillic look-alikes
        "Порт остаётся закрытым, сказал министр.",
        "港が閉まる。",
        "a β c β d",
        "β" * 50,
        "",
    ],
)
def test_letters_that_mean_themselves_are_none(text: str) -> None:
    assert find_stand_in(text) is None
