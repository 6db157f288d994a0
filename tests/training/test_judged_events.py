"""Which events are known to be right."""

from dataclasses import replace

from sayso.core.reading import Harm, Status
from sayso.core.span import Span
from sayso.read.events.mention import EventMention
from sayso.read.events.roles import Roles
from training.judged_events import hashed, is_right, read_judged

MENTION = EventMention(
    trigger=Span(0, 8, "attacked"),
    type="ASSAULT",
    mode="bombing",
    lemma="attack",
    roles=Roles(targets=[Span(9, 20, "Orsk bridge")]),
    status=Status.REPORTED,
    statement=None,
    sentence=0,
    definite=False,
    date=None,
)
KEY = {"templates": [{"PHYS TGT: ID": ['"THE OLD BRIDGE"'], "INCIDENT: TYPE": ["BOMBING"]}]}


def test_an_attack_of_a_key_shares_a_party_with_it() -> None:
    assert is_right("muc4-tst1", KEY, MENTION, {})
    assert not is_right("muc4-tst1", KEY, replace(MENTION, roles=Roles(targets=[Span(0, 4, "bank")])), {})
    assert not is_right("muc4-tst1", {"templates": []}, MENTION, {})


def test_an_attack_without_parties_is_of_a_keys_kind() -> None:
    bare: list[Harm] = []
    event = replace(MENTION, roles=Roles(), harm=bare)
    assert is_right("muc4-tst1", KEY, event, {})
    assert not is_right("muc4-tst1", KEY, replace(event, mode="kidnapping"), {})


def test_a_record_of_plover_has_one_category() -> None:
    assert is_right("plover-open", {"event": "FIGHT"}, MENTION, {})
    assert not is_right("plover-open", {"event": "AID"}, MENTION, {})


def test_what_nobody_judged_is_not_known() -> None:
    judged = {("ecb-open", hashed("r1"), 0, 8, "ASSAULT"): True}
    assert is_right("ecb-open", {"id": "r1"}, MENTION, judged)
    assert is_right("ecb-open", {"id": "r2"}, MENTION, judged) is None


def test_the_judged_events_name_reports_by_hashes() -> None:
    judged = read_judged()
    assert len(judged) > 400
    assert all(len(report) == 10 and int(report, 16) >= 0 for _, report, *_ in judged)
