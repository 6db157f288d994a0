from datetime import date

from sayso.collate.offices.join import join_offices
from sayso.core.ledger import LedgerEntity
from sayso.core.office import Office, OfficeEvidence, Standing
from sayso.core.reading import EntityKind
from sayso.core.span import Span

DAYS = {"a": date(2031, 3, 1), "b": date(2031, 3, 20), "c": date(2031, 4, 2)}
TITLE = Span(0, 16, "Defence Minister")


def _entity(own: str, *offices: Office) -> LedgerEntity:
    return LedgerEntity(own, own, EntityKind.PERSON, (), None, ((own, "e1"),), offices=offices)


def _office(article: str, body: str | None, standing: Standing = Standing.HOLDER) -> Office:
    day = DAYS[article].isoformat()
    is_out = standing is Standing.FORMER
    evidence = (OfficeEvidence(article, TITLE, standing),)
    first, last = (None, day) if is_out else (day, None)
    return Office("Defence Minister", body, first, last, evidence, "defence minister")


def test_an_office_of_two_parts_is_one() -> None:
    (entity,) = join_offices([_entity("p", _office("b", "veltria"), _office("a", None))], DAYS)
    (office,) = entity.offices
    assert (office.held_from, office.held_to, office.body) == ("2031-03-01", None, "veltria")
    assert [e.article for e in office.evidence] == ["a", "b"]


def test_a_successor_of_another_part_ends_it() -> None:
    one, other = join_offices(
        [_entity("p", _office("a", "veltria")), _entity("q", _office("b", "veltria"))], DAYS
    )
    assert (one.offices[0].held_to, other.offices[0].held_to) == ("2031-03-20", None)
    one, other = join_offices([_entity("p", _office("a", None)), _entity("q", _office("b", "veltria"))], DAYS)
    assert one.offices[0].held_to is None


def test_who_is_called_former_is_out() -> None:
    later = _office("c", "veltria", Standing.FORMER)
    (entity,) = join_offices([_entity("p", _office("a", "veltria"), later)], DAYS)
    assert (entity.offices[0].held_from, entity.offices[0].held_to) == ("2031-03-01", "2031-04-02")
