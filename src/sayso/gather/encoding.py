"""Bytes to text: UTF-8, or a legacy Western encoding where that is evident, or a refusal.

1. UTF-16 and UTF-32 are told by their byte order mark, or by where their NUL bytes stand.
2. Valid UTF-8 is UTF-8.
3. Mostly UTF-8 with strays: a stray byte that Windows-1252 reads as typographic punctuation or an accented
   letter within a word is read so (a paste from an old editor); any other stray becomes U+FFFD and is
   counted.
4. No UTF-8 sequence at all, and plain Latin letters around: Windows-1252 or Mac Roman, whichever gives more
   typographic punctuation. Other scripts' legacy encodings are not guessed: wrong words are worse than none.
"""

import codecs
import re

from sayso.core.errors import GatherError
from sayso.core.text import REPLACEMENT

_MARKS = (  # UTF-32's little-endian mark begins with UTF-16's: it comes first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TYPOGRAPHIC = re.compile("[‘’“”–—…]")
_STRAY = re.compile("[\udc80-\udcff]")
# The names that pages in use declare. Python knows more codecs, and some are slow on hostile bytes
# (punycode).
_LEGACY = re.compile(
    r"(?:windows-|cp)(?:125[0-8]|874|932|936|949|950)|iso-?8859-\d{1,2}|latin-?1|koi8-[ru]|macintosh|"
    r"gb(?:k|2312|18030)|big5(?:-hkscs)?|shift[_-]jis|euc-(?:jp|kr)|tis-620",
    re.IGNORECASE,
)
_HIGH_SHARE = 0.25  # Western European prose has one accented letter in ten or fewer
_WIDE_SHARE = 0.3  # of every second byte


def wide_encoding(head: bytes) -> str | None:
    """``utf-16``, ``utf-32`` or one of their unmarked orders, where the head shows it; else None."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    sample = head[:4_096]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > _WIDE_SHARE * half and even < 0.05 * half:
        return "utf-16-le"
    if even > _WIDE_SHARE * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, int]:
    """The text, and how many bytes had to be replaced by U+FFFD.

    ``declared`` is what a page says of itself; it is believed only where the bytes are not UTF-8 and it fits.
    Raises GatherError where no encoding is evident.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), 0
    except UnicodeDecodeError:
        pass
    if declared is not None and (text := _decode_declared(data, declared)) is not None:
        return text, 0
    lenient = data.decode("utf-8", "surrogateescape")
    strays = len(_STRAY.findall(lenient))
    whole = sum(char > "\x7f" for char in lenient) - strays
    if whole >= strays:
        return _mend_strays(lenient)
    if strays > _HIGH_SHARE * len(data):
        raise GatherError(
            "the text is not UTF-8, and no other encoding is evident",
            remedy="convert the file to UTF-8 and add it again",
        )
    return _decode_western(data)


def _decode_declared(data: bytes, declared: str) -> str | None:
    if not _LEGACY.fullmatch(declared):
        return None
    try:
        return data.decode(declared)
    except (LookupError, UnicodeError):
        return None


def _mend_strays(lenient: str) -> tuple[str, int]:
    def mend(match: re.Match[str]) -> str:
        byte = bytes([ord(match[0]) - 0xDC00])
        char = byte.decode("cp1252", "replace")
        around = lenient[match.start() - 1 : match.start()] + lenient[match.end() : match.end() + 1]
        return char if _TYPOGRAPHIC.match(char) or (char.isalpha() and around.isalpha()) else REPLACEMENT

    text = _STRAY.sub(mend, lenient)
    return text, text.count(REPLACEMENT) - lenient.count(REPLACEMENT)


def _decode_western(data: bytes) -> tuple[str, int]:
    readings = [data.decode(name, "replace") for name in ("cp1252", "mac_roman")]
    text = max(readings, key=lambda reading: len(_TYPOGRAPHIC.findall(reading)))  # the first of equals
    return text, text.count(REPLACEMENT)
