from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.derive import Deriver
from sayso.collate.lineage import Lineage, trace_lineage
from sayso.core.article import Article
from sayso.core.lineage import Precedence, Taking
from sayso.core.read_article import ReadArticle
from sayso.core.span import Span

MakeRead = Callable[..., ReadArticle]
PUBLISHED, CREDITED, CONTAINED, UNKNOWN = Precedence

BELL = (
    "Divers raised the bell of the ferry Anna from the floor of Marl Bay on Sunday, ninety years after she went down. "
    "The bell weighs as much as two men and carries the name of the yard that cast it.\n\n"
    "A crowd watched from the pier as a crane set it on the quay, and children were let up to touch it.\n\n"
    "The harbour museum will show it from May, beside the wheel that was found in a net ten years ago. "
    "The museum’s keeper said that the bronze is sound and that no crack can be heard when it is struck."
)
MILL = (
    "The last windmill of the Tamsin marshes lost two of its sails in Friday’s gale; its miller fears for the rest. "
    "Wenna Dorrit has ground rye there since her father died, and sells it to four bakers in the town.\n\n"
    "The heritage office promised an engineer by Wednesday. Repairs would cost as much as a small house, she said, and "
    "the insurance pays for fire and lightning alone."
)
OWN = (
    "The choir of the railwaymen sang on the steps of the town hall until the rain set in at about four o’clock. "
    "Nobody had asked it to, its leader Basil Quade remarked, and nobody had asked it to stop."
)


def _taken(lineage: Lineage, article: str) -> set[tuple[str, Precedence]]:
    return {(t.source, t.precedence) for t in lineage.takings.get(article, ())}


def test_what_a_report_took_and_what_it_added(make_read: MakeRead) -> None:
    middle = BELL.split("\n\n")[1]
    text = f"{OWN}\n\n{BELL.split(chr(10))[0]}\n\n{middle}\n\nBasil Quade went home."
    reads = [make_read("a", BELL, published="2031-05-04"), make_read("b", text, published="2031-05-06")]
    lineage = trace_lineage(reads)
    assert _taken(lineage, "b") == {("a", PUBLISHED)}
    assert "".join(t.span.exact for t in lineage.takings["b"]).startswith("Divers raised")
    for taking in lineage.takings["b"]:
        assert text[taking.span.start : taking.span.end] == taking.span.exact
        assert BELL[taking.source_span.start : taking.source_span.end] == taking.source_span.exact
    added = lineage.find_added("b", text)
    assert added[0].exact.startswith("The choir")
    assert "Basil Quade went home" in added[-1].exact
    assert "a" not in lineage.takings
    assert lineage.find_added("a", BELL) == ()


def test_a_merge_takes_from_both(make_read: MakeRead) -> None:
    merged = "\n\n".join([*BELL.split("\n\n")[:2], *MILL.split("\n\n")])
    dated = [
        make_read("bell", BELL, published="2031-05-04"),
        make_read("mill", MILL, published="2031-05-04"),
        make_read("both", merged, published="2031-05-06"),
    ]
    lineage = trace_lineage(dated)
    assert _taken(lineage, "both") == {("bell", PUBLISHED), ("mill", PUBLISHED)}
    at = merged.index("The heritage office")
    assert lineage.find_source("both", Span.of(merged, at, at + 60)) == "mill"
    assert lineage.find_source("both", Span.of(merged, 0, 60)) == "bell"
    undated = trace_lineage([make_read("bell", BELL), make_read("mill", MILL), make_read("both", merged)])
    assert {source for source, _ in _taken(undated, "both")} == {"bell", "mill"}


def test_nothing_tells_which_came_first(make_read: MakeRead) -> None:
    lineage = trace_lineage([make_read("a", BELL), make_read("b", "A bell comes home\n\n" + BELL)])
    assert _taken(lineage, "a") == {("b", UNKNOWN)}
    assert _taken(lineage, "b") == {("a", UNKNOWN)}
    assert not lineage.copied_from
    assert lineage.find_source("b", Span.of(BELL, 0, 40)) == lineage.find_source("a", Span.of(BELL, 0, 40))


@pytest.mark.parametrize(
    "credit",
    [
        "Source: Marl Press Agency",
        "(MPA)",
        "(First published by Marl Press Agency)",
        "Marl Press Agency reported this first.",
    ],
)
def test_a_credit_tells(make_read: MakeRead, credit: str) -> None:
    reads = [
        make_read("a", BELL, outlet="Marl Press Agency"),
        make_read("b", f"{BELL}\n\n{credit}", outlet="Tamsin Post"),
    ]
    lineage = trace_lineage(reads)
    assert _taken(lineage, "b") == {("a", CREDITED)}
    assert lineage.copied_from == {"b": "a"}


