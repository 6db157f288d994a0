"""Acronyms in brackets after the names that they shorten.

After Schwartz and Hearst (2003), "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text",
for names only: the shortest run of words before the bracket whose initials hold the acronym's letters in order.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.read.entities.layout import Layout, Word

BRACKETED = re.compile(r"\((?:the )?([A-Z][A-Za-z&.-]{1,9})\)")
INNER = frozenset(("of", "the", "and", "for", "on", "in", "to", "de", "e", "i", "al"))
EXTRA_WORDS = 5


def find_full_names(layout: Layout) -> Iterator[tuple[int, int, int, int]]:
    """Start and end of each full name with start and end of the acronym that follows it in brackets."""
    for match in BRACKETED.finditer(layout.text):
        letters = [letter for letter in match.group(1).casefold() if letter.isalpha()]
        last = layout.word_at(match.start())
        if len(letters) < 2 or match.group(1)[1:].islower():
            continue
        start = _start(layout.words, last, letters)
        if start is not None and match.start() - layout.words[last - 1].end <= 1:
            yield layout.words[start].start, layout.words[last - 1].end, match.start(1), match.end(1)


def _start(words: Sequence[Word], last: int, letters: Sequence[str]) -> int | None:
    """The index where the shortest fitting run begins that ends before ``last``."""
    for at in range(last - 1, max(-1, last - 1 - len(letters) - EXTRA_WORDS), -1):
        word = words[at]
        if word.is_mark or not (word.capital or word.form in INNER):
            return None
        initials = [part[0] for each in words[at:last] for part in each.form.split("-") if part]
        if word.capital and initials[0] == letters[0] and abbreviates(letters, initials):
            return at if last - at > 1 or "-" in word.form else None
    return None


def abbreviates(letters: Sequence[str], initials: Sequence[str]) -> bool:
    """Whether the initials hold the letters in order."""
    left = iter(initials)
    return all(letter in left for letter in letters)
