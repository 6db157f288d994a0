"""``python -m training``: train the encoder, export it, and make its confidence a probability."""

import argparse
import shlex
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import torch

from sayso.read.encoder.weights import shipped_folder
from training.calibrate import calibrate
from training.config import RunConfig
from training.export import export
from training.polish import polish
from training.train import default_data, starting_network, train
from training.trial import cut_corpora

# What rests on the weights, in the order in which one leans on the other.
REST = (
    "training.fit_contents --write",
    "training.fit_acts",
    "training.fit_vouching --write",
    "training.fit_voices --write",
    "training.fit_coreference --out src/sayso/read/entities/coreference/coreference.npz",
    "training.fit_events --tags src/sayso/read/weights",
    "training.fit_confidence",
    "training.fit_stories --write",
    "training.fit_claims --write",
    "training.fit_denials --write",
)


def main() -> None:
    """Read the command's words and run."""
    parser = argparse.ArgumentParser(prog="python -m training", description=main.__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--out", type=Path, default=Path("runs/reader"))
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--minutes", type=float, help="stop after so long, with the rates falling in step")
    parser.add_argument("--resume", type=Path, help="weights to go on from")
    parser.add_argument("--version", help="of the exported weights; by default the day's date")
    parser.add_argument("--rate", type=float, default=1.2e-4, help="the encoder's peak rate")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--limit", type=int, help="a trial: so many records of each corpus and marked stories"
    )
    parser.add_argument(
        "--ship",
        action="store_true",
        help="then put the weights into the package and fit anew what rests on them",
    )
    words = parser.parse_args()
    if words.ship and words.limit:
        parser.error("weights of a trial are not shipped: leave out --limit or --ship")
    data = cut_corpora(words.data, words.out, words.limit) if words.limit else words.data
    config = replace(
        RunConfig(data, words.out),
        epochs=words.epochs,
        minutes=words.minutes,
        resume=words.resume,
        encoder_rate=words.rate,
        seed=words.seed,
        story_count=words.limit,
    )
    folder = words.out / "weights"
    polished = words.out / "polished.pt"
    network = starting_network(train(config))
    torch.save(polish(network, story_count=words.limit).state_dict(), polished)
    export(polished, folder, version=words.version or f"{date.today():%Y.%m.%d}")
    calibrate(folder, data)
    print(f"The weights lie in {folder}.")
    if words.ship:
        ship(folder)
    elif not words.limit:
        print(f"To ship them, put them into {shipped_folder()} and fit what rests on them (or say --ship):")
        for command in REST:
            print(f"  python -m {command}")


def ship(folder: Path) -> None:
    """Put the weights into the package, and fit what rests on them; the first fit that fails ends it."""
    for path in folder.iterdir():
        shutil.copy2(path, shipped_folder() / path.name)
    for command in REST:
        print(f"python -m {command}", flush=True)
        subprocess.run([sys.executable, "-m", *shlex.split(command)], check=True)  # noqa: S603 (our own words)
    print("Raise READER_VERSION and COLLATION_VERSION, so that what was read before is read anew.")


main()
