"""GUM's mentions of people, organisations and places, of whatever form, as targets."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from sayso.core.reading import EntityKind
from sayso.read.encoder.labels import MENTION_KINDS
from sayso.read.encoder.pieces import make_pieces
from training.data import Document, piece_bounds, read_jsonl

GUM_KINDS = {
    "person": EntityKind.PERSON,
    "organization": EntityKind.ORGANISATION,
    "place": EntityKind.PLACE,
}
HELD_OUT = 5  # every fifth document is kept for the figures
Mention = tuple[int, int, int]  # (kind, start, end)


def mention_documents(path: Path, tokenizer: Tokenizer, *, held_out: bool) -> list[Document]:
    """GUM's documents: those kept for the figures, or all others."""
    records = enumerate(read_jsonl(path))
    return [
        _document(record, tokenizer)
        for number, record in records
        if (number % HELD_OUT == HELD_OUT - 1) == held_out
    ]


def _document(record: dict[str, Any], tokenizer: Tokenizer) -> Document:
    pieces = make_pieces(tokenizer, record["text"])
    spans = [
        (MENTION_KINDS.index(GUM_KINDS[m["kind"]]), m["start"], m["end"])
        for m in record["mentions"]
        if m["kind"] in GUM_KINDS
    ]
    layers = tuple(
        [(kind, *bounds) for kind, start, end in layer if (bounds := piece_bounds(pieces, start, end))]
        for layer in nest(spans)
    )
    return Document(pieces, mentions=(layers[0], layers[1]))


def nest(spans: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The outermost mentions, and within them the longest that do not overlap one another; deeper ones are lost."""
    by_length = sorted(set(spans), key=lambda span: (span[1] - span[2], span[1]))
    outer = list(_apart(by_length))
    taken = set(outer)
    inner = list(_apart([span for span in by_length if span not in taken]))
    return sorted(outer, key=lambda span: span[1]), sorted(inner, key=lambda span: span[1])


def _apart(spans: Sequence[Mention]) -> Iterator[Mention]:
    """The spans that overlap none of those before them."""
    kept: list[Mention] = []
    for span in spans:
        if all(span[2] <= other[1] or other[2] <= span[1] for other in kept):
            kept.append(span)
            yield span
