"""The whole way on the example: gathered, read and collated once, then held to floors."""

import pytest

from bench.agreement import Agreement
from bench.gold import EXAMPLE, Gold
from sayso.collate.ledger import collate
from sayso.core.article import Article
from sayso.core.ledger import ClaimStatus, OriginKind, SilenceReason
from sayso.core.reading import Voice
from sayso.gather import gather
from sayso.read.reader import Reader


@pytest.fixture(scope="session")
def found() -> Agreement:
    articles = [a for a in gather([EXAMPLE / "reports"]) if isinstance(a, Article)]
    reads = list(Reader.load().read(articles))
    return Agreement(Gold.load(EXAMPLE / "gold.json"), collate(reads))


def test_every_span_is_verbatim(found: Agreement) -> None:
    text = {article.id: article.text for article in found.ledger.articles}
    for statement in found.ledger.statements:
        for span in (*statement.source, *statement.cue, *statement.content, *statement.via):
            assert text[statement.article][span.start : span.end] == span.exact
    for claim in found.ledger.claims:
        for reading in claim.readings:
            assert text[reading.article][reading.span.start : reading.span.end] == reading.span.exact


def test_statements_are_found(found: Agreement) -> None:
    share, missed = found.share(len(found.found)), found.missed
    assert share >= 0.80, missed


def test_speakers_are_right(found: Agreement) -> None:
    share, wrong = found.share(len(found.found) - len(found.wrong_speaker)), found.wrong_speaker
    assert share >= 0.75, wrong


def test_acts_are_right(found: Agreement) -> None:
    share, wrong = found.share(len(found.found) - len(found.wrong_act)), found.wrong_act
    assert share >= 0.70, [(gold.span, gold.act.value, given) for gold, given in wrong]


def test_the_minister_is_the_one_last_named(found: Agreement) -> None:
    wrong = {(gold.report, gold.speaker) for gold, _ in found.wrong_speaker}
    wrong |= {(gold.report, gold.speaker) for gold in found.missed}
    assert ("nws-ferry-landing", "Bela Ostrin") not in wrong
    stone = [s for s, _ in found.found if s.report == "meridian-sarnholt" and "in stone" in s.span]
    assert stone
    assert not [s for s, _ in found.wrong_speaker if s in stone]


def test_stories_are_told_apart(found: Agreement) -> None:
    assert found.wrong_pairs == []


def test_claims_are_linked(found: Agreement) -> None:
    links = found.links
    assert links.precision >= 0.70  # no weight is fitted on the example any more
    assert links.f1 >= 0.65


def test_the_shelling_is_contested(found: Agreement) -> None:
    assert ClaimStatus.CONTESTED in found.parted["shelling"]


def test_the_warning_is_contested(found: Agreement) -> None:
    assert ClaimStatus.CONTESTED in found.parted["warned"]


def test_what_nobody_denies_is_not_contested(found: Agreement) -> None:
    for claim in ("will-answer", "six-detonations", "logs"):
        assert ClaimStatus.CONTESTED not in found.parted[claim], claim


def test_one_outlet_states_the_shelling_in_its_own_voice(found: Agreement) -> None:
    gold = next(claim for claim in found.gold.claims if claim.id == "shelling")
    own = [n for n, reading in enumerate(gold.readings) if reading.voice is Voice.OWN]
    assert own
    for number in own:
        assert any(reading.voice is Voice.OWN for _, reading in found.placed["shelling", number])


def test_figures_of_harm(found: Agreement) -> None:
    harm = found.harm
    assert harm.recall >= 0.70
    assert harm.precision >= 0.60


def test_copies_are_found(found: Agreement) -> None:
    copied = {report: article.copied_from for report, article in found.articles.items()}
    wanted = {copy.report: found.articles[copy.of].id for copy in found.gold.copies}
    assert {report: of for report, of in copied.items() if of is not None} == wanted


def test_one_interview_is_one_origin(found: Agreement) -> None:
    for origin in found.gold.one_origin:
        claims = {
            claim.id: claim
            for (gold, _), carriers in found.placed.items()
            if gold == origin.claim
            for claim, _ in carriers
        }
        assert claims, origin.claim
        for claim in claims.values():
            named = [o for o in claim.origins if o.kind is OriginKind.PERSON and o.name]
            people = [o for o in named if o.name and o.name.endswith(origin.speaker)]
            assert len(people) == 1, (origin.claim, claim.origins)


def test_a_report_in_another_language_is_kept_and_not_read(found: Agreement) -> None:
    for report in found.gold.unread:
        article = found.articles[report]
        assert article.text
        assert not [s for s in found.ledger.statements if s.article == article.id]
        assert not [r for claim in found.ledger.claims for r in claim.readings if r.article == article.id]


def test_an_omission_is_shown(found: Agreement) -> None:
    """The state broadcaster does not carry the fuel depot: its report is older than the interview."""
    carriers = [c for (gold, _), some in found.placed.items() if gold == "fireworks" for c, _ in some]
    silent = {s.article: s.why for claim in carriers for s in claim.silent}
    assert silent.get(found.articles["mrt-sarnholt"].id) is SilenceReason.EARLIER


def test_days_are_on_the_timeline(found: Agreement) -> None:
    assert len(found.dates_missed) <= 1, found.dates_missed
