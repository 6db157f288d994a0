"""Names of places as the gazetteer's keys: spelled without marks, and without the words that tell their level."""

import re
import unicodedata
from functools import lru_cache

_MAX_NAME = 80
_WORDS = re.compile(r"[a-z]+")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a"}
)
_MARKS = re.compile(r"['’‘ʻʼʿʾ`´.]+")
_LONG_FORMS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_LEADING = frozenset({"the", "al"})
LEVEL_WORDS = {
    "province": 1,
    "state": 1,
    "governorate": 1,
    "oblast": 1,
    "region": 1,
    "department": 1,
    "prefecture": 1,
    "canton": 1,
    "wilayat": 1,
    "emirate": 1,
    "district": 2,
    "county": 2,
    "municipality": 2,
    "raion": 2,
    "subdistrict": 2,
    "tehsil": 2,
    "city": 3,
    "town": 3,
    "village": 3,
    "township": 3,
    "hamlet": 3,
}
"""Words that say of which level a place is: 1 a first-order division, 2 a second-order one, 3 a town."""


@lru_cache(maxsize=65536)
def place_key(name: str) -> str:
    """Return a name as the gazetteer's keys spell it: ASCII letters and single spaces, perhaps none.

    "Al-Ḥasakah" and "Hasakah" have one key, as have "St. Albans" and "Saint Albans"; nothing is guessed beyond that.
    """
    plain = unicodedata.normalize("NFKD", name[:_MAX_NAME]).casefold().translate(_LETTERS)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    if any(c.isalpha() and not c.isascii() for c in plain):
        return ""
    words = [_LONG_FORMS.get(w, w) for w in _WORDS.findall(_MARKS.sub("", plain))]
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return " ".join(words)


def bare_key(key: str) -> tuple[str, int | None]:
    """Return a key without the word that tells its level, and the level: "khost province" is "khost", 1."""
    words = key.split()
    if len(words) > 2 and words[1] == "of" and words[0] in LEVEL_WORDS:
        return " ".join(words[2:]), LEVEL_WORDS[words[0]]
    if len(words) > 1 and words[-1] in LEVEL_WORDS:
        return " ".join(words[:-1]), LEVEL_WORDS[words[-1]]
    return key, None
