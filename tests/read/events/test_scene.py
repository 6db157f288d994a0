"""Places and instruments of one sentence."""

from sayso.core.reading import EntityKind
from sayso.core.sentences import split_sentences
from sayso.core.span import Span
from sayso.read.events.scene import Scene
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause
from sayso.read.spans import NamedSpan


def scene(text: str, *names: str) -> Scene:
    (sentence,) = split_sentences(text)
    named = [
        NamedSpan(Span.of(text, text.index(n), text.index(n) + len(n)), EntityKind.PLACE, 1.0) for n in names
    ]
    return Scene.of(Clause.of(text, tag_tokens(text, sentence, find_quantities(text))), 0, named, [])


def test_places_listed_after_a_preposition() -> None:
    found = scene("Veltria struck homes in Orsk, Tarn and Hale provinces.", "Veltria", "Orsk", "Tarn", "Hale")
    assert [p.exact for p in found.places] == ["Orsk", "Tarn", "Hale"]


def test_a_place_within_a_name_is_none() -> None:
    assert scene("It hung on the Veltria army.", "Veltria").places == []


def test_instruments_with_their_modifiers() -> None:
    found = scene("They used a car bomb, two hand grenades and high-powered rifles.")
    assert [i.exact for i in found.instruments] == ["car bomb", "hand grenades", "high-powered rifles"]
