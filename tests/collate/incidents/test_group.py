from sayso.collate.accounts import Account
from sayso.collate.incidents.group import group_accounts
from sayso.core.reading import Effect, Event, Harm, Status
from sayso.core.span import Date, Grain, Span
from sayso.core.timex_value import range_of


def _account(
    article: str,
    trigger: str,
    *,
    place: str = "",
    day: str = "",
    mode: str | None = "aerial",
    killed: int | None = None,
) -> Account:
    span = Span(0, len(trigger), trigger)
    date = Date(day, Grain.DAY, span) if day else None
    harm = (Harm(Effect.KILLED, killed, killed, None, span),) if killed else ()
    event = Event(trigger, "ASSAULT", mode, span, (), (), (), date, harm, (), (), Status.REPORTED, None)
    places = frozenset({place} if place else ())
    return Account(
        article, event, places, frozenset(), frozenset({trigger}), range_of(day) if day else None, None, None
    )


def test_one_place_day_and_word_are_one_event() -> None:
    accounts = [
        _account("a", "shelling", place="tamsin", day="2031-03-01", killed=4),
        _account("b", "shelling", place="tamsin", day="2031-03-01", killed=4),
        _account("b", "raid", place="ostra", day="2031-02-11"),
    ]
    assert group_accounts(accounts, []) == [(0, 1), (2,)]


def test_the_same_place_on_another_day_is_another_event() -> None:
    accounts = [
        _account("a", "shelling", place="tamsin", day="2031-03-01"),
        _account("b", "shelling", place="tamsin", day="2031-03-09"),
    ]
    assert group_accounts(accounts, []) == [(0,), (1,)]


def test_another_kind_of_attack_is_another_event() -> None:
    accounts = [
        _account("a", "attack", place="tamsin", day="2031-03-01"),
        _account("b", "attack", place="tamsin", day="2031-03-01", mode="suicide-attack"),
    ]
    assert group_accounts(accounts, []) == [(0,), (1,)]


def test_in_one_story_the_same_word_is_the_same_event_unless_something_speaks_against_it() -> None:
    accounts = [_account("a", "shelling"), _account("b", "shelling", place="tamsin")]
    assert group_accounts(accounts, []) == [(0, 1)]
    assert group_accounts(accounts, [], {"a": "one", "b": "other"}) == [(0,), (1,)]


def test_one_claim_ties_accounts_that_other_words_name() -> None:
    accounts = [_account("a", "shelling"), _account("b", "barrage", place="tamsin")]
    assert group_accounts(accounts, []) == [(0,), (1,)]
    assert group_accounts(accounts, [[("a", 0, 20), ("b", 0, 20)]]) == [(0, 1)]


def test_the_same_word_in_another_town_is_another_event() -> None:
    accounts = [
        _account("a", "shelling", place="tamsin", day="2031-03-01"),
        _account("b", "shelling", place="ostra", day="2031-03-02"),
    ]
    assert group_accounts(accounts, []) == [(0,), (1,)]


def test_an_account_without_a_place_does_not_tie_two_towns_of_two_stories() -> None:
    accounts = [
        _account("a", "shelling", place="tamsin"),
        _account("b", "shelling"),
        _account("c", "shelling", place="ostra"),
    ]
    stories = {"a": "one", "b": "one", "c": "other"}
    assert group_accounts(accounts, [], stories) == [(0, 1), (2,)]


def test_an_account_without_a_date_does_not_tie_two_days() -> None:
    accounts = [
        _account("a", "shelling", place="tamsin", day="2031-03-01"),
        _account("b", "shelling", place="tamsin"),
        _account("c", "shelling", place="tamsin", day="2031-03-09"),
    ]
    assert not any({0, 2} <= set(group) for group in group_accounts(accounts, []))


def test_two_towns_of_one_story_are_two_strikes_unless_day_or_toll_tie_them() -> None:
    stories = {"a": "one", "b": "one", "c": "one"}
    accounts = [
        _account("a", "shelling", place="tamsin"),
        _account("b", "shelling"),
        _account("c", "shelling", place="ostra"),
    ]
    assert not any({0, 2} <= set(group) for group in group_accounts(accounts, [], stories))
    counted = [
        _account("a", "shelling", place="tamsin", killed=7),
        _account("b", "shelling", place="marl province", killed=7),
    ]
    assert group_accounts(counted, [], stories) == [(0, 1)]
