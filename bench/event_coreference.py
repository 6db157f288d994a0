"""Which mentions tell of one event across reports, against the chains of ECB+ and MEANTIME.

Events are joined by what joins them in a ledger (``collate/incidents``), within the affairs that collation finds.
With gold mentions each marked mention is an account, told with what stands in its sentence as read;
with the project's own mentions, an event of the reading is the gold mention that its trigger overlaps, or one too many.

ECB+'s published figures count the mentions of checked sentences only, a list that the open part lacks: "annotated
sentences" are those with a mention that has a chain, which comes near to it (the lemma baseline says how near).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bench.conll import Clusters, score_clusters
from bench.context import Context, Record, as_article, timed_reads
from bench.figures import Figure, Measured
from sayso.collate.accounts import Account, make_accounts
from sayso.collate.entities import join_entities
from sayso.collate.incidents.group import group_accounts
from sayso.collate.ledger import find_affairs
from sayso.collate.stories import find_stories
from sayso.collate.words import stem, tokenize
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Event, Status
from sayso.core.sentences import split_sentences
from sayso.core.span import Span

_KINDS = ("ACTION", "NEG_ACTION", "event")
CORPORA = {"ECB+": "ecb-open.jsonl.gz", "MEANTIME": "meantime-open.jsonl.gz"}


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A marked mention of an event; one without a chain is the only one of its event."""

    article: str
    trigger: Span
    chain: str
    sentence: Span
    is_chained: bool


def measure(context: Context) -> Measured:
    """CoNLL F1 with gold and with own mentions, and of the lemma baseline."""
    count, spent = 0, 0.0
    figures: list[Figure] = []
    for name, corpus in CORPORA.items():
        records = context.records(corpus)
        reads, seconds = timed_reads(context, [as_article(record) for record in records])
        count, spent = count + len(records), spent + seconds
        figures += figures_of(name, records, reads)
    return Measured(count, spent, tuple(figures))


def figures_of(name: str, records: Sequence[Record], reads: Sequence[ReadArticle]) -> list[Figure]:
    """The figures of one corpus; ``reads`` are its records as read, in their order."""
    mentions = [m for record in records for m in find_mentions(record)]
    checked = checked_mentions(records)
    stories, affairs = find_circles(reads)
    joined = join_gold(checked, reads, stories, affairs)
    gold = clusters_of((m, m.chain) for m in checked)
    lemmas = clusters_of((m, f"{stories[m.article]} {_lemma(m.trigger)}") for m in checked)
    own = join_own(mentions, reads, stories, affairs)
    found, base = score_clusters(gold, joined), score_clusters(gold, lemmas)
    return [
        Figure(f"{name} gold mentions conll f1", found.mean, 0.82),
        Figure(f"{name} gold mentions muc", found.muc),
        Figure(f"{name} gold mentions b3", found.b_cubed),
        Figure(f"{name} gold mentions ceaf-e", found.ceaf_e),
        Figure(f"{name} lemma baseline conll f1", base.mean),
        Figure(
            f"{name} own mentions conll f1",
            score_clusters(clusters_of((m, m.chain) for m in mentions), own).mean,
        ),
    ]


def find_circles(reads: Sequence[ReadArticle]) -> tuple[dict[str, str], dict[str, int]]:
    """Each article's story, and the number of its affair, within which a ledger compares events."""
    found = find_stories(reads)
    stories = {article: s.id for s in found for article in s.articles}
    return stories, find_affairs(found)


def checked_mentions(records: Sequence[Record]) -> list[GoldMention]:
    """The mentions of sentences with a mention that has a chain."""
    mentions = [m for record in records for m in find_mentions(record)]
    marked = {(m.article, m.sentence.start) for m in mentions if m.is_chained}
    return [m for m in mentions if (m.article, m.sentence.start) in marked]


