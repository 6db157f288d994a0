from collections.abc import Callable

from sayso.collate.quotations import find_rewrites
from sayso.core.read_article import ReadArticle

MakeRead = Callable[..., ReadArticle]

FIRST = (
    "The keeper of the Marl lighthouse spoke on Sunday. “We have kept this lamp alight since my grandfather’s day,” "
    "he said. “No winter has put it out. The sea took our boat and both our sheds in March.” The town lent him a "
    "boat. “I shall give it back when the ice is gone from the bay,” he said."
)
REWRITE = (
    "A lamp that does not go out: the man who tends it has told of his year.\n\n“We have kept this lamp alight "
    "since my grandfather’s day.” Proud words. “No winter has put it out. The sea took our boat and both our sheds in "
    "March.” He rows a borrowed boat now. “I shall give it back when the ice is gone from the bay.”"
)


def test_all_quotations_in_order_from_an_earlier_report(make_read: MakeRead) -> None:
    reads = [
        make_read("a", REWRITE, published="2031-05-05"),
        make_read("b", FIRST, published="2031-05-04"),
    ]
    assert find_rewrites(reads) == {"a": "b"}


def test_a_quotation_of_its_own(make_read: MakeRead) -> None:
    own = REWRITE + " “Nobody had asked me before you came,” he told this newspaper."
    reads = [make_read("a", own, published="2031-05-05"), make_read("b", FIRST, published="2031-05-04")]
    assert find_rewrites(reads) == {}


def test_without_dates_nobody_is_a_copyist(make_read: MakeRead) -> None:
    assert find_rewrites([make_read("a", REWRITE), make_read("b", FIRST)]) == {}
