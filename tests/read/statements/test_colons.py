from sayso.read.entities.layout import lay_out
from sayso.read.statements.colons import find_colons


def found(text: str) -> list[tuple[str, str, str]]:
    return [(a.source[0].exact, a.cue[0].exact, a.content[0].exact) for a in find_colons(lay_out(text))]


def test_what_follows_a_denial_and_a_colon_is_the_deniers() -> None:
    text = "The ministry denied it: no shell had been fired at the harbour."
    assert found(text) == [("The ministry", "denied", "no shell had been fired at the harbour")]


def test_a_passive_denial_has_its_speaker_after_by() -> None:
    text = "The remark was dismissed by the union: nobody had been paid to march."
    assert found(text) == [("the union", "dismissed", "nobody had been paid to march")]


def test_a_passive_denial_without_a_speaker_gives_nothing() -> None:
    assert found("The claim was rejected: nobody had been paid to march.") == []


def test_a_headline_names_its_speaker_before_or_after_the_colon() -> None:
    body = "\n\nThe talks went on in Ostrel on Monday."
    before = found("Foreign minister: visas will stay suspended" + body)
    assert [(source, content) for source, _, content in before] == [
        ("Foreign minister", "visas will stay suspended")
    ]
    after = found("Envoys of Tarn ‘left without a word’: Orsk" + body)
    assert [(source, content) for source, _, content in after] == [
        ("Orsk", "Envoys of Tarn ‘left without a word’")
    ]


def test_a_headline_about_a_matter_has_no_speaker() -> None:
    assert found("Fire in Ostrel harbour: four ships lost\n\nIt began at night.") == []


def test_a_sentence_without_a_denial_has_no_speaker() -> None:
    assert found("The town has three gates: one of them was shut last spring.") == []
