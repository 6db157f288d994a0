"""For whom the nameless speak."""

from sayso.core.reading import EntityKind
from sayso.core.span import Span
from sayso.read.entities import find_entities
from sayso.read.spans import Attribution, NamedSpan


def speaks(text: str, source: str, name: str, kind: EntityKind = EntityKind.ORGANISATION) -> str:
    """The name of the entity for which a source stands, in a text that has one name."""
    spans = [Span(at, at + len(words), words) for words in (source, name) for at in [text.index(words)]]
    index = find_entities(text, [NamedSpan(spans[1], kind, 0.9)], [Attribution((spans[0],), (), (), 0.9)])
    found = index.speaker_of((spans[0],))
    return next(entity.name for entity in index.entities if entity.id == found)


def test_a_bare_spokesman_speaks_for_the_body_named_last() -> None:
    assert speaks("Lumm Oil paid nothing. A spokesman said so.", "A spokesman", "Lumm Oil") == "Lumm Oil"


def test_a_spokesman_named_by_one_word_speaks_for_the_body_that_it_ends() -> None:
    text = "Boats of the Lummian Navy left. A {} spokesman said so."
    assert speaks(text.format("navy"), "A navy spokesman", "Lummian Navy") == "Lummian Navy"
    assert speaks(text.format("port"), "A port spokesman", "Lummian Navy") == "port spokesman"


def test_what_is_written_speaks_for_its_author() -> None:
    for source in ("Lumm Oil's letter", "A Lumm Oil statement", "A memo issued by Lumm Oil"):
        assert speaks(f"{source} said so.", source, "Lumm Oil") == "Lumm Oil"
    assert speaks("Lumm Oil's poll said so.", "Lumm Oil's poll", "Lumm Oil") != "Lumm Oil"


def test_a_persons_lawyer_speaks_for_himself() -> None:
    source = "Odile Prew's lawyer"
    assert speaks(f"{source} said so.", source, "Odile Prew", EntityKind.PERSON) != "Odile Prew"
