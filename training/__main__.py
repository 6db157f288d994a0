"""``python -m training``: train the reader and export it."""

import argparse
from dataclasses import replace
from pathlib import Path

from training.config import RunConfig
from training.train import default_data, train


def main() -> None:
    """Read the command's words and run."""
    parser = argparse.ArgumentParser(prog="python -m training", description=main.__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--out", type=Path, default=Path("runs/reader"))
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--minutes", type=float, help="stop after so long, with the rates falling in step")
    parser.add_argument("--resume", type=Path, help="weights to go on from")
    parser.add_argument("--rate", type=float, default=1.2e-4, help="the encoder's peak rate")
    words = parser.parse_args()
    config = replace(
        RunConfig(words.data, words.out),
        epochs=words.epochs,
        minutes=words.minutes,
        resume=words.resume,
        encoder_rate=words.rate,
    )
    train(config)


main()
