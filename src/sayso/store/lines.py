"""A ledger's stories as a list shows them."""

from collections import Counter

from sayso.core.ledger import ClaimStatus, Ledger
from sayso.store.records import StoryLine


def lines_of(ledger: Ledger) -> list[StoryLine]:
    """Give a ledger's stories as a list shows them, in the ledger's order."""
    outlet = {article.id: article.outlet for article in ledger.articles}
    claims = Counter(claim.story for claim in ledger.claims)
    contested = Counter(c.story for c in ledger.claims if c.status is ClaimStatus.CONTESTED)
    return [
        StoryLine(
            id=story.id,
            title=story.title,
            first=story.first,
            last=story.last,
            reports=len(story.articles),
            outlets=len({outlet.get(article) for article in story.articles} - {None}),
            claims=claims[story.id],
            contested=contested[story.id],
        )
        for story in ledger.stories
    ]