def find_mentions(record: Record) -> list[GoldMention]:
    """The event mentions of a corpus record."""
    text, article = record["text"], str(record["id"])
    sentences = split_sentences(text)
    found = []
    for number, mention in enumerate(record["mentions"]):
        if not mention["kind"].startswith(_KINDS):
            continue
        trigger = Span.of(text, mention["spans"][0][0], mention["spans"][-1][1])
        sentence = next((s for s in sentences if s.start <= trigger.start < s.end), trigger)
        chain = mention.get("chain")
        own = chain or f"{article} {number}"
        found.append(GoldMention(article, trigger, own, sentence, chain is not None))
    return list(dict.fromkeys(found))


def join_gold(
    mentions: Sequence[GoldMention],
    reads: Sequence[ReadArticle],
    stories: Mapping[str, str],
    affairs: Mapping[str, int],
) -> Clusters:
    """Join gold mentions as collation joins accounts."""
    groups: dict[int, list[tuple[Account, object]]] = defaultdict(list)
    for account, mention in gold_accounts(mentions, reads, affairs):
        groups[affairs[account.article]].append((account, mention))
    return _join(groups.values(), stories)


def gold_accounts(
    mentions: Sequence[GoldMention], reads: Sequence[ReadArticle], affairs: Mapping[str, int]
) -> list[tuple[Account, GoldMention]]:
    """An account for each gold mention, made of its sentence as read."""
    by_article: dict[str, list[GoldMention]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article].append(mention)
    cast = join_entities(reads, affairs)
    found = []
    for read in reads:
        own = by_article[read.reading.id]
        told = ReadArticle(replace(read.reading, events=tuple(_event(m) for m in own)), read.vectors)
        of_trigger = {m.trigger: m for m in own}
        found += [(a, of_trigger[a.event.trigger]) for a in make_accounts(told, cast)]
    return found


def join_own(
    mentions: Sequence[GoldMention],
    reads: Sequence[ReadArticle],
    stories: Mapping[str, str],
    affairs: Mapping[str, int],
) -> Clusters:
    """Join the events of the readings; each is the gold mention that its trigger overlaps, where one does."""
    by_article: dict[str, list[GoldMention]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article].append(mention)
    cast = join_entities(reads, affairs)
    groups: dict[int, list[tuple[Account, object]]] = defaultdict(list)
    for read in reads:
        for account in make_accounts(read, cast):
            trigger = account.event.trigger
            gold = next((m for m in by_article[account.article] if m.trigger.overlaps(trigger)), None)
            groups[affairs[account.article]].append((account, gold or (account.article, trigger)))
    return _join(groups.values(), stories)


def _join(
    groups: Iterable[Sequence[tuple[Account, object]]], stories: Mapping[str, str]
) -> list[frozenset[object]]:
    """Join the accounts of each affair; of a mention that two accounts stand for, the first cluster has it."""
    seen: set[object] = set()
    clusters = []
    for pairs in groups:
        ordered = sorted(pairs, key=lambda p: p[0].key)
        for group in group_accounts([a for a, _ in ordered], [], stories):
            fresh = frozenset(ordered[i][1] for i in group) - seen
            seen |= fresh
            if fresh:
                clusters.append(fresh)
    return clusters


def _event(mention: GoldMention) -> Event:
    """An event of which nothing is told but its trigger: what stands around it is looked up in its sentence."""
    return Event(
        id=f"{mention.trigger.start}",
        type=None,
        mode=None,
        trigger=mention.trigger,
        actors=(),
        recipients=(),
        places=(),
        date=None,
        harm=(),
        instruments=(),
        targets=(),
        status=Status.REPORTED,
        statement=None,
    )


def clusters_of(keyed: Iterable[tuple[object, str]]) -> list[frozenset[object]]:
    """Mentions by key."""
    groups: dict[str, set[object]] = defaultdict(set)
    for mention, key in keyed:
        groups[key].add(mention)
    return [frozenset(group) for group in groups.values()]


def _lemma(trigger: Span) -> str:
    return " ".join(stem(word.lower()) for word in tokenize(trigger.exact))
