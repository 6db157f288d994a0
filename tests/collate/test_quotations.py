from collections.abc import Callable, Sequence
from itertools import permutations
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.collate.ledger import collate
from sayso.collate.quotations import collate_quotations, same_utterances
from sayso.core.ledger import LedgerEntity, LedgerStatement, Story
from sayso.core.quotation import Edit, Quotation
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act, EntityKind, Form
from sayso.core.span import Span

MakeRead = Callable[..., ReadArticle]

ENTITIES = [
    LedgerEntity("vale", "Orla Vale", EntityKind.PERSON, (), None, ()),
    LedgerEntity("source", "a harbour official", EntityKind.PERSON, (), None, ()),
]


def _statements(read: ReadArticle, said: Sequence[tuple[str, str | None]]) -> list[LedgerStatement]:
    text = read.reading.text
    return [
        LedgerStatement(
            id=f"{read.reading.id}{number}",
            article=read.reading.id,
            form=Form.DIRECT,
            source=(),
            cue=(),
            content=(Span(text.index(words), text.index(words) + len(words), words),),
            speaker=speaker,
            via=(),
            act=Act.ASSERT,
            date=None,
            confidence=1.0,
        )
        for number, (words, speaker) in enumerate(said)
    ]


def _collate(
    make_read: MakeRead, reports: dict[str, tuple[str, list[tuple[str, str | None]]]]
) -> tuple[Quotation, ...]:
    reads = [make_read(name, text) for name, (text, _) in reports.items()]
    statements = [s for read in reads for s in _statements(read, reports[read.reading.id][1])]
    story = Story("s1", "", tuple(reports), None, None)
    return collate_quotations(reads, statements, ENTITIES, dict.fromkeys(reports, story))


BRIDGE = "“We shall reopen the bridge before the first snow falls,” Orla Vale said."
TRANSLATED = "“Before the first snow we will open the bridge again,” said the mayor."


def test_two_translations_are_one_quotation(make_read: MakeRead) -> None:
    found = _collate(
        make_read,
        {
            "a": (BRIDGE, [("“We shall reopen the bridge before the first snow falls,”", "vale")]),
            "b": (TRANSLATED, [("“Before the first snow we will open the bridge again,”", "vale")]),
        },
    )
    assert [[v.article for v in q.variants] for q in found] == [["a", "b"]]
    assert found[0].speaker == "vale"
    assert found[0].variants[0].span.exact == "We shall reopen the bridge before the first snow falls"


def test_words_are_aligned_and_every_span_is_verbatim(make_read: MakeRead) -> None:
    texts = {
        "a": "“The old bridge will open on Monday morning,” Orla Vale said.",
        "b": "“The bridge will open on Tuesday morning, I promise,” Orla Vale said.",
        "c": "“The old bridge will open on Monday morning,” she said.",
    }
    found = _collate(make_read, {n: (t, [(t[: t.index("”") + 1], "vale")]) for n, t in texts.items()})
    assert len(found) == 1
    base = found[0].variants[found[0].base]
    assert base.article in "ac"
    changed = next(v for v in found[0].variants if v.article == "b").alignment
    assert [
        (a.edit, a.base and a.base.exact, a.span and a.span.exact) for a in changed if a.edit is not Edit.SAME
    ] == [
        (Edit.OMITS, "old", None),
        (Edit.DIFFERS, "Monday", "Tuesday"),
        (Edit.ADDS, None, "I promise"),
    ]
    for variant in found[0].variants:
        for aligned in variant.alignment:
            for article, span in ((variant.article, aligned.span), (base.article, aligned.base)):
                assert span is None or texts[article][span.start : span.end] == span.exact


def test_one_speaker_on_two_matters(make_read: MakeRead) -> None:
    other = "“The swimming bath costs more than the town can pay,” Orla Vale said."
    assert not _collate(
        make_read,
        {
            "a": (BRIDGE, [("“We shall reopen the bridge before the first snow falls,”", "vale")]),
            "b": (other, [("“The swimming bath costs more than the town can pay,”", "vale")]),
        },
    )


