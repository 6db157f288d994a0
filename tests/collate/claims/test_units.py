from collections.abc import Callable
from dataclasses import replace

from sayso.collate.claims.units import Unit, make_units
from sayso.collate.entities import join_entities
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act, EntityKind, Statement

MakeRead = Callable[..., ReadArticle]
MakeStatement = Callable[..., Statement]


def _units(read: ReadArticle) -> list[Unit]:
    return make_units(read, join_entities([read], {read.reading.id: 0}))


def test_an_own_sentence_that_reports_is_somebodys_word(make_read: MakeRead) -> None:
    (one,) = _units(
        make_read("a", "The mayor of Brenn confirmed on Friday that the ferry had sunk off the quay.")
    )
    assert one.statement is None
    assert one.is_reported
    (other,) = _units(make_read("a", "The ferry had sunk off the lower quay on Friday."))
    assert not other.is_reported


def test_a_passage_in_which_a_speaker_goes_on_tells_how_sure_that_is(make_read: MakeRead) -> None:
    read = make_read("a", "Repairs of the lower quay would cost four million.")
    (own,) = read.reading.propositions
    for chance, is_reported, told in ((0.7, True, 0.7), (0.3, False, None)):
        reading = replace(read.reading, propositions=(replace(own, told=chance),))
        (unit,) = _units(replace(read, reading=reading))
        assert (unit.is_reported, unit.told) == (is_reported, told)


def test_negation_and_denial(make_read: MakeRead, statement: MakeStatement) -> None:
    text = "The navy denied that its boats fired. The navy said its boats never left port."
    denied = statement(text, 1, "The navy", "denied", "that its boats fired", speaker=None, act=Act.DENY)
    said = statement(text, 2, "The navy", "said", "its boats never left port", speaker=None, act=Act.DENY)
    first, second = _units(make_read("a", text, statements=[denied, said]))
    assert (first.is_denied, first.is_negative, first.denies) == (True, False, True)
    assert (second.is_denied, second.is_negative, second.denies) == (False, True, True)


def test_waving_threats_off_as_bluster_denies_nothing(make_read: MakeRead, statement: MakeStatement) -> None:
    text = "The captain dismissed the threats as mere bluster."
    said = statement(
        text, 1, "The captain", "dismissed", "the threats as mere bluster", speaker=None, act=Act.DENY
    )
    (unit,) = _units(make_read("a", text, statements=[said]))
    assert not unit.is_denied


def test_numbers_are_read_in_words_and_digits(make_read: MakeRead) -> None:
    (unit,) = _units(make_read("a", "Fourteen boats and 3 barges were lost near the lower quay."))
    assert unit.numbers == {14, 3}


def test_what_was_asked_is_no_unit(make_read: MakeRead, statement: MakeStatement) -> None:
    text = "He was asked whether the boats had fired on the quay."
    asked = statement(
        text, 1, "", "asked", "whether the boats had fired on the quay", speaker=None, act=Act.QUESTION
    )
    assert _units(make_read("a", text, statements=[asked])) == []


def test_countries_count_by_their_code(make_read: MakeRead) -> None:
    (unit,) = _units(
        make_read("a", "Kenyan boats left port on Friday.", entities=[("Kenyan", EntityKind.OTHER, ())])
    )
    assert "KE" in unit.names
