"""Names compared: spelling and transliteration variants, abbreviations, possessors and articles stripped."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Prefix

from sayso.collate.places.seats import seat_named
from sayso.read.entities.lexicon import country_named, country_of_capital, country_of_demonym, grammar

_POSSESSOR = re.compile(r"^(?:the\s+)?[\w .-]{2,40}?(?:[’']s|s[’'])\s+(?=\S)", re.IGNORECASE)
_PARTS = re.compile(r"[^\W_]+")
_PARTICLES = frozenset(
    {"e", "i", "ul", "al", "el", "ud", "of", "the", "for", "and", "de", "von", "van", "bin"}
)
_LONG = 7  # letters; a longer word's vowels vary more without making another name of it
_ALIKE = 0.78  # Jaro-Winkler of two long words with one skeleton
_ALIKE_SHORT = 0.88  # and of two short ones: Lind and Lund are two names
_ALIKE_ALONE = 0.94  # and of two without
_MAX_NAME = 120
_DEMONYM_STEM = 4
_DEMONYM_ENDINGS = frozenset(
    {"n", "an", "ian", "ans", "ians", "ns", "i", "is", "ish", "ese", "er", "ers", "ic"}
)


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Return a name's words in lower case without marks, article, possessor and honorifics."""
    plain = unicodedata.normalize("NFKD", name[:_MAX_NAME]).replace("’", "'")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    rest = _POSSESSOR.sub("", plain)
    owned = rest != plain and rest[:1].islower()  # "Veltria's navy" is no other country's navy
    words = _PARTS.findall((plain.replace("'s ", " ") if owned else rest or plain).casefold())
    honorifics = grammar().honorifics
    while len(words) > 1 and (words[0] == "the" or words[0] in honorifics):
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return the consonants that transliterations keep: Muhammad and Mohamed are both ``md``."""
    sounds = word.replace("ph", "f").replace("ck", "k").replace("ce", "s").replace("q", "k").replace("c", "k")
    kept = [c for c in sounds if c not in "aeiouhyw'"]
    return "".join(c for i, c in enumerate(kept) if i == 0 or kept[i - 1] != c)


def is_spelling_of(one: str, other: str) -> bool:
    """Whether two folded words may be one name spelled in two ways."""
    if one.replace("w", "v") == other.replace("w", "v"):  # one letter of many scripts
        return True
    if min(len(one), len(other)) < 4 or one.isdigit() or other.isdigit():
        return False
    near = JaroWinkler.similarity(one, other)
    if len(skeleton(one)) > 1 and skeleton(one) == skeleton(other):
        return near >= (_ALIKE if min(len(one), len(other)) >= _LONG else _ALIKE_SHORT)
    return near >= _ALIKE_ALONE and abs(len(one) - len(other)) <= 1 and len(one) > 6


def are_spellings(one: str, other: str) -> bool:
    """Whether two folded names are spelled alike word by word, particles aside."""
    left = [w for w in one.split() if w not in _PARTICLES]
    right = [w for w in other.split() if w not in _PARTICLES]
    if not left or len(left) != len(right):
        return False
    return all(is_spelling_of(a, b) for a, b in zip(left, right, strict=True))


def initials(name: str) -> str:
    """Return the initials of a folded name's words, particles aside; empty for fewer than two words."""
    words = [w for w in name.split() if w not in _PARTICLES]
    return "".join(w[0] for w in words) if len(words) > 1 else ""


def is_abbreviation(name: str) -> bool:
    """Whether a name as written is one run of two to six capital letters, perhaps with full stops."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


@lru_cache(maxsize=65536)
def country_code(name: str) -> str | None:
    """Return the country that a name, capital, seat of government, demonym or possessor names, by ISO 3166-1 code."""
    if seat := seat_named(name):
        return seat.country
    country = country_named(name) or country_of_capital(name) or country_of_demonym(name)
    if country is not None:
        return country.code
    for word in re.findall(r"[\w.-]+", name.replace("’s", "").replace("'s", ""))[:8]:
        country = country_named(word) or country_of_demonym(word) or country_of_capital(word)
        if country is not None and word[:1].isupper():
            return country.code
    return None


def is_demonym_of(word: str, place: str) -> bool:
    """Whether a word may be the demonym of a place, folded, that no table lists: Veltrian of Veltria."""
    small = word.casefold()
    if small == place:
        return True
    shared = Prefix.similarity(small, place)
    return shared >= _DEMONYM_STEM and shared >= len(place) - 2 and small[shared:] in _DEMONYM_ENDINGS
