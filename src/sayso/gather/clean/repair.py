"""Encoding damage repaired: mojibake, HTML entities, invisible characters. Quotation marks stay."""

import re

import ftfy

from sayso.core.text import REPLACEMENT

# Quotes stay curly, and full-width forms stay: both are the source's own signs. Entities are unescaped
# always, since markup was taken off before: a literal "<" is a sign like any other.
_CONFIG = ftfy.TextFixerConfig(
    unescape_html=True, uncurl_quotes=False, fix_character_width=False, explain=False
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}[0-9]{0,2});")
# Nothing here that repair could change: most English reports pass by this, fifty times faster than through ftfy.
_SOUND = re.compile("[\t\n -%'-~‘’“”–—…£€]*")
_ESCAPED_TWICE = 2
# Breaks to line breaks, odd spaces to spaces, and out with what has neither width nor meaning between Latin
# letters: soft hyphens, zero-width spaces, word joiners, and the marks that turn the direction of what a
# reader sees.
_ODD_CHARACTERS = str.maketrans(
    {
        **dict.fromkeys("\f", "\n"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""),
    }
)


def repair(text: str) -> str:
    """The text as it was meant, as far as that is evident (ftfy; Speer 2019, doi:10.5281/zenodo.2591652)."""
    if _SOUND.fullmatch(text):
        return text
    text = ftfy.fix_text(text.replace("\v", "\n"), _CONFIG)
    for _ in range(_ESCAPED_TWICE):
        if not _ENTITY.search(text):
            break
        text = ftfy.fix_text(text, _CONFIG)
    return _join_lost(text.translate(_ODD_CHARACTERS))


def _join_lost(text: str) -> str:
    """One U+FFFD for each three, where all come in threes: a curly quote has three bytes, lost one by one."""
    count_lost = text.count(REPLACEMENT)
    triple = REPLACEMENT * 3
    return text.replace(triple, REPLACEMENT) if count_lost and count_lost == 3 * text.count(triple) else text
