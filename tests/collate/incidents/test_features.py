from collections.abc import Callable

from sayso.collate.accounts import Account, make_accounts
from sayso.collate.entities import Cast
from sayso.collate.incidents.features import NAMES, cosine, make_row
from sayso.collate.incidents.weights import known_weights, learned_weights
from sayso.core.read_article import ReadArticle
from sayso.core.reading import EntityKind, Event, Status
from sayso.core.span import Span

MakeRead = Callable[..., ReadArticle]
TEXT = "Gunboats shelled the harbour of Tamsin. Guards shot at a ferry near Ostra. The harbour was shelled again."


def accounts(make_read: MakeRead, *triggers: str) -> list[Account]:
    places = [("Tamsin", EntityKind.PLACE, ()), ("Ostra", EntityKind.PLACE, ())]
    events, start = [], 0
    for number, trigger in enumerate(triggers):
        at = TEXT.index(trigger, start)
        start = at + 1
        span = Span(at, at + len(trigger), trigger)
        events.append(
            Event(f"e{number}", "ASSAULT", None, span, (), (), (), None, (), (), (), Status.REPORTED, None)
        )
    return make_accounts(make_read("a", TEXT, entities=places, events=events), Cast((), {}, {}))


def row(one: Account, other: Account) -> dict[str, float]:
    made = make_row(one, other, reports=0.5, same_story=True)
    return dict(zip(NAMES, made, strict=True))


def test_what_two_tellings_share(make_read: MakeRead) -> None:
    first, _, again = accounts(make_read, "shelled", "shot", "shelled")
    found = row(first, again)
    assert (found["same_lemma"], found["any_lemma"], found["same_family"], found["same_report"]) == (
        1,
        1,
        0,
        1,
    )
    assert found["content"] > 0  # the harbour
    assert row(again, first) == found


def test_what_sets_two_tellings_apart(make_read: MakeRead) -> None:
    first, shot, _ = accounts(make_read, "shelled", "shot", "shelled")
    found = row(first, shot)
    assert (found["any_lemma"], found["other_family"], found["other_places"]) == (0, 1, 1)
    assert found["near"] == 0


def test_every_feature_has_a_weight_and_no_weight_is_left_over() -> None:
    bias, weights = learned_weights()
    assert bias < 0
    assert set(weights) == set(NAMES)
    assert known_weights()["other_date"] < -learned_weights()[1]["any_lemma"]


def test_cosine() -> None:
    assert cosine({"a": 1.0}, {"a": 0.6, "b": 0.8}) == 0.6
    assert cosine({}, {"a": 1.0}) == 0
