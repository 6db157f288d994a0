"""Many patterns looked for at once, quickly: a pattern is only tried on a text that holds a word it cannot do without.

A joined alternation of a hundred patterns is tried at every character. Here each pattern is parsed once for a set of
literals one of which every match contains; a text that holds none of them is done with in a few microseconds. What is
found is what the joined alternation, in any case of letters, would find.
"""

import importlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

# re.IGNORECASE takes these for s, k and i; str.lower does not.
_LIKE_ASCII = (("\u017f", "s"), ("\u212a", "k"), ("\u0130", "i"), ("\u0131", "i"))
_LEAST_LENGTH = 2  # a single letter stands in every text
REMEMBERED = 256  # texts whose match is remembered: the statements of a long report

Needs = frozenset[str]


class Alternatives:
    """Patterns of which any may match, whatever the case; the methods are those of a compiled pattern."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Raises re.error where a pattern is none, or where the names of groups clash."""
        self._whole = re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
        self._patterns = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
        needs = [needs_of(pattern) for pattern in patterns]
        self._always = [number for number, words in enumerate(needs) if not words]
        self._needs = [(word, number) for number, words in enumerate(needs) for word in sorted(words)]
        # Several features ask the same of one text, and a report's statements are looked at more than once.
        self._search = lru_cache(REMEMBERED)(self._first_match)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match; of several at one place that of the pattern listed first."""
        return self._search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the text's start of the first pattern that has one."""
        found = (self._patterns[number].match(text) for number in self._possible(text))
        return next((match for match in found if match is not None), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches without overlap."""
        return self._whole.finditer(text) if self._possible(text) else iter(())

    def _first_match(self, text: str) -> re.Match[str] | None:
        found: re.Match[str] | None = None
        for number in self._possible(text):
            match = self._patterns[number].search(text)
            if match is not None and (found is None or match.start() < found.start()):
                found = match
        return found

    def _possible(self, text: str) -> Sequence[int]:
        """The numbers of the patterns that may match, in order."""
        lowered = lower_as_matched(text)
        found = [number for word, number in self._needs if word in lowered]
        return sorted({*self._always, *found}) if found else self._always


@lru_cache(REMEMBERED)
def lower_as_matched(text: str) -> str:
    """``text`` in lower case, so that it holds each literal that a pattern finds in it whatever the case."""
    if not text.isascii():
        for letter, plain in _LIKE_ASCII:
            text = text.replace(letter, plain)
    return text.lower()


def needs_of(pattern: str) -> Needs:
    """Literals in lower case one of which every match of ``pattern`` holds; empty where none can be named.

    It reads the standard library's own parse of the pattern, which has no public name; where a later Python has
    another form of it, nothing is named and every pattern is tried.
    """
    try:
        parsed = importlib.import_module("re._parser").parse(pattern, re.IGNORECASE)
        found = _needs_of_sequence(list(parsed))
    except (ImportError, AttributeError, TypeError, ValueError):
        return frozenset()
    # Other letters than ASCII may have several lower-case forms for one that the matcher takes for equal.
    usable = found and all(n.isascii() and len(n) >= _LEAST_LENGTH for n in found)
    return found if found and usable else frozenset()


def _needs_of_sequence(steps: Sequence[tuple[Any, Any]]) -> Needs | None:
    """Of the sets that the steps need, the one that is met least often: with the longest shortest literal."""
    sets: list[Needs] = []
    run = ""
    for operation, argument in steps:
        letter = chr(argument).lower() if str(operation) == "LITERAL" else ""
        if letter.isascii() and letter:
            run += letter
            continue
        sets += [frozenset((run,))] if run else []
        run = ""
        if (needs := _needs_of_step(str(operation), argument)) is not None:
            sets.append(needs)
    sets += [frozenset((run,))] if run else []
    return max(sets, key=lambda needs: (min(map(len, needs)), -len(needs)), default=None)


def _needs_of_step(operation: str, argument: Any) -> Needs | None:
    if operation == "SUBPATTERN":
        return _needs_of_sequence(list(argument[-1]))
    if operation == "ATOMIC_GROUP":
        return _needs_of_sequence(list(argument))
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _needs_of_sequence(list(argument[2])) if argument[0] else None
    if operation == "BRANCH":
        branches = [_needs_of_sequence(list(branch)) for branch in argument[1]]
        return frozenset().union(*(b for b in branches if b)) if all(branches) else None
    return None
