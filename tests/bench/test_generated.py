"""Generated reports are what collation and the desk take readings for."""

import pytest

from bench.generated.reports import as_article, make_reports
from sayso.collate.ledger import collate


def test_the_first_are_the_same_however_many_are_made() -> None:
    few, many = list(make_reports(5)), list(make_reports(12))
    assert [r.reading for r in few] == [r.reading for r in many[:5]]
    assert len({r.reading.id for r in many}) == 12


def test_their_spans_hold_their_words() -> None:
    for read in make_reports(6):
        text = read.reading.text
        spans = [m.span for m in read.reading.mentions] + [p.span for p in read.reading.propositions]
        assert all(text[s.start : s.end] == s.exact for s in spans)
        assert read.vectors.shape[0] == len(read.reading.propositions)
        assert as_article(read).text == text


def test_they_collate_into_stories_with_shared_claims() -> None:
    ledger = collate(list(make_reports(20)))
    assert 1 < len(ledger.stories) < 20
    assert any(len({r.article for r in claim.readings}) > 1 for claim in ledger.claims)


@pytest.mark.parametrize("seed", [1, 2])
def test_another_seed_gives_other_reports(seed: int) -> None:
    (one,), (other,) = make_reports(1, seed=seed), make_reports(1, seed=seed + 2)
    assert one.reading.text != other.reading.text
