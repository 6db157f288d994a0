from sayso.collate.ledger import collate
from sayso.core.process import Change
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act
from tests.collate.conftest import make_statement
from tests.collate.processes.conftest import tell


def _said(name: str, published: str | None, cue: str, content: str, act: Act) -> ReadArticle:
    text = f"Pia Orn {cue} {content}. Talks between Veltria and Ostra opened in Hask."
    return tell(
        name, text, published, [make_statement(text, 1, "Pia Orn", cue, content, speaker="Pia Orn", act=act)]
    )


DENIED = ("denied", "that Veltrian soldiers had crossed the Sell river", Act.DENY)
CONCEDED = ("conceded", "that some Veltrian soldiers had crossed the Sell river", Act.ASSERT)


def test_denied_first_and_conceded_later() -> None:
    (position,) = collate([_said("a", "2031-05-05", *DENIED), _said("b", "2031-05-08", *CONCEDED)]).positions
    assert position.changes == (Change.VOICE,)
    assert position.is_ordered
    assert [s.date for s in position.steps] == ["2031-05-05", "2031-05-08"]


def test_without_dates_the_order_is_open() -> None:
    (position,) = collate([_said("a", None, *DENIED), _said("b", None, *CONCEDED)]).positions
    assert not position.is_ordered


def test_another_figure_for_the_same_thing() -> None:
    reads = [
        _said("a", "2031-05-05", "said", "that Ostra must pay 90 crowns for the flooded fields", Act.DEMAND),
        _said("b", "2031-05-08", "said", "that Ostra must pay 40 crowns for the flooded fields", Act.DEMAND),
    ]
    (position,) = collate(reads).positions
    assert position.changes == (Change.FIGURE,)


def test_two_wordings_of_one_day_are_no_move() -> None:
    reads = [
        _said("a", "2031-05-05", *DENIED),
        _said("b", "2031-05-05", "said", "that Veltrian soldiers had crossed the Sell river", Act.ASSERT),
    ]
    assert collate(reads).positions == ()
