"""Attributions mended by the text's own marks, and what the encoder may miss recovered."""

import pytest

from sayso.core.span import Span
from sayso.read.spans import Attribution
from sayso.read.statements import repair_attributions


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def rows(text: str, *raw: Attribution) -> list[tuple[list[str], list[str], list[str]]]:
    return [
        ([s.exact for s in a.source], [s.exact for s in a.cue], [s.exact for s in a.content])
        for a in repair_attributions(text, raw)
    ]


MISSED = [
    ("“The port is shut for now,” the mayor said.", "the mayor", "said", "“The port is shut for now,”"),
    ("“The port is shut for now,” said Ana Orsk, the mayor.", "Ana Orsk", "said", "“The port is shut for now,”"),
    ("Ana Orsk added: “The port is shut for now.”", "Ana Orsk", "added", "“The port is shut for now.”"),
    ("On Monday Ana Orsk claimed on air that the port was shut.", "Ana Orsk", "claimed", "that the port was shut"),
    ("She said the port was shut.", "She", "said", "the port was shut"),
    ("He asked which port was shut.", "He", "asked", "which port was shut"),
    ("Fishermen feared the Front’s warning that it would return.", "the Front’s", "warning", "that it would return"),
    ("Sundmark accused the Front of theft.", "Sundmark", "accused", "the Front of theft"),
    ("The rebels deny these claims.", "The rebels", "deny", "these claims"),
    ("The port was shut for good, both sides said on Monday.", "both sides", "said", "The port was shut for good"),
    ("It moved the mayor to condemn it as a “folly.”", "the mayor", "to condemn", "it as a “folly.”"),
    ("The port was shut at noon, Ana Orsk told reporters.", "Ana Orsk", "told", "The port was shut at noon"),
    ("Ana Orsk went to the pier and demanded an apology.", "Ana Orsk", "demanded", "an apology"),
    ("An orderly put the toll at nearly nine.", "An orderly", "put", "the toll at nearly nine"),
    ("Several of them marched and demanded that he go home.", "Several of them", "demanded", "that he go home"),
    ("According to the ministry, the port was shut.", "the ministry", "According to", "the port was shut"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content"), MISSED)
def test_missed(text: str, source: str, cue: str, content: str) -> None:
    assert rows(text) == [([source], [cue], [content])]


@pytest.mark.parametrize(
    "text",
    [
        "The fleet left on Monday.",
        "They called it the “Grey Line” for years.",
        "The report that was published is long.",
        "The mayor liked the film “Seven Ships”.",
    ],
)
def test_nothing_to_recover(text: str) -> None:
    assert rows(text) == []


SOURCES = [
    ("Mayor Ana Orsk said on Tuesday that it was shut.", "Mayor Ana Orsk"),
    ("Ana Orsk, the mayor, said that it was shut.", "Ana Orsk, the mayor,"),
    ("A spokesman for the ministry said that it was shut.", "A spokesman for the ministry"),
    ("In a statement, the ministry said that it was shut.", "the ministry"),
    ("Officials briefed on the matter said that it was shut.", "Officials briefed on the matter"),
    ("Mr. Tarsk also said that it was shut.", "Mr. Tarsk"),
    ("Bron Tarsk, speaking to reporters, said that it was shut.", "Bron Tarsk"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_a_missing_source_is_the_subject(text: str, source: str) -> None:
    raw = Attribution((), (span(text, "said"),), (span(text, "that it was shut"),), 0.9)
    assert rows(text, raw) == [([source], ["said"], ["that it was shut"])]


def test_hanging_verbs_take_the_main_verb_s_source() -> None:
    text = (
        "Ana Orsk said that it was shut, noting that both towns had urged calm, and arguing that it helped."
    )
    found = rows(text, Attribution((), (span(text, "arguing"),), (span(text, "that it helped"),), 0.9))
    assert [source for source, cue, _ in found if cue == ["arguing"]] == [["Ana Orsk"]]


def test_who_is_prompted_speaks() -> None:
    text = "The raid failed, prompting the mayor to condemn the plan as a folly."
    content = "the mayor to condemn the plan as a folly"
    raw = Attribution((), (span(text, "prompting"),), (span(text, content),), 0.9)
    assert rows(text, raw) == [(["the mayor"], ["to condemn"], ["the plan as a folly"])]


def test_content_takes_its_quote_marks_in() -> None:
    text = "“We shut it. It stays shut,” Orsk said."
    raw = Attribution((span(text, "Orsk"),), (span(text, "said"),), (span(text, "We shut it."),), 0.9)
    assert rows(text, raw) == [(["Orsk"], ["said"], ["“We shut it. It stays shut,”"])]


def test_a_short_quotation_joins_its_clause() -> None:
    text = "Orsk said he had gone there, but “none of it” helped."
    raw = Attribution((span(text, "Orsk"),), (span(text, "said"),), (span(text, "he had gone there"),), 0.9)
    assert rows(text, raw) == [(["Orsk"], ["said"], ["he had gone there, but “none of it”"])]


def test_a_quotation_runs_on_over_paragraphs() -> None:
    text = "“The port is shut,” Orsk said. “We had no choice.\n“It was a hard winter.”"
    raw = Attribution((span(text, "Orsk"),), (span(text, "said"),), (span(text, "“The port is shut,”"),), 0.9)
    ((_, _, content),) = rows(text, raw)
    assert content == ["“The port is shut,”", "“We had no choice.", "“It was a hard winter.”"]


def test_who_is_accused_is_no_source() -> None:
    text = "The Front has been blamed for the raid."
    raw = Attribution(
        (span(text, "The Front"),), (span(text, "has been blamed for"),), (span(text, "the raid"),), 0.9
    )
    assert rows(text, raw) == [([], ["has been blamed for"], ["the raid"])]


def test_a_body_speaks_not_its_leader() -> None:
    text = "The Press Bureau (PB), led by Bron Tarsk, rejected these claims."
    raw = Attribution(
        (span(text, "Bron Tarsk"),), (span(text, "rejected"),), (span(text, "these claims"),), 0.9
    )
    assert rows(text, raw)[0][0] == ["The Press Bureau (PB), led by Bron Tarsk,"]


def test_a_dateline_speaks_no_words() -> None:
    text = "NAIROBI: The port is shut."
    raw = Attribution((span(text, "NAIROBI"),), (span(text, ":"),), (span(text, "The port is shut."),), 0.9)
    assert rows(text, raw) == []


def test_reported_words_end_with_their_paragraph() -> None:
    text = "Orsk said the port was shut\nTarsk came later."
    content = span(text, "the port was shut\nTarsk came")
    raw = Attribution((span(text, "Orsk"),), (span(text, "said"),), (content,), 0.9)
    assert rows(text, raw) == [(["Orsk"], ["said"], ["the port was shut"])]


def test_a_quotation_goes_to_the_cue_in_its_sentence() -> None:
    text = "“The port is shut,” Orsk said. She waited.\nShe continued, “It was a hard winter for us.”"
    first = Attribution(
        (span(text, "Orsk"),),
        (span(text, "said"),),
        (span(text, "“The port is shut,”"), span(text, "“It was a hard winter for us.”")),
        0.9,
    )
    second = Attribution(
        (Span(text.rindex("She"), text.rindex("She") + 3, "She"),),
        (span(text, "continued"),),
        (span(text, "“It was a hard winter for us.”"),),
        0.8,
    )
    assert [content for _, _, content in rows(text, first, second)] == [
        ["“The port is shut,”"],
        ["“It was a hard winter for us.”"],
    ]


def test_one_cue_one_attribution() -> None:
    text = "Orsk also rejected the notion."
    content = (span(text, "the notion"),)
    found = rows(
        text,
        Attribution((span(text, "Orsk"),), (span(text, "also rejected"),), content, 0.9),
        Attribution((), (span(text, "rejected"),), content, 0.5),
    )
    assert found == [(["Orsk"], ["also rejected"], ["the notion"])]


def test_repair_is_stable() -> None:
    text = " ".join(row[0] for row in MISSED)
    once = repair_attributions(text, [])
    assert repair_attributions(text, once) == once


def test_a_tag_has_the_words_of_its_own_sentence() -> None:
    text = (
        "ORSK, March 4 (NW) — The port was shut at noon, the mayor said. Nine men were lost, Ana Orsk added."
    )
    raw = Attribution(
        (span(text, "the mayor"),), (span(text, "said"),), (span(text, "Nine men were lost"),), 0.9
    )
    assert (["the mayor"], ["said"], ["The port was shut at noon"]) in rows(text, raw)


def test_a_second_verb_of_saying_parts_the_content() -> None:
    text = "Orsk said that nine men were still held and called on Sundmark to let them go home."
    content = "that nine men were still held and called on Sundmark to let them go home"
    raw = Attribution((span(text, "Orsk"),), (span(text, "said"),), (span(text, content),), 0.9)
    assert rows(text, raw) == [
        (["Orsk"], ["said"], ["that nine men were still held"]),
        (["Orsk"], ["called on"], ["Sundmark to let them go home"]),
    ]


def test_an_accusation_has_all_its_deeds() -> None:
    text = "Orsk accused the guards of beating them and hiding their letters."
    raw = Attribution(
        (span(text, "Orsk"),), (span(text, "accused"),), (span(text, "the guards of beating them"),), 0.9
    )
    assert rows(text, raw) == [
        (["Orsk"], ["accused"], ["the guards of beating them and hiding their letters"])
    ]


def test_who_is_asked_does_not_speak() -> None:
    text = "Asked whether the port was shut, Orsk said it was."
    raw = Attribution(
        (span(text, "Orsk"),), (span(text, "Asked"),), (span(text, "whether the port was shut"),), 0.9
    )
    assert [source for source, cue, _ in rows(text, raw) if cue == ["Asked"]] == [[]]


def test_who_answers_questions_does_not_say_what_they_hold() -> None:
    text = "“We rest,” Orsk said, answering questions about the burnt pier."
    raw = Attribution(
        (span(text, "Orsk"),),
        (span(text, "answering questions about"),),
        (span(text, "the burnt pier"),),
        0.9,
    )
    assert [source for source, cue, _ in rows(text, raw) if cue == ["answering questions about"]] == [[]]


@pytest.mark.parametrize(("cue", "kept"), [("said", False), ("denied", True)])
def test_words_that_say_nothing(cue: str, kept: bool) -> None:
    text = f"Orsk {cue} that."
    raw = Attribution((span(text, "Orsk"),), (span(text, cue),), (span(text, "that"),), 0.9)
    assert bool(rows(text, raw)) is kept


def test_a_dateline_is_no_speech() -> None:
    text = "CRAY: Nine men were lost at sea, harbour sources told the Coast Wire."
    heading = Attribution(
        (span(text, "CRAY"),), (span(text, ":"),), (span(text, "Nine men were lost at sea"),), 0.7
    )
    content = span(text, "CRAY: Nine men were lost at sea")
    told = Attribution((span(text, "harbour sources"),), (span(text, "told"),), (content,), 0.9)
    assert rows(text, heading, told) == [(["harbour sources"], ["told"], ["Nine men were lost at sea"])]


@pytest.mark.parametrize("cue", ["said", "told"])
def test_a_source_that_opens_its_sentence(cue: str) -> None:
    text = f"Orsk {cue}. And then it rained."
    raw = Attribution((span(text, "Orsk"),), (span(text, cue),), (span(text, "And then it rained."),), 0.9)
    assert rows(text, raw) == [(["Orsk"], [cue], ["And then it rained."])]


def test_spans_that_hold_no_word_are_passed_over() -> None:
    text = "Orsk said it was shut"
    tail = Span(len(text) - 2, len(text), text[-2:])
    raw = Attribution((tail,), (tail,), (span(text, "it was shut"),), 0.9)
    assert rows(text, raw) == [([], [], ["it was shut"])]


def test_a_lede_that_begins_in_the_headline_keeps_its_words() -> None:
    text = "Raid on Dorn harbour\n\nTwo ships burnt out at Dorn on Monday, the navy said."
    whole = text[: text.index(", the navy")]
    found = rows(
        text, Attribution((span(text, "the navy"),), (span(text, "said"),), (span(text, whole),), 0.9)
    )
    assert found == [(["the navy"], ["said"], ["Two ships burnt out at Dorn on Monday"])]
