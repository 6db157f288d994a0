"""Statements of invented reports: speaker, form, channel, act and date."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.reading import Act, EntityKind, Form, Statement
from sayso.core.span import Date, Grain, Span
from sayso.read.entities import find_entities
from sayso.read.spans import Attribution, NamedSpan
from sayso.read.statements import make_statements, repair_attributions

KINDS = {
    EntityKind.PERSON: "Ana Orsk|Orsk|Bron Tarsk|Tarsk",
    EntityKind.ORGANISATION: "Grey Front|Northern News|Coast Wire",
    EntityKind.PLACE: "Veltria|Sundmark",
}


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def one(text: str, words: str) -> tuple[Span, ...]:
    return (span(text, words),) if words else ()


def names(text: str) -> list[NamedSpan]:
    return [
        NamedSpan(Span(m.start(), m.end(), m.group()), kind, 0.9)
        for kind, words in KINDS.items()
        for m in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text)
    ]


def read(
    text: str, *rows: tuple[str, str, str], dates: tuple[Date, ...] = ()
) -> tuple[list[Statement], dict[str | None, str]]:
    """The statements of rows of source, cue and content, and the names of the entities."""
    raw = [Attribution(one(text, a), one(text, b), one(text, c), 0.9) for a, b, c in rows]
    attributions = repair_attributions(text, raw)
    index = find_entities(text, names(text), attributions)
    statements = make_statements(text, attributions, index, dates)
    return list(statements), {entity.id: entity.name for entity in index.entities}


ACTS = [
    ("Ana Orsk said the harbour was open.", "said", "the harbour was open", Act.ASSERT),
    ("Orsk accused the Grey Front of shelling the port.", "accused", "the Grey Front of shelling the port", Act.ACCUSE),
    ("Orsk said the Grey Front had shelled the port.", "said", "the Grey Front had shelled the port", Act.ACCUSE),
    ("Orsk said Grey Front men were killed at the port.", "said", "Grey Front men were killed at the port", Act.ASSERT),
    ("Orsk stated that the Grey Front refused to sign.", "stated", "that the Grey Front refused to sign", Act.ACCUSE),
    ("Orsk rejected the allegations.", "rejected", "the allegations", Act.DENY),
    ("Orsk urged the Grey Front to stop.", "urged", "the Grey Front to stop", Act.DEMAND),
    ("Orsk said the Grey Front must leave.", "said", "the Grey Front must leave", Act.DEMAND),
    ("“Hope should remain,” Orsk said.", "said", "“Hope should remain,”", Act.ASSERT),
    ("Orsk said any raid will be met with force.", "said", "any raid will be met with force", Act.THREATEN),
    ("Orsk warned that more raids would cost them.", "warned", "that more raids would cost them", Act.THREATEN),
    ("Orsk warned that floods were near.", "warned", "that floods were near", Act.ASSERT),
    ("Orsk vowed to rebuild the pier.", "vowed", "to rebuild the pier", Act.PROMISE),
    ("Orsk vowed to retaliate.", "vowed", "to retaliate", Act.THREATEN),
    ("“Which law allows this?” Orsk said.", "said", "“Which law allows this?”", Act.QUESTION),
    ("Orsk asked which law allowed it.", "asked", "which law allowed it", Act.QUESTION),
    ("Orsk asked the crowd to go home.", "asked", "the crowd to go home", Act.DEMAND),
    ("Orsk praised the fishermen.", "praised", "the fishermen", Act.PRAISE),
    ("“We thank our friends in Sundmark,” Orsk said.", "said", "“We thank our friends in Sundmark,”", Act.PRAISE),
    ("Orsk spoke of threats that they would retaliate.", "spoke of", "threats that they would retaliate", Act.ASSERT),
    ("Orsk declined to praise the plan.", "declined to praise", "the plan", Act.ASSERT),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "act"), ACTS)
def test_act(text: str, cue: str, content: str, act: Act) -> None:
    source = "Ana Orsk" if text.startswith("Ana") else "Orsk"
    (statement,), _ = read(text, (source, cue, content))
    assert statement.act is act


QUARREL = "Sundmark accused Veltria of shelling Cray. Veltria denied the charge."
SIDES = [
    # whoever speaks for a side of a quarrel accuses the other by telling its deeds, its people's adjective included
    ("Sundmark’s minister Ana Orsk said Veltrian guns hit the pier.", "Veltrian guns hit the pier", Act.ACCUSE),
    ("Sundmark’s minister Ana Orsk said shells fell on the pier.", "shells fell on the pier", Act.ACCUSE),
    ("Sundmark’s minister Ana Orsk said Veltria had moved the buoys.", "Veltria had moved the buoys", Act.ACCUSE),
    ("Sundmark’s minister Ana Orsk said Veltria had agreed to talks.", "Veltria had agreed to talks", Act.ASSERT),
    ("Sundmark’s minister Ana Orsk said Veltria was told of it twice.", "Veltria was told of it twice", Act.ACCUSE),
    ("Doctor Ana Orsk said nine people were killed.", "nine people were killed", Act.ASSERT),
    ("Doctor Ana Orsk said shells fell on the pier.", "shells fell on the pier", Act.ASSERT),
    # who is accused denies by negating the deed, in whatever words
    ("Veltria’s minister Ana Orsk said there was no shelling.", "there was no shelling", Act.DENY),
    ("Veltria’s minister Ana Orsk said its boats had fired on no one.", "its boats had fired on no one", Act.DENY),
    ("Veltria’s minister Ana Orsk said the tale was an invention.", "the tale was an invention", Act.DENY),
    ("Veltria’s minister Ana Orsk said if there was no shelling, fine.", "if there was no shelling, fine", Act.ASSERT),
    ("Doctor Ana Orsk said there was no bread.", "there was no bread", Act.ASSERT),
    # one’s own side will do it, or others will answer for it
    ("Veltria’s minister Ana Orsk said Veltria would open its books.", "Veltria would open its books", Act.PROMISE),
    ("Veltria’s minister Ana Orsk said she would go.", "she would go", Act.PROMISE),
    ("Veltria’s minister Ana Orsk said rain would fall.", "rain would fall", Act.ASSERT),
    ("“Nobody will be asked to pay,” minister Ana Orsk said.", "“Nobody will be asked to pay,”", Act.PROMISE),
    ("“Whoever did it will pay,” minister Ana Orsk said.", "“Whoever did it will pay,”", Act.THREATEN),
    ("Ana Orsk said anyone who hid it would answer in court.", "anyone who hid it would answer in court", Act.THREATEN),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "act"), SIDES)
def test_act_by_the_side_of_the_speaker(text: str, content: str, act: Act) -> None:
    whole = f"{QUARREL}\n{text}"
    statements, _ = read(
        whole,
        ("Sundmark", "accused", "Veltria of shelling Cray"),
        ("Veltria", "denied", "the charge"),
        ("Ana Orsk", "said", content),
    )
    assert statements[-1].act is act


def test_no_quarrel_no_accusation() -> None:
    text = "Sundmark’s minister Ana Orsk said Veltria had moved the buoys."
    (statement,), _ = read(text, ("Ana Orsk", "said", "Veltria had moved the buoys"))
    assert statement.act is Act.ASSERT


def test_what_answers_an_allegation_denies_it() -> None:
    text = (
        "The Grey Front alleged that Veltria had bombed the village and its civilians.\n"
        "“Civilians are not our target,” Orsk said.\n“We have no hope left,” Orsk added later."
    )
    statements, _ = read(
        text,
        ("The Grey Front", "alleged", "that Veltria had bombed the village and its civilians"),
        ("Orsk", "said", "“Civilians are not our target,”"),
    )
    assert [s.act for s in statements] == [Act.ACCUSE, Act.DENY, Act.ASSERT]


def test_a_participle_goes_on_with_its_verb() -> None:
    text = "Ana Orsk warned that isolation had a price, saying, “It will not take long.”"
    statements, entities = read(
        text, ("Ana Orsk", "warned", "that isolation had a price"), ("", "saying", "“It will not take long.”")
    )
    assert [(entities[s.speaker], s.act) for s in statements] == [("Ana Orsk", Act.THREATEN)] * 2


def test_quotations_that_do_different_things_are_apart() -> None:
    text = "“The talks were long,” Ana Orsk said. “If they attack, we will respond.”"
    statements, _ = read(text, ("Ana Orsk", "said", "“The talks were long,”"))
    assert [(s.act, s.content[0].exact) for s in statements] == [
        (Act.ASSERT, "“The talks were long,”"),
        (Act.THREATEN, "“If they attack, we will respond.”"),
    ]


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("“The port is shut,”", Form.DIRECT),
        ("the port was shut", Form.INDIRECT),
        ("the port was “quite shut”", Form.MIXED),
    ],
)
def test_form(content: str, form: Form) -> None:
    text = f"{content} Ana Orsk said." if content.startswith("“") else f"Ana Orsk said {content}."
    (statement,), _ = read(text, ("Ana Orsk", "said", content))
    assert statement.form is form


CHANNELS = [
    ("“It is shut,” Ana Orsk told Northern News on Monday.", ["Northern News"]),
    ("“It is shut,” Ana Orsk wrote on Telegram.", ["Telegram"]),
    ("“It is shut,” Ana Orsk said in an interview with Northern News.", ["an interview with Northern News"]),
    ("Speaking on Northern News’ Evening Show, Ana Orsk said, “It is shut.”", ["Northern News’ Evening Show"]),
    ("“It is shut,” Ana Orsk wrote on her social media platform X account on Monday.",
     ["her social media platform X account"]),
    ("“It is shut,” Ana Orsk said. Coast Wire reported.", ["Coast Wire"]),
    ("“It is shut,” Ana Orsk said on Monday. (Reuters)", ["Reuters"]),
    ("“It is shut,” Ana Orsk said. The sea was calm. — with inputs from agencies", ["agencies"]),
    ("“It is shut,” Ana Orsk said. (She left.)", []),
    ("“It is shut,” Ana Orsk told the council.", []),
    ("“It is shut,” Ana Orsk said on the pier.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "via"), CHANNELS)
def test_channel(text: str, via: list[str]) -> None:
    content = "“It is shut.”" if "shut.”" in text else "“It is shut,”"
    cue = next(word for word in ("told", "wrote", "said") if word in text)
    statements, _ = read(text, ("Ana Orsk", cue, content))
    assert [found.exact for found in statements[0].via] == via


def test_a_channel_stays_while_he_goes_on() -> None:
    text = "Speaking on Northern News’ Evening Show, Tarsk said, “It is shut.”\nHe added, “It stays shut.”"
    statements, _ = read(text, ("Tarsk", "said", "“It is shut.”"), ("He", "added", "“It stays shut.”"))
    assert statements[1].via == statements[0].via != ()


def test_date_by_the_cue() -> None:
    text = "Ana Orsk said on Tuesday that the port would open on Friday."
    tuesday = Date("XXXX-WXX-2", Grain.DAY, span(text, "Tuesday"))
    friday = Date("XXXX-WXX-5", Grain.DAY, span(text, "Friday"))
    (statement,), _ = read(
        text, ("Ana Orsk", "said", "that the port would open on Friday"), dates=(friday, tuesday)
    )
    assert statement.date == tuesday


def test_a_quotation_alone_is_whoever_spoke_last() -> None:
    text = "“The port is shut,” Ana Orsk said.\n“Nobody will open it again this year.”\nThe sea was calm."
    statements, entities = read(text, ("Ana Orsk", "said", "“The port is shut,”"))
    assert [entities.get(s.speaker) for s in statements] == ["Ana Orsk", "Ana Orsk"]
    assert statements[1].source == ()


def test_a_quoted_sentence_after_reported_words_is_whose_those_are() -> None:
    text = "Ana Orsk denied that the port was shut. “It was open all night for everybody.” The sea was calm."
    statements, entities = read(text, ("Ana Orsk", "denied", "that the port was shut"))
    assert [s.content[0].exact for s in statements][1:] == ["“It was open all night for everybody.”"]
    assert [entities.get(s.speaker) for s in statements] == ["Ana Orsk", "Ana Orsk"]


def test_no_speaker_is_made_up() -> None:
    text = "It was reported that the port was shut."
    (statement,), _ = read(text, ("", "reported", "that the port was shut"))
    assert statement.speaker is None


WORDS = st.sampled_from(
    ["Ana", "Orsk", "said", "“", "”", '"', "‘", "’", ",", ".", "\n", "?", "that", "if", "we", "will", "accused", "of",
     "told", "Northern", "News", "on", "X", "adding", "rejected", "claims", "According", "to", "the", "minister", "İ",
     "prompting", "and", "and urged", "said the", ":", "(", ")", "warning", "’s", "asked", "which", "\u202e", "\x00"]
)  # fmt: skip


@given(
    words=st.lists(WORDS, max_size=70),
    cuts=st.lists(st.integers(0, 300), max_size=30),
    gap=st.sampled_from(["", " "]),
)
def test_any_text_and_spans(words: list[str], cuts: list[int], gap: str) -> None:
    text = gap.join(words)
    spans = [Span(a, b, text[a:b]) for a, b in pairwise(cuts) if a < b]
    raw = [Attribution((a,), (b,), (c, a), 0.5) for a, b, c in zip(spans, spans[1:], spans[2:], strict=False)]
    raw += [Attribution((), (b,), (c,), 0.5) for b, c in pairwise(spans)]
    attributions = repair_attributions(text, raw)
    index = find_entities(text, names(text), attributions)
    statements = make_statements(text, attributions, index, ())
    known = {entity.id for entity in index.entities}
    for statement in statements:
        assert statement.content
        assert statement.speaker is None or statement.speaker in known
        for found in (
            *statement.source,
            *statement.cue,
            *statement.via,
            *statement.addressee,
            *statement.hedges,
        ):
            assert text[found.start : found.end] == found.exact
        assert all(text[found.start : found.end] == found.exact for found in statement.content)
        assert statement.within is None or statement.within in {other.id for other in statements}
    assert len({statement.id for statement in statements}) == len(statements)


@given(st.text(max_size=300))
def test_any_characters(text: str) -> None:
    attributions = repair_attributions(text, [])
    make_statements(text, attributions, find_entities(text, [], attributions), ())


@pytest.mark.parametrize(
    "run", ["“a said ", "Orsk said, ", "'", "“", "according to x, ", "he said that ", "A (B) "]
)
def test_long_runs(run: str) -> None:
    text = run * 3000
    attributions = repair_attributions(text, [])
    statements = make_statements(text, attributions, find_entities(text, names(text), attributions), ())
    assert all(text[s.content[0].start : s.content[0].end] == s.content[0].exact for s in statements)
