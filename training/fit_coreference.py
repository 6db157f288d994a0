"""Fits the network by which a report's mentions are linked, on GUM's chains.

    python -m training.fit_coreference [--weights FOLDER] [--data FOLDER] [--folds N] [--out FILE]

With ``--folds`` it prints what each fifth of the documents gets from a fit on the rest (the mentions are then the
encoder's own); with ``--out`` it fits on all documents and writes the weights. To be run again after the encoder.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.core.reading import EntityKind
from sayso.core.span import Span
from sayso.read.encoder.network import Network
from sayso.read.encoder.raw import RawReading, read_raw
from sayso.read.encoder.weights import TOKENIZER_FILE, Weights, shipped_folder
from sayso.read.entities.coreference.links import bar_speakers, join
from sayso.read.entities.coreference.pairs import make_pairs, measure_pairs, pair_classes
from sayso.read.entities.coreference.scorer import scale
from sayso.read.entities.coreference.table import make_table
from sayso.read.entities.prepared import Prepared, prepare
from sayso.read.spans import NamedSpan
from sayso.read.statements import repair_attributions
from training.coreference_net import CoreferenceNet, antecedent_loss
from training.data import read_jsonl
from training.train import default_data

KINDS = {
    "person": EntityKind.PERSON,
    "organization": EntityKind.ORGANISATION,
    "place": EntityKind.PLACE,
}
SCORED = ("person", "organization")
EPOCHS, RATE, DECAY, WARMUP = 10, 4e-3, 1e-4, 50
FOLDS = 5
NEAR, KEPT = 8, 0.3  # pairs so near are always looked at, of the others this share a step
BLIND = 0.1  # share of the steps without vectors, so that the scorer stands without them
MISSED = 0.15  # share of the mentions that are left out of a document to learn from
EASES = ((-1.5, 0.0), (-1.0, 0.0), (-1.0, 1.0), (-1.0, 2.0), (-0.5, 0.5), (-0.5, 1.5), (0.0, 2.0))


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A document's inputs to the network, and the gold chain of each candidate (-1: none)."""

    prepared: Prepared
    inputs: tuple[torch.Tensor, ...]  # as CoreferenceNet.forward takes them
    gold: torch.Tensor
    barred: NDArray[np.int64]  # see links.join
    scored: NDArray[np.bool_]  # whether a candidate is a gold mention that the scorer counts
    total: int  # how many the scorer counts


def read_example(record: dict[str, Any], raw: RawReading, mentions: Sequence[NamedSpan]) -> Example:
    """A record of GUM as the network is given it, with ``mentions`` in the place of the encoder's."""
    text = record["text"]
    prepared = prepare(text, raw.names(), repair_attributions(text, raw.attributions()), mentions)
    candidates = prepared.candidates
    table = make_table(prepared.layout, candidates, prepared.speakers)
    pairs = make_pairs(table)
    vectors = scale(raw.hidden([Span.of(text, c.start, c.end) for c in candidates]))
    measured = measure_pairs(prepared.layout, table, *pairs)
    inputs = (table.own, vectors, measured, pair_classes(table, *pairs), *pairs)
    chains = {(m["start"], m["end"]): m["chain"] for m in record["mentions"]}
    counted = {(m["start"], m["end"]): m["chain"] for m in record["mentions"] if m["kind"] in SCORED}
    sizes = Counter(counted.values())
    counted = {span: chain for span, chain in counted.items() if sizes[chain] > 1}
    return Example(
        prepared,
        tuple(torch.from_numpy(np.ascontiguousarray(array)) for array in inputs),
        torch.tensor([chains.get((c.start, c.end), -1) for c in candidates]),
        bar_speakers(table),
        np.array([(c.start, c.end) in counted for c in candidates]),
        len(counted),
    )


def gold_mentions(record: dict[str, Any]) -> list[NamedSpan]:
    """GUM's mentions of people, organisations and places."""
    return [
        NamedSpan(Span.of(record["text"], m["start"], m["end"]), KINDS[m["kind"]], 0.9)
        for m in record["mentions"]
        if m["kind"] in KINDS
    ]


def make_training_mentions(
    gold: Sequence[NamedSpan], found: Sequence[NamedSpan], *, seed: int
) -> list[NamedSpan]:
    """The encoder's mentions and the gold ones, without a share of them.

    On documents that it was trained on the encoder misses little; so some are left out, as it will miss them elsewhere,
    and the scorer learns that what the rules alone found may be a mention, too.
    """
    known = {mention.span: mention for mention in (*gold, *found)}
    keeps = np.random.default_rng(seed).random(len(known)) >= MISSED
    return [mention for mention, keep in zip(known.values(), keeps, strict=True) if keep]


def read_training_example(record: dict[str, Any], raw: RawReading, seed: int) -> Example:
    """A record of GUM as the network learns from it."""
    return read_example(record, raw, make_training_mentions(gold_mentions(record), raw.mentions(), seed=seed))


