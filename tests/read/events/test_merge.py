"""Which mentions of one report are one event."""

from sayso.core.reading import Status
from sayso.core.span import Span
from sayso.read.events.lexicon import MISHAP
from sayso.read.events.mention import EventMention
from sayso.read.events.merge import merge
from sayso.read.events.roles import Roles


def told(
    lemma: str,
    sentence: int,
    *,
    kind: str = "ASSAULT",
    mode: str | None = "other",
    actor: str = "",
    definite: bool = False,
) -> EventMention:
    start = sentence * 100
    actors = [Span(start + 50, start + 50 + len(actor), actor)] if actor else []
    return EventMention(
        trigger=Span(start, start + len(lemma), lemma),
        type=kind,
        mode=mode,
        lemma=lemma,
        roles=Roles(actors=actors),
        status=Status.REPORTED,
        statement=None,
        sentence=sentence,
        definite=definite,
        date=None,
        last_sentence=sentence,
    )


def merged(*mentions: EventMention) -> list[EventMention]:
    events: list[EventMention] = []
    for mention in mentions:
        merge(events, mention)
    return events


def test_one_sentence_tells_of_one_event_and_the_clearer_mode_names_it() -> None:
    (event,) = merged(told("kill", 0), told("bomb", 0, mode="bombing", actor="rebels"))
    assert (event.mode, event.trigger.exact) == ("bombing", "bomb")
    assert [a.exact for a in event.roles.actors] == ["rebels"]


def test_other_modes_stay_apart() -> None:
    assert len(merged(told("shoot", 0, mode="shooting"), told("bomb", 0, mode="bombing"))) == 2


def test_a_definite_mention_points_back_however_far() -> None:
    assert len(merged(told("attack", 0), told("attack", 9, definite=True))) == 1
    assert len(merged(told("attack", 0), told("attack", 9))) == 2


def test_killed_after_a_mischance_is_no_attack() -> None:
    quake = told("earthquake", 0, kind=MISHAP, mode=None)
    assert merged(quake, told("kill", 1)) == [quake]
    assert len(merged(quake, told("kill", 1, actor="gunmen"))) == 2


def test_an_event_takes_no_more_than_a_list_of_parties() -> None:
    mentions = [told("attack", 0, actor=f"band {i}") for i in range(200)]
    (event,) = merged(*mentions)
    assert len(event.roles.actors) < 100
