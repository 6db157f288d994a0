from collections.abc import Callable
from dataclasses import replace

from sayso.collate.entities import Cast, join_entities
from sayso.core.ledger import LedgerEntity
from sayso.core.office import Standing
from sayso.core.read_article import ReadArticle
from sayso.core.reading import EntityKind, MentionForm

MakeRead = Callable[..., ReadArticle]
PERSON, PLACE, BODY = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION


def _named(make_read: MakeRead, own: str, day: str | None, name: str, role: str, text: str) -> ReadArticle:
    read = make_read(own, text, entities=[(name, PERSON, ()), ("Veltria", PLACE, ())], published=day)
    entities = tuple(replace(e, role=role) if e.name == name else e for e in read.reading.entities)
    return replace(read, reading=replace(read.reading, entities=entities))


def _bare(make_read: MakeRead, own: str, day: str | None, words: str, text: str) -> ReadArticle:
    read = make_read(own, text, entities=[(words, PERSON, ()), ("Veltria", PLACE, ())], published=day)
    mentions = tuple(
        replace(m, form=MentionForm.NOMINAL) if m.entity == words else m for m in read.reading.mentions
    )
    return replace(read, reading=replace(read.reading, mentions=mentions))


def _entity(cast: Cast, article: str, own: str) -> LedgerEntity:
    found = cast.find(article, own)
    return next(e for e in cast.entities if e.id == found)


def _change(make_read: MakeRead) -> list[ReadArticle]:
    first = "Veltria’s Defence Minister Ilvar Stent spoke."
    second = "Veltria’s new Defence Minister Oda Karsk spoke."
    return [
        _named(make_read, "a", "2031-03-01", "Ilvar Stent", "Defence Minister", first),
        _named(make_read, "b", "2031-03-20", "Oda Karsk", "Defence Minister", second),
    ]


def test_an_office_is_left_when_another_is_seen_in_it(make_read: MakeRead) -> None:
    cast = join_entities(_change(make_read), {"a": 0, "b": 0})
    (stent,) = _entity(cast, "a", "Ilvar Stent").offices
    (karsk,) = _entity(cast, "b", "Oda Karsk").offices
    assert (stent.held_from, stent.held_to, stent.body) == ("2031-03-01", "2031-03-20", "veltria")
    assert (karsk.held_from, karsk.held_to) == ("2031-03-20", None)
    assert karsk.evidence[0].standing is Standing.NEW
    assert karsk.evidence[0].span.exact == "Defence Minister"


def test_a_bare_title_is_the_holder_of_its_day(make_read: MakeRead) -> None:
    words, text = "defence minister", "The defence minister of Veltria spoke."
    reads = [
        *_change(make_read),
        _bare(make_read, "c", "2031-03-02", words, text),
        _bare(make_read, "d", "2031-03-21", words, text),
    ]
    cast = join_entities(reads, dict.fromkeys("abcd", 0))
    assert cast.find("c", words) == cast.find("a", "Ilvar Stent")
    assert cast.find("d", words) == cast.find("b", "Oda Karsk")
    assert cast.find("a", "Ilvar Stent") != cast.find("b", "Oda Karsk")


def test_a_title_that_two_may_hold_is_neither(make_read: MakeRead) -> None:
    undated = _bare(make_read, "c", None, "defence minister", "The defence minister of Veltria spoke.")
    cast = join_entities([*_change(make_read), undated], dict.fromkeys("abc", 0))
    assert len(_entity(cast, "c", "defence minister").members) == 1


def test_a_title_of_another_country_or_affair_is_another(make_read: MakeRead) -> None:
    other = _bare(make_read, "c", "2031-03-02", "defence minister", "Norway’s defence minister spoke.")
    apart = _bare(make_read, "d", "2031-03-02", "defence minister", "The defence minister spoke in Veltria.")
    cast = join_entities([_change(make_read)[0], other, apart], {"a": 0, "c": 0, "d": 1})
    assert len(_entity(cast, "c", "defence minister").members) == 1
    assert len(_entity(cast, "d", "defence minister").members) == 1


def test_a_former_minister_is_out(make_read: MakeRead) -> None:
    former = _named(
        make_read,
        "b",
        "2031-04-01",
        "Ilvar Stent",
        "former Defence Minister",
        "Veltria’s former Defence Minister Ilvar Stent left.",
    )
    cast = join_entities([_change(make_read)[0], former], {"a": 0, "b": 0})
    (office,) = _entity(cast, "a", "Ilvar Stent").offices
    assert (office.held_from, office.held_to) == ("2031-03-01", "2031-04-01")


def test_a_spokesman_speaks_for_his_body(make_read: MakeRead) -> None:
    text = "Harbour Union spokesman Odo Marn said so. The Harbour Union met."
    read = make_read("a", text, entities=[("Odo Marn", PERSON, ()), ("Harbour Union", BODY, ())])
    entities = tuple(
        replace(e, role="Harbour Union spokesman") if e.kind is PERSON else e for e in read.reading.entities
    )
    cast = join_entities([replace(read, reading=replace(read.reading, entities=entities))], {"a": 0})
    assert _entity(cast, "a", "Odo Marn").speaks_for == cast.find("a", "Harbour Union")
