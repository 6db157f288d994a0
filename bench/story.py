"""The ledger of the five real reports, against the sample of what is in them."""

from bench.context import Context, timed_reads
from bench.figures import Figure, Measured
from bench.scoring import line_of, number_after, run_scorer, write_ledger
from sayso.collate.ledger import collate
from sayso.core.article import Article
from sayso.gather import gather

PAIRS = 10  # of five reports


def measure(context: Context) -> Measured:
    """Cleaning, statements, speakers, acts, claims, contests, harm and stories, each with its floor."""
    folder = context.path("story")
    gold = context.path("story", "gold.json")
    files = sorted(folder.glob("*.txt"))
    articles = [found for found in gather(files) if isinstance(found, Article)]
    reads, seconds = timed_reads(context, articles)
    output = run_scorer(context, "ledger.py", gold, write_ledger(context, collate(reads)))
    return Measured(len(articles), seconds, tuple(_figures(output)))


def _figures(output: str) -> list[Figure]:
    said, links = line_of(output, "statements found"), line_of(output, "claim links across reports")
    cleaning = line_of(output, "boilerplate left in")
    return [
        Figure("spans that differ", number_after(output, "differ from the text:"), 0, lower_is_better=True),
        Figure("boilerplate left", number_after(cleaning), 0, lower_is_better=True),
        Figure("broken quotes", number_after(cleaning, "broken quotes"), 0, lower_is_better=True),
        Figure("statements found", number_after(said, "("), 0.80),
        Figure("speaker right", number_after(said.partition("speaker right")[2], "("), 0.75),
        Figure("act right", number_after(said.partition("act right")[2], "("), 0.70),
        Figure("claim links f1", number_after(links, "f1"), 0.50),
        Figure("claim links precision", number_after(links, "p "), 0.80),
        Figure("contests f1", number_after(line_of(output, "contests"), "f1")),
        Figure("strikes contested", float("'strikes'" in line_of(output, "contests")), 1),
        Figure("harm figures f1", number_after(line_of(output, "harm figures"), "f1")),
        Figure("story pairs right", number_after(line_of(output, "story pairs right")), PAIRS),
    ]
