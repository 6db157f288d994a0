"""Finds the dates, times and durations of a text."""

from sayso.core.span import Date, Span
from sayso.core.timex_value import grain_of
from sayso.read.timex.anchor import Anchor
from sayso.read.timex.builders import BUILDERS, NAMING, REPEATING
from sayso.read.timex.dateline import read_dateline
from sayso.read.timex.grammar import Match, find_starts, match_at
from sayso.read.timex.lexer import cut_tokens
from sayso.read.timex.scene import Phrase, Scene


def find_dates(text: str, published: str | None) -> tuple[Date, ...]:
    """Every date, time, duration, set and vague reference in ``text``, in order and not overlapping.

    ``published`` is the report's date (ISO 8601, with the precision that is known) or None; then the date of the
    text's own dateline serves, if it gives the year. Values are those
    of TIMEX3 (ISO-TimeML, as TimeBank uses it); relative dates are counted from the report's, and what neither
    the words nor the report's date tells stays open: "October 11" is ``XXXX-10-11`` without one. No text raises
    an error, and the time taken grows linearly with its length.
    """
    return tuple(date for _, date in find_with_rules(text, published))


def find_with_rules(text: str, published: str | None) -> list[tuple[Match, Date]]:
    """The same, each with the match that gave it, for those who tune the grammar."""
    tokens = cut_tokens(text)
    anchor = Anchor.of(published)
    scene = Scene(tokens, anchor if anchor.year else read_dateline(text))
    found: list[tuple[Match, Date]] = []
    free = 0  # the first token that no expression holds yet
    for start in find_starts(tokens.codes):
        best = _read_at(start, scene) if start >= free else None
        if best is not None:
            found.append(best)
            free = best[0].end
    return found


def _read_at(start: int, scene: Scene) -> tuple[Match, Date] | None:
    """The longest expression that begins at a token and has a value."""
    tokens = scene.tokens
    for match in match_at(tokens.codes, start):
        name = match.rule.build
        value = BUILDERS[name](Phrase(tokens, match), scene)
        if value is None:
            continue
        if name in NAMING:
            scene.note(value, start)
        begin, end = tokens.starts[start], tokens.ends[match.end - 1]
        span = Span(begin, end, tokens.text[begin:end])
        return match, Date(value, grain_of(value, repeats=name in REPEATING), span)
    return None
