"""Noun phrases of a tagged sentence: where they lie, their head, and how many they say."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.phrases.tokens import NOMINAL, Tag, Token
from sayso.read.phrases.words import is_kind, is_person_noun, is_plural

_OPENERS = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER)
_FIRST = (*NOMINAL, Tag.PRONOUN)  # what a phrase begins with
_LONGEST = 40  # tokens; longer runs are no phrases
_ONE = ("a", "an", "another", "one", "each", "every")


@dataclass(slots=True, unsafe_hash=True)  # never changed; frozen, they would take four times as long
class NounPhrase:
    """A noun phrase without what follows its head; ``first``, ``last`` and ``head`` are token indices, inclusive."""

    first: int
    last: int
    head: int
    core: int  # the first token after determiners and counts
    low: int | None
    high: int | None
    is_person: bool  # its head names a person or people, or it is a personal pronoun
    is_name: bool


def find_noun_phrases(tokens: Sequence[Token]) -> list[NounPhrase]:
    """The noun phrases of ``tokens`` in order, without overlap; pronouns and bare counts are phrases of their own."""
    phrases: list[NounPhrase] = []
    i = 0
    while i < len(tokens):
        end = _end(tokens, i) if tokens[i].tag in _FIRST else i
        if end > i:
            phrases.append(_phrase(tokens, i, end - 1))
        i = max(end, i + 1)
    return phrases


def _end(tokens: Sequence[Token], first: int) -> int:
    """One past the last token of the phrase that begins at ``first``, or ``first`` where none does."""
    if tokens[first].tag is Tag.PRONOUN:
        return first + 1
    if _opens_time(tokens, first):
        return first
    i, has_head = first, False
    limit = min(len(tokens), first + _LONGEST)
    while i < limit:
        token = tokens[i]
        if token.tag not in NOMINAL:
            inner = (
                not has_head
                and i > first
                and i + 1 < len(tokens)
                and tokens[i + 1].tag in (Tag.WORD, Tag.NAME)
            )
            partitive = token.lower == "of" and i > first and tokens[i - 1].tag is Tag.NUMBER
            quoted = token.lower in '"“”' and i > first and not has_head
            if (
                not (inner and token.tag in (Tag.ADVERB, Tag.VERB, Tag.GERUND))
                and not partitive
                and not quoted
            ):
                break
        elif has_head and (_opens_phrase(tokens, i) or _opens_time(tokens, i)):
            break
        has_head = has_head or token.tag in (Tag.WORD, Tag.NAME)
        i += 1
    while i > first and tokens[i - 1].tag in (Tag.GENITIVE, Tag.ADVERB, Tag.PREPOSITION, Tag.MARK):
        i -= 1
    return i if has_head or any(t.tag is Tag.NUMBER for t in tokens[first:i]) else first


def _opens_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` begins a phrase of its own."""
    return tokens[i].tag in _OPENERS and tokens[i - 1].tag is not Tag.GENITIVE


def _opens_time(tokens: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` begins words of time that are no part of the phrase: "three people last week"."""
    if tokens[i].lower not in ("last", "next"):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    return following is not None and (following.tag is Tag.TIME or is_kind(following.lower, "time_unit"))


def _phrase(tokens: Sequence[Token], first: int, last: int) -> NounPhrase:
    core = next(
        (i for i in range(first, last + 1) if tokens[i].tag not in _OPENERS and tokens[i].lower != "of"), last
    )
    head = tokens[last]
    person = is_person_noun(head.lower) or (
        head.tag is Tag.PRONOUN and head.lower not in ("it", "nothing", "itself")
    )
    low, high = _count(tokens, first, last, core)
    return NounPhrase(first, last, last, core, low, high, person, head.tag is Tag.NAME)


def _count(tokens: Sequence[Token], first: int, last: int, core: int) -> tuple[int | None, int | None]:
    """The least and the most that the phrase names; (None, None) where its grammar leaves it open."""
    quantity = next((t.quantity for t in tokens[first : last + 1] if t.quantity), None)
    head = tokens[last]
    if quantity:
        return quantity.low, quantity.high
    if head.tag is Tag.PRONOUN:
        one = head.lower in (
            "he",
            "she",
            "him",
            "her",
            "i",
            "me",
            "himself",
            "herself",
            "someone",
            "somebody",
        )
        none = head.lower in ("nobody", "none", "no-one", "nothing")
        return (1, 1) if one else (0, 0) if none else (None, None)
    if not is_person_noun(head.lower) and _has_title(tokens, first, last):
        return (
            1,
            1,
        )  # "Governor Orvells": a name may end in -s, and upper-case text does not show that it is one
    if is_plural(head.lower) and not (head.tag is Tag.NAME and core < last):
        return None, None
    if is_kind(head.lower, "group") or tokens[first].lower in ("any", "all", "no"):
        return None, None
    if tokens[first].lower in _ONE or tokens[first].tag in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME):
        return 1, 1
    return (1, 1) if core < last or head.tag is Tag.NAME or is_person_noun(head.lower) else (None, None)


def _has_title(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a singular noun for a person, or a title, stands right before the last words of the phrase."""
    words = [t.lower for t in tokens[max(first, last - 4) : last]]
    return any((is_person_noun(w) and not is_plural(w)) or is_kind(w.rstrip("."), "title") for w in words)
