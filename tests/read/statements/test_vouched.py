from sayso.core.reading import Act, Form, Statement
from sayso.core.span import Span
from sayso.read.entities.layout import lay_out
from sayso.read.statements.vouched import load_voucher, without_vouched
from sayso.read.statements.vouching import describe

TEXT = "The governor appointed a former judge to the bench. She said the post was vacant."


def _statement(id_: str, source: str, cue: str, content: str) -> Statement:
    def span(words: str) -> Span:
        start = TEXT.index(words)
        return Span.of(TEXT, start, start + len(words))

    return Statement(
        id_, Form.INDIRECT, (span(source),), (span(cue),), (span(content),), "e1", (), Act.ASSERT, None
    )


DEED = _statement("s1", "The governor", "appointed", "a former judge to the bench")
WORD = _statement("s2", "She", "said", "the post was vacant")


def test_what_is_seen_of_a_statement() -> None:
    layout = lay_out(TEXT)
    deed, word = describe(layout, DEED), describe(layout, WORD)
    assert deed["c appointed"] > 0
    assert deed["no clause, no verb of saying"] == 1
    assert "verb of saying" not in deed
    assert word["verb of saying"] == word["clause"] == 1
    assert "no clause" not in word


def test_a_verb_of_saying_is_somebodys_word() -> None:
    assert without_vouched(lay_out(TEXT), [WORD]) == [WORD]


def test_a_deed_is_likelier_the_outlets_own() -> None:
    voucher, layout = load_voucher(), lay_out(TEXT)
    assert voucher.chance(describe(layout, DEED)) > 2 * voucher.chance(describe(layout, WORD))


def test_a_cue_of_many_words_and_an_empty_content_are_no_error() -> None:
    text = "said " * 500 + "“”"
    span = Span.of(text, 0, 2500)
    statement = Statement(
        "s1", Form.DIRECT, (), (span,), (Span.of(text, 2500, 2502),), None, (), Act.ASSERT, None
    )
    assert describe(lay_out(text), statement)["no speaker"] == 1
