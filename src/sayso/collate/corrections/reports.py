"""Corrections of lineage: a report that repeats another, or does not."""

from collections.abc import Mapping

from sayso.collate.corrections.book import Book
from sayso.collate.corrections.readings import COPIED_FROM, NOT_ON_DESK
from sayso.core.correction import Subject
from sayso.core.reading import Reading


def correct_copies(copies: Mapping[str, str], readings: Mapping[str, Reading], book: Book) -> dict[str, str]:
    """Return which report repeats which, as people have corrected it; the original's id is the value."""
    made = dict(copies)
    for one in book.active(Subject.REPORT):
        if one.field != COPIED_FROM or not one.parts:
            continue
        for selector in one.parts[0]:
            if selector.article not in readings:
                continue
            if one.value is None:
                made.pop(selector.article, None)
            elif one.value in readings and one.value != selector.article:
                made[selector.article] = one.value
            else:
                book.miss(one, [], NOT_ON_DESK)
    return {copy: original for copy, original in made.items() if made.get(original) != copy}
