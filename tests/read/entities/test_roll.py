"""Which mentions of invented reports are listed, in which form."""

from sayso.core.reading import EntityKind, MentionForm
from sayso.core.span import Span
from sayso.read.entities import EntityIndex, find_entities
from sayso.read.spans import Attribution, NamedSpan


def span(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


def person(text: str, words: str, nth: int = 0) -> NamedSpan:
    return NamedSpan(span(text, words, nth), EntityKind.PERSON, 0.9)


def forms(index: EntityIndex) -> dict[str, MentionForm]:
    return {mention.span.exact: mention.form for mention in index.mentions}


def test_forms_of_mentions() -> None:
    text = "The mayor of Tarn, Ana Orsk, was late. She smiled. Orsk left."
    named = [person(text, "Ana Orsk"), person(text, "Orsk", 1)]
    mentions = [person(text, "The mayor of Tarn, Ana Orsk"), *named, person(text, "She")]
    found = forms(find_entities(text, named, [], mentions=mentions))
    assert found["Ana Orsk"] is found["Orsk"] is MentionForm.NAME
    assert found["She"] is MentionForm.PRONOUN


def test_a_sentence_by_itself_lists_names_alone() -> None:
    text = "Ana Orsk said that she was late"
    named = [person(text, "Ana Orsk")]
    index = find_entities(text, named, [], mentions=[*named, person(text, "she")])
    assert forms(index) == {"Ana Orsk": MentionForm.NAME}


def test_what_is_mentioned_once_is_not_listed() -> None:
    text = "A ferryman waved. It rained. Ana Orsk was late."
    named = [person(text, "Ana Orsk")]
    index = find_entities(text, named, [], mentions=[*named, person(text, "A ferryman")])
    assert forms(index) == {"Ana Orsk": MentionForm.NAME}


def test_who_speaks_is_an_entity() -> None:
    text = "A ferryman said that rain fell. Ana Orsk was late."
    said = Attribution((span(text, "A ferryman"),), (), (span(text, "that rain fell"),), 0.9)
    index = find_entities(text, [person(text, "Ana Orsk")], [said])
    assert forms(index) == {"Ana Orsk": MentionForm.NAME}
    assert [entity.name for entity in index.entities if entity.id == index.speaker_of(said.source)] == [
        "ferryman"
    ]


def test_a_name_stands_as_the_encoder_marked_it() -> None:
    text = "They met at The Quay. The Quay was calm."
    named = [NamedSpan(span(text, "The Quay", nth), EntityKind.PLACE, 0.9) for nth in (0, 1)]
    index = find_entities(text, named, [])
    assert [m.span.exact for m in index.mentions if m.form is MentionForm.NAME] == ["The Quay", "The Quay"]
    assert len({m.entity for m in index.mentions}) == 1


def test_a_country_is_no_pronoun() -> None:
    text = "Boats left the US on Monday. The US was calm. It let us go."
    named = [NamedSpan(span(text, "US", nth), EntityKind.PLACE, 0.9) for nth in (0, 1)]
    index = find_entities(text, named, [])
    assert [m.entity is not None for m in index.mentions if m.span.exact == "US"] == [True, True]
