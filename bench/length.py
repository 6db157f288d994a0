"""How reading time grows with a text's length: it doubles where the length does, up to a megabyte."""

import time

from bench.context import Context
from bench.figures import Figure, Measured
from sayso.core.article import Article

PARAGRAPH = (
    "Harbour Minister Ilsa Brandt of Norvane said on Tuesday that the strait “will stay closed”. At least three "
    "fishermen were killed on 12 May, the coast guard said. Corvessa denied that its navy had fired on them.\n\n"
)
SHORTEST = 16_000  # characters
DOUBLINGS = 6  # up to a megabyte
MOST_GROWTH = 1.3  # of the time a character, from the shortest text to the longest


def measure(context: Context) -> Measured:
    """Seconds for a text of each length, and how much more a character costs in the longest than in the shortest."""
    doublings = min(DOUBLINGS, context.limit or DOUBLINGS)
    context.reader.read_one(Article("a", None, None, None, None, None, "en", PARAGRAPH))  # warm
    figures: list[Figure] = []
    paces: list[float] = []
    for step in range(doublings + 1):
        size = SHORTEST << step
        article = Article("a", None, None, None, None, "2031-05-14", "en", (PARAGRAPH * (size // 200))[:size])
        start = time.process_time()  # of the processor, which other work on the machine disturbs least
        context.reader.read_one(article)
        taken = time.process_time() - start
        figures.append(Figure(f"{size:,} characters", taken, unit="s", lower_is_better=True))
        paces.append(taken / size)
    growth = paces[-1] / paces[0]
    figures.append(
        Figure("a character’s cost, longest to shortest", growth, MOST_GROWTH, lower_is_better=True)
    )
    return Measured(doublings + 1, sum(figure.value for figure in figures[:-1]), tuple(figures))