def fit(examples: Sequence[Example], *, epochs: int = EPOCHS, seed: int = 7) -> CoreferenceNet:
    """The network fitted to the examples, one document a step."""
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    net = CoreferenceNet()
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = epochs * len(examples)
    for step, number in enumerate(n for _ in range(epochs) for n in order.permutation(len(examples))):
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / WARMUP) * (1 - step / steps)
        loss = _loss(net, examples[number])
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
    return net.eval()


def _loss(net: CoreferenceNet, example: Example) -> torch.Tensor:
    own, vectors, pairs, classes, mentions, antecedents = example.inputs
    right = (example.gold[mentions] == example.gold[antecedents]) & (example.gold[mentions] >= 0)
    alike = pairs[:, 12:16].sum(1) > 0  # the same words or head
    kept = (torch.rand(len(mentions)) < KEPT) | (mentions - antecedents <= NEAR) | right | alike
    if torch.rand(()) < BLIND:
        vectors = torch.zeros_like(vectors)
    mentions = mentions[kept]
    scores, alone = net(own, vectors, pairs[kept], classes[kept], mentions, antecedents[kept])
    return antecedent_loss(scores, alone, right[kept], mentions) / 20


Row = tuple[list[int], list[int], int]  # gold chain and cluster of each mention found, and how many there are


def score_example(net: CoreferenceNet, example: Example, eases: tuple[float, float]) -> Row:
    """What the scorer would see of one document."""
    with torch.no_grad():
        scores, alone = net(*example.inputs)
    mentions, antecedents = (tensor.numpy() for tensor in example.inputs[4:])
    candidates = example.prepared.candidates
    numbers = join(
        candidates, scores.numpy(), alone.numpy(), mentions, antecedents, example.barred, eases=eases
    )
    places: dict[int, set[int]] = {}
    for candidate, number in zip(candidates, numbers, strict=True):
        places.setdefault(number, set()).add(candidate.head.at)
    listed = [
        len(places[number]) > 1 or candidate.bearer is not None
        for candidate, number in zip(candidates, numbers, strict=True)
    ]
    kept = [at for at in np.flatnonzero(example.scored).tolist() if listed[at]]
    return [int(example.gold[at]) for at in kept], [numbers[at] for at in kept], example.total


def b_cubed(rows: Iterable[Row]) -> tuple[float, float, float, float]:
    """The share of mentions found, and B3's precision, recall and F1 on those (Bagga and Baldwin, 1998)."""
    precision = recall = 0.0
    found = total = 0
    for gold, given, count in rows:
        golds, givens, both = Counter(gold), Counter(given), Counter(zip(gold, given, strict=True))
        precision += sum(both[g, p] / givens[p] for g, p in zip(gold, given, strict=True))
        recall += sum(both[g, p] / golds[g] for g, p in zip(gold, given, strict=True))
        found, total = found + len(gold), total + count
    precision, recall = precision / max(1, found), recall / max(1, found)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return found / max(1, total), precision, recall, f1


def cross_validate(
    records: Sequence[dict[str, Any]], raws: Sequence[RawReading], folds: Sequence[int]
) -> None:
    """Print what each fold's documents get from a fit on the rest, for several values of ``links.EASES``."""
    learnt = [read_training_example(r, w, n) for n, (r, w) in enumerate(zip(records, raws, strict=True))]
    tested = {
        n: read_example(records[n], raws[n], raws[n].mentions())
        for n in range(len(records))
        if n % FOLDS in folds
    }
    rows: dict[tuple[float, float], list[Row]] = {ease: [] for ease in EASES}
    for fold in folds:
        net = fit([example for n, example in enumerate(learnt) if n % FOLDS != fold])
        for n, example in tested.items():
            if n % FOLDS == fold:
                for ease in EASES:
                    rows[ease].append(score_example(net, example, ease))
    for ease in EASES:
        sys.stdout.write(
            "eases {} found {:.4f} b3 p {:.4f} r {:.4f} f1 {:.4f}\n".format(ease, *b_cubed(rows[ease]))
        )


def read_all(records: Sequence[dict[str, Any]], folder: Path) -> list[RawReading]:
    """The encoder's raw readings of the records' texts."""
    weights = Weights(folder)
    tokenizer = Tokenizer.from_file(str(weights.path(TOKENIZER_FILE)))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network = Network(weights)
    return [read_raw(record["text"], tokenizer, network) for record in records]


def main(argv: Sequence[str] | None = None) -> None:
    """Read the command's words and run."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_coreference", description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--weights", type=Path, default=shipped_folder())
    parser.add_argument("--folds", type=int, nargs="*", default=[], help="fifths to test on: 0 to 4")
    parser.add_argument("--out", type=Path, help="where to write the weights fitted on all documents")
    options = parser.parse_args(argv)
    records = list(read_jsonl(options.data / "gum-open.jsonl.gz"))
    raws = read_all(records, options.weights)
    if options.folds:
        cross_validate(records, raws, options.folds)
    if options.out:
        examples = [
            read_training_example(r, w, n) for n, (r, w) in enumerate(zip(records, raws, strict=True))
        ]
        halves: dict[str, Any] = {n: a.astype(np.float16) for n, a in fit(examples).arrays().items()}
        np.savez(options.out, **halves)


if __name__ == "__main__":
    main()
