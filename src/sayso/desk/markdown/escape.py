"""Foreign words in Markdown: shown to the letter, never taken for markup.

CommonMark lets every ASCII punctuation mark be escaped by a backslash. Escaped are those that can start or end
anything inline, GitHub's extensions included (tables, strikethrough, mentions, math, emoji codes, bare addresses), and
what would start a block at the beginning of a line.
"""

import re

from sayso.core.printable import printable

_INLINE = re.compile(r"[\\`*_\[\]<>&|~$^#@!{}]|:(?=[a-zA-Z/]|[\w+-]{1,30}:)|(?<=[wW]{3})\.|-(?=-)")
_BULLET = re.compile(r"^[+=-]")
_NUMBER = re.compile(r"^(\d{1,9})([.)])")


def escape(text: str) -> str:
    """Give ``text`` on one line, without control characters, every mark of Markdown escaped."""
    safe = _INLINE.sub(r"\\\g<0>", printable(text)).strip()
    return _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\\\g<0>", safe))
