"""Where a text stands inside quotation marks, as a feature for the encoder.

Paragraph by paragraph: a quotation that is still open at a paragraph's end is taken up again only where the next
paragraph opens with a quote mark, as newspapers set long quotations, or where its own marks tell that it is within one.
"""

import re
from enum import IntEnum

OPENING = "“„«‟"
CLOSING = "”»"
MARK = re.compile(r"``|''|[\n“„«‟”»\"‘’']")
PLAIN_MARK = re.compile(r"``|''|[\n“„«‟”»\"]")
ENDING = re.compile(r"[^\w\n]{0,4}(?=\n|\Z)")


class QuoteState(IntEnum):
    """What a character is to quotation marks."""

    OUTSIDE = 0
    INSIDE = 1
    INSIDE_SINGLE = 2
    OPENS = 3
    CLOSES = 4


def quote_states(text: str) -> bytearray:
    """The QuoteState of each character of ``text``, one byte a character."""
    states = bytearray(len(text))
    held = _paragraphs_inside(text)
    inside, at = QuoteState.INSIDE if 0 in held else QuoteState.OUTSIDE, 0
    for match in MARK.finditer(text):
        start, end = match.span()
        states[at:start] = bytes([inside]) * (start - at)
        step = _step(text, start, match.group(), inside)
        if match.group() == "\n":
            inside = QuoteState.INSIDE if end in held else QuoteState.OUTSIDE
        elif step is QuoteState.OPENS:
            inside = QuoteState.INSIDE_SINGLE if match.group() == "‘" else QuoteState.INSIDE
        elif step is QuoteState.CLOSES:
            inside = QuoteState.OUTSIDE
        states[start:end] = bytes([inside if step is None else step]) * (end - start)
        at = end
    states[at:] = bytes([inside]) * (len(text) - at)
    return states


def _paragraphs_inside(text: str) -> set[int]:
    """Where the paragraphs start whose marks agree better if a quotation is open already, as in a cutting from one."""
    held = set()
    start, marks = 0, list[tuple[str, bool]]()
    for match in PLAIN_MARK.finditer(text + "\n"):
        if match.group() == "\n":
            if marks and _misfits(marks, inside=True) < _misfits(marks, inside=False):
                held.add(start)
            start, marks = match.end(), []
        else:
            marks.append((match.group(), not ENDING.match(text, match.end())))
    return held


def _misfits(marks: list[tuple[str, bool]], *, inside: bool) -> int:
    """How many of a paragraph's marks, each with whether words follow, open within a quotation or close outside one."""
    count = 0
    for mark, followed in marks:
        opens = mark in OPENING or mark == "``" or (mark not in CLOSING and not inside)
        count += (opens == inside) + (opens and not followed)
        inside = opens
    return count


def _step(text: str, i: int, mark: str, inside: QuoteState) -> QuoteState | None:
    """Whether the mark opens or closes a quotation, None for neither."""
    if mark in OPENING or mark == "``":
        return QuoteState.OPENS
    if mark in CLOSING:
        return QuoteState.CLOSES
    if mark in ('"', "''"):  # some type two apostrophes at both ends
        return QuoteState.OPENS if inside is QuoteState.OUTSIDE else QuoteState.CLOSES
    if mark == "‘" and inside is QuoteState.OUTSIDE and _starts_word(text, i):
        return QuoteState.OPENS
    if mark in "’'" and inside is QuoteState.INSIDE_SINGLE and not _is_letter(text, i + 1):
        return QuoteState.CLOSES
    return None


def curl_quotes(text: str, states: bytearray) -> str:
    """``text`` with straight and Treebank quote marks made curly, of the same length, so that offsets still hold.

    The encoder then sees one opening and one closing mark, however the text was typed.
    """

    def curl(match: re.Match[str]) -> str:
        opens = states[match.start()] == QuoteState.OPENS
        if len(match.group()) == 1:
            return "“" if opens else "”"
        return "“ " if opens else " ”"

    return re.sub(r"``|''|\"", curl, text)


def _starts_word(text: str, i: int) -> bool:
    return _is_letter(text, i + 1) and (i == 0 or not text[i - 1].isalnum())


def _is_letter(text: str, i: int) -> bool:
    return text[i : i + 1].isalnum()
