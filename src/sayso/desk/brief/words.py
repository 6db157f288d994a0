"""How a renderer shows a source's words in running text."""

LOW_CONFIDENCE = 0.6  # below it a coding is shown as doubtful

_OPENING = '“"«‘'
_CLOSING = '”"»’'


def quoted(words: str) -> str:
    """Give ``words`` in quote marks; a direct quotation that brings its own keeps them."""
    if words[:1] in _OPENING and words.rstrip(".,")[-1:] in _CLOSING:
        return words
    return f"“{words}”"


def clip(words: str, width: int) -> str:
    """Give ``words`` cut to at most ``width`` characters, between words where it can be."""
    if len(words) <= width:
        return words
    head = words[: max(width - 1, 1)]
    return (head.rpartition(" ")[0] or head) + "…"
