"""The open corpora as windows of pieces with their targets."""

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.read.encoder.labels import ENTITY_KINDS, ROLES
from sayso.read.encoder.pieces import GLUED, LINE, LOWER, OTHER, SPACE, UPPER, Pieces, make_pieces
from sayso.read.encoder.windows import WINDOW, Window, cut_windows
from training.teacher import Units

CONLL_KINDS = {
    "PER": ENTITY_KINDS[0],
    "ORG": ENTITY_KINDS[1],
    "LOC": ENTITY_KINDS[2],
    "MISC": ENTITY_KINDS[3],
}
Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class AttributionTarget:
    """Piece bounds of a gold attribution's spans, by role."""

    anchor: int
    spans: tuple[tuple[int, int, int], ...]  # (role, first piece, end piece)


@dataclass(slots=True, eq=False)
class Document:
    """A text's pieces and targets; targets count pieces of the whole text."""

    pieces: Pieces
    attributions: list[AttributionTarget] | None = None
    entities: list[tuple[int, int, int]] | None = None  # (kind, first piece, end piece)
    mentions: tuple[list[tuple[int, int, int]], list[tuple[int, int, int]]] | None = None  # outer, inner
    fillers: list[tuple[int, int, int]] | None = None  # (role, first piece, end piece)
    relevant: bool = False  # whether it reports an attack; known where ``fillers`` are
    units: list[tuple[int, int, int]] = field(default_factory=list)  # (unit number, first piece, end piece)


@dataclass(slots=True, eq=False)
class Example:
    """A window of a document; the features are copies that may be altered."""

    document: Document
    window: Window
    case: NDArray[np.int64]
    breaks: NDArray[np.int64]

    def __len__(self) -> int:
        return self.window.end - self.window.start


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def piece_bounds(pieces: Pieces, start: int, end: int) -> Bounds | None:
    """The pieces that overlap the characters ``start:end``, None where there are none."""
    first = int(np.searchsorted(pieces.ends, start, side="right"))
    last = int(np.searchsorted(pieces.starts, end, side="left"))
    return (first, last) if first < last else None


def attribution_documents(path: Path, tokenizer: Tokenizer, units: Units | None = None) -> list[Document]:
    """PolNeAR's articles."""
    documents = []
    for number, record in enumerate(read_jsonl(path)):
        pieces = make_pieces(tokenizer, record["text"])
        document = Document(pieces, attributions=list(_targets(pieces, record["attributions"])))
        for unit, start, end in units.of(number) if units else ():
            if bounds := piece_bounds(pieces, start, end):
                document.units.append((unit, *bounds))
        documents.append(document)
    return documents


def _targets(pieces: Pieces, attributions: list[dict[str, Any]]) -> Iterator[AttributionTarget]:
    taken = set()
    for attribution in attributions:
        spans = [
            (role, *bounds)
            for role, name in enumerate(ROLES)
            for start, end in attribution[name]
            if (bounds := piece_bounds(pieces, start, end))
        ]
        anchor = min((first for role, first, _ in spans if role == ROLES.index("cue")), default=None)
        if anchor is not None and anchor not in taken:  # a handful have no cue or share one
            taken.add(anchor)
            yield AttributionTarget(anchor, tuple(spans))


def entity_documents(path: Path, tokenizer: Tokenizer, *, packed: bool) -> list[Document]:
    """CoNLL-2003's sentences, each by itself or packed, a line each, as far as a window holds."""
    documents: list[Document] = []
    texts: list[str] = []
    spans: list[tuple[int, int, int]] = []
    length = words = 0

    def close() -> None:
        nonlocal length, words
        if texts:
            documents.append(_entity_document("\n".join(texts), spans, tokenizer))
        texts.clear()
        spans.clear()
        length = words = 0

    for record in read_jsonl(path):
        text = record["text"]
        count = len(text.split())
        if text.startswith("-DOCSTART-") or not packed or (words + count) * 1.35 > WINDOW:
            close()
        if text.startswith("-DOCSTART-"):
            continue
        for start, end, kind in record["entities"]:
            spans.append((ENTITY_KINDS.index(CONLL_KINDS[kind]), start + length, end + length))
        texts.append(text)
        length += len(text) + 1
        words += count
    close()
    return documents


def _entity_document(text: str, spans: list[tuple[int, int, int]], tokenizer: Tokenizer) -> Document:
    pieces = make_pieces(tokenizer, text)
    entities = [(kind, *bounds) for kind, start, end in spans if (bounds := piece_bounds(pieces, start, end))]
    return Document(pieces, entities=entities)


def cut_examples(documents: list[Document], noise: "Noise | None" = None) -> list[Example]:
    """The windows of all documents; with ``noise`` they are cut and altered at random, for training."""
    examples = []
    for document in documents:
        for window in noise.windows(document) if noise else cut_windows(document.pieces):
            part = slice(window.start, window.end)
            example = Example(
                document, window, document.pieces.case[part].copy(), document.pieces.breaks[part].copy()
            )
            if noise:
                noise.alter(example)
            examples.append(example)
    return examples


class Noise:
    """Random cuts and altered features, so that the reader meets upper case, tokenised text and short texts."""

    def __init__(self, tokenizer: Tokenizer, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 (not for secrets)
        vocabulary = tokenizer.get_vocab(with_added_tokens=True)
        self.continues = np.zeros(max(vocabulary.values()) + 1, dtype=bool)
        self.closes = np.zeros_like(self.continues)
        for word, number in vocabulary.items():
            self.continues[number] = word.startswith("##")
            self.closes[number] = word in ",.;:?!)%'’”"

    def windows(self, document: Document) -> list[Window]:
        """The windows of a document: lines by themselves, or windows with a random first cut."""
        count = len(document.pieces)
        if document.attributions is not None and self.random.random() < 0.12:
            starts = [0, *(int(i) for i in np.flatnonzero(document.pieces.breaks >= LINE) if i), count]
            pairs = pairwise(starts)
            return [Window(a, min(b, a + WINDOW), a, min(b, a + WINDOW)) for a, b in pairs if b > a]
        if count <= WINDOW:
            return cut_windows(document.pieces)
        first = self.random.randrange(WINDOW // 3, WINDOW)
        head = Window(0, first, 0, first)
        rest = _tail(document.pieces, max(0, first - 64))
        return [head, *rest]

    def alter(self, example: Example) -> None:
        """Change the surface features of a window as other sources of text would."""
        ids = example.document.pieces.ids[example.window.start : example.window.end]
        dice = self.random.random
        if dice() < 0.04:
            example.case[example.case < OTHER - 1] = UPPER
        elif dice() < 0.03:
            example.case[example.case < OTHER - 1] = LOWER
        breaks = example.breaks
        document = example.document
        if document.fillers is not None and dice() < 0.5:  # MUC's lines are broken within sentences
            breaks[breaks == LINE] = SPACE
        tokenised = document.entities is not None or document.mentions is not None
        if tokenised and dice() < 0.5:  # CoNLL's and GUM's text is: undo it
            breaks[self.closes[ids] & (breaks == SPACE)] = GLUED
        elif document.attributions is not None and dice() < 0.12:  # the other way round
            breaks[~self.continues[ids] & (breaks == GLUED)] = SPACE


def _tail(pieces: Pieces, start: int) -> list[Window]:
    rest = Pieces(
        *(getattr(pieces, name)[start:] for name in ("ids", "starts", "ends", "case", "quotes", "breaks"))
    )
    return [
        Window(w.start + start, w.end + start, w.own_start + start, w.own_end + start)
        for w in cut_windows(rest)
    ]
