"""Foreign text made safe for a terminal: a report's words may move the cursor or turn the line around.

Escape and OSC sequences, C1 controls and bidi overrides reach the terminal even through Rich's ``Text``;
markup in a plain string makes a link. So every foreign word that goes to a terminal goes through here.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

_REPLACEMENT = "\ufffd"
_BLANKS = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)  # what breaks or pads a line
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_INVISIBLE = (0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080))  # marks and tags that hide words


@cache
def _table() -> dict[int, str]:
    """Map each character that a terminal must not see to what is shown for it."""
    controls = (*range(0x20), *range(0x7F, 0xA0), *_BIDI, *_INVISIBLE, *range(0xD800, 0xE000))
    return dict.fromkeys(controls, _REPLACEMENT) | dict.fromkeys(_BLANKS, " ")


@cache
def _table_of_lines() -> dict[int, str]:
    return _table() | {0x0A: "\n"}


def printable(text: str, *, lines: bool = False) -> str:
    """Give ``text`` without C0, C1 and bidi controls, hidden tags and lone surrogates: each becomes U+FFFD.

    White space that is not a space becomes one, except line feeds where ``lines`` is true. Each character
    gives exactly one, so that spans into ``text`` hold in the result too. The result may still hold Rich's
    markup: hand it to Rich with ``foreign`` or with ``markup=False``.
    """
    return text.translate(_table_of_lines() if lines else _table())


def foreign(text: str, style: str = "", *, lines: bool = False) -> "Text":
    """Give ``text`` as Rich may show it: made printable, never taken for markup or an emoji code."""
    from rich.text import Text  # only here: an error message needs no Rich

    return Text(printable(text, lines=lines), style=style)
