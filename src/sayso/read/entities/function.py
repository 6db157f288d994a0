"""A mention's place in its sentence."""

from sayso.read.entities.draft import Function
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import grammar
from sayso.read.entities.phrases import POSSESSIVE


def function_of(layout: Layout, begin: int, end: int, *, source: bool) -> Function:
    """The place in its sentence of the words ``begin:end``, as far as their neighbours show it."""
    words = layout.words
    before, after = layout.word_at(begin) - 1, layout.word_at(end)
    following = words[after].form if after < len(words) else ""
    if layout.text[begin:end].lower() in grammar().possessive or following in POSSESSIVE[:2]:
        return Function.POSSESSOR
    if source or before < 0 or words[before].end < layout.sentences[layout.sentence_of(begin)][0]:
        return Function.SUBJECT
    if words[before].form in grammar().determiners and before:
        before -= 1
    joins = words[before].form in grammar().conjunctions
    if not joins and words[before].form in grammar().prepositions:
        return Function.OBLIQUE
    opens = words[before].is_mark or joins
    return Function.SUBJECT if opens or _is_verb(following) else Function.OBJECT


def _is_verb(form: str) -> bool:
    return form in grammar().auxiliaries or (len(form) > 4 and form.endswith("ed"))
