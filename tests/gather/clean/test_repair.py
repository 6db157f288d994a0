import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gather.clean.repair import repair


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("Veltriaâ€™s minister said â€œno talksâ€\x9d.", "Veltria’s minister said “no talks”."),
        ("the cafÃ© owners", "the café owners"),
        ("Orsk &amp; Sons &ldquo;shut&rdquo; &#8212; it&rsquo;s over", "Orsk & Sons “shut” — it’s over"),
        ("&amp;quot;Shut&amp;quot;", '"Shut"'),
        ("fewer than <50 &amp; more", "fewer than <50 & more"),
        ("one\r\ntwo\rthree\u2028four\fsix\vseven", "one\ntwo\nthree\nfour\nsix\nseven"),
        ("20\u00a0000 sol\u00addiers\u200b\ufeff", "20 000 soldiers"),
        ("It is \x93shut\x94", "It is “shut”"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("abc\u202egnp\u202c.txt", "abcgnp.txt"),
        ("cafe\u0301", "café"),
        ("Veltria\ufffd\ufffd\ufffds harbour", "Veltria\ufffds harbour"),
        ("Veltria\ufffds \ufffd\ufffd\ufffd", "Veltria\ufffds \ufffd\ufffd\ufffd"),
    ],
)
def test_damage_is_mended(damaged: str, mended: str) -> None:
    assert repair(damaged) == mended


@pytest.mark.parametrize(
    "text",
    [
        "“Not today,” said Veltria’s minister – ‘never’ … 'straight' \"too\".",
        "Ilse Marn’s café – 10 µg, β-carotene, 5’ 6”",
        "مذاکرات ختم ہونے تک بندرگاہ بند رہے گی\u200c۔",
        "ＬＯＵＤ",
        "AT&T; R&D; a & b",
    ],
)
def test_sound_text_stays_as_it_is(text: str) -> None:
    assert repair(text) == text


@given(st.text(st.sampled_from("“”‘’–—…abc XYZ.,\n\t&<>;'\"")))
def test_curly_quotes_survive(text: str) -> None:
    assert [c for c in repair(text) if c in "“”‘’"] == [c for c in text if c in "“”‘’"]
