"""Pieces of text as Markdown shows them: foreign words escaped, references as footnotes."""

from collections.abc import Iterable

from sayso.desk.brief.pieces import Cite, Who
from sayso.desk.brief.words import LOW_CONFIDENCE
from sayso.desk.brief.words import quoted as in_quotes
from sayso.desk.labels import symbol, word
from sayso.desk.markdown.escape import escape


def inner(text: str) -> str:
    """Give a segment's words, with the spaces at its ends."""
    safe = escape(text)
    lead = " " if text[:1].isspace() and safe else ""
    return f"{lead}{safe}{' ' if text[-1:].isspace() else ''}"


def footnote(cite: Cite) -> str:
    """Give the note that a reference leads to: its words and where they stand."""
    return f"[^{cite.number}]: {quoted(cite.words)} {escape(cite.label)}, {escape(cite.place)}"


def quoted(words: str) -> str:
    """Give words in quote marks, once: a direct quotation brings its own."""
    return escape(in_quotes(words))


def cited(cite: Cite) -> str:
    """Give a reference's words with its number."""
    return f"{quoted(cite.words)} [^{cite.number}]"


def notes(cites: Iterable[Cite]) -> str:
    """Give references: "[^1][^2]"."""
    return "".join(f"[^{c.number}]" for c in cites)


def name(who: Who) -> str:
    """Give a speaker's name; a source that stands for no known speaker is quoted."""
    return escape(who.name) if who.resolved else quoted(who.name)


def inferred() -> str:
    """Give the mark of a speaker whom no words name: "∴ inferred"."""
    return f"{symbol('inferred', 'speaker')} {word('inferred', 'speaker')}"


def confidence(value: float | None) -> str:
    """Give "90%", a low one with a question mark, nothing where there is none."""
    return "" if value is None else f"{value:.0%}{'?' if value < LOW_CONFIDENCE else ''}"
