import io

from builders import dispute
from rich.console import Console

from sayso.desk.brief import make_brief
from sayso.desk.brief.model import LateRow
from sayso.desk.html import to_html
from sayso.desk.markdown import to_markdown
from sayso.desk.terminal import show_brief
from sayso.store.records import Change, ChangeKind

AT = "2031-03-06T08:15:00+00:00"
OPENED = Change(ChangeKind.OPENED, "quell", articles=("pilot",), number=1, at="2031-03-04T09:00:00+00:00")
GROWN = Change(ChangeKind.GROWN, "quell", articles=("echo", "wire"), number=2, at=AT)
CONTESTED = Change(
    ChangeKind.CONTESTED, "quell", ref="shelled", after=("shelled  Quell\nIsland",), number=3, at=AT
)
TOLL = Change(
    ChangeKind.TOLL, "quell", ("gone",), ("gone",), "no incident", ("nine",), ("11 <b>",), number=4, at=AT
)


def late(*changes: Change) -> tuple[LateRow, ...]:
    return make_brief(dispute(), "quell", {"quell": changes}).stories[0].head.late


def test_the_newest_change_comes_first() -> None:
    assert [row.what for row in late(OPENED, GROWN, CONTESTED)] == [
        "newly contested",
        "new reports",
        "opened",
    ]
    assert [row.at for row in late(OPENED, GROWN)] == ["2031-03-06 08:15", "2031-03-04 09:00"]


def test_that_a_story_opened_and_nothing_else_is_not_told() -> None:
    assert late(OPENED) == ()
    assert late() == ()


def test_no_more_than_a_few_are_told() -> None:
    assert len(late(OPENED, *[GROWN] * 40)) == 6


def test_a_change_leads_to_what_it_is_about() -> None:
    contested, grown = late(GROWN, CONTESTED)
    claim = make_brief(dispute(), "quell").stories[0].claims[0]
    assert (contested.key, contested.after) == (claim.key, ("shelled Quell Island",))
    assert [r.note for r in grown.reports] == ["Fallow Wire", "The Marrow Echo"]
    assert grown.key is None


def test_what_is_gone_gets_no_key_and_takes_none() -> None:
    (toll,) = late(TOLL)
    assert (toll.key, toll.reports, toll.more) == (None, (), 1)
    keys = [make_brief(dispute(), "quell", {"quell": c}).stories[0].claims for c in ((), (TOLL,))]
    assert keys[0] == keys[1]


def test_every_medium_tells_and_escapes() -> None:
    changes = {"quell": (OPENED, TOLL)}
    page, document, screen = (
        to_html(dispute(), None, changes),
        to_markdown(dispute(), None, changes),
        io.StringIO(),
    )
    show_brief(dispute(), None, Console(file=screen, width=100), texts=False, changes=changes)
    assert "nine → 11 &lt;b&gt;" in page
    assert "**Of late:** 2031-03-06 08:15, toll moved" in document
    assert "<b>" not in document
    assert "2031-03-06 08:15  toll moved · +1 · nine → 11 <b>" in screen.getvalue()
