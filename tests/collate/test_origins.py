from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sayso.collate.lineage import Lineage
from sayso.collate.origins import Sources, find_origins
from sayso.core.ledger import ClaimReading, LedgerEntity, LedgerStatement, OriginKind
from sayso.core.lineage import Credit, CreditPlace, LinkKind, Precedence, Taking
from sayso.core.reading import Act, EntityKind, Form, Voice
from sayso.core.span import Span


def _statement(name: str, source: str, via: str = "") -> LedgerStatement:
    return LedgerStatement(
        id=name,
        article="",
        form=Form.INDIRECT,
        source=(Span(0, len(source), source),) if source else (),
        cue=(),
        content=(Span(0, 1, "x"),),
        speaker=None,
        via=(Span(0, len(via), via),) if via else (),
        act=Act.ASSERT,
        date=None,
        confidence=1.0,
    )


def _reading(article: str, statement: str | None, speaker: str | None = None) -> ClaimReading:
    voice = Voice.OWN if statement is None else Voice.ATTRIBUTED
    return ClaimReading(article, Span(0, 1, "x"), statement, voice, speaker)


SOURCES = Sources(
    outlets={"a": "Marl Courier", "b": "Tamsin Post", "c": "Ostra Times", "d": None},
    copied_from={"c": "a"},
    statements={
        s.id: s
        for s in (
            _statement("interview", "Stent", "Radio Marl"),
            _statement("quoted", "the minister"),
            _statement("unnamed", "security sources"),
            _statement("told", "officials", "Radio Marl"),
            _statement("paper", "the harbour report"),
        )
    },
    entities={
        "stent": LedgerEntity("stent", "Ilvar Stent", EntityKind.PERSON, (), None, ()),
        "sources": LedgerEntity("sources", "security sources", EntityKind.PERSON, (), None, ()),
    },
)


def _origins(*readings: ClaimReading) -> list[tuple[OriginKind, str | None, tuple[int, ...]]]:
    return [(o.kind, o.name, o.readings) for o in find_origins(readings, SOURCES)]


def test_a_named_speaker_is_one_origin_however_many_outlets() -> None:
    found = _origins(_reading("a", "interview", "stent"), _reading("b", "quoted", "stent"))
    assert found == [(OriginKind.PERSON, "Ilvar Stent", (0, 1))]


def test_unnamed_sources_are_the_outlets_own() -> None:
    found = _origins(_reading("a", "unnamed", "sources"), _reading("b", "unnamed", "sources"))
    assert [(kind, readings) for kind, _, readings in found] == [
        (OriginKind.UNNAMED, (0,)),
        (OriginKind.UNNAMED, (1,)),
    ]


def test_unnamed_sources_of_one_channel_are_one() -> None:
    assert len(_origins(_reading("a", "told"), _reading("b", "told"))) == 1


def test_a_copy_adds_no_origin() -> None:
    found = _origins(_reading("a", None), _reading("c", None), _reading("b", None))
    assert found == [(OriginKind.OUTLET, "Marl Courier", (0, 1)), (OriginKind.OUTLET, "Tamsin Post", (2,))]


def test_a_document_is_one_origin() -> None:
    found = _origins(_reading("a", "paper"), _reading("b", "paper"))
    assert found == [(OriginKind.DOCUMENT, "the harbour report", (0, 1))]


def _made(**changes: Any) -> Sources:
    return replace(SOURCES, outlet_keys={}, outlet_names={}, **changes)


def _with(statements: Sequence[LedgerStatement], **changes: Any) -> Sources:
    return _made(statements={**SOURCES.statements, **{s.id: s for s in statements}}, **changes)


def test_ten_outlets_with_one_interview_are_one_origin() -> None:
    outlets: dict[str, str | None] = {f"r{n}": f"Outlet {n}" for n in range(10)}
    sources = _made(outlets=outlets)
    found = find_origins([_reading(article, "interview", "stent") for article in outlets], sources)
    assert len(found) == 1
    assert [[link.kind for link in chain] for chain in found[0].chains] == [
        [LinkKind.OUTLET, LinkKind.CHANNEL, LinkKind.SPEAKER]
    ] * 10
    assert found[0].chains[3][0].name == "Outlet 3"
    assert found[0].chains[3][1].name == "Radio Marl"


