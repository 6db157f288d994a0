"""What shows that a report itself vouches for what a statement holds: "the governor picked Cole for the seat".

An attribution in PolNeAR's sense has many more cues than verbs of saying: announced, apologised for, picked, refused.
With some of them the report tells in its own voice what was done, and nobody is said to claim it. That shows in the
cue, in what the content is (a clause, a bare noun, an infinitive), and in quotation marks.
"""

import re
from collections.abc import Iterator

from sayso.core.reading import Statement
from sayso.read.entities.layout import Layout
from sayso.read.statements.lexicon import cue_words

FINITE = re.compile(
    r"\b(?:am|is|are|was|were|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|cannot)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_OPENERS = """
    that to the a an his her its their he she it they we i there whether how what why for of on about as against this no
    not
"""
OPENERS = frozenset(_OPENERS.split())
LONGEST = 12  # words of a cue that are looked at
LOOKED_AT = 1000  # characters of a content


def describe(layout: Layout, statement: Statement) -> dict[str, float]:
    """What there is to see of a statement, by name: signs, the words of its cue ("c word"), the content's first."""
    found = {name: float(value) for name, value in _signs(layout, statement) if value}
    for word in _cue_forms(layout, statement):
        found[f"c {word}"] = 0.5
    return found


def _cue_forms(layout: Layout, statement: Statement) -> list[str]:
    words = [word for cue in statement.cue for word in layout.words_in(cue.start, cue.end)]
    return [word.form for word in words[:LONGEST] if not word.is_mark]


def _signs(layout: Layout, statement: Statement) -> Iterator[tuple[str, float | bool]]:
    first = statement.content[0]
    forms = [w.form for w in layout.words_in(first.start, first.end)[:60] if not w.is_mark]
    exact = first.exact[:LOOKED_AT]
    cue = _cue_forms(layout, statement)
    says = any(cue_words().is_saying(form) for form in cue)
    clause = FINITE.search(exact) is not None
    quoted = "“" in exact or '"' in exact or layout.quotation_at(first.start) is not None
    yield "no cue", not cue
    yield "cue of one word", len(cue) == 1
    yield "verb of saying", says
    yield "passive cue", bool(BE & set(cue))
    yield "infinitive cue", cue[-1:] == ["to"]
    yield "clause", clause
    yield "no clause", not clause
    yield "no clause, not quoted", not clause and not quoted
    yield "no clause, no verb of saying", not clause and not says
    yield "quoted", quoted
    yield "according to", "according" in cue
    yield f"form {statement.form.value}", True
    yield f"act {statement.act.value}", True
    yield f"opens with {forms[0] if forms and forms[0] in OPENERS else 'another word'}", True
    yield "content before the cue", bool(statement.cue) and first.start < statement.cue[0].start
    yield "length", min(3.0, len(forms) / 10)
    yield "short", len(forms) < 5
    yield "within another", statement.within is not None
    yield "no source", not statement.source
    yield "no speaker", statement.speaker is None
    yield "channel", bool(statement.via)
    yield "unsure", 1 - statement.confidence
    yield "title", layout.paragraph_of(first.start) == 0
