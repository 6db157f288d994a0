from sayso.collate.ledger import collate
from sayso.core.ledger import Ledger
from sayso.store.part import part_of
from sayso.store.part_file import file_of
from tests.collate.processes.conftest import tell

TALKS = "Talks between Veltria and Ostra opened in Hask on Monday. Veltria offered to build a new pier."


def _ledger() -> Ledger:
    other = "Pia Orn won the chess cup of Port Sell against a field of forty players from nine schools."
    return collate([tell("a", TALKS, "2031-05-05"), tell("b", other, "2031-06-05")])


def test_what_an_article_tells_of_comes_with_all_that_tells_of_it() -> None:
    ledger = _ledger()
    found = file_of(ledger, {"a"})
    assert found.processes == ledger.processes
    assert found.commitments == ledger.commitments
    assert found.articles == {"a"}


def test_another_article_has_none_of_it() -> None:
    found = file_of(_ledger(), {"b"})
    assert not found.processes
    assert not found.commitments
    assert not found.articles


def test_a_story_s_part_holds_its_processes() -> None:
    ledger = _ledger()
    story = next(s for s in ledger.stories if "a" in s.articles)
    assert part_of(ledger, story.id).processes == ledger.processes
