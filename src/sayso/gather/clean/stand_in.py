"""Finds the letter that stands for a report's quotation marks, where a change of encoding made them all one.

``Veltriaβs minister said βno talksβ``: a stand-in is a letter of another script than Latin (or U+FFFD) that
occurs where only a mark can. It shows as an apostrophe before a suffix, or as pairs that open before a word
and close after punctuation. Genuine letters do neither: ``β-carotene`` and ``interferon-β`` hang on a hyphen,
``NFκB`` has no suffix after its letter, ``λόγος`` has other Greek beside it, and a look-alike (Cyrillic а for
a) stands within all sorts of words.
"""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import Any

from sayso.core.text import REPLACEMENT
from sayso.gather.data import load_yaml

_KINDS_LOOKED_AT = 8  # of foreign letters, commonest first
_MOST_FOREIGN = 0.2  # of the text; beyond, it is not a Latin text
_MOST_SUFFIXED = 0.7  # of the letter's places within words are before a suffix
_LETTER = r"[^\W\d_]"


def find_stand_in(text: str) -> str | None:
    """The letter that stands for the text's quotation marks, or None where there is none."""
    if text.isascii():
        return None
    foreign = Counter(char for char in text if char > "\u02ff" and _could_stand_in(char))
    if not foreign or sum(foreign.values()) > _MOST_FOREIGN * len(text):
        return None
    return next((char for char, _ in foreign.most_common(_KINDS_LOOKED_AT) if _stands_in(text, char)), None)


def is_genuine(text: str, place: int) -> bool:
    """Whether the letter there is itself: in a compound with a hyphen, or in a word of its own script."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if before == "-" or after == "-":
        return not (before + after).replace("-", "", 1).isalnum()
    own = text[place]
    return any(char != own and _could_stand_in(char) for char in (before, after) if char)


@lru_cache(maxsize=4_096)
def _could_stand_in(char: str) -> bool:
    if char == REPLACEMENT:
        return True
    is_letter = unicodedata.category(char) in ("Ll", "Lu", "Lo")
    return is_letter and char > "\u02ff" and "LATIN" not in unicodedata.name(char, "LATIN")


def _stands_in(text: str, char: str) -> bool:
    look = _patterns(char)
    places = [match.start() for match in re.finditer(re.escape(char), text)]
    count_genuine = sum(is_genuine(text, place) for place in places)
    count_within = len(look["within"].findall(text))
    count_suffixed = len(look["suffixed"].findall(text))
    count_names = len(look["named"].findall(text))
    if count_suffixed + count_names < _MOST_SUFFIXED * count_within:
        return False
    count_pairs = min(len(look["opening"].findall(text)), len(look["closing"].findall(text)))
    count_loose_pairs = min(len(look["opening"].findall(text)), len(look["ending"].findall(text)))
    evidence = count_suffixed + count_pairs + count_loose_pairs // 2
    return evidence > count_genuine


@lru_cache(maxsize=64)
def _patterns(char: str) -> dict[str, re.Pattern[str]]:
    it = re.escape(char)
    suffixes = "|".join(word_list("suffixes"))
    return {
        "within": re.compile(rf"(?<={_LETTER}){it}(?={_LETTER})"),
        # A small letter before it, or capitals before a capital suffix: IFNβs is a protein, VELTRIAβS a
        # country's.
        "suffixed": re.compile(
            rf"(?:[a-zà-ÿ]{it}(?:{suffixes})|(?<![A-Za-z])I{it}(?:{suffixes})|n{it}t|[A-Z]{{2}}{it}S|N{it}T)(?!\w)"
        ),
        # O'Hara, and the possessive of capitals: allowed, but no evidence, since a protein's name looks the same.
        "named": re.compile(rf"(?<!\w)[A-Z]{it}[A-Z][a-z]|[A-Z]{it}s(?!\w)"),
        "opening": re.compile(rf"(?<![^\s(\[—–]){it}(?=[^\W\d_]{{2}}|[AI] )"),
        "closing": re.compile(rf"(?<=[.,!?]){it}(?!\w)"),
        "ending": re.compile(rf"(?<=[a-z]{{3}}){it}(?!\w)"),
    }


@cache
def word_list(name: str) -> frozenset[str]:
    """A word list of ``stand_in.yaml``."""
    data: dict[str, Any] = load_yaml("sayso.gather.clean", "stand_in.yaml")
    return frozenset(data[name])
