from collections.abc import Callable
from dataclasses import replace

from sayso.collate.entities import Cast, join_entities
from sayso.core.ledger import LedgerEntity
from sayso.core.read_article import ReadArticle
from sayso.core.reading import EntityKind, MentionForm, Statement

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
MakeRead = Callable[..., ReadArticle]


def _named(cast: Cast, name: str) -> LedgerEntity:
    (found,) = [e for e in cast.entities if name in (e.name, *e.aliases)]
    return found


def test_variants_abbreviations_and_surnames_join_within_an_affair(make_read: MakeRead) -> None:
    reads = [
        make_read("a", "x", entities=[("Zabir Muradi", PERSON, ()), ("Union of Harbour Pilots", BODY, ())]),
        make_read("b", "x", entities=[("Zabihr Muradi", PERSON, ()), ("UHP", BODY, ())]),
        make_read("c", "x", entities=[("Muradi", PERSON, ())]),
    ]
    cast = join_entities(reads, {"a": 0, "b": 0, "c": 0})
    assert len(cast.entities) == 2
    assert set(_named(cast, "Muradi").aliases) | {_named(cast, "Muradi").name} == {
        "Zabir Muradi",
        "Zabihr Muradi",
        "Muradi",
    }
    assert _named(cast, "UHP").name == "Union of Harbour Pilots"


def test_a_surname_that_two_bear_joins_neither(make_read: MakeRead) -> None:
    reads = [
        make_read("a", "x", entities=[("Odo Karsk", PERSON, ())]),
        make_read("b", "x", entities=[("Ada Karsk", PERSON, ())]),
        make_read("c", "x", entities=[("Karsk", PERSON, ())]),
    ]
    assert len(join_entities(reads, {"a": 0, "b": 0, "c": 0}).entities) == 3


def test_a_surname_alone_does_not_join_across_affairs(make_read: MakeRead) -> None:
    reads = [
        make_read("a", "x", entities=[("Odo Karsk", PERSON, ())]),
        make_read("b", "x", entities=[("Karsk", PERSON, ())]),
    ]
    assert len(join_entities(reads, {"a": 0, "b": 1}).entities) == 2


def test_a_country_has_one_entity_under_all_its_names(make_read: MakeRead) -> None:
    reads = [
        make_read("a", "x", entities=[("Turkey", PLACE, ())]),
        make_read("b", "x", entities=[("Turkiye", BODY, ())]),
    ]
    assert len(join_entities(reads, {"a": 0, "b": 0}).entities) == 1


def test_a_capital_that_speaks_is_its_government(make_read: MakeRead) -> None:
    read = make_read("a", "x", entities=[("Nairobi", PLACE, ()), ("Kenya", PLACE, ())])
    cast = join_entities([read], {"a": 0})
    assert cast.find("a", "Nairobi") != cast.find("a", "Kenya")
    assert cast.find_speaker("a", "Nairobi") == cast.find("a", "Kenya")


def test_a_person_and_a_body_of_one_name_stay_apart(make_read: MakeRead) -> None:
    read = make_read("a", "x", entities=[("Marl Tamsin", PERSON, ())])
    other = make_read("b", "x", entities=[("Marl Tamsin", BODY, ())])
    assert len(join_entities([read, other], {"a": 0, "b": 0}).entities) == 2


def test_whom_only_pronouns_stand_for_is_nobody_elsewhere(make_read: MakeRead) -> None:
    text = "We are ready, and Ilvar Stent knows it. He said so."
    reads = []
    for name in ("a", "b"):
        read = make_read(name, text, entities=[("We", BODY, ()), ("Ilvar Stent", PERSON, ("He",))])
        mentions = [
            replace(m, form=MentionForm.PRONOUN) if m.span.exact in ("We", "He") else m
            for m in read.reading.mentions
        ]
        reads.append(replace(read, reading=replace(read.reading, mentions=tuple(mentions))))
    cast = join_entities(reads, {"a": 0, "b": 0})
    assert [(e.name, len(e.members)) for e in cast.entities] == [("Ilvar Stent", 2)]
    assert cast.find("a", "We") is None
    assert [e.name for e in reads[0].reading.entities] == ["We", "Ilvar Stent"], "the reading keeps it"


def test_v_and_w_of_one_name(make_read: MakeRead) -> None:
    reads = [
        make_read("a", "x", entities=[("Odo Levik", PERSON, ())]),
        make_read("b", "x", entities=[("Odo Lewik", PERSON, ())]),
    ]
    assert len(join_entities(reads, {"a": 0, "b": 1}).entities) == 1


def test_a_building_that_speaks_is_the_government_where_that_speaks_too(
    make_read: MakeRead, statement: Callable[..., Statement]
) -> None:
    entities = [("Casa Rosada", BODY, ()), ("Argentina", PLACE, ())]
    text = "The Casa Rosada said rates would fall. Argentina said rates would fall."
    said = "rates would fall"
    building = statement(text, 1, "The Casa Rosada", "said", said, speaker="Casa Rosada")
    country = statement(text, 2, "Argentina", "said", said, speaker="Argentina")
    cast = join_entities([make_read("a", text, entities=entities, statements=[building, country])], {"a": 0})
    assert cast.find_speaker("a", "Casa Rosada") == cast.find("a", "Argentina")
    assert cast.find("a", "Casa Rosada") != cast.find("a", "Argentina")
    cast = join_entities([make_read("a", text, entities=entities, statements=[building])], {"a": 0})
    assert cast.find_speaker("a", "Casa Rosada") == cast.find("a", "Casa Rosada")
