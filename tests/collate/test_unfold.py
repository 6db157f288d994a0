from collections.abc import Callable
from dataclasses import replace

from sayso.collate.unfold import unfold
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act, Form, Proposition, Statement
from sayso.core.span import Span

MakeRead = Callable[..., ReadArticle]
CUT = "“Never,” Ana Orsk said. “We will appeal in May.”"
ONE = "“Never,” Ana Orsk said, “will we sell the pier.”"


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def _said(text: str, *content: str, own: str = "s1", cue: str = "said") -> Statement:
    spans = tuple(_span(text, words) for words in content)
    return Statement(own, Form.DIRECT, (), (_span(text, cue),), spans, "e1", (), Act.ASSERT, None)


def _read(
    make_read: MakeRead, text: str, *statements: Statement, told: Proposition | None = None
) -> ReadArticle:
    read = make_read("r1", text)
    propositions = tuple(
        replace(
            p, statement=next((s.id for s in statements if any(c.overlaps(p.span) for c in s.content)), None)
        )
        for p in read.reading.propositions
    )
    if told is not None:
        propositions = (told,)
    return replace(read, reading=replace(read.reading, statements=statements, propositions=propositions))


def test_a_quotation_cut_between_two_sentences_is_two_statements(make_read: MakeRead) -> None:
    read = _read(make_read, CUT, _said(CUT, "“Never,”", "“We will appeal in May.”"))
    first, second = unfold(read).reading.statements
    assert [s.exact for s in first.content] == ["“Never,”"]
    assert [s.exact for s in second.content] == ["“We will appeal in May.”"]
    assert (first.id, second.id) == ("s1", "s1.2")
    assert first.cue == second.cue
    assert second.speaker == "e1"


def test_a_sentence_that_its_tag_cuts_stays_whole(make_read: MakeRead) -> None:
    read = _read(make_read, ONE, _said(ONE, "“Never,”", "“will we sell the pier.”"))
    assert unfold(read) is read


def test_propositions_go_with_the_part_that_holds_them(make_read: MakeRead) -> None:
    statement = _said(CUT, "“Never,”", "“We will appeal in May.”")
    held = Proposition(_span(CUT, "We will appeal in May"), "s1")
    read = _read(make_read, CUT, statement, told=held)
    assert [p.statement for p in unfold(read).reading.propositions] == ["s1.2"]


def test_what_is_told_within_a_part_names_that_part(make_read: MakeRead) -> None:
    text = "“Never,” Ana Orsk said. “The owner claimed that it was sold.”"
    outer = _said(text, "“Never,”", "“The owner claimed that it was sold.”")
    inner = replace(_said(text, "it was sold", own="s2", cue="claimed"), within="s1")
    statements = unfold(_read(make_read, text, outer, inner)).reading.statements
    assert {s.id: s.within for s in statements} == {"s1": None, "s1.2": None, "s2": "s1.2"}


def test_a_known_speaker_who_surely_goes_on_has_a_statement(make_read: MakeRead) -> None:
    text = "The pier was shut, Ana Orsk said. It would open in May."
    held = Proposition(_span(text, "It would open in May."), None, told=0.9, speaker="e1")
    read = _read(make_read, text, _said(text, "The pier was shut"), told=held)
    last = unfold(read).reading.statements[-1]
    assert (last.speaker, last.cue, last.confidence) == ("e1", (), 0.9)
    assert last.content[0].exact == "It would open in May."


def test_who_may_go_on_or_is_not_known_has_none(make_read: MakeRead) -> None:
    text = "The pier was shut, Ana Orsk said. It would open in May."
    for chance, speaker in ((0.6, "e1"), (0.9, None)):
        held = Proposition(_span(text, "It would open in May."), None, told=chance, speaker=speaker)
        read = _read(make_read, text, _said(text, "The pier was shut"), told=held)
        assert len(unfold(read).reading.statements) == 1


def test_unfolding_again_changes_nothing(make_read: MakeRead) -> None:
    text = CUT + " It would be costly."
    held = Proposition(_span(text, "It would be costly."), None, told=0.9, speaker="e1")
    once = unfold(_read(make_read, text, _said(text, "“Never,”", "“We will appeal in May.”"), told=held))
    assert unfold(once) is once or unfold(once).reading == once.reading
