"""Quotations collated: one utterance in several translations or clippings, as an editor collates a text's witnesses.

1. What statements quote is cut into sentences. Two of one speaker in two reports are the same utterance where they are
   near in meaning and share telling words, or where the one is a clipping of the other; of an unnamed speaker only
   where the words are the same.
2. Sentences that are one utterance in one report and two in another stay together.
3. The base is the variant nearest to all others; each is aligned to it word by word (Levenshtein).
4. Two utterances that stand side by side within one pair of quote marks, and apart in another report, are spliced.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from sayso.collate.alignment import align_words, pick_base
from sayso.collate.identity import content_id
from sayso.collate.linkage import components
from sayso.collate.utterances import Utterance, find_utterances
from sayso.collate.words import load_background
from sayso.core.ledger import LedgerEntity, LedgerStatement, Story
from sayso.core.quotation import Quotation, QuoteVariant, Splice
from sayso.core.read_article import ReadArticle
from sayso.core.span import Span

_RAREST = 5  # telling words of an utterance by which it is looked up
_CROWD = 40  # utterances with one telling word; above it each is compared with the first ones only
_FIRST = 10
_ALIKE = 0.5  # the mean of the cosine and of the share of telling words
_WORDS_ALIKE = 0.37  # of the shorter one's telling words, by weight
_CLIPPED = 0.85  # of the shorter one's words stand in the other, in order
_LEAST_WORDS = 4
_SAME = 6  # words that are one utterance, whoever is said to say them
_APART = 15  # words between two quotations that no reporting clause has


def collate_quotations(
    reads: Sequence[ReadArticle],
    statements: Sequence[LedgerStatement],
    entities: Sequence[LedgerEntity],
    story_of: Mapping[str, Story],
) -> tuple[Quotation, ...]:
    """Collate all that the ledger's ``statements`` quote; each report must have a story."""
    said: dict[str, list[LedgerStatement]] = defaultdict(list)
    for statement in statements:
        said[statement.article].append(statement)
    utterances = [u for read in reads for u in find_utterances(read, said[read.reading.id])]
    named = frozenset(e.id for e in entities if any(word[:1].isupper() for word in e.name.split()))
    return make_quotations(utterances, {r.reading.id: r.reading.text for r in reads}, story_of, named)


def make_quotations(
    utterances: Sequence[Utterance],
    texts: Mapping[str, str],
    story_of: Mapping[str, Story],
    named: frozenset[str],
) -> tuple[Quotation, ...]:
    """Collate the utterances of all reports; those that only one report has are left out.

    ``named`` are the speakers with proper names. The same from any order; work grows with the utterances of a speaker
    that share a telling word.
    """
    ordered = sorted(utterances, key=lambda u: (u.key, u.statement))
    numbers = {u.key: n for n, u in enumerate(ordered)}
    pairs = [(numbers[a.key], numbers[b.key]) for a, b in _links(ordered, named)]
    groups = [[ordered[n] for n in group] for group in components(len(ordered), pairs) if len(group) > 1]
    made = [
        (_collate(group, texts, story_of), group) for group in groups if len({u.article for u in group}) > 1
    ]
    place = {id_: n for n, id_ in enumerate(dict.fromkeys(s.id for s in story_of.values()))}
    spliced = _find_splices(ordered, {u.key: q.id for q, group in made for u in group}, texts)
    return tuple(
        sorted(
            (_with_splices(q, spliced) for q, _ in made),
            key=lambda q: (place[q.story], q.variants[0].article, q.variants[0].span),
        )
    )


def same_utterances(quotations: Sequence[Quotation]) -> dict[str, str]:
    """Map statements to the quotation whose very words another report quotes too: they have one source."""
    found = {}
    for quotation in quotations:
        words = [(v, tuple(v.span.exact.lower().split())) for v in quotation.variants]
        held: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for variant, said in words:
            held[said].add(variant.article)
        for variant, said in words:
            if len(said) >= _SAME and len(held[said]) > 1:
                found[variant.statement] = quotation.id
    return found


def _links(ordered: Sequence[Utterance], named: frozenset[str]) -> Iterator[tuple[Utterance, Utterance]]:
    """Yield for each utterance its counterpart in each other report that has one."""
    best: dict[tuple[tuple[str, Span], str], tuple[float, int, Utterance, Utterance]] = {}
    for number, (one, other) in enumerate(_candidates(ordered)):
        score = _score(one, other, named)
        if score:
            for mine, yours in ((one, other), (other, one)):
                key = (mine.key, yours.article)
                if key not in best or (score, -number) > best[key][:2]:
                    best[key] = (score, -number, mine, yours)
    return ((mine, yours) for _, _, mine, yours in best.values())


