"""The tables of the words of harm."""

from sayso.core.reading import Effect
from sayso.read.harm.lexicon import effects_by_word, listed_effects, transitive_forms


def test_forms_of_regular_and_irregular_verbs() -> None:
    forms = transitive_forms()
    assert forms["wounding"][0].effect is Effect.INJURED
    assert {f.words for f in forms["shot"]} == {("dead",), ("to", "death")}
    assert forms["killed"][0].roles == {"past", "participle"}


def test_effects_of_nouns() -> None:
    assert effects_by_word("nominal")["assassination"] is Effect.KILLED
    assert listed_effects()["arrested"] is Effect.DETAINED
