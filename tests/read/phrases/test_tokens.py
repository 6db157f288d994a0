"""Tokens and their coarse tags."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from sayso.core.sentences import split_sentences
from sayso.read.numbers import find_quantities
from sayso.read.phrases import Tag, tag_tokens


def tags(text: str) -> dict[str, Tag]:
    (sentence,) = split_sentences(text)
    return {t.lower: t.tag for t in tag_tokens(text, sentence, find_quantities(text))}


def test_verbs_are_told_from_nouns() -> None:
    found = tags("The attack on Orsk killed ten guards, and the army claims that rebels hit the wounded men.")
    assert found["attack"] is Tag.WORD
    assert found["killed"] is Tag.VERB
    assert found["claims"] is Tag.VERB
    assert found["wounded"] is Tag.WORD


def test_upper_case_is_read_alike() -> None:
    assert tags("REBELS ATTACKED THE FARM.") == {
        "rebels": Tag.NAME, "attacked": Tag.VERB, "the": Tag.DETERMINER, "farm": Tag.WORD, ".": Tag.MARK,
    }  # fmt: skip


def test_a_count_is_one_token() -> None:
    text = "At least 10 men left."
    (sentence,) = split_sentences(text)
    first = tag_tokens(text, sentence, find_quantities(text))[0]
    assert (first.lower, first.tag) == ("at least 10", Tag.NUMBER)
    assert first.quantity is not None
    assert first.quantity.low == 10


def test_genitives_and_titles_are_tokens() -> None:
    found = tags("Gen. Marr’s men saw the U.N. flag.")
    assert found["'s"] is Tag.GENITIVE
    assert "gen." in found
    assert "u.n." in found


@given(st.text())
def test_tokens_lie_in_order_in_their_sentence(text: str) -> None:
    for sentence in split_sentences(text):
        tokens = tag_tokens(text, sentence, find_quantities(text))
        assert all(sentence.start <= t.start < t.end <= sentence.end for t in tokens)
        assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
