"""What the parts of one story's brief share while it is made: look-ups, keys, and the numbering of cites."""

from collections import Counter
from dataclasses import dataclass, field

from sayso.core.ledger import Claim, LedgerArticle, LedgerEvent, LedgerStatement, Story, TimelineEntry
from sayso.core.told import articles_of_commitment, articles_of_position, articles_of_process
from sayso.desk.brief.citing import Citer
from sayso.desk.brief.index import Contents, Index, file_name


@dataclass(slots=True)
class Keys:
    """Short keys for the ledger's ids, counted over the whole brief so that no two things share an address."""

    given: dict[tuple[str, str, str], str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def key(self, letter: str, story: str, ident: str) -> str:
        """The key of ``ident`` in a story among the things of one letter; the next number where it has none yet."""
        if (letter, story, ident) not in self.given:
            self.counts[letter] += 1
            self.given[letter, story, ident] = f"{letter}{self.counts[letter]}"
        return self.given[letter, story, ident]


@dataclass(frozen=True, slots=True)
class Draft:
    """One story's brief in the making."""

    index: Index
    citer: Citer
    keys: Keys
    story: Story
    articles: tuple[LedgerArticle, ...]  # in the order of the brief's columns
    related: tuple[LedgerArticle, ...]  # of related stories, that carry a claim of this one
    statements: tuple[LedgerStatement, ...]  # as the reports run
    events: tuple[LedgerEvent, ...]
    claims: tuple[Claim, ...]
    timeline: tuple[TimelineEntry, ...]  # in the ledger's order
    positions: dict[str, int]  # of each article among the columns, the related ones after them
    is_first: bool = True  # of the brief's stories

    def key(self, letter: str, ident: str) -> str:
        """The key of a ledger id: one letter for each sort of thing.

        B commitment, C claim, E event, F ceasefire, L process, M round, P person, Q quotation, R report, S statement,
        V position.
        """
        return self.keys.key(letter, self.story.id, ident)

    def known_key(self, letter: str, ident: str) -> str | None:
        """The key that a ledger id has already, None where it has none."""
        return self.keys.given.get((letter, self.story.id, ident))


def draft_story(index: Index, citer: Citer, keys: Keys, story: Story, *, is_first: bool = True) -> Draft:
    """The draft of one story: its reports by date, undated last, and their keys and statements' keys given."""
    contents = index.contents[story.id]
    articles = tuple(sorted(contents.articles, key=_article_order))
    related = _related(index, contents, {a.id for a in articles})
    positions = {a.id: n for n, a in enumerate((*articles, *related))}
    draft = Draft(
        index=index,
        citer=citer,
        keys=keys,
        story=story,
        articles=articles,
        related=related,
        statements=tuple(
            sorted(contents.statements, key=lambda s: (positions[s.article], s.content[0], s.id))
        ),
        events=tuple(contents.events),
        claims=tuple(contents.claims),
        timeline=tuple(contents.timeline),
        positions=positions,
        is_first=is_first,
    )
    for article in (*articles, *related):
        citer.add_report(article.id, draft.key("R", article.id))
    for statement in draft.statements:
        draft.key("S", statement.id)
    return draft


def _related(index: Index, contents: Contents, members: set[str]) -> tuple[LedgerArticle, ...]:
    """The reports outside a story that carry one of its claims, or tell of one of its processes or commitments."""
    carrying = {r.article for claim in contents.claims for r in claim.readings}
    carrying |= {a for p in contents.processes for a in articles_of_process(p, index.ceasefires)}
    carrying |= {a for c in contents.commitments for a in articles_of_commitment(c)}
    carrying |= {a for p in contents.positions for a in articles_of_position(p)}
    outside = (index.articles[a] for a in carrying - members if a in index.articles)
    return tuple(sorted(outside, key=_article_order))


def _article_order(article: LedgerArticle) -> tuple[bool, str, str, str]:
    return article.published is None, article.published or "", file_name(article), article.id
