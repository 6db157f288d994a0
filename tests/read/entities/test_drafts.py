"""Who is at the head of a source."""

from sayso.core.reading import EntityKind
from sayso.core.span import Span
from sayso.read.entities import find_entities
from sayso.read.spans import Attribution, NamedSpan


def speaks(text: str, source: str, name: str) -> tuple[str, str | None]:
    """The name and role of the entity for which a source stands, in a text that has one name."""
    spans = [Span(at, at + len(words), words) for words in (source, name) for at in [text.index(words)]]
    named = [NamedSpan(spans[1], EntityKind.PERSON, 0.9)]
    index = find_entities(text, named, [Attribution((spans[0],), (), (), 0.9)])
    found = index.speaker_of((spans[0],))
    entity = next(entity for entity in index.entities if entity.id == found)
    return entity.name, entity.role


def test_a_name_in_apposition_to_an_office_with_a_complement_speaks() -> None:
    source = "a spokeswoman for the inspectorate, Zoya Limbek,"
    assert speaks(f"On Monday {source} said both orders stood.", source, "Zoya Limbek") == (
        "Zoya Limbek",
        "spokeswoman for the inspectorate",
    )


def test_a_lawyer_of_somebody_in_office_is_no_holder_of_it() -> None:
    source = "A lawyer for the director, Vadim Prokh,"
    assert speaks(f"{source} denied it.", source, "Vadim Prokh") == ("Vadim Prokh", "lawyer for the director")


def test_a_name_behind_its_honorific_and_before_an_age_speaks() -> None:
    source = "A neighbour, Mrs Odile Prew, 71,"
    assert speaks(f"{source} saw a black saloon.", source, "Odile Prew")[0] == "Odile Prew"
    source = "The minister for inland waters, Mr. Davit Ombele,"
    assert speaks(f"{source} saw it.", source, "Davit Ombele") == (
        "Davit Ombele",
        "minister for inland waters",
    )


def test_a_name_within_a_clause_does_not_speak() -> None:
    source = "A driver who had met, years ago, the singer Odile Prew in the yard"
    assert speaks(f"{source} said nothing.", source, "Odile Prew")[0] != "Odile Prew"


def test_the_name_before_an_office_in_apposition_speaks() -> None:
    source = "a former keeper of the harbour of Lumm,"
    assert speaks(f"Odile Prew, 71, {source} said so.", source, "Odile Prew")[0] == "Odile Prew"


def test_a_name_in_apposition_with_his_town_speaks() -> None:
    source = "One senator, Davit Ombele of Lumm,"
    assert speaks(f"{source} denied it.", source, "Davit Ombele")[0] == "Davit Ombele"


def test_two_modifiers_of_one_noun_are_no_two_speakers() -> None:
    source = "Rural and fishing groups"
    assert speaks(f"{source} praised Odile Prew.", source, "Odile Prew")[0] == source


def test_a_participle_ends_what_a_source_is_called_for() -> None:
    source = "The letter sent to Odile Prew"
    text = f"{source} denied it. The letter came late."
    assert speaks(text, source, "Odile Prew")[0].startswith("letter")


def test_who_is_the_description_before_it() -> None:
    assert speaks("Odile Prew met the traders who fear a ban.", "who", "Odile Prew")[0] == "traders"
