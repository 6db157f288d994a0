from sayso.collate.parsing import count_words, forget_parsed, quantities_in, sentences_of
from sayso.core.sentences import split_sentences
from sayso.read.numbers import find_quantities

TEXT = "The ferry to Orsk sank. At least nine people drowned, the harbour master said."


def test_what_is_remembered_is_what_is_found() -> None:
    for _ in range(2):
        assert sentences_of(TEXT) == split_sentences(TEXT)
        assert quantities_in(TEXT) == find_quantities(TEXT)
        assert count_words(TEXT) == 14


def test_it_is_let_go() -> None:
    sentences_of(TEXT)
    forget_parsed()
    assert sentences_of.cache_info().currsize == 0
    assert count_words.cache_info().currsize == 0
