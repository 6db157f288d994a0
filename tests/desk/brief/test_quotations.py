"""Quotations as the ledger collates them, in a brief."""

from dataclasses import replace

from builders import dispute, span

from sayso.core.quotation import Splice
from sayso.desk.brief import make_brief
from sayso.desk.brief.versions import Change


def test_words_that_differ_are_verbatim_and_what_is_missing_shows() -> None:
    denial, _ = make_brief(dispute(), None).stories[0].quotations
    base, other = denial.versions
    assert "".join(run.text for run in base.runs) == "Not one shell was fired at anybody that night,"
    shown = [(run.text, run.change) for run in other.runs]
    assert ("No", Change.DIFFERS) in shown
    assert ("", Change.OMITS) in shown
    assert [cite.label for cite in other.cites] == ["Tolvane Gazette"]


def test_a_quotation_leads_to_the_claim_that_it_carries() -> None:
    story = make_brief(dispute(), None).stories[0]
    keys = {row.key for row in (*story.claims, *story.singles)}
    assert all(quotation.claim in keys for quotation in story.quotations)


def test_words_that_a_report_joins_are_shown_beside_those_that_stand_apart() -> None:
    ledger = dispute()
    first, second = ledger.quotations
    joined = span("pilot", "Nine fishermen are dead and we will not forget a single one of them,")
    apart = (span("gazette", "Nine fishermen are dead"), span("gazette", "we shall not forget any of them,"))
    splice = Splice("pilot", joined, second.id, "gazette", apart)
    changed = replace(ledger, quotations=(replace(first, spliced=(splice,)), second))
    story = make_brief(changed, None).stories[0]
    (found,) = next(q for q in story.quotations if q.spliced).spliced
    assert found.joined.label == "Harbour Pilot"
    assert [cite.words for cite in found.apart] == [s.exact for s in apart]
    assert found.following in {q.key for q in story.quotations}
