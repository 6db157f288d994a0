"""One utterance in the wordings of several reports, as the ledger collates it: versions beside a base, and splices."""

from collections.abc import Iterator, Sequence

from sayso.core.quotation import Aligned, Edit, Quotation, QuoteVariant, Splice
from sayso.core.span import Span
from sayso.desk.brief.claims import sort_claims
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.pieces import Cite, MarkKind, Ref
from sayso.desk.brief.versions import Change, CollatedQuotation, Run, Spliced, Variant, Version
from sayso.desk.labels import word

MIN_SHARED = 0.25  # of the words: below it wordings are shown side by side without their differences

_CHANGES = {Edit.SAME: Change.SAME, Edit.DIFFERS: Change.DIFFERS, Edit.ADDS: Change.DIFFERS}


def quotations(draft: Draft) -> tuple[CollatedQuotation, ...]:
    """Every utterance of the story that at least two of its reports quote in different words."""
    held = draft.index.contents[draft.story.id].quotations
    shown = {q.id: made for q in held if (made := _collate(q, draft))}
    return tuple(_with_splices(shown[q.id], q, draft, shown) for q in held if q.id in shown)


def _collate(quotation: Quotation, draft: Draft) -> CollatedQuotation | None:
    variants = [v for v in quotation.variants if v.article in draft.positions]
    base = quotation.variants[quotation.base]
    who = draft.index.who(quotation.speaker, base.statement)
    if who is None or len({v.article for v in variants}) < 2:
        return None
    versions: dict[tuple[str, ...], list[QuoteVariant]] = {}
    for variant in sorted(variants, key=lambda v: (draft.positions[v.article], v.span)):
        versions.setdefault(_folded(variant.span.exact), []).append(variant)
    if len(versions) < 2:
        return None
    key = draft.key("Q", quotation.id)
    ref = Ref(key, word("quotation", "one"))
    made = [_version(group, base, ref, draft) for group in versions.values()]
    return CollatedQuotation(
        key=key,
        claim=_claim_of(variants, draft),
        who=who,
        versions=tuple(sorted(made, key=lambda v: not v.is_base)),
    )


def _folded(words: str) -> tuple[str, ...]:
    """Words as compared: without case and marks."""
    bare = "".join(c if c.isalnum() or c in "'’-" else " " for c in words.casefold())
    return tuple(bare.replace("’", "'").split())


def _version(group: Sequence[QuoteVariant], base: QuoteVariant, ref: Ref, draft: Draft) -> Version:
    first = group[0]
    is_base = _folded(first.span.exact) == _folded(base.span.exact)
    runs, variants = _runs(first.alignment) if not is_base else ((), ())
    is_aligned = is_base or _shared(first.alignment) >= MIN_SHARED
    return Version(
        labels=tuple(dict.fromkeys(draft.index.labels[v.article] for v in group)),
        runs=runs if runs and is_aligned else (Run(first.span.exact, Change.SAME),),
        is_base=is_base,
        is_aligned=is_aligned,
        variants=variants if is_aligned else (),
        cites=tuple(draft.citer.cite(v.article, v.span, MarkKind.CONTENT, ref=ref) for v in group),
    )


def _runs(alignment: Sequence[Aligned]) -> tuple[tuple[Run, ...], tuple[Variant, ...]]:
    """The runs of a variant beside the base, and where the two differ as pairs of phrases."""
    runs = tuple(
        Run(part.span.exact, _CHANGES[part.edit]) if part.span else Run("", Change.OMITS)
        for part in alignment
    )
    differing = [part for part in alignment if part.edit is not Edit.SAME]
    return runs, tuple(Variant(_words(part.base), _words(part.span)) for part in differing)


def _words(span: Span | None) -> str:
    return span.exact if span else ""


def _shared(alignment: Sequence[Aligned]) -> float:
    """The share of the longer wording's words that both have."""
    same = sum(len(_words(part.span).split()) for part in alignment if part.edit is Edit.SAME)
    sides = ([_words(part.span) for part in alignment], [_words(part.base) for part in alignment])
    return same / max(1, *(sum(len(words.split()) for words in side) for side in sides))


def _claim_of(variants: Sequence[QuoteVariant], draft: Draft) -> str | None:
    """The key of the claim that most of the variants' words carry; None where they carry none."""
    counts: dict[str, int] = {}
    for claim in sort_claims(draft.claims, draft.positions):
        places = [(r.article, r.span) for r in claim.readings]
        held = sum(any(a == v.article and s.overlaps(v.span) for a, s in places) for v in variants)
        if held:
            counts[claim.id] = held
    best = max(counts, key=lambda c: counts[c], default=None)
    return draft.key("C", best) if best else None


def _with_splices(
    made: CollatedQuotation, quotation: Quotation, draft: Draft, shown: dict[str, CollatedQuotation]
) -> CollatedQuotation:
    spliced = tuple(_splices(quotation.spliced, made.key, draft, shown))
    return CollatedQuotation(made.key, made.claim, made.who, made.versions, spliced)


def _splices(
    found: Sequence[Splice], key: str, draft: Draft, shown: dict[str, CollatedQuotation]
) -> Iterator[Spliced]:
    ref = Ref(key, word("quotation", "spliced"))

    def cite(article: str, span: Span) -> Cite:
        return draft.citer.cite(article, span, MarkKind.CONTENT, ref=ref)

    for splice in found:
        if {splice.article, splice.apart} <= draft.positions.keys():
            following = shown.get(splice.following)
            first, second = splice.apart_spans
            yield Spliced(
                joined=cite(splice.article, splice.span),
                apart=(cite(splice.apart, first), cite(splice.apart, second)),
                following=following.key if following else None,
            )