def _candidates(ordered: Sequence[Utterance]) -> list[tuple[Utterance, Utterance]]:
    """Return pairs of utterances of two reports that share a telling word, or their words."""
    holders: dict[str, list[int]] = defaultdict(list)
    background = load_background()
    for number, one in enumerate(ordered):
        rarest = sorted(one.stems, key=lambda s: (-background.idf(s), s))[:_RAREST]
        speaker = one.speaker or ""
        for key in {*(f"{speaker} {stem}" for stem in rarest), " ".join(one.words[:_SAME])}:
            holders[key].append(number)
    pairs = {
        (a, b)
        for held in holders.values()
        for place, a in enumerate(held if len(held) <= _CROWD else held[:_FIRST])
        for b in held[place + 1 :]
    }
    return [(ordered[a], ordered[b]) for a, b in sorted(pairs) if ordered[a].article != ordered[b].article]


def _score(one: Utterance, other: Utterance, named: frozenset[str]) -> float:
    """Return how surely two are one utterance; 0 where they are not."""
    shorter = min(len(one.words), len(other.words))
    if one.words == other.words and shorter >= _SAME:
        return 2.0
    if one.speaker is None or one.speaker != other.speaker or one.speaker not in named:
        return 0.0
    clipped = LCSseq.similarity(one.words, other.words) / shorter
    if shorter < _LEAST_WORDS:
        return 0.0
    if clipped >= _CLIPPED:
        return 1 + clipped / 2
    weights = [_weigh(one.stems), _weigh(other.stems), _weigh(one.stems & other.stems)]
    if min(weights[:2]) <= 0:
        return 0.0
    words = weights[2] / min(weights[:2])
    likeness = (float(one.vector @ other.vector) + words) / 2
    return round(likeness, 4) if likeness >= _ALIKE and words >= _WORDS_ALIKE else 0.0


def _weigh(stems: frozenset[str]) -> float:
    background = load_background()
    return sum(background.idf(s) for s in sorted(stems))


def _collate(
    group: Sequence[Utterance], texts: Mapping[str, str], story_of: Mapping[str, Story]
) -> Quotation:
    witnesses = list(_join(group))
    base = pick_base([tuple(w for u in witness for w in u.words) for witness in witnesses])
    variants = tuple(
        QuoteVariant(
            article=witness[0].article,
            statement=witness[0].statement,
            span=_span(witness, texts),
            alignment=() if number == base else align_words(witnesses[base], witness, texts),
        )
        for number, witness in enumerate(witnesses)
    )
    stories = Counter(story_of[v.article].id for v in variants)
    speakers = Counter(u.speaker for u in group if u.speaker)
    return Quotation(
        id=content_id("quotation", *(f"{v.article} {v.span.start} {v.span.end}" for v in variants)),
        story=max(stories, key=lambda s: (stories[s], s)),
        speaker=max(speakers, key=lambda s: (speakers[s], s), default=None),
        variants=variants,
        base=base,
    )


def _join(group: Sequence[Utterance]) -> Iterator[list[Utterance]]:
    """Yield each report's variants: neighbouring sentences of one quotation are one variant."""
    held: list[Utterance] = []
    for one in sorted(group, key=lambda u: u.key):
        if held and (held[-1].article, held[-1].quote) != (one.article, one.quote):
            yield held
            held = []
        held.append(one)
    yield held


def _span(witness: Sequence[Utterance], texts: Mapping[str, str]) -> Span:
    start, end = witness[0].span.start, witness[-1].span.end
    return Span(start, end, texts[witness[0].article][start:end])


def _find_splices(
    ordered: Sequence[Utterance], quotation_of: Mapping[tuple[str, Span], str], texts: Mapping[str, str]
) -> dict[str, list[Splice]]:
    """Return by quotation where its words and the next one's are joined in one report and stand apart in another."""
    by_article: dict[str, list[Utterance]] = defaultdict(list)
    holders: dict[str, dict[str, Utterance]] = defaultdict(dict)
    for one in ordered:
        by_article[one.article].append(one)
        if one.key in quotation_of:
            holders[quotation_of[one.key]].setdefault(one.article, one)
    found: dict[str, list[Splice]] = defaultdict(list)
    for article, said in by_article.items():
        for one, following in pairwise(said):
            first, second = quotation_of.get(one.key), quotation_of.get(following.key)
            if one.quote != following.quote or first is None or second is None or first == second:
                continue
            for other in sorted(holders[first].keys() & holders[second].keys() - {article}):
                pair = holders[first][other], holders[second][other]
                if _are_apart(*pair, texts[other]):
                    span = _span([one, following], texts)
                    found[first].append(Splice(article, span, second, other, (pair[0].span, pair[1].span)))
                    break
    return found


def _are_apart(one: Utterance, other: Utterance, text: str) -> bool:
    """Whether more than a reporting clause stands between two utterances of one report, or their order is another."""
    if one.quote == other.quote:
        return other.span.start < one.span.start
    between = text[min(one.span.end, other.span.end) : max(one.span.start, other.span.start)]
    return other.span.start < one.span.start or len(between.split()) > _APART


def _with_splices(quotation: Quotation, spliced: Mapping[str, Sequence[Splice]]) -> Quotation:
    return Quotation(
        quotation.id,
        quotation.story,
        quotation.speaker,
        quotation.variants,
        quotation.base,
        tuple(spliced.get(quotation.id, ())),
    )
