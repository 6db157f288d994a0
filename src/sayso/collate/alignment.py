"""Variants of one utterance aligned word by word to a base (``rapidfuzz.distance.Levenshtein.opcodes`` over words)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from sayso.collate.utterances import Utterance
from sayso.collate.words import stem
from sayso.core.quotation import Aligned, Edit
from sayso.core.span import Span

_LEAST_SHARED = 0.25  # of the words: below it an alignment would be noise
_MOST = 60  # variants; above it the base is the first of those given most often

Code = tuple[str, int, int, int, int]  # what it is; start and end in the base, start and end in the variant
_EDITS = {"equal": Edit.SAME, "replace": Edit.DIFFERS, "insert": Edit.ADDS, "delete": Edit.OMITS}


def pick_base(wordings: Sequence[tuple[str, ...]]) -> int:
    """Return the number of the wording nearest to all others (the medoid); of equals the first."""
    if len(wordings) > _MOST:
        counts = {words: wordings.count(words) for words in set(wordings)}
        return max(range(len(wordings)), key=lambda n: (counts[wordings[n]], -n))
    return min(
        range(len(wordings)),
        key=lambda n: (sum(Levenshtein.distance(wordings[n], other) for other in wordings), n),
    )


def align_words(
    base: Sequence[Utterance], variant: Sequence[Utterance], texts: Mapping[str, str]
) -> tuple[Aligned, ...]:
    """Return runs of the variant's words, each beside the base's; neighbouring edits are one, so that it reads.

    Where the two share too few words to be laid side by side, all of the one differs from all of the other.
    """
    words = [tuple(w for u in side for w in u.words) for side in (base, variant)]
    places = [tuple(p for u in side for p in u.places) for side in (base, variant)]
    stems = [tuple(map(stem, side)) for side in words]
    if Levenshtein.normalized_similarity(*stems) < _LEAST_SHARED:
        codes = [("replace", 0, len(words[0]), 0, len(words[1]))]
    else:
        codes = list(_merged(_codes(*words, *stems)))
    raw = texts[base[0].article], texts[variant[0].article]
    return tuple(
        Aligned(
            _EDITS[tag],
            span=_span(places[1], first, end, raw[1]),
            base=_span(places[0], base_first, base_end, raw[0]),
        )
        for tag, base_first, base_end, first, end in codes
    )


def _codes(
    base: Sequence[str], variant: Sequence[str], base_stems: Sequence[str], variant_stems: Sequence[str]
) -> Iterator[Code]:
    """Yield edits between words aligned by their stems, so that "invoice" stands beside "invoices"."""
    for code in Levenshtein.opcodes(base_stems, variant_stems):
        if code.tag != "equal":
            yield code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end
            continue
        for at, place in enumerate(range(code.src_start, code.src_end), code.dest_start):
            yield "equal" if base[place] == variant[at] else "replace", place, place + 1, at, at + 1


def _merged(codes: Iterable[Code]) -> Iterator[Code]:
    """Join neighbouring edits, and neighbouring words that are the same."""
    held: Code | None = None
    for code in codes:
        if held and (held[0] == "equal") == (code[0] == "equal"):
            tag = "equal" if code[0] == "equal" else _tag(held[1] == code[2], held[3] == code[4])
            held = tag, held[1], code[2], held[3], code[4]
        else:
            if held:
                yield held
            held = code
    if held:
        yield held


def _tag(no_base: bool, no_variant: bool) -> str:
    return "insert" if no_base else "delete" if no_variant else "replace"


def _span(places: Sequence[tuple[int, int]], first: int, end: int, text: str) -> Span | None:
    if first >= end:
        return None
    start, stop = places[first][0], places[end - 1][1]
    return Span(start, stop, text[start:stop])
