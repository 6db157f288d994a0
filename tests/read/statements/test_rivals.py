"""Contents that are nearly as likely are weighed by the text's marks."""

from dataclasses import replace

from sayso.core.span import Span
from sayso.read.entities.layout import lay_out
from sayso.read.spans import Attribution, Rival
from sayso.read.statements.repair import repair_attributions
from sayso.read.statements.rivals import describe, with_chosen

TEXT = "Ana Orsk said “the pier is shut, and nobody may pass,” and left. The mayor was away."


def _span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def _attribution(content: str, *rivals: tuple[str, float]) -> Attribution:
    others = tuple(Rival((_span(words),), odds) for words, odds in rivals)
    return Attribution((_span("Ana Orsk"),), (_span("said"),), (_span(content),), 0.8, others)


def test_a_quotation_is_rather_told_whole_than_cut() -> None:
    cut, whole = "“the pier is shut,", "“the pier is shut, and nobody may pass,”"
    (chosen,) = with_chosen(lay_out(TEXT), [_attribution(cut, (whole, -0.3))])
    assert chosen.content[0].exact == whole
    assert chosen.rivals == ()


def test_what_is_much_less_likely_is_not_chosen() -> None:
    cut, whole = "“the pier is shut, and nobody may pass,”", "“the pier is shut,"
    (chosen,) = with_chosen(lay_out(TEXT), [_attribution(cut, (whole, -2.9))])
    assert chosen.content[0].exact == cut


def test_without_rivals_nothing_changes() -> None:
    attributions = [_attribution("“the pier is shut,"), _attribution("nobody may pass")]
    assert with_chosen(lay_out(TEXT), attributions) == attributions


def test_signs_tell_how_a_content_lies_to_marks_and_to_other_attributions() -> None:
    other = replace(_attribution("pier is shut, and nobody"), cue=(_span("shut"),))
    seen = describe(lay_out(TEXT), (_span("“the pier is shut,"),), [other])
    assert seen["starts quotation"] == 1
    assert seen["ends within quotation"] == 1
    assert seen["ends with comma"] == 1
    assert seen["before join"] == 1
    assert seen["crosses"] == 1
    assert seen["holds cue"] == 1


def test_repairing_chooses_once() -> None:
    once = repair_attributions(TEXT, [_attribution("“the pier is shut,", ("“the pier is shut", -0.1))])
    assert all(not attribution.rivals for attribution in once)
    assert repair_attributions(TEXT, once) == once


def test_spans_outside_words_do_no_harm() -> None:
    text = "…"
    span = Span.of(text, 0, 1)
    attribution = Attribution((), (span,), (span,), 0.5, (Rival((span,), -0.1),))
    assert len(with_chosen(lay_out(text), [attribution])) == 1
