"""Harm to people, on sentences about invented places and on anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.reading import Effect
from sayso.read.harm import find_harm

Row = tuple[str, int | None, int | None, str | None]


def rows(text: str) -> list[Row]:
    return [(h.effect.value, h.low, h.high, h.who.exact if h.who else None) for h in find_harm(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The blast killed three border guards and injured 11 others.",
         [("killed", 3, 3, "border guards"), ("injured", 11, 11, "others")]),
        ("Raiders hit the post, killing nearly two dozen soldiers.", [("killed", 20, 24, "soldiers")]),
        ("Dozens of Dorran troops and militants were killed.", [("killed", 12, None, "Dorran troops and militants")]),
        ("Dozens of Dorran and Veltrian soldiers were killed.", [("killed", 12, None, "Dorran and Veltrian soldiers")]),
        ("A woman and her two children were killed.", [("killed", 3, 3, "A woman and her two children")]),
        ("Seven soldiers and three nurses were killed.", [("killed", 7, 7, "soldiers"), ("killed", 3, 3, "nurses")]),
        ("The death toll rose to 31 on Monday.", [("killed", 31, 31, None)]),
        ("The death toll from the flood has risen to at least 31.", [("killed", 31, None, None)]),
        ("Two shot dead at the Orsk crossing", [("killed", 2, 2, None)]),
        ("Nineteen bodies have been laid out in the gym.", [("killed", 19, 19, None)]),
        ("Those who lost their homes will be paid.", []),
        ("Some 400 villagers lost their homes.", [("displaced", 400, 400, "villagers")]),
        ("The raid claimed 12 lives.", [("killed", 12, 12, None)]),
        ("Nine people lost their lives.", [("killed", 9, 9, "people")]),
        ("It left 4 dead and 12 wounded.", [("killed", 4, 4, None), ("injured", 12, 12, None)]),
        ("The deaths of nine people shook Orsk.", [("killed", 9, 9, "people")]),
        ("The murder in Orsk of two nuns shook the town.", [("killed", 2, 2, "nuns")]),
        ("Ten people were killed and 20 injured.", [("killed", 10, 10, "people"), ("injured", 20, 20, None)]),
        ("A guard was killed and another guard wounded during the raid.",
         [("killed", 1, 1, "guard"), ("injured", 1, 1, "guard")]),
        ("Luz Arroyo, a teacher, was killed.", [("killed", 1, 1, "Luz Arroyo")]),
        ("Governor Luz Arroyo’s murder went unsolved.", [("killed", 1, 1, "Governor Luz Arroyo")]),
        ("THEY ASSASSINATED MAYOR LUZ ARROYO IN ORSK.", [("killed", 1, 1, "LUZ ARROYO")]),
        ("COL MARR, WHO DIED INSTANTLY, WAS ALONE.", [("killed", 1, 1, "MARR")]),
        ("ALSO INJURED WAS A STREET VENDOR.", [("injured", 1, 1, "STREET VENDOR")]),
        ("The injured were a nurse and two boys.", [("injured", 1, 1, "nurse"), ("injured", 2, 2, "boys")]),
        ("Two guards were among those killed.", [("killed", 2, 2, "guards")]),
        ("The bodies of three farmers were found.", [("killed", 3, 3, "farmers")]),
        ("Gunmen shot dead two guards.", [("killed", 2, 2, "guards")]),
        ("Blast kills 12 in Orsk, wounds 30", [("killed", 12, 12, None), ("injured", 30, 30, None)]),
        ("30 DEAD, 50 INJURED IN ORSK BLAST", [("killed", 30, 30, None), ("injured", 50, 50, None)]),
        ("Between 5 and 7 soldiers died.", [("killed", 5, 7, "soldiers")]),
        ("Up to 20 sailors are missing.", [("missing", None, 20, "sailors")]),
        ("Rebels kidnapped five engineers.", [("kidnapped", 5, 5, "engineers")]),
        ("Police arrested 12 suspects.", [("detained", 12, 12, "suspects")]),
        ("Some 1,200 people fled their homes.", [("displaced", 1200, 1200, "people")]),
        ("The flood left 40,000 people homeless.", [("displaced", 40_000, 40_000, "people")]),
        ("They were killing civilians.", [("killed", None, None, "civilians")]),
        ("It brought the injury of nine bakers and millions in damage.", [("injured", 9, 9, "bakers")]),
        ("It killed a guard and injured 15 men, four of them seriously.",
         [("killed", 1, 1, "guard"), ("injured", 15, 15, "men")]),
        ("Raid kills 12, elders say", [("killed", 12, 12, None)]),
        ("Drone kills two nurses; minister speaks of an error", [("killed", 2, 2, "nurses")]),
        ("Three fishermen shot dead off Orsk Bank", [("killed", 3, 3, "fishermen")]),
        ("We mourn the keeper, whom she killed.", []),
        ("They killed one another.", []),
        ("Who killed our river?", []),
        ("It set up a body of ten engineers.", []),
        ("Twenty shoppers and shopkeepers are dead.", [("killed", 20, 20, "shoppers and shopkeepers")]),
        ("Pio Marr, one of the dead, was a guard.", []),
        ("Two more patients have died, making 21.", [("killed", 2, 2, "more patients"), ("killed", 21, 21, None)]),
        ("Nine miners died. Five more died on Monday, bringing the toll in the blast to 14, he said.",
         [("killed", 9, 9, "miners"), ("killed", 5, 5, None), ("killed", 14, 14, None)]),
        ("Ten people were killed and dozens more wounded.",
         [("killed", 10, 10, "people"), ("injured", 12, None, None)]),
        ("The fever killed 3 people last week.", [("killed", 3, 3, "people")]),
        ("It caused the death of six rebels and the confiscation of arms.", [("killed", 6, 6, "rebels")]),
        ("The truck burned in the ambush and five soldiers were killed.", [("killed", 5, 5, "soldiers")]),
        ("By the rebels’ account a drummer and a guard were killed.",
         [("killed", 1, 1, "drummer"), ("killed", 1, 1, "guard")]),
        ("Both Dorran and Veltrian soldiers were killed.", [("killed", None, None, "Dorran and Veltrian soldiers")]),
        ("Luz Arroyo was killed in Orsk, along with two of her guards.",
         [("killed", 1, 1, "Luz Arroyo"), ("killed", 2, 2, "guards")]),
        ("The fall resulted in the injury of six pupils.", [("injured", 6, 6, "pupils")]),
        ("Crash leaves mother of 2 dead", [("killed", 1, 1, "mother of 2")]),
        ("He was tried for the murder of Luz Arroyo, 58, and Pio Marr, 20.",
         [("killed", 1, 1, "Luz Arroyo"), ("killed", 1, 1, "Pio Marr")]),
        ("A collapse that left three pupils injured on 9 March.", [("injured", 3, 3, "pupils")]),
        ("He was accused of murdering Luz Arroyo.", [("killed", 1, 1, "Luz Arroyo")]),
        ("Two guards watching the gate in Orsk were killed.", [("killed", 2, 2, "guards")]),
        ("Ten people were killed in the blast, including a nurse and three boys.",
         [("killed", 10, 10, "people"), ("killed", 1, 1, "nurse"), ("killed", 3, 3, "boys")]),
        ("Ten people were killed in Orsk and two hurt, including a nurse.",
         [("killed", 10, 10, "people"), ("injured", 2, 2, None), ("injured", 1, 1, "nurse")]),
        ("The murder in February of General Pio Marr", [("killed", 1, 1, "Pio Marr")]),
        ("During the attempt seven people were killed.", [("killed", 7, 7, "people")]),
        ("Threats came days after the death of four pupils.", [("killed", 4, 4, "pupils")]),
        ("He managed to kill one guard and wound 12 others.",
         [("killed", 1, 1, "guard"), ("injured", 12, 12, "others")]),
        ("The body of Pio Marr, 30, was found.", [("killed", 1, 1, "Pio Marr")]),
        ("They shot at a nurse, wounding her in the arm.", [("injured", 1, 1, "her")]),
        ("It was sent after six priests and two women were killed.",
         [("killed", 6, 6, "priests"), ("killed", 2, 2, "women")]),
        ("Rescuers recovered nine bodies.", [("killed", 9, 9, None)]),
        ("Nine bodies were found.", [("killed", 9, 9, None)]),
        ("The number of dead rose from 12 to 15.", [("killed", 15, 15, None)]),
        ("A nurse was among the 12 killed.", [("killed", 1, 1, "nurse"), ("killed", 12, 12, None)]),
        ("Neither Marr nor his wife was injured.", [("injured", 0, 0, "Neither Marr nor his wife")]),
    ],
)  # fmt: skip
def test_harm(text: str, wanted: list[Row]) -> None:
    assert rows(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "No casualties were reported.",
        "There were no civilian casualties.",
        "Neither the raid nor any civilian casualties took place.",
    ],
)
def test_no_casualties_is_none_killed_and_none_injured(text: str) -> None:
    assert sorted(r[:3] for r in rows(text)) == [("injured", 0, 0), ("killed", 0, 0)]


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Nobody was hurt.", "injured"),
        ("No one was killed.", "killed"),
        ("The army did not kill any farmers.", "killed"),
    ],
)
def test_none(text: str, effect: str) -> None:
    assert [r[:3] for r in rows(text)] == [(effect, 0, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "The senate killed the bill.",
        "The race was a dead heat.",
        "He is missing the point.",
        "They captured the town.",
        "He threatened to kill 12 hostages.",
        "Ten people could be killed.",
        "The plot to murder the mayor failed.",
        "Troops will arrest five men.",
        "She was 31 years old in 2021.",
        "The duties hurt farmers.",
        "The gang's murders shocked Orsk.",
        "It makes an average of 15 deaths a shift.",
        "They called for the killing of Governor Luz Arroyo.",
        "She died of cancer in Orsk.",
        "He tried to kill one guard and wound 12 others.",
        "Pio Marr died in Orsk, aged 95, last Thursday.",
        "They failed because they were not executing the plan.",
        "His paintings captured the imagination of the young.",
        "Nine bodies oversee the trade.",
        "",
    ],
)
def test_no_harm(text: str) -> None:
    assert rows(text) == []


def test_a_part_is_a_harm_within_the_whole() -> None:
    whole, part = find_harm("The shells killed at least 10 villagers, including nine children.")
    assert (whole.low, whole.high) == (10, None)
    assert (part.low, part.who and part.who.exact) == (9, "children")
    assert whole.span.contains(part.span)
    assert whole.span.exact == "killed at least 10 villagers, including nine children"


@pytest.mark.parametrize("mark", [",", ":"])
def test_names_that_spell_out_a_count_are_parts_of_it(mark: str) -> None:
    whole, *parts = find_harm(f"Patrols killed two reporters{mark} Luz Arroyo and Pio Marr, in Orsk.")
    assert (whole.low, whole.who and whole.who.exact) == (2, "reporters")
    assert [(p.low, p.who and p.who.exact) for p in parts] == [(1, "Luz Arroyo"), (1, "Pio Marr")]
    assert all(whole.span.contains(p.span) for p in parts)


def test_what_a_listed_person_is_is_no_other_person() -> None:
    found = find_harm("Patrols killed two people: Luz Arroyo, a nurse, and Pio Marr.")
    assert [h.low for h in found] == [2, 1, 1]


def test_the_span_is_the_phrase_itself() -> None:
    (harm,) = find_harm("On Monday 10 civilians were killed in Orsk.")
    assert harm.span.exact == "10 civilians were killed"
    assert harm.effect is Effect.KILLED


WORDS = [
    "killed", "ten", "people", "and", ",", "were", "the", "who", "injured", "dead", "deaths", "of", "no",
    "(", ")", "--", "at least", "her", "children", "including", "casualties", "toll", "to", "murder", "'s",
    "Orsk", ".", "\n", "bodies", "lost", "lives",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_spans_hold_their_words(words: list[str]) -> None:
    text = " ".join(words)
    for harm in find_harm(text):
        assert text[harm.span.start : harm.span.end] == harm.span.exact
        assert harm.who is None or text[harm.who.start : harm.who.end] == harm.who.exact
        assert harm.low is None or harm.high is None or harm.low <= harm.high


@given(st.text())
def test_any_text(text: str) -> None:
    find_harm(text)


@pytest.mark.parametrize(
    "unit",
    ["killed ", "and killed ", "the ", "ten people, ", "who ", "not ", "( ", "of men ", "dead ", "'s "],
)
def test_long_runs(unit: str) -> None:
    find_harm(unit * (20_000 // len(unit)))


_ODD = [
    "\u200b",
    "\u202e",
    "\u2066",
    "\x00",
    "\x85",
    "\ufeff",
    "😀",
    "é",
    "ß",
    "İ",
    "١٢",
    "十",
    "\u00a0",
    "“",
    "’s",
    "\ud800",
]


@given(st.lists(st.sampled_from([*WORDS, *_ODD]), max_size=40), st.sampled_from(["", " ", "\n\n"]))
def test_odd_marks_leave_offsets_right(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    for harm in find_harm(text):
        for span in (harm.span, harm.who, harm.hedge):
            assert span is None or text[span.start : span.end] == span.exact


@pytest.mark.parametrize("mark", ["a", "1", ".", "(", "“", "\u202e", "😀", "\n", "ten killed "])
def test_a_long_run_of_one_mark(mark: str) -> None:
    assert all(h.span.exact for h in find_harm(mark * (100_000 // len(mark))))
