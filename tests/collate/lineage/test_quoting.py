from collections.abc import Callable

from sayso.collate.lineage.quoting import takes_all_quotations
from sayso.collate.lineage.texts import make_text
from sayso.collate.lineage.trace import trace_lineage
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
    assert {t.source for t in trace_lineage(reads).takings["a"]} == {"b"}


def test_a_quotation_of_its_own(make_read: MakeRead) -> None:
    own = make_text(
        make_read("a", REWRITE + " “Nobody had asked me before you came,” he told this newspaper.")
    )
    assert takes_all_quotations(make_text(make_read("b", REWRITE)), make_text(make_read("c", FIRST)))
    assert not takes_all_quotations(own, make_text(make_read("c", FIRST)))


def test_without_dates_the_same_quotations_say_nothing(make_read: MakeRead) -> None:
    assert not trace_lineage([make_read("a", REWRITE), make_read("b", FIRST)]).takings


def test_one_outlet_may_quote_itself(make_read: MakeRead) -> None:
    one, other = (make_text(make_read(n, t, outlet="Marl Post")) for n, t in (("a", REWRITE), ("b", FIRST)))
    assert not takes_all_quotations(one, other)
