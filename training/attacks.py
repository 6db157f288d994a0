"""MUC-4's incident keys as targets: every occurrence of a slot's strings in its message."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from sayso.read.encoder.labels import FILLER_ROLES
from sayso.read.encoder.pieces import make_pieces
from training.data import Document, piece_bounds, read_jsonl

SLOTS = {
    "PERP: INDIVIDUAL ID": "perpetrator",
    "PERP: ORGANIZATION ID": "perpetrator",
    "PHYS TGT: ID": "target",
    "HUM TGT: NAME": "human",
    "HUM TGT: DESCRIPTION": "human",
    "INCIDENT: INSTRUMENT ID": "instrument",
}
QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
WORD = re.compile(r"[A-Za-z]+")


def attack_documents(path: Path, tokenizer: Tokenizer, known: set[str] | None = None) -> list[Document]:
    """MUC-4's messages with their fillers; with ``known`` lower-case words, in ordinary letters instead of capitals."""
    return [_document(record, tokenizer, known) for record in read_jsonl(path)]


def _document(record: dict[str, Any], tokenizer: Tokenizer, known: set[str] | None) -> Document:
    text = record["text"]
    pieces = make_pieces(tokenizer, text if known is None else recase(text, known))
    spans = apart(fillers(text, record["templates"]))
    targets = [(role, *bounds) for role, start, end in spans if (bounds := piece_bounds(pieces, start, end))]
    return Document(pieces, fillers=targets, relevant=bool(record["templates"]))


def fillers(text: str, templates: Iterable[dict[str, list[str]]]) -> Iterator[tuple[int, int, int]]:
    """(role, start, end) of every occurrence of the strings that the templates give."""
    strings = {
        (FILLER_ROLES.index(role), string.replace('\\"', '"'))
        for template in templates
        for slot, role in SLOTS.items()
        for value in template.get(slot, [])
        for string in QUOTED.findall(value.split(": ")[0] if slot.endswith("DESCRIPTION") else value)
    }
    for role, string in sorted(strings):
        if words := string.split():
            pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
            yield from ((role, *match.span()) for match in re.finditer(pattern, text, re.IGNORECASE))


def apart(spans: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The longest spans that do not overlap, in order."""
    kept: list[tuple[int, int, int]] = []
    for span in sorted(set(spans), key=lambda span: (span[1] - span[2], span[1])):
        if all(span[2] <= other[1] or other[2] <= span[1] for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span[1])


def lower_words(texts: Iterable[str]) -> set[str]:
    """The words that ``texts`` write with a small first letter more often than not."""
    counts = Counter(word for text in texts for word in WORD.findall(text))
    return {word for word in counts if word.islower() and counts[word] > counts[word.capitalize()]}


def recase(text: str, known: set[str]) -> str:
    """``text`` with small letters in the words of ``known`` and one capital in all others; the length stays."""
    return WORD.sub(
        lambda match: word if (word := match.group().lower()) in known else word.capitalize(), text
    )
