import re
from importlib import resources

import pytest

GROUNDS = ("paper", "sheet", "soft")
INKS = ("ink", "quiet", "link", "own", "attributed", "denied", "good")
AA_TEXT = 4.5
AA_GRAPHIC = 3.0


def css() -> str:
    return resources.files("sayso.desk").joinpath("templates", "style.css").read_text(encoding="utf-8")


def colours(mode: str) -> dict[str, str]:
    light, dark, printed = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in _roots())
    return {"light": light, "dark": {**light, **dark}, "print": {**light, **printed}}[mode]


def _roots() -> list[str]:
    return re.findall(r":root \{(.*?)\}", css(), flags=re.DOTALL)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
def test_every_ink_can_be_read_on_every_ground(mode: str) -> None:
    palette = colours(mode)
    for ground in GROUNDS:
        for ink in INKS:
            assert contrast(palette[ink], palette[ground]) >= AA_TEXT, (mode, ink, ground)


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
def test_tinted_marks_can_be_read(mode: str) -> None:
    palette = colours(mode)
    for name in ("own", "attributed", "denied", "good"):
        assert contrast(palette[name], palette[f"{name}-tint"]) >= AA_TEXT, (mode, name)
    assert contrast(palette["hit"], palette["hit-ink"]) >= AA_TEXT
    assert contrast(palette["ink"], palette["attributed-tint"]) >= AA_TEXT


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_focus_can_be_seen(mode: str) -> None:
    palette = colours(mode)
    assert all(contrast(palette["focus"], palette[g]) >= AA_GRAPHIC for g in GROUNDS)
    assert ":focus-visible" in css()
    assert not re.search(r":focus-visible[^{]*\{[^}]*outline: *(none|0)", css())


def test_the_style_fetches_nothing() -> None:
    assert "url(" not in css()
    assert "@import" not in css()
    assert "</" not in css()
