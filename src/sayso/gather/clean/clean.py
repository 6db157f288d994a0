"""Cleans one report's text: encoding first, then lost quotation marks, then boilerplate, then white space."""

import re
from dataclasses import dataclass

from sayso.core.article import Dropped
from sayso.gather.clean.boilerplate import drop_boilerplate
from sayso.gather.clean.quotes import restore_quotes
from sayso.gather.clean.repair import repair
from sayso.gather.clean.stand_in import find_stand_in

_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text as kept, what was taken out of it, and what was found on the way."""

    text: str
    dropped: tuple[Dropped, ...]
    is_partial: bool  # the text says that it goes on elsewhere
    stand_in: str | None  # the letter that stood for its quotation marks


def clean_text(text: str) -> Cleaned:
    """The text, repaired and without boilerplate; paragraph breaks stay, of more than two line breaks two.

    Every line taken out is in ``dropped``. Where quotation marks were restored, ``dropped`` says so too,
    since which mark stood where is then our reading.
    """
    text = repair(text)
    notes: tuple[Dropped, ...] = ()
    stand_in = find_stand_in(text)
    if stand_in is not None:
        text, count = restore_quotes(text, stand_in)
        notes = (
            Dropped(stand_in, f"stood for {count} quotation marks and apostrophes, which were restored"),
        )
    kept, dropped, is_partial = drop_boilerplate(text)
    kept = "\n".join(line.rstrip() for line in kept.split("\n"))
    kept = _BLANK_LINES.sub("\n\n", kept).strip()
    return Cleaned(kept, notes + dropped, is_partial, stand_in)


def clean_line(line: str | None, stand_in: str | None) -> str | None:
    """A title or a name, repaired; ``stand_in`` is the letter that stood for quotation marks in its text."""
    if line is None:
        return None
    line = repair(line)
    stand_in = stand_in if stand_in is not None and stand_in in line else find_stand_in(line)
    if stand_in is not None:
        line, _ = restore_quotes(line, stand_in)
    return " ".join(line.split()) or None
