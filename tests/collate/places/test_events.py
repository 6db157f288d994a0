from collections.abc import Callable

from sayso.collate.ledger import collate
from sayso.core.ledger import LedgerEvent
from sayso.core.place import PlaceLevel
from sayso.core.read_article import ReadArticle
from sayso.core.reading import EntityKind, Event, Status
from sayso.core.span import Span

MakeRead = Callable[..., ReadArticle]
PLACE = EntityKind.PLACE


def _event(make_read: MakeRead, text: str, places: list[str], *others: str) -> LedgerEvent:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words), words)

    event = Event(
        "e1",
        "ASSAULT",
        None,
        span("clash"),
        (),
        (),
        tuple(map(span, places)),
        None,
        (),
        (),
        (),
        Status.REPORTED,
        None,
    )
    entities = [(name, PLACE, ()) for name in (*places, *others)]
    return collate([make_read("a", text, entities=entities, events=[event])]).events[0]


def test_an_event_happened_in_its_narrowest_place(make_read: MakeRead) -> None:
    event = _event(make_read, "A clash in Bergen, Norway, was heard.", ["Bergen", "Norway"])
    assert event.place is not None
    assert (event.place.name, event.place.precision) == ("Bergen", 1)


def test_near_a_town_is_less_precise(make_read: MakeRead) -> None:
    event = _event(make_read, "A clash near the town of Bergen, Norway, was heard.", ["Bergen"], "Norway")
    assert event.place is not None
    assert event.place.precision == 2


def test_of_several_places_the_region_around_them(make_read: MakeRead) -> None:
    event = _event(
        make_read, "A clash in Bergen and Oslo was heard all over Norway.", ["Bergen", "Oslo"], "Norway"
    )
    assert event.place is not None
    assert (event.place.level, event.place.country) == (PlaceLevel.COUNTRY, "NO")
    assert event.place.precision is None


def test_what_is_nowhere_is_null_with_a_reason(make_read: MakeRead) -> None:
    event = _event(make_read, "A clash in Tamsinport was heard.", ["Tamsinport"])
    assert event.place is None
    assert event.place_why
