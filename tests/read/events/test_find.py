"""Events of short made-up reports."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.reading import Act, EntityKind, Event, Form, Statement, Status
from sayso.core.span import Date, Grain, Span
from sayso.read.events import find_events
from sayso.read.harm import find_harm
from sayso.read.spans import NamedSpan


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def places(text: str, *names: str) -> list[NamedSpan]:
    return [NamedSpan(span(text, n), EntityKind.PLACE, 1.0) for n in names]


def said(text: str, source: str, cue: str, content: str, act: Act) -> Statement:
    return Statement(
        "s1",
        Form.INDIRECT,
        (span(text, source),),
        (span(text, cue),),
        (span(text, content),),
        "p1",
        (),
        act,
        None,
    )


def violent(
    text: str, statements: list[Statement] | None = None, named: list[NamedSpan] | None = None
) -> list[Event]:
    events = find_events(text, statements or [], named or [], [], find_harm(text))
    return [e for e in events if e.type == "ASSAULT"]


def exact(spans: tuple[Span, ...]) -> list[str]:
    return [s.exact for s in spans]


def test_who_whom_where_and_harm() -> None:
    text = "Dorran rebels attacked two police posts in Orsk and Tarn, killing nine guards and wounding 12."
    (event,) = violent(text, named=places(text, "Orsk", "Tarn"))
    assert (event.mode, event.trigger.exact, event.status) == ("other", "attacked", Status.REPORTED)
    assert exact(event.actors) == ["Dorran rebels"]
    assert exact(event.targets) == ["police posts"]
    assert exact(event.places) == ["Orsk", "Tarn"]
    assert [(h.effect.value, h.low) for h in event.harm] == [("killed", 9), ("injured", 12)]


def test_the_strikes_are_the_strikes_told_before() -> None:
    text = "Veltrian forces conducted overnight airstrikes in Orsk. The strikes killed at least 10 farmers."
    (event,) = violent(text, named=places(text, "Orsk"))
    assert (event.mode, event.trigger.exact) == ("aerial", "airstrikes")
    assert exact(event.actors) == ["Veltrian forces"]
    assert [(h.low, h.high) for h in event.harm] == [(10, None)]


def test_passive_with_agent() -> None:
    (event,) = violent("The governor was shot by masked gunmen.")
    assert event.mode == "shooting"
    assert exact(event.actors) == ["masked gunmen"]
    assert exact(event.recipients) == ["governor"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A car bomb exploded near the bank.", "bombing"),
        ("A suicide attack in Orsk killed two.", "suicide-attack"),
        ("Troops clashed with rebels.", "clash"),
        ("Gunmen kidnapped five engineers.", "kidnapping"),
        ("Rioters set fire to the market.", "arson"),
        ("Police opened fire on the crowd.", "shooting"),
        ("REBELS HURLED THREE GRENADES AT THE EMBASSY.", "bombing"),
        ("Planes carried out an air raid on Orsk.", "aerial"),
    ],
)
def test_modes(text: str, mode: str) -> None:
    assert [e.mode for e in violent(text)] == [mode]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Veltria and Dorra agreed on a ceasefire.", "AGREE"),
        ("The two ministers held talks in Orsk.", "CONSULT"),
        ("Veltria rejected the offer.", "REJECT"),
        ("Dorra threatened to close the strait.", "THREATEN"),
        ("Veltria called on Dorra to leave.", "DEMAND"),
        ("Students staged a demonstration.", "PROTEST"),
        ("Dorra imposed sanctions on Veltria.", "SANCTION"),
        ("The army deployed two brigades.", "MOBILIZE"),
        ("Police arrested the editor.", "COERCE"),
        ("Rebels withdrew from Tarn.", "RETREAT"),
        ("A judge opened an investigation.", "INVESTIGATE"),
        ("Veltria condemned the raid.", "DISAPPROVE"),
        ("The premier resigned.", "CONCEDE"),
    ],
)
def test_categories(text: str, category: str) -> None:
    assert category in {e.type for e in find_events(text, [], [], [], [])}


def test_blame_in_the_outlets_voice_is_no_fact() -> None:
    text = "A bombing in Orsk killed two nuns. The Dorran Front was blamed for plotting the attack."
    reported, blamed = violent(text)
    assert (reported.status, exact(reported.actors)) == (Status.REPORTED, [])
    assert (blamed.status, exact(blamed.actors)) == (Status.ACCUSED, ["Dorran Front"])
    assert [h.low for h in reported.harm] == [2]


@pytest.mark.parametrize(
    ("act", "status"),
    [(Act.ASSERT, Status.CLAIMED), (Act.ACCUSE, Status.ACCUSED), (Act.DENY, Status.DENIED)],
)
def test_status_by_act(act: Act, status: Status) -> None:
    text = "Ruvo Tane said that Veltria had bombed Orsk."
    (event,) = violent(text, [said(text, "Ruvo Tane", "said", "that Veltria had bombed Orsk", act)])
    assert (event.status, event.statement) == (status, "s1")


def test_accused_of_plotting_is_accused() -> None:
    text = "Ruvo Tane accused the Dorran Front of plotting the attack in Orsk."
    (event,) = violent(
        text,
        [said(text, "Ruvo Tane", "accused", "the Dorran Front of plotting the attack in Orsk", Act.ACCUSE)],
    )
    assert event.status is Status.ACCUSED


def test_a_negated_act_is_denied() -> None:
    text = "The army said it has conducted no strikes inside Dorra."
    (event,) = violent(
        text, [said(text, "The army", "said", "it has conducted no strikes inside Dorra", Act.ASSERT)]
    )
    assert event.status is Status.DENIED


def test_neither_nor_is_denied_with_none_killed() -> None:
    text = "“Neither the strikes nor any village casualties took place,” Tane said."
    (event,) = violent(text)
    assert event.status is Status.DENIED
    assert {(h.effect.value, h.low, h.high) for h in event.harm} == {("killed", 0, 0), ("injured", 0, 0)}


def test_who_tells_of_their_own_act_admits_it() -> None:
    text = "“We attacked the base,” the Dorran Front said."
    (event,) = violent(text, [said(text, "the Dorran Front", "said", "“We attacked the base,”", Act.ASSERT)])
    assert event.status is Status.ADMITTED


def test_accused_of_a_strike_that_killed() -> None:
    text = "Ruvo Tane accused Veltria of airstrikes in Orsk, claiming 10 farmers were killed."
    first = said(text, "Ruvo Tane", "accused", "Veltria of airstrikes in Orsk", Act.ACCUSE)
    second = replace(
        said(text, "Ruvo Tane", "claiming", "10 farmers were killed", Act.ASSERT), id="s2", speaker=None
    )
    (event,) = violent(text, [first, second])
    assert (event.status, exact(event.actors)) == (Status.ACCUSED, ["Veltria"])
    assert [h.low for h in event.harm] == [10]


@pytest.mark.parametrize(
    "text",
    [
        "If rebels attack the base, it may fall.",
        "Any future attacks will be met with force.",
        "It was an assault on sovereignty.",
        "Ten people were killed in the earthquake.",
        "They used an attack helicopter to film the flood.",
    ],
)
def test_no_violent_event(text: str) -> None:
    assert not violent(text)


def test_planned_and_threatened() -> None:
    assert [e.status for e in violent("The army will attack the base.")] == [Status.PLANNED]
    assert [e.status for e in violent("The rebels threatened to bomb Orsk.")] == [Status.THREATENED]


def test_the_nearest_date_of_the_sentence() -> None:
    text = "On 3 May rebels attacked Orsk."
    date = Date("XXXX-05-03", Grain.DAY, span(text, "3 May"))
    vague = Date("PAST_REF", Grain.VAGUE, span(text, "On"))
    (event,) = find_events(text, [], [], [vague, date], [])
    assert event.date == date


def test_ids_are_in_order() -> None:
    events = find_events("Rebels attacked Orsk. Veltria condemned it. Talks began in Tarn.", [], [], [], [])
    assert [e.id for e in events] == [f"e{i}" for i in range(1, len(events) + 1)]


WORDS = [
    "attacked", "killed", "ten", "soldiers", "Orsk", "in", "by", "the", "strikes", "and", "accused",
    "Veltria", "of", "bomb", "exploded", "talks", "not", "will", "who", ",", ".", "\n", "“", "”",
    "threatened", "to", "rebels", "near", "'s", "murder",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=50), st.integers(0, 80), st.integers(1, 60))
def test_spans_hold_their_words(words: list[str], start: int, length: int) -> None:
    text = " ".join(words) + " end"
    content = text[start : start + length].strip()
    statements = [said(text, "end", "end", content, Act.ASSERT)] if content else []
    for event in find_events(text, statements, [], [], find_harm(text)):
        for s in (
            event.trigger,
            *event.actors,
            *event.recipients,
            *event.places,
            *event.targets,
            *event.instruments,
        ):
            assert text[s.start : s.end] == s.exact


@given(st.text())
def test_any_text(text: str) -> None:
    find_events(text, [], [], [], find_harm(text))


@pytest.mark.parametrize(
    "unit", ["attacked ", "the attack, ", "killed and ", "bomb ", "Orsk, ", "accused ", "talks. ", "the "]
)
def test_long_runs(unit: str) -> None:
    find_events(unit * (10_000 // len(unit)), [], [], [], [])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Veltria will withdraw its troops from Orsk. Rain fell.", Status.PLANNED),
        ("Veltria agreed to release the sailors in Orsk. Rain fell.", Status.PLANNED),
        ("Veltria withdrew its troops from Orsk. Rain fell.", Status.REPORTED),
        ("Veltria did not release the sailors. Rain fell.", Status.DENIED),
        ("Veltria to release the sailors\nRain fell in Orsk.", Status.PLANNED),
    ],
)
def test_what_has_not_happened_is_told_apart(text: str, status: Status) -> None:
    events = find_events(text, [], places(text, "Veltria"), [], [])
    assert status in {e.status for e in events if e.type != "AGREE"}


def test_what_is_only_imagined_is_an_event_of_a_single_sentence_alone() -> None:
    text = "Veltria could withdraw its troops."
    names = places(text, "Veltria")
    alone = find_events(text, [], names, [], [])
    assert [(e.type, e.status) for e in alone] == [("RETREAT", Status.PLANNED), ("AGREE", Status.REPORTED)]
    assert find_events(text + " Rain fell on the town.", [], names, [], []) == ()
