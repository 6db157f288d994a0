"""Which figures count some of those whom another counts: "ten, nine of them children"."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.collate.tolls.figures import Figure
from sayso.collate.tolls.lexicon import listed, words_in

_FORCES = frozenset({"soldiers", "fighters", "police"})  # who are no part of a toll of civilians


def tie_parts(figures: Sequence[Figure]) -> list[Figure]:
    """Return figures of one effect with what they are parts of, and with those told in the same breath."""
    by_article: dict[str, list[Figure]] = {}
    for figure in figures:
        by_article.setdefault(figure.article, []).append(figure)
    tied = [_tie(figure, by_article[figure.article]) for figure in figures]
    addends = {f.key for f in tied if f.whole is None}
    return [_lay_beside(f, [o for o in by_article[f.article] if o.key in addends]) for f in tied]


def _tie(figure: Figure, others: Sequence[Figure]) -> Figure:
    larger = [o for o in others if o is not figure and _is_more(o, figure)]
    wholes = [o for o in larger if _is_within(figure, o)] or [o for o in larger if _may_hold(figure, o)]
    if not wholes:
        return figure
    near = min(wholes, key=lambda o: (abs(o.harm.span.start - figure.harm.span.start), o.key))
    return replace(figure, whole=near.harm.span)


def _is_more(one: Figure, other: Figure) -> bool:
    return bool(one.harm.low and other.harm.low and one.harm.low > other.harm.low)


def _is_within(part: Figure, whole: Figure) -> bool:
    """Whether the words tie the two: "ten, including nine children", "nine of them"."""
    if whole.harm.span.contains(part.harm.span) and part.harm.who != whole.harm.who:
        return True
    them = bool(words_in(part.harm.span.exact) & listed("them"))
    return them and whole.harm.span.start < part.harm.span.start


def _may_hold(part: Figure, whole: Figure) -> bool:
    """Whether a figure of some kind of people, told elsewhere in the report, is of those whom a larger one counts."""
    if part.sentence == whole.sentence or part.harm.who is None:
        return False
    if part.harm.low == part.harm.high == 1:
        return True  # who one of them was
    if whole.kind == "civilians":
        return part.kind is not None and part.kind not in _FORCES
    return whole.kind is None and part.kind not in (None, "civilians", "men")


def _lay_beside(figure: Figure, addends: Sequence[Figure]) -> Figure:
    """Tie a figure to those of other people in its sentence, on the same word: "nine children and a guard"."""
    if figure.whole is not None or figure.harm.who is None or figure.harm.low is None:
        return figure
    beside = tuple(
        o.harm.span
        for o in addends
        if o.key != figure.key
        and o.sentence == figure.sentence
        and o.voice is figure.voice
        and o.statement == figure.statement
        and o.harm.who is not None
        and o.harm.low is not None
        and o.harm.who != figure.harm.who
        and (o.kind != figure.kind or o.harm.low == figure.harm.low == 1)
    )
    return replace(figure, beside=beside)
