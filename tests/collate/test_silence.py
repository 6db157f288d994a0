from collections.abc import Callable

from sayso.collate.silence import find_silence
from sayso.core.ledger import SilenceReason
from sayso.core.read_article import ReadArticle

MakeRead = Callable[..., ReadArticle]


def test_why_an_article_may_not_carry_a_claim(make_read: MakeRead) -> None:
    reads = [
        make_read("before", "x", published="2031-03-01"),
        make_read("carries", "x", published="2031-03-02T18:00"),
        make_read("same day", "x", published="2031-03-02"),
        make_read("cut", "x", published="2031-03-03", partial=True),
        make_read("undated", "x"),
    ]
    readings = {r.reading.id: r.reading for r in reads}
    found = {s.article: s.why for s in find_silence(list(readings), {"carries"}, readings)}
    assert found == {
        "before": SilenceReason.EARLIER,
        "same day": SilenceReason.SILENT,
        "cut": SilenceReason.PARTIAL,
        "undated": SilenceReason.SILENT,
    }
