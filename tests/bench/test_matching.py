import pytest

from bench.matching import fold_name, locate, nearness
from sayso.core.ledger import LedgerArticle
from sayso.core.span import Span

TEXT = "The guns were silent, she said. He said the guns were loud. The guns were silent, she said again."
ARTICLE = LedgerArticle("a", None, None, None, None, None, "en", TEXT, (), None, None)


def span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def test_locate_finds_every_place() -> None:
    assert locate(ARTICLE, "The guns were silent").places == ((0, 20), (60, 80))


def test_locate_refuses_words_that_are_not_there() -> None:
    with pytest.raises(ValueError, match="does not hold"):
        locate(ARTICLE, "the drums")


def test_the_same_words_are_nearest() -> None:
    gold = locate(ARTICLE, "the guns were loud")
    assert nearness(gold, [span("the guns were loud")]) == 1
    assert 0 < nearness(gold, [span("He said the guns were loud.")]) < 1


def test_words_elsewhere_do_not_carry() -> None:
    assert nearness(locate(ARTICLE, "the guns were loud"), [span("The guns were silent")]) == 0


def test_less_than_half_does_not_carry() -> None:
    assert nearness(locate(ARTICLE, "the guns were loud"), [span("loud")]) == 0


def test_far_longer_does_not_carry() -> None:
    assert nearness(locate(ARTICLE, "loud"), [Span.of(TEXT, 0, len(TEXT))]) == 0


def test_two_spans_carry_together() -> None:
    gold = locate(ARTICLE, "He said the guns were loud")
    assert nearness(gold, [span("He said the"), span("guns were loud")]) > 0.9


@pytest.mark.parametrize("name", ["The Ilda  Commission", "ilda commission", "THE ILDA COMMISSION"])
def test_fold_name(name: str) -> None:
    assert fold_name(name) == "ilda commission"
