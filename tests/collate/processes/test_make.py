from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.collate.corrections.passages import select
from sayso.collate.ledger import collate
from sayso.core.correction import Action, Correction, Subject
from sayso.core.ledger import Ledger
from sayso.core.process import Breach, CommitmentKind, Dated, Fate, Passage
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act
from sayso.store.forms import dump_ledger, load_ledger
from tests.collate.conftest import make_statement, span_in
from tests.collate.processes.conftest import tell


def _walk(thing: Any) -> Iterator[Any]:
    if isinstance(thing, tuple):
        for one in thing:
            yield from _walk(one)
    elif is_dataclass(thing):
        yield thing
        for field in fields(thing):
            yield from _walk(getattr(thing, field.name))


def _file(ledger: Ledger) -> tuple[Any, ...]:
    return ledger.processes, ledger.ceasefires, ledger.commitments, ledger.positions


def test_a_process_links_two_rounds_a_week_apart_and_their_ceasefire(truce: list[ReadArticle]) -> None:
    ledger = collate(truce)
    (process,) = ledger.processes
    assert [n.name for n in process.parties] == ["Veltria", "Ostra"]
    assert [[p.name for p in r.places] for r in process.rounds] == [["Port Sell"], ["Hask"]]
    assert [c.value for c in process.rounds[1].numbers] == ["2"]
    (ceasefire,) = ledger.ceasefires
    assert process.ceasefires == (ceasefire.id,)
    assert {p.article for p in ceasefire.passages} == {"a", "b", "d"}


def test_fates_follow_the_dates(truce: list[ReadArticle]) -> None:
    fates = {c.kind: c.fate for c in collate(truce).commitments}
    assert fates[CommitmentKind.DEMAND] is Fate.MET
    assert fates[CommitmentKind.THREAT] is Fate.MET


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10, deadline=None)
@given(order=st.permutations(range(4)))
def test_the_same_bytes_from_any_order(truce: list[ReadArticle], order: list[int]) -> None:
    assert dump_ledger(collate([truce[i] for i in order])) == dump_ledger(collate(truce))


def test_every_span_is_verbatim_and_every_id_is_known(truce: list[ReadArticle]) -> None:
    ledger = collate(truce)
    texts = {a.id: a.text for a in ledger.articles}
    entities, statements = {e.id for e in ledger.entities}, {s.id for s in ledger.statements}
    seen = 0
    for thing in _walk(_file(ledger)):
        if isinstance(thing, Passage):
            seen += 1
            assert texts[thing.article][thing.span.start : thing.span.end] == thing.span.exact
            assert thing.speaker is None or thing.speaker in entities
            assert thing.statement is None or thing.statement in statements
        elif isinstance(thing, Dated):
            span = thing.date.span
            assert texts[thing.article][span.start : span.end] == span.exact
    assert seen > 20
    for things in (ledger.ceasefires, ledger.commitments, ledger.processes):
        assert len({t.id for t in things}) == len(things)


def test_the_file_can_be_written_and_read_back(truce: list[ReadArticle]) -> None:
    ledger = collate(truce)
    assert _file(load_ledger(dump_ledger(ledger))) == _file(ledger)


def test_a_breach_has_its_accused(truce: list[ReadArticle]) -> None:
    breaches = [b for b in _walk(collate(truce).ceasefires) if isinstance(b, Breach)]
    assert [[n.name for n in b.accused] for b in breaches] == [["Veltria"]]


def test_talk_of_no_talks_gives_no_process() -> None:
    quiet = [
        tell("a", "Pia Orn won the second round of the chess cup in Hask on Sunday.", "2031-05-07"),
        tell("b", "Nobody in Veltria talks to Ostra. The minister ruled out any talks.", "2031-05-08"),
        tell("c", "Orn called for a ceasefire. There is no truce, and no talks are planned.", "2031-05-08"),
    ]
    ledger = collate(quiet)
    assert ledger.processes == ()
    assert ledger.ceasefires == ()


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_no_text_raises(noise: str) -> None:
    text = f"{noise} Veltria and Ostra agreed to a truce in Hask on Friday. {noise} talks between {noise}"
    collate(
        [tell("a", text or "x", "2031-05-07"), tell("b", f"Ostra rejected the offer {noise}. She refused.")]
    )


def test_a_long_run_takes_no_long_time() -> None:
    text = "Veltria offered talks, and Ostra refused the truce in Hask on Monday, demanding that " * 400
    assert collate([tell("a", text, "2031-05-07")]).articles


def test_merged_entities_show_here_too() -> None:
    reads = [
        tell("a", "Talks between Veltria and the Red League opened in Hask on Monday.", "2031-05-05"),
        tell("b", "Talks between Veltria and Ostra opened in Hask on Monday.", "2031-05-05"),
    ]
    (process,) = collate(reads).processes
    assert len(process.parties) == 3
    named = zip(reads, ("Red League", "Ostra"), strict=True)
    parts = tuple(
        (select(r.reading.id, r.reading.text, span_in(r.reading.text, words)),) for r, words in named
    )
    made = Correction(
        "x1", Action.MERGE, Subject.ENTITY, parts, "I. Marn", "2031-05-06T10:00:00.000000Z", "one body"
    )
    (process,) = collate(reads, [made]).processes
    assert len(process.parties) == 2


def test_rejected_statements_are_no_commitments() -> None:
    text = "Ivo Taal said that Veltria would retaliate. Talks between Veltria and Ostra opened in Hask on Monday."
    said = make_statement(
        text, 1, "Ivo Taal", "said", "that Veltria would retaliate", speaker="Ivo Taal", act=Act.THREATEN
    )
    read = tell("a", text, "2031-05-05", [said])
    assert [c.kind for c in collate([read]).commitments] == [CommitmentKind.THREAT]
    part = (select("a", text, said.content[0]),)
    made = Correction(
        "x1", Action.REJECT, Subject.STATEMENT, (part,), "I. Marn", "2031-05-06T10:00:00.000000Z", "no"
    )
    assert collate([read], [made]).commitments == ()
