r"""The one gate that makes foreign text storable.

A lone surrogate cannot be written as UTF-8, so SQLite and every JSON file refuse it; a NUL is stored, but
SQLite's ``length()`` and most readers in C stop there. Both arrive in well-formed JSON (``"\ud800"``,
``"\u0000"``). Each is replaced by one U+FFFD, so that offsets into the text stay what they were.
"""

import re

REPLACEMENT = "\ufffd"
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def make_storable(text: str) -> tuple[str, int]:
    """The text with every lone surrogate and NUL replaced by U+FFFD, and how many were replaced.

    The result is as long as the input, encodes as UTF-8, and is the input itself where nothing was wrong.
    """
    if text.isascii() and "\x00" not in text:
        return text, 0
    return _UNSTORABLE.subn(REPLACEMENT, text)
