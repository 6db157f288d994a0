"""Where a text stands inside quotation marks, as a feature for the encoder.

One pass over the text, paragraph by paragraph: a quotation that is still open at a paragraph's end is taken up again
only where the next paragraph opens with a quote mark, as newspapers set long quotations.
"""

from enum import IntEnum

OPENING = "“„«‟"
CLOSING = "”»"
STRAIGHT = '"'


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
    inside = QuoteState.OUTSIDE
    for i, char in enumerate(text):
        if char == "\n":
            inside = QuoteState.OUTSIDE
            continue
        step = _step(text, i, char, inside)
        states[i] = step if step is not None else inside
        if step is QuoteState.OPENS:
            inside = (
                QuoteState.INSIDE_SINGLE if char in "‘`'" and not _is_doubled(text, i) else QuoteState.INSIDE
            )
        elif step is QuoteState.CLOSES:
            inside = QuoteState.OUTSIDE
    return states


def _step(text: str, i: int, char: str, inside: QuoteState) -> QuoteState | None:
    """Whether the character opens or closes a quotation, None for neither."""
    is_open = inside is not QuoteState.OUTSIDE
    if char in OPENING:
        return QuoteState.OPENS
    if char in CLOSING:
        return QuoteState.CLOSES
    if char == STRAIGHT:
        return QuoteState.CLOSES if is_open else QuoteState.OPENS
    if char in "`'" and _is_doubled(text, i):  # the Penn Treebank's `` and ''
        return QuoteState.OPENS if char == "`" else QuoteState.CLOSES
    if char == "‘" and not is_open and _starts_word(text, i):
        return QuoteState.OPENS
    if char in "’'" and inside is QuoteState.INSIDE_SINGLE and not _is_letter(text, i + 1):
        return QuoteState.CLOSES
    return None


def _is_doubled(text: str, i: int) -> bool:
    char = text[i]
    return text[i + 1 : i + 2] == char or (i > 0 and text[i - 1] == char)


def _starts_word(text: str, i: int) -> bool:
    return _is_letter(text, i + 1) and (i == 0 or not text[i - 1].isalnum())


def _is_letter(text: str, i: int) -> bool:
    return text[i : i + 1].isalnum()


def curl_quotes(text: str, states: bytearray) -> str:
    """``text`` with straight and Treebank quote marks made curly, of the same length, so that offsets still hold.

    The encoder then sees one opening and one closing mark, however the text was typed.
    """
    if STRAIGHT not in text and "``" not in text and "''" not in text:
        return text
    chars = list(text)
    for i, char in enumerate(chars):
        if char == STRAIGHT:
            chars[i] = "“" if states[i] == QuoteState.OPENS else "”"
    curled = "".join(chars)
    return curled.replace("``", "“ ").replace("''", " ”")
