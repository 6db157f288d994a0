"""What is said, chosen among the contents that the encoder holds nearly equally likely.

The encoder's odds are weighed with the text's own marks: whether quotations are cut, a sentence is told to its end,
a clause leaves its "that" behind, contents of other attributions are crossed. ``rivals.yaml`` holds the weights, which
``training.fit_contents`` fits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from math import log

from sayso.core.data_files import load_values
from sayso.core.span import Span
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import grammar
from sayso.read.spans import Attribution

NEIGHBOURS = 4  # attributions before and after that are looked at
OPENERS = frozenset(("that", "to", "if", "whether", "how", "why", "what"))
JOINS = frozenset(("and", "but", "or"))
RELATIVES = frozenset(("which", "who", "that"))
CLAUSES = frozenset(("as", "after", "because", "when", "while", "if", "since", "during", "following"))
MARKS = frozenset("\"”’'")


def with_chosen(layout: Layout, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, in the order of their cues, each with the content that has most in its favour."""
    return [
        replace(attribution, content=_choose(layout, attributions, at), rivals=())
        if attribution.rivals
        else attribution
        for at, attribution in enumerate(attributions)
    ]


def _choose(layout: Layout, attributions: Sequence[Attribution], at: int) -> tuple[Span, ...]:
    weights = _weights()
    scored = [
        (sum(weights.get(name, 0.0) * value for name, value in seen.items()), -number)
        for number, seen in enumerate(describe_all(layout, attributions, at))
    ]
    best = -max(scored)[1]
    return attributions[at].content if best == 0 else attributions[at].rivals[best - 1].content


def describe_all(layout: Layout, attributions: Sequence[Attribution], at: int) -> list[dict[str, float]]:
    """What speaks for and against the content of ``attributions[at]`` and its rivals, in their order."""
    near = attributions[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
    others = [other for other in near if other is not attributions[at]]
    told = [(attributions[at].content, 0.0), *((r.content, r.odds) for r in attributions[at].rivals)]
    return [{"odds": odds, **describe(layout, content, others)} for content, odds in told]


def describe(layout: Layout, content: Sequence[Span], others: Sequence[Attribution]) -> dict[str, float]:
    """The signs of a content, each summed over its spans."""
    seen: dict[str, float] = {"parts": len(content)}
    for span in content:
        for name, value in (*_ends(layout, span).items(), *_beside(span, others).items()):
            seen[name] = seen.get(name, 0.0) + value
    return seen


def _ends(layout: Layout, span: Span) -> dict[str, float]:
    """How a span lies among the words, sentences and quotations."""
    text, words = layout.text, layout.words
    if not words:
        return {}
    first, after = min(layout.word_at(span.start), len(words) - 1), layout.word_at(span.end)
    opening, closing = layout.quotation_at(span.start), layout.quotation_at(span.end - 1)
    before = words[first - 1].form if first else ""
    head, last = words[first].form, words[max(first, after - 1)].form
    following = words[after].form if after < len(words) else ""
    prepositions = grammar().prepositions
    return {
        "length": log(1 + span.end - span.start),
        "starts quotation": float(opening is not None and opening.start == span.start),
        "starts within quotation": float(opening is not None and opening.start < span.start),
        "ends quotation": float(closing is not None and closing.end == span.end),
        "ends within quotation": float(closing is not None and closing.end > span.end),
        "starts sentence": float(layout.sentences[layout.sentence_of(span.start)][0] == span.start),
        "ends sentence": float(layout.sentences[layout.sentence_of(span.end - 1)][1] == span.end),
        "cuts bracket": float(span.exact.count("(") != span.exact.count(")")),
        "ends with comma": float(text[span.end - 1] in ",;:"),
        "ends with mark": float(text[span.end - 1] in MARKS),
        "leaves opener": float(before in OPENERS),
        "before join": float(following in JOINS),
        "before mark": float(text[span.end : span.end + 1] in MARKS),
        "before comma": float(following == ","),
        "before relative": float(following in RELATIVES),
        "before stop": float(following == "."),
        "before phrase": float(following in prepositions or following in CLAUSES),
        "after comma": float(before == ","),
        "after preposition": float(before in prepositions),
        "starts with preposition": float(head in prepositions),
        "starts with opener": float(head in OPENERS),
        "starts with joining": float(head in JOINS or head in CLAUSES or head in RELATIVES),
        "starts with article": float(head in ("a", "an", "the")),
        "starts with pronoun": float(head in grammar().pronouns),
        "ends with stop": float(last == "."),
        "ends with closed word": float(last in prepositions or last in JOINS or last in OPENERS),
        "sentences": float(layout.sentence_of(span.end - 1) - layout.sentence_of(span.start)),
        "paragraphs": float(layout.paragraph_of(span.end - 1) - layout.paragraph_of(span.start)),
    }


def _beside(span: Span, others: Sequence[Attribution]) -> dict[str, float]:
    """How a span lies to the parts of other attributions."""
    crossed = same_start = same_end = holds = 0
    for other in others:
        for part in chain(other.content, other.cue, other.source):
            if span.overlaps(part):
                crossed += not (span.contains(part) or part.contains(span))
        same_start += sum(part.start == span.start for part in other.content)
        same_end += sum(part.end == span.end and part.start != span.start for part in other.content)
        holds += sum(span.contains(cue) for cue in other.cue)
    return {"crosses": crossed, "same start": same_start, "same end": same_end, "holds cue": holds}


@cache
def _weights() -> Mapping[str, float]:
    weights: Mapping[str, float] = load_values("sayso.read.statements", "rivals.yaml")
    return weights