def test_an_agency_that_two_outlets_credit_is_one_origin() -> None:
    credit = Credit("NWA", CreditPlace.DATELINE, Span(0, 3, "NWA"))
    agency = Credit("North Water Agency", CreditPlace.SIGN_OFF, Span(0, 3, "NWA"))
    readings = [_reading("a", None), _reading("b", None), _reading("w", None)]
    outlets = {**SOURCES.outlets, "w": "North Water Agency"}
    found = find_origins(readings, _made(outlets=outlets, credits={"a": (credit,), "b": (agency,)}))
    assert [o.readings for o in found] == [(0, 1, 2)]
    assert [link.kind for link in found[0].chains[0]] == [LinkKind.OUTLET, LinkKind.AGENCY]
    assert len(find_origins(readings, _made(outlets=outlets))) == 3


def test_a_passage_taken_has_the_source_of_the_report_that_had_it_first() -> None:
    taken = Taking("a", Span(0, 1, "x"), Span(5, 6, "x"), True, Precedence.PUBLISHED)
    lineage = Lineage(takings={"b": (taken,)})
    elsewhere = ClaimReading("b", Span(50, 51, "y"), None, Voice.OWN, None)
    found = find_origins([_reading("a", None), _reading("b", None), elsewhere], _made(lineage=lineage))
    assert [(o.name, o.readings) for o in found] == [("Marl Courier", (0, 1)), ("Tamsin Post", (2,))]
    assert [link.article for link in found[0].chains[1]] == ["b", "a"]


def test_reports_of_unknown_order_are_one_origin() -> None:
    lineage = Lineage(families={"a": "a", "b": "a"})
    assert len(find_origins([_reading("a", None), _reading("b", None)], _made(lineage=lineage))) == 1


def test_an_outlets_reporter_is_the_outlet() -> None:
    sources = _with([_statement("ours", "our reporter"), _statement("theirs", "a Tamsin Post correspondent")])
    readings = [_reading("a", "ours"), _reading("a", None), _reading("a", "theirs"), _reading("b", None)]
    found = find_origins(readings, sources)
    assert [(o.kind, o.readings) for o in found] == [(OriginKind.OUTLET, (0, 1)), (OriginKind.OUTLET, (2, 3))]


def test_an_outlet_that_is_quoted_is_that_outlet() -> None:
    post = LedgerEntity("post", "the Tamsin Post", EntityKind.ORGANISATION, (), None, ())
    sources = _with([_statement("said", "the Tamsin Post")], entities={**SOURCES.entities, "post": post})
    found = find_origins([_reading("a", "said", "post"), _reading("b", None)], sources)
    assert [(o.kind, o.readings) for o in found] == [(OriginKind.OUTLET, (0, 1))]


def test_unnamed_sources_of_one_outlet_by_what_they_are() -> None:
    sources = _with(
        [
            _statement("one", "a senior security official"),
            _statement("two", "two security officials with knowledge of the talks"),
            _statement("three", "a hospital official"),
        ]
    )
    found = find_origins([_reading("a", n) for n in ("one", "two", "three")], sources)
    assert [o.readings for o in found] == [(0, 1), (2,)]
    assert len(find_origins([_reading("a", "one"), _reading("b", "one")], sources)) == 2


def test_those_who_told_an_outlet_are_that_outlets_sources() -> None:
    sources = _with(
        [_statement("own", "officials"), _statement("carried", "officials", "the Tamsin Post")],
    )
    found = find_origins([_reading("b", "own"), _reading("a", "carried")], sources)
    assert [o.readings for o in found] == [(0, 1)]


def test_the_same_words_of_unnamed_sources_are_one_origin() -> None:
    sources = _with(
        [_statement("here", "a diplomat"), _statement("there", "an envoy")],
        utterances={"here": "q1", "there": "q1"},
    )
    assert len(find_origins([_reading("a", "here"), _reading("b", "there")], sources)) == 1


def test_a_capital_that_begins_a_sentence_is_no_name() -> None:
    guards = LedgerEntity("guards", "Its border guards", EntityKind.PERSON, (), None, ())
    entities = {**SOURCES.entities, "guards": guards}
    sources = _with([_statement("told", "Its border guards")], entities=entities)
    (origin,) = find_origins([_reading("a", "told", "guards")], sources)
    assert origin.kind is OriginKind.UNNAMED
