"""Whether a statement's content is quoted, reported, or both."""

from collections.abc import Sequence

from sayso.core.reading import Form
from sayso.core.span import Span
from sayso.read.entities.layout import Layout


def tell_form(layout: Layout, content: Sequence[Span]) -> Form:
    """Direct where every word of the content stands in quote marks, indirect where none does, else mixed."""
    quoted = plain = 0
    for span in content:
        for word in layout.words_in(span.start, span.end):
            if not word.is_mark:
                within = layout.quotation_at(word.start) is not None
                quoted += within
                plain += not within
    if not quoted:
        return Form.INDIRECT
    return Form.MIXED if plain else Form.DIRECT
