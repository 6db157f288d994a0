import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collate.incidents.lemmas import families, family, lemma


@pytest.mark.parametrize(
    ("forms", "key"),
    [
        (("stop", "stops", "stopped", "stopping"), "stop"),
        (("fall", "falls", "fell", "fallen", "falling"), "fall"),
        (("arrive", "arrived", "arriving", "arrives"), "arriv"),
        (("deny", "denies", "denied", "denying"), "deny"),
        (("crash", "crashes", "crashed"), "crash"),
        (("bus",), "bus"),
        (("crisis",), "crisis"),
    ],
)
def test_forms_of_one_word_have_one_key(forms: tuple[str, ...], key: str) -> None:
    assert {lemma(form) for form in forms} == {key}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("died", "deaths"),
        ("quake", "earthquakes"),
        ("truce", "ceasefire"),
        ("shooting", "shot"),
        ("fled", "escaped"),
    ],
)
def test_words_of_one_family(one: str, other: str) -> None:
    assert family(lemma(one)) is not None
    assert family(lemma(one)) == family(lemma(other))


def test_two_words_that_go_together_are_of_one_family() -> None:
    assert families(["open", "fir"]) == families(["shoot"]) == {"shoot"}
    assert families(["fir"]) == {"fire_on"}
    assert families([]) == frozenset()


def test_words_that_kill_and_words_that_die_are_two_families() -> None:
    assert family(lemma("murder")) != family(lemma("death"))
    assert family(lemma("teapot")) is None


@given(st.text(max_size=60))
def test_any_word_has_a_key(word: str) -> None:
    assert len(lemma(word.lower())) <= len(word.lower()) + 3
