"""Words that leave a statement open or in doubt: "reportedly", "may have", "appears to", "at least nine".

They are looked for in the content, what statements within it say excepted, and around the cue: between its source and
its content.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.core.reading import Statement
from sayso.core.span import Span
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import load_yaml
from sayso.read.statements.cover import Cover

REACH = 60  # characters around a cue that are its clause at most
MODALS = frozenset(
    ("may", "might", "could")
)  # of a verb of saying they say something else: "could not be verified"
MOST = 50  # hedges of one statement


@cache
def _pattern() -> re.Pattern[str]:
    """All hedges, the longest first; a count's number is looked at and not taken."""
    table = load_yaml("sayso.read.statements", "hedges.yaml")
    number = "(?=" + "|".join([r"\d", *(rf"{re.escape(word)}\b" for word in table["numbers"])]) + ")"
    plain = sorted([*table["phrases"], *table["words"]], key=len, reverse=True)
    counts = [
        rf"{_spaced(phrase.removesuffix(' ~'))}\b" + (rf"\s{number}" if "~" in phrase else "")
        for phrase in table["counts"]
    ]
    return re.compile(
        rf"\b(?:{'|'.join([*counts, *(_spaced(p) + chr(92) + 'b' for p in plain)])})", re.IGNORECASE
    )


def _spaced(phrase: str) -> str:
    return r"\s".join(re.escape(word) for word in phrase.split())


@cache
def _asking() -> frozenset[str]:
    return frozenset(load_yaml("sayso.read.statements", "hedges.yaml")["never_before"])


@cache
def _adjectives() -> frozenset[str]:
    """Hedges that around a cue say something of a noun, not of what is said: "the suspected leader said"."""
    return frozenset(load_yaml("sayso.read.statements", "hedges.yaml")["adjectives"])


def find_hedges(
    layout: Layout, statement: Statement, within: Sequence[Statement], told: Cover
) -> tuple[Span, ...]:
    """The hedges of a statement, in order.

    ``within``: the statements that are told within its content; ``told``: all contents of the report.
    """
    inner = Cover([span for other in within for span in (*other.content, *other.cue)])
    own = [
        hedge
        for span in statement.content
        for hedge in _in(layout, span.start, span.end)
        if not inner.holds_any(hedge.start, hedge.end)
    ]
    around = [
        hedge
        for start, end in _around(layout, statement)
        for hedge in _in(layout, start, end)
        if not told.holds_any(hedge.start, hedge.end)
        and hedge.exact.split()[0].lower() not in MODALS
        and hedge.exact.lower() not in _adjectives()
    ]
    return tuple(sorted({*own, *around}))[:MOST]


def _around(layout: Layout, statement: Statement) -> Iterator[tuple[int, int]]:
    """The stretches before and after the cue's words, up to its sentence's ends and to what else it is said of."""
    for cue in statement.cue:
        first, last = layout.sentences[layout.sentence_of(cue.start)]
        start, end = max(first, cue.start - REACH), min(last, cue.end + REACH)
        for span in (*statement.content, *statement.source):
            if span.end <= cue.start:
                start = max(start, span.end)
            elif span.start >= cue.end:
                end = min(end, span.start)
        yield from ((a, b) for a, b in ((start, cue.start), (cue.start, cue.end), (cue.end, end)) if a < b)


def _in(layout: Layout, start: int, end: int) -> Iterator[Span]:
    for hedge in _pattern().finditer(layout.text, start, end):
        stop = start + len(hedge.group().rstrip()) + hedge.start() - start
        words = layout.words_in(stop, end)[:1]
        modal = hedge.group().lower() in MODALS
        if modal and (hedge.group()[0].isupper() or (words and words[0].form in _asking())):
            continue
        yield Span.of(layout.text, hedge.start(), stop)
