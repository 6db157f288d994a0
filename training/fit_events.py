"""``python -m training.fit_events``: the model that chooses the parties of attacks (``fillers.npz``, ``fillers.yaml``).

1. On MUC-4's development messages, from their text: the topic by ridge regression on words, in folds so that the
   parties' model sees it as it will be; the parties by logistic regression on hashed features with dropout (Adagrad).
2. On the same messages, a layer over the encoder's vectors at and around each nominee, on top of what the other folds'
   models say. The encoder has learned from these messages too, from its tags of them most; so no tag is shown to it.
3. The few numbers of ``fillers.yaml``, on the test messages, which nothing else was fitted on; what is printed for
   each test part is by the numbers of the other.

Everything is fitted anew for a new encoder (``--weights``); its readings of MUC-4 are kept under ``runs``.
"""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.read.encoder.weights import shipped_folder
from training.fit_events_messages import Message, make_message
from training.fit_events_models import PartyModel, fit_parties, fit_topic, log_odds_of, topic_of
from training.fit_events_numbers import fit_numbers, print_scores, score, weigh, write_numbers
from training.fit_events_vicinity import fit_vicinity
from training.raw_readings import raw_readings
from training.train import default_data

FOLDS = 4
TESTS = ("tst1", "tst2")
PACKAGE = Path("src/sayso/read/events")  # the numbers are fitted on what the reader makes of the models there
Floats = NDArray[np.float64]


def main() -> None:
    """Read the command's words, fit, print what the test parts give, and write the model into the package."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_events", description=main.__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument(
        "--weights", "--tags", type=Path, default=shipped_folder(), help="the encoder's folder"
    )
    parser.add_argument("--numbers", action="store_true", help="fit only the numbers of fillers.yaml")
    words = parser.parse_args()
    if not words.numbers:
        fit_models([make_message(raw) for raw in raw_readings(_muc(words.data, "dev"), words.weights)])
    weighed = {
        part: [weigh(r) for r in raw_readings(_muc(words.data, part), words.weights)] for part in TESTS
    }
    fitted = {part: fit_numbers(messages) for part, messages in weighed.items()}
    first, second = TESTS
    print_scores(
        {first: score(weighed[first], fitted[second]), second: score(weighed[second], fitted[first])}
    )
    write_numbers(PACKAGE, fit_numbers([message for part in TESTS for message in weighed[part]]))


def _muc(data: Path, part: str) -> Path:
    return data / f"muc4-{part}.jsonl.gz"


def fit_models(messages: Sequence[Message]) -> None:
    """Fit the topic, the parties and the layer over vectors, and write them into the package."""
    topics, plain = crossed(messages)
    vicinity = fit_vicinity(messages, topics, plain)
    save(PACKAGE, fit_parties(messages, topics), fit_topic(messages), vicinity)


def crossed(messages: Sequence[Message]) -> tuple[list[float], list[Floats]]:
    """Each message's topic, and its nominees' log odds by their features, by the models of the other folds."""
    folds = [i // 5 % FOLDS for i in range(len(messages))]
    topics, plain = [0.0] * len(messages), [np.zeros((0, 0))] * len(messages)
    for fold in range(FOLDS):
        weights = fit_topic([m for m, f in zip(messages, folds, strict=True) if f != fold])
        for i in _members(folds, fold):
            topics[i] = topic_of(messages[i], weights)
    for fold in range(FOLDS):
        others = [i for i in range(len(messages)) if folds[i] != fold]
        model = fit_parties([messages[i] for i in others], [topics[i] for i in others])
        for i in _members(folds, fold):
            plain[i] = log_odds_of(model, messages[i], topics[i])
    return topics, plain


def _members(folds: Sequence[int], fold: int) -> Iterable[int]:
    return (i for i, f in enumerate(folds) if f == fold)


def save(
    folder: Path, model: PartyModel, topic: Floats, vicinity: Mapping[str, NDArray[np.floating]]
) -> None:
    """Write the models beside the code that reads them."""
    np.savez_compressed(
        folder / "fillers.npz",
        table=model.table.weight.detach().numpy().astype(np.float16),
        shape=model.shape.detach().numpy().astype(np.float32),
        topic=topic.astype(np.float16),
        **vicinity,  # type: ignore[arg-type]
    )


if __name__ == "__main__":
    main()
