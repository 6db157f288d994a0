"""The shipped example against what is in it, with the floors that the tests hold."""

from bench.agreement import Agreement
from bench.context import Context, timed_reads
from bench.figures import Figure, Measured
from bench.gold import EXAMPLE, Gold
from sayso.collate.ledger import collate
from sayso.core.article import Article
from sayso.gather import gather


def measure(context: Context) -> Measured:
    """The figures of the story's ledger, on invented reports."""
    articles = [found for found in gather([EXAMPLE / "reports"]) if isinstance(found, Article)]
    reads, seconds = timed_reads(context, articles)
    agreement = Agreement(Gold.load(EXAMPLE / "gold.json"), collate(reads))
    return Measured(len(articles), seconds, tuple(_figures(agreement)))


def _figures(found: Agreement) -> list[Figure]:
    return [
        Figure("boilerplate left", len(found.boilerplate_left), 0, lower_is_better=True),
        Figure("statements found", found.share(len(found.found)), 0.80),
        Figure("speaker right", found.share(len(found.found) - len(found.wrong_speaker)), 0.75),
        Figure("act right", found.share(len(found.found) - len(found.wrong_act)), 0.70),
        Figure("claim links f1", found.links.f1, 0.50),
        Figure("claim links precision", found.links.precision, 0.80),
        Figure("harm figures f1", found.harm.f1),
        Figure("story pairs wrong", len(found.wrong_pairs), 0, lower_is_better=True),
        Figure("dates missed", len(found.dates_missed), lower_is_better=True),
    ]
