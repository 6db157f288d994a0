import subprocess
import sys

import pytest

from sayso.gather.language import detect_language

ENGLISH = "The minister of ports said on Tuesday that the harbour would stay shut until the talks end."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        ("Der Minister sagte am Dienstag, dass der Hafen geschlossen bleibe, bis die Gespräche enden.", "de"),
        ("De minister zei dinsdag dat de haven gesloten blijft, want er is haast in de zaak.", "nl"),
        ("Le ministre a déclaré mardi que le port resterait fermé jusqu'à la fin des pourparlers.", "fr"),
        ("Havnen forbliver lukket, sagde ministeren, for han var der, og det er ikke at tage fejl af.", "da"),
        ("وزیر نے منگل کو کہا کہ مذاکرات ختم ہونے تک بندرگاہ بند رہے گی۔ حزب اختلاف نے احتجاج کیا۔", "ur"),
        ("Di minister don tok say di harbour go dey close till di talks finish, and dem no gree.", "pcm"),
    ],
)
def test_languages_are_told_apart(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "Harbour shut.", "12,000 – 13.5 % (2025)", "\u202e\x00" * 500])
def test_what_is_too_short_has_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_english_needs_no_model() -> None:
    code = (
        "import sys; from sayso.gather.language import detect_language;"
        f"assert detect_language({ENGLISH!r}) == 'en'; assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603