def test_a_credit_outweighs_the_time_of_an_update(make_read: MakeRead) -> None:
    reads = [
        make_read("a", BELL, outlet="Marl Press Agency", published="2031-05-04T15:00:00Z"),
        make_read("b", f"{BELL} (MPA)", outlet="Tamsin Post", published="2031-05-04T13:00:00Z"),
    ]
    assert trace_lineage(reads).copied_from == {"b": "a"}


def test_a_part_came_from_the_whole(make_read: MakeRead) -> None:
    reads = [make_read("a", BELL), make_read("b", BELL.split("\n\n")[0])]
    assert _taken(trace_lineage(reads), "b") == {("a", CONTAINED)}


def test_copies_of_copies_lead_to_the_first(make_read: MakeRead) -> None:
    reads = [
        make_read("first", BELL, published="2031-05-04"),
        make_read("second", BELL + "\n\n" + OWN, published="2031-05-05"),
        make_read("third", BELL + "\n\n" + OWN, published="2031-05-06"),
    ]
    lineage = trace_lineage(reads)
    assert lineage.copied_from["third"] == "first"
    assert {t.source for t in lineage.takings["third"] if t.span.start < 200} == {"first"}
    text = reads[2].reading.text
    assert lineage.find_source("third", Span.of(text, 0, 40)) == "first"
    assert lineage.find_source("third", Span.of(text, len(BELL) + 2, len(text))) == "second"


def test_a_shared_quotation_is_nobodys_copy(make_read: MakeRead) -> None:
    said = (
        "“We have waited ninety years for this bell, and we can wait until May to hear it ring in the hall of "
        "the museum.”"
    )
    one = f"Keeper Ida Sand spoke at the quay after the crane had gone. {said} She went inside to telephone her sister."
    other = (
        f"The museum opens in spring, and with it a new hall. Asked about the bell, Ms Sand told us: {said}"
    )
    reads = [make_read("a", one, published="2031-05-04"), make_read("b", other, published="2031-05-06")]
    assert not trace_lineage(reads).takings


def test_independent_reports_of_one_event(make_read: MakeRead) -> None:
    for half in ("tune", "held"):
        originals = Deriver(half).originals
        reads = [
            make_read(o.id, o.text, outlet=o.outlet, published=o.published, title=o.title) for o in originals
        ]
        assert not trace_lineage(reads).takings


def test_what_people_corrected_holds(make_read: MakeRead) -> None:
    lineage = Lineage(
        takings={"b": (Taking("a", Span(0, 4, "Snow"), Span(0, 4, "Snow"), True, PUBLISHED),)},
        copied_from={"b": "a"},
    )
    assert lineage.correct({"b": "a"}) is lineage
    assert lineage.correct({}).takings == {}
    assert lineage.correct({"b": "c"}).find_source("b", Span(0, 4, "Snow")) == "c"


def _reads(make_read: MakeRead) -> list[ReadArticle]:
    kinds = ("headline", "truncate", "reorder", "merge", "excerpt", "edit")
    articles: list[Article] = [
        a
        for a in Deriver("tune").articles
        if a.id.startswith("bridge") and (a.id.count("-") == 1 or a.id.endswith(kinds))
    ]
    return [make_read(a.id, a.text, outlet=a.outlet, published=a.published, title=a.title) for a in articles]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8, deadline=None)
@given(seed=st.randoms(use_true_random=False))
def test_the_same_from_any_order(make_read: MakeRead, seed: object) -> None:
    reads = _reads(make_read)
    wanted = trace_lineage(reads)
    assert wanted.copied_from
    seed.shuffle(reads)  # type: ignore[attr-defined]
    assert trace_lineage(reads) == wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(st.text(alphabet='ab. “”"’\n(A)-:‮\x00', max_size=300), max_size=4))
def test_any_text(make_read: MakeRead, texts: list[str]) -> None:
    reads = [make_read(f"r{n}", text) for n, text in enumerate(texts)]
    lineage = trace_lineage(reads)
    for article, takings in lineage.takings.items():
        for taking in takings:
            text = texts[int(article[1:])]
            assert text[taking.span.start : taking.span.end] == taking.span.exact


@pytest.mark.parametrize(
    "words", ["a " * 20_000, "no news " * 20_000, "x" * 200_000, "“" * 50_000, "A (B) " * 20_000]
)
def test_huge_runs_end(make_read: MakeRead, words: str) -> None:
    trace_lineage([make_read("a", words), make_read("b", words + " more of it"), make_read("c", BELL)])


def test_what_a_merge_holds_wholly_was_not_cut_from_it(make_read: MakeRead) -> None:
    reads = [
        make_read("bell", BELL, published="2031-05-04", outlet="Marl Post"),
        make_read("mill", MILL, published="2031-05-04", outlet="Tamsin Post"),
        make_read("both", f"{BELL}\n\n{MILL}\n\nSource: Marl Post"),
    ]
    lineage = trace_lineage(reads)
    assert {source for source, _ in _taken(lineage, "both")} == {"bell", "mill"}
    assert not lineage.takings.keys() - {"both"}