def test_unnamed_speakers_need_the_same_words(make_read: MakeRead) -> None:
    said = "“The crane had not been looked at since the spring,” a harbour official said."
    near = "“Nobody looked at the crane since spring,” a harbour official said."
    quotes = {words: words[: words.index("”") + 1] for words in (said, near)}
    assert not _collate(make_read, {"a": (said, [(quotes[said], None)]), "b": (near, [(quotes[near], None)])})
    same = _collate(make_read, {"a": (said, [(quotes[said], None)]), "b": (said, [(quotes[said], "source")])})
    assert len(same) == 1
    assert set(same_utterances(same)) == {"a0", "b0"}


def test_one_sentence_here_is_two_there(make_read: MakeRead) -> None:
    joined = (
        "“The winter was hard on the orchard, and the spring brought floods to the cellar,” Orla Vale said."
    )
    parted = "“The winter was hard on the orchard. The spring brought floods to the cellar,” Orla Vale said."
    found = _collate(
        make_read, {n: (t, [(t[: t.index("”") + 1], "vale")]) for n, t in (("a", joined), ("b", parted))}
    )
    assert len(found) == 1
    assert [v.span.exact.count(".") for v in found[0].variants] == [0, 1]


FIRST = "The orchard lost every blossom in the April frost."
SECOND = "Our neighbours across the river sent us bread and lamp oil."
SPLICED = f"“{FIRST} {SECOND}” Orla Vale said."
APART = (
    f"“{FIRST}” Orla Vale said when she opened the fair, at which growers from nine valleys had set up their stalls, "
    f"as they do each year in spite of rain and wind and the state of the road. Later she turned to other things. "
    f"“{SECOND}” she said."
)
CLAUSE = f"“{FIRST}” Orla Vale said. “{SECOND}”"


def test_sentences_joined_that_another_report_keeps_apart(make_read: MakeRead) -> None:
    found = _collate(
        make_read,
        {
            "a": (SPLICED, [(f"“{FIRST} {SECOND}”", "vale")]),
            "b": (APART, [(f"“{FIRST}”", "vale"), (f"“{SECOND}”", "vale")]),
        },
    )
    assert len(found) == 2
    splices = [(s.article, s.apart, s.following) for q in found for s in q.spliced]
    assert splices == [("a", "b", found[1].id)]
    assert found[0].spliced[0].span.exact == f"{FIRST} {SECOND}".rstrip(".")


def test_a_reporting_clause_keeps_nothing_apart(make_read: MakeRead) -> None:
    found = _collate(
        make_read,
        {
            "a": (SPLICED, [(f"“{FIRST} {SECOND}”", "vale")]),
            "b": (CLAUSE, [(f"“{FIRST}”", "vale"), (f"“{SECOND}”", "vale")]),
        },
    )
    assert len(found) == 2
    assert not [s for q in found for s in q.spliced]


def test_the_same_from_any_order(make_read: MakeRead) -> None:
    reports: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
        "a": (SPLICED, [(f"“{FIRST} {SECOND}”", "vale")]),
        "b": (APART, [(f"“{FIRST}”", "vale"), (f"“{SECOND}”", "vale")]),
        "c": (CLAUSE, [(f"“{FIRST}”", "vale"), (f"“{SECOND}”", "vale")]),
    }
    orders = [_collate(make_read, dict(order)) for order in permutations(reports.items())]
    assert all(found == orders[0] for found in orders)


def test_quotations_stand_in_the_ledger(harbour: list[ReadArticle]) -> None:
    found = collate(harbour).quotations
    held = [q for q in found if any("hold to" in v.span.exact for v in q.variants)]
    assert [{v.article for v in q.variants} for q in held] == [{"a", "b"}]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet='ab “”".‘’…\n\u202e', max_size=120), data=st.data())
def test_any_text(make_read: MakeRead, text: str, data: Any) -> None:
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    if not text[start:].strip():
        return
    content = Span.of(text, start, len(text))
    reads = [make_read(name, text) for name in "xy"]
    statements = [
        LedgerStatement(n, n, Form.DIRECT, (), (), (content,), "vale", (), Act.ASSERT, None, 1.0)
        for n in "xy"
    ]
    story = Story("s1", "", ("x", "y"), None, None)
    for quotation in collate_quotations(reads, statements, ENTITIES, {"x": story, "y": story}):
        assert all(text[v.span.start : v.span.end] == v.span.exact for v in quotation.variants)
