"""Whom the names, titles and pronouns of invented reports stand for."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.core.reading import EntityKind
from sayso.core.span import Span
from sayso.read.entities import EntityIndex, find_entities
from sayso.read.spans import Attribution, NamedSpan

PERSON, BODY, PLACE, OTHER = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.PLACE,
    EntityKind.OTHER,
)


def spans_of(text: str, words: str) -> list[Span]:
    return [Span(m.start(), m.end(), m.group()) for m in re.finditer(re.escape(words), text)]


def tag(text: str, **kinds: str) -> list[NamedSpan]:
    """Names marked wherever they stand: person="Ana Orsk|Orsk"."""
    table = {"person": PERSON, "body": BODY, "place": PLACE, "other": OTHER}
    return [
        NamedSpan(Span(m.start(), m.end(), m.group()), table[kind], 0.9)
        for kind, words in kinds.items()
        for m in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text)
    ]


def said(text: str, source: str, content: str, at: int = 0) -> Attribution:
    return Attribution((spans_of(text, source)[at],), (), (spans_of(text, content)[0],), 0.9)


def speaker(index: EntityIndex, attribution: Attribution) -> str | None:
    found = index.speaker_of(attribution.source)
    return next((entity.name for entity in index.entities if entity.id == found), None)


def entity_at(index: EntityIndex, words: str, nth: int = 0) -> str | None:
    found = [mention for mention in index.mentions if mention.span.exact == words][nth]
    return next((entity.name for entity in index.entities if entity.id == found.entity), None)


def test_surname_joins_its_full_name() -> None:
    text = "Velm spoke first. Harbour minister Carla Velm was late. Velm’s aides waited."
    index = find_entities(text, tag(text, person="Carla Velm|Velm"), [])
    person = next(
        entity for entity in index.entities if entity.kind is PERSON and entity.name == "Carla Velm"
    )
    assert person.aliases == ("Velm",)
    assert person.role == "Harbour minister"
    assert {m.span.exact for m in index.mentions if m.entity == person.id} == {"Velm", "Carla Velm"}


def test_acronym_in_brackets_joins_its_full_name() -> None:
    text = "The Tarn-i-Veltria League (TVL) struck. The TVL fled."
    index = find_entities(text, tag(text, other="Tarn-i-Veltria", body="TVL"), [])
    assert [(entity.name, entity.aliases) for entity in index.entities] == [
        ("Tarn-i-Veltria League", ("TVL",))
    ]


def test_adjective_tagged_apart_belongs_to_the_name() -> None:
    text = "The Kenyan Front met. The Front left."
    index = find_entities(text, tag(text, body="Front", other="Kenyan"), [])
    front = next(entity for entity in index.entities if entity.kind is BODY)
    assert (front.name, front.aliases) == ("Kenyan Front", ("Front",))


def test_the_minister_is_the_one_introduced_last() -> None:
    text = (
        "Harbour Minister Carla Velm warned of war. Velm said the fleet was ready. She met officers.\n"
        "Finance Minister Bron Tarsk wrote on Tuesday that money was short.\n"
        "“We thank our friends. It is enough,” the minister wrote.\n"
        "The harbour minister said the talks were over."
    )
    statements = [
        said(text, "Finance Minister Bron Tarsk", "money was short"),
        said(text, "the minister", "“We thank our friends. It is enough,”"),
        said(text, "The harbour minister", "the talks were over"),
    ]
    index = find_entities(text, tag(text, person="Carla Velm|Velm|Bron Tarsk"), statements)
    assert [speaker(index, s) for s in statements] == ["Bron Tarsk", "Bron Tarsk", "Carla Velm"]
    assert entity_at(index, "We") == "Bron Tarsk"


def test_two_spellings_of_an_office_are_one() -> None:
    text = "Defence Minister Ana Orsk spoke. Trade Minister Ivo Lint listened. The defense minister left."
    index = find_entities(text, tag(text, person="Ana Orsk|Ivo Lint"), [])
    assert entity_at(index, "The defense minister") == "Ana Orsk"


def test_he_is_the_leader_of_the_body_that_spoke() -> None:
    text = (
        "Front spokesman Ivo Lint accused the navy of raids.\n"
        "The Naval Press Bureau (NPB), led by Captain Bron Tarsk, refuted these claims. He said no ship had sailed."
    )
    statements = [
        said(text, "Front spokesman Ivo Lint", "raids"),
        said(text, "The Naval Press Bureau (NPB), led by Captain Bron Tarsk", "these claims"),
        said(text, "He", "no ship had sailed"),
    ]
    names = tag(text, person="Ivo Lint|Bron Tarsk", body="Front|Naval Press Bureau|NPB")
    index = find_entities(text, names, statements)
    assert [speaker(index, s) for s in statements] == ["Ivo Lint", "Naval Press Bureau", "Bron Tarsk"]


def test_pronouns_in_a_quotation() -> None:
    text = "Ana Orsk met Carla Velm. “I trust her, and she trusts us,” Orsk said."
    statement = said(text, "Orsk", "“I trust her, and she trusts us,”", at=1)
    index = find_entities(text, tag(text, person="Ana Orsk|Orsk|Carla Velm"), [statement])
    assert [entity_at(index, word) for word in ("I", "us")] == ["Ana Orsk", "Ana Orsk"]
    assert [entity_at(index, word) for word in ("her", "she")] == ["Carla Velm", "Carla Velm"]


def test_gender_of_a_title_decides() -> None:
    text = "Spokeswoman Robin Lint met Mr. Sasha Velm. He said it rained. She said it snowed."
    statements = [said(text, "He", "it rained"), said(text, "She", "it snowed")]
    index = find_entities(text, tag(text, person="Robin Lint|Sasha Velm"), statements)
    assert [speaker(index, s) for s in statements] == ["Sasha Velm", "Robin Lint"]


def test_nameless_sources_are_named_by_their_words() -> None:
    text = "Security sources said it was over. According to aides familiar with the plan during the talks, it was not."
    statements = [
        said(text, "Security sources", "it was over"),
        said(text, "aides familiar with the plan during the talks", "it was not"),
    ]
    index = find_entities(text, [], statements)
    assert [speaker(index, s) for s in statements] == ["Security sources", "aides familiar with the plan"]


def test_a_capital_that_speaks_is_its_country() -> None:
    text = "Kenya closed the port. Nairobi insists that it had no choice. It rained in Nairobi."
    statement = said(text, "Nairobi", "that it had no choice")
    index = find_entities(text, tag(text, place="Kenya|Nairobi"), [statement])
    assert speaker(index, statement) == "Kenya"
    assert next(e for e in index.entities if e.name == "Kenya").aliases == ("Nairobi",)
    assert entity_at(index, "Nairobi", 1) == "Nairobi"


def test_the_ministry_and_the_regime() -> None:
    text = "The Ministry of Tides met the Grey Front. The Grey Front regime sat. “Both must talk,” the ministry said."
    statement = said(text, "the ministry", "“Both must talk,”")
    index = find_entities(text, tag(text, body="Ministry of Tides|Grey Front"), [statement])
    assert speaker(index, statement) == "Ministry of Tides"
    assert entity_at(index, "The Grey Front regime") == "Grey Front"


def test_a_speaker_that_was_not_tagged_is_a_name() -> None:
    text = "Bron Tarsk said it would do. Tarsk smiled."
    statement = said(text, "Bron Tarsk", "it would do")
    index = find_entities(text, [], [statement])
    assert speaker(index, statement) == "Bron Tarsk"


def test_spans_outside_the_text_are_passed_over() -> None:
    stray = Span(50, 60, "x" * 10)
    index = find_entities(
        "Short.", [NamedSpan(stray, PERSON, 1.0)], [Attribution((stray,), (), (stray,), 1.0)]
    )
    assert index.entities == ()


WORDS = st.sampled_from(
    ["Ana", "Orsk", "the", "minister", "he", "They", "said", "“", "”", '"', ",", ".", "\n", "’s", "(AO)", "it", "of",
     "ministry", "who", "Kenya", "\u202e", "\x00", "İ", "ß", "and", "Nairobi", "spokesman", "that", "İİ", "-", "…"]
)  # fmt: skip


@given(words=st.lists(WORDS, max_size=60), cuts=st.lists(st.integers(0, 250), max_size=24), gap=st.booleans())
def test_any_text_and_spans(words: list[str], cuts: list[int], gap: bool) -> None:
    text = (" " if gap else "").join(words)
    spans = [Span(a, b, text[a:b]) for a, b in pairwise(cuts) if a < b <= len(text)]
    named = [NamedSpan(span, kind, 0.5) for span, kind in zip(spans, list(EntityKind) * 6, strict=False)]
    statements = [Attribution((a,), (), (b,), 0.5) for a, b in pairwise(spans)]
    index = find_entities(text, named, statements)
    known = {entity.id for entity in index.entities}
    for mention in index.mentions:
        assert text[mention.span.start : mention.span.end] == mention.span.exact
        assert mention.entity is None or mention.entity in known
    assert all(entity.name for entity in index.entities)
    assert set(index.speakers.values()) <= known


@given(st.text(max_size=200))
def test_any_characters(text: str) -> None:
    assert find_entities(text, [], []).layout.text == text


def test_a_peoples_adjective_is_its_land() -> None:
    text = "Veltria closed the port. Veltrian boats stayed out. She told Ana Orsk that Dorran was next."
    index = find_entities(text, tag(text, person="Veltria|Ana Orsk", place="Veltrian|Dorran"), [])
    assert entity_at(index, "Veltrian") == "Veltria"
    assert {e.kind for e in index.entities if e.name == "Veltria"} == {PLACE}


def test_who_bears_an_office_is_a_person() -> None:
    text = "On the quay Bela Tarn, the transport minister, was waiting. The minister said it was late."
    content = said(text, "The minister", "it was late")
    assert speaker(find_entities(text, tag(text, body="Bela Tarn"), [content]), content) == "Bela Tarn"


def test_whose_guards_they_are() -> None:
    text = "Veltria was late. Its border guards said that it rained."
    content = said(text, "Its border guards", "that it rained")
    index = find_entities(text, tag(text, place="Veltria"), [content])
    assert "veltria" in index.sides[index.speaker_of(content.source) or ""]


def test_a_body_is_known_by_the_head_of_its_description() -> None:
    text = "Nine were hurt, according to the district hospital in Cray."
    content = said(text, "the district hospital in Cray", "Nine were hurt")
    (body,) = [e for e in find_entities(text, tag(text, place="Cray"), [content]).entities if e.kind is BODY]
    assert (body.name, body.aliases) == ("district hospital in Cray", ("district hospital",))


def test_the_only_company_of_the_report() -> None:
    text = "Tarn Water Works shut the gate. It rained. Snow fell. The company said that it was calm."
    content = said(text, "The company", "that it was calm")
    assert (
        speaker(find_entities(text, tag(text, body="Tarn Water Works"), [content]), content)
        == "Tarn Water Works"
    )


def test_who_is_among_them_speaks_for_them() -> None:
    text = "The villagers came down. Several of them said that it rained."
    content = said(text, "Several of them", "that it rained")
    assert speaker(find_entities(text, [], [content]), content) == "villagers"


def test_a_name_that_is_only_a_suffix_is_a_name() -> None:
    text = "Jr said so. III agreed."
    named = [
        NamedSpan(Span.of(text, 0, 2), EntityKind.PERSON, 1.0),
        NamedSpan(Span.of(text, 12, 15), EntityKind.PERSON, 1.0),
    ]
    assert {m.span.exact for m in find_entities(text, named, []).mentions} >= {"Jr", "III"}


def test_whoever_has_an_honorific_is_no_country() -> None:
    text = "Senator Carla Chad spoke. Later Ms. Chad left."
    index = find_entities(text, tag(text, person="Carla Chad|Chad"), [])
    assert [(entity.name, entity.aliases) for entity in index.entities] == [("Carla Chad", ("Chad",))]


def test_a_surname_joins_a_name_with_a_suffix() -> None:
    text = "Davit Ombele Jr. spoke. Mr. Ombele left."
    index = find_entities(text, tag(text, person="Davit Ombele Jr|Ombele"), [])
    assert len(index.entities) == 1


def test_who_is_named_before_a_quotation_in_its_paragraph_speaks_it() -> None:
    text = (
        "“The quay stays shut,” Davit Ombele said.\n\n"
        "That did not satisfy Pavle Grun. “We shall see,” he said."
    )
    first = said(text, "Davit Ombele", "“The quay stays shut,”")
    spans = spans_of(text, "he")
    second = Attribution((spans[-1],), (), (spans_of(text, "“We shall see,”")[0],), 0.9)
    index = find_entities(text, tag(text, person="Davit Ombele|Pavle Grun"), [first, second])
    assert speaker(index, second) == "Pavle Grun"


def test_no_child_is_nobody_whom_he_means() -> None:
    text = "The rule holds, Davit Ombele said. No child may swim, he added."
    first, second = said(text, "Davit Ombele", "The rule holds"), said(text, "he", "No child may swim", at=-1)
    index = find_entities(text, tag(text, person="Davit Ombele"), [first, second])
    assert speaker(index, second) == "Davit Ombele"


def test_a_body_with_the_honorific_and_surname_of_somebody_is_a_person() -> None:
    text = "Davit Ombele spoke first. Justice Ombele left."
    index = find_entities(text, tag(text, person="Davit Ombele", body="Justice Ombele"), [])
    assert [entity.name for entity in index.entities] == ["Davit Ombele"]


def test_an_office_of_several_words_is_its_only_holders_wherever_he_is_named() -> None:
    text = "Harbour minister: pier stays\n\nThe pier stays, Harbour Minister Ana Orsk said. A poll is due in May, too."
    first = said(text, "Harbour minister", "pier stays")
    index = find_entities(text, tag(text, person="Ana Orsk"), [first])
    assert speaker(index, first) == "Ana Orsk"


def test_a_spokesman_speaks_for_the_body_that_spoke_by_its_noun() -> None:
    text = "Four were hurt at Lumm Oil, the company said. “We are sorry,” a spokesman said."
    sources = [
        said(text, "the company", "Four were hurt at Lumm Oil"),
        said(text, "a spokesman", "“We are sorry,”"),
    ]
    index = find_entities(text, tag(text, body="Lumm Oil"), sources)
    assert [speaker(index, source) for source in sources] == ["Lumm Oil", "Lumm Oil"]
