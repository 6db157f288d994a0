from sayso.collate.origins import Sources, find_origins
from sayso.core.ledger import ClaimReading, LedgerEntity, LedgerStatement, OriginKind
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
