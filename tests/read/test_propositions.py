from hypothesis import given
from hypothesis import strategies as st

from sayso.core.reading import Act, Form, Statement
from sayso.core.sentences import split_sentences
from sayso.core.span import Span
from sayso.read.propositions import find_propositions


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def _statement(text: str, name: str, source: str, cue: str, *content: str) -> Statement:
    sources = (_span(text, source),) if source else ()
    contents = tuple(_span(text, words) for words in content)
    return Statement(name, Form.INDIRECT, sources, (_span(text, cue),), contents, None, (), Act.ASSERT, None)


def _found(text: str, *statements: Statement) -> list[tuple[str, str | None]]:
    return [(p.span.exact, p.statement) for p in find_propositions(text, statements, split_sentences(text))]


def test_quote_is_cut_by_sentence_without_marks() -> None:
    text = "“We hold the bridge. Nobody crossed it,” Ilvar Stent said."
    quote = _statement(text, "a", "Ilvar Stent", "said", "“We hold the bridge. Nobody crossed it,”")
    assert _found(text, quote) == [("We hold the bridge.", "a"), ("Nobody crossed it", "a")]


def test_own_voice_keeps_a_clause_that_a_statement_leaves() -> None:
    text = "The shelling killed four fishermen, prompting the mayor to call it “a crime against the harbour.”"
    quote = _statement(text, "a", "the mayor", "call", "it “a crime against the harbour.”")
    assert _found(text, quote) == [
        ("The shelling killed four fishermen", None),
        ("it “a crime against the harbour.”", "a"),
    ]


def test_lead_in_to_a_quote_is_no_proposition() -> None:
    text = "Asked whether the harbour had been shelled, she replied: “Nothing of the kind happened.”"
    quote = _statement(text, "a", "she", "replied", "“Nothing of the kind happened.”")
    assert _found(text, quote) == [("Nothing of the kind happened.", "a")]


def test_own_sentence_is_cut_before_a_clause_with_a_verb_only() -> None:
    cut = "Veltria closed both ferry ports on Monday after the talks in Brenn ended without a paper."
    assert [words for words, _ in _found(cut)] == [
        "Veltria closed both ferry ports on Monday",
        "the talks in Brenn ended without a paper.",
    ]
    kept = "Veltria closed both ferry ports on Monday after the failed talks in the town of Brenn."
    assert [words for words, _ in _found(kept)] == [kept]


def test_sentence_that_ties_to_the_one_before_starts_with_its_clause() -> None:
    text = "This comes after Veltrian gunboats shelled the harbour, hitting two warehouses."
    assert _found(text) == [("Veltrian gunboats shelled the harbour, hitting two warehouses.", None)]


def test_statement_within_a_statement_keeps_its_words() -> None:
    text = "The radio said the governor told reporters that no ferry would sail before Friday."
    outer = _statement(
        text, "a", "The radio", "said", "the governor told reporters that no ferry would sail before Friday"
    )
    inner = _statement(text, "b", "the governor", "told", "that no ferry would sail before Friday")
    assert _found(text, outer, inner) == [("no ferry would sail before Friday", "b")]


def test_content_parted_by_its_cue_is_one_where_the_start_is_short() -> None:
    text = "“The bridge,” he said, “will be rebuilt before the winter comes.”"
    quote = _statement(text, "a", "he", "said", "“The bridge,”", "“will be rebuilt before the winter comes.”")
    assert _found(text, quote) == [("The bridge,” he said, “will be rebuilt before the winter comes.", "a")]


def test_headings_and_questions_are_not_own_claims() -> None:
    assert _found("Fears Grow\n\nWho shelled the harbour of Orsk that night?") == []


@given(st.text(alphabet='ab ,.“”"\n’Aé\u202eafter said', max_size=120), st.data())
def test_any_text_and_any_spans(text: str, data: st.DataObject) -> None:
    def span() -> Span | None:
        start = data.draw(st.integers(0, max(0, len(text) - 1)))
        end = data.draw(st.integers(start, len(text)))
        return Span.of(text, start, end) if text[start:end].strip() else None

    statements = []
    for number in range(data.draw(st.integers(0, 3))):
        content = [s for s in (span(), span()) if s]
        cue = span()
        if content:
            statements.append(
                Statement(
                    str(number),
                    Form.MIXED,
                    (),
                    (cue,) if cue else (),
                    tuple(content),
                    None,
                    (),
                    Act.ASSERT,
                    None,
                )
            )
    for found in find_propositions(text, statements, split_sentences(text)):
        assert text[found.span.start : found.span.end] == found.span.exact
        assert any(c.isalnum() for c in found.span.exact) or "_" in found.span.exact
        if found.statement is None:
            parts = [p for s in statements for p in (*s.source, *s.cue, *s.content)]
            assert not any(found.span.overlaps(p) for p in parts)


def test_a_megabyte_without_a_sentence_end() -> None:
    text = "the boat sailed after the boat sank, " * 30_000
    assert find_propositions(text, (), split_sentences(text))


def test_a_fragment_whose_last_phrase_a_statement_took_is_dropped() -> None:
    text = "The bridge guild was led for years by “men of the lower quay,” the governor said."
    quote = _statement(text, "a", "the governor", "said", "“men of the lower quay,”")
    assert _found(text, quote) == [("men of the lower quay", "a")]


def test_own_sentence_that_reports_is_cut_to_what_is_said() -> None:
    text = "The mayor of Brenn confirmed on Friday that the ferry had sunk off the lower quay."
    assert _found(text) == [("the ferry had sunk off the lower quay.", None)]
