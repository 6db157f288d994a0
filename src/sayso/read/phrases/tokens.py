"""Words of a sentence with a coarse tag each, and its counts as single tokens."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from sayso.core.span import Span
from sayso.read.numbers import Quantity
from sayso.read.phrases.words import WORDS_KEPT, is_kind, is_person_noun, verb_forms, word_lists

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,6}|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Prof|Rev|Msgr|Sen|Rep|Gov|St|Jr|Brig)\."
    r"|(?-i:[A-Z]\.(?=\s[A-Z]))|['’]s\b|\w+(?:[-'’](?!s\b)\w+)*|--|\.{3}|\S",
    re.IGNORECASE,
)


class Tag(StrEnum):
    """What part a token can play in a noun phrase or a verb group."""

    DETERMINER = "determiner"
    POSSESSIVE = "possessive"  # his, their
    GENITIVE = "genitive"  # 's
    NUMBER = "number"
    NAME = "name"  # a capital where a common noun would have none
    WORD = "word"  # a noun or an adjective, as far as can be told
    PRONOUN = "pronoun"
    TIME = "time"  # Monday, today
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    RELATIVE = "relative"
    ADVERB = "adverb"
    BE = "be"
    HAVE = "have"
    AUXILIARY = "auxiliary"  # modal verbs and do
    TO = "to"
    VERB = "verb"  # a finite verb, a past form or a participle that is no adjective
    GERUND = "gerund"  # an -ing form that acts as a verb
    MARK = "mark"  # punctuation


@dataclass(
    slots=True, unsafe_hash=True
)  # one for each word of a text: frozen, they would take four times as long
class Token:
    """A word, a mark or a whole count of the text, at half-open offsets. Nobody changes it."""

    start: int
    end: int
    lower: str
    tag: Tag
    quantity: Quantity | None = None


_CLOSED = (
    ("be", Tag.BE),
    ("have", Tag.HAVE),
    ("modal", Tag.AUXILIARY),
    ("do", Tag.AUXILIARY),
    ("possessive", Tag.POSSESSIVE),
    ("relative", Tag.RELATIVE),
    ("determiner", Tag.DETERMINER),
    ("pronoun", Tag.PRONOUN),
    ("conjunction", Tag.CONJUNCTION),
    ("preposition", Tag.PREPOSITION),
    ("adverb", Tag.ADVERB),
    ("time", Tag.TIME),
)
NOMINAL = (Tag.WORD, Tag.NAME, Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE)
LOOKED_BACK = 3
_OPENS_NOUN = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE, Tag.NUMBER)


def tag_tokens(text: str, sentence: Span, quantities: Sequence[Quantity]) -> list[Token]:
    """The tokens of ``sentence``; each of ``quantities`` within it is one token with tag NUMBER."""
    raw: list[tuple[int, int, Quantity | None]] = []
    inside = [q for q in quantities if sentence.start <= q.start and q.end <= sentence.end]
    at = sentence.start
    for quantity in [*inside, None]:
        stop = quantity.start if quantity else sentence.end
        raw += [(m.start(), m.end(), None) for m in _TOKEN.finditer(text, at, stop)]
        if quantity:
            raw.append((quantity.start, quantity.end, quantity))
            at = quantity.end
    exact = [text[a:b] for a, b, _ in raw]
    words = [word.lower().replace("’", "'") for word in exact]
    tokens: list[Token] = []
    for i, (start, end, quantity) in enumerate(raw):
        previous = _last_but_adverbs(tokens)
        following = "" if i + 1 == len(raw) else "1" if raw[i + 1][2] else words[i + 1]
        tag = Tag.NUMBER if quantity else _tag(exact[i], words[i], previous, following)
        tokens.append(Token(start, end, words[i], tag, quantity))
    return tokens


def _tag(word: str, lower: str, previous: Token | None, following: str) -> Tag:
    if not word[0].isalnum() and lower not in ("'s", "&"):
        return Tag.MARK
    if lower == "'s":
        return Tag.GENITIVE
    if lower == "to":
        return Tag.TO
    if lower == "may" and _is_month(word, previous, following):
        return Tag.TIME
    if lower == "march" and previous and previous.tag in _OPENS_NOUN and previous.tag is not Tag.NUMBER:
        return Tag.WORD
    if not (word[:1].isupper() and word[1:2].islower() and previous and previous.tag is Tag.NAME):
        closed = _closed_tags().get(lower)
        if closed is not None:
            return closed
    return _open_tag(word, lower, previous, following)


def _last_but_adverbs(tokens: Sequence[Token]) -> Token | None:
    """The last token that is no adverb, among the last three."""
    for token in tokens[: -LOOKED_BACK - 1 : -1]:
        if token.tag is not Tag.ADVERB:
            return token
    return None


@cache
def _closed_tags() -> Mapping[str, Tag]:
    """The tag of each word of a closed class; of several classes the first listed counts."""
    return {word: tag for kind, tag in reversed(_CLOSED) for word in word_lists()[kind]}


def _is_month(word: str, previous: Token | None, following: str) -> bool:
    """Whether "May" is the month rather than the verb."""
    dated = previous is not None and previous.tag is Tag.NUMBER and previous.lower.isdigit()
    return dated or following[:1].isdigit() or (word == "May" and previous is not None)


def _open_tag(word: str, lower: str, previous: Token | None, following: str) -> Tag:
    """The tag of a word of an open class."""
    capital = word[0].isupper() and not word.isupper() and previous is not None
    if _is_verb(lower, previous, following) and not (capital and previous and previous.tag is not Tag.MARK):
        return Tag.GERUND if lower.endswith("ing") else Tag.VERB
    if (
        lower.endswith("ly")
        and len(lower) > 4
        and not capital
        and lower not in ("family", "assembly", "july", "ally")
    ):
        return Tag.ADVERB
    return Tag.NAME if capital or (word.isupper() and len(word) > 1 and not previous) else Tag.WORD


_SUBJECTS = (Tag.WORD, Tag.NAME, Tag.PRONOUN, Tag.RELATIVE)


def _is_verb(lower: str, previous: Token | None, following: str) -> bool:
    before = previous.tag if previous else None
    if before is Tag.TO or (before is Tag.AUXILIARY):
        return lower in verb_forms()["base"]
    if previous and previous.lower in ("this", "that") and lower in verb_forms()["s"]:
        return True
    if before in _OPENS_NOUN and before is not Tag.NUMBER:
        return False  # "the attacked farm", "their claims"
    noun_follows = _starts_noun(following)
    if lower in verb_forms()["s"]:
        return before in _SUBJECTS and (noun_follows or following == "that")
    if lower in verb_forms()["base"] and previous and before in _SUBJECTS and noun_follows:
        return before is Tag.PRONOUN or previous.lower.endswith("s")
    if is_kind(lower, "irregular_past"):
        return True
    if lower.endswith("ing") and len(lower) > 4:
        known = not is_kind(lower, "not_verb")
        return noun_follows or (known and before is not Tag.PREPOSITION and before is not None)
    if lower.endswith("ed") and len(lower) > 3:
        return before is Tag.BE or before is Tag.HAVE or not is_kind(lower, "not_verb")
    return False


@lru_cache(WORDS_KEPT)
def _starts_noun(lower: str) -> bool:
    return (
        lower[:1].isdigit()
        or is_kind(lower, "determiner")
        or is_kind(lower, "possessive")
        or is_person_noun(lower)
    )
