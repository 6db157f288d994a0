"""The files of the trained encoder, checked against their hashes before they are used."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from sayso.core.errors import WeightsError
from sayso.read.encoder.decode import Chain

ENCODER_FILE = "encoder.onnx"
ROLES_FILE = "roles.onnx"
TOKENIZER_FILE = "tokenizer.json"
SETTINGS_FILE = "settings.json"  # the chains' scores, the working points, the hashes of the other files
REMEDY = "install Sayso again, or run `make train` in its repository"


def shipped_folder() -> Path:
    """The folder of the weights that the package ships."""
    return Path(str(files("sayso.read") / "weights"))


@dataclass(frozen=True)
class Weights:
    """A folder of weights."""

    folder: Path

    @cached_property
    def settings(self) -> dict[str, Any]:
        """What stands in the settings file. Raises WeightsError where it is missing or damaged."""
        path = self.folder / SETTINGS_FILE
        try:
            settings = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise WeightsError(
                f"the reader's settings cannot be read: {error}", remedy=REMEDY, about=str(path)
            ) from error
        if not isinstance(settings, dict):
            raise WeightsError("the reader's settings are damaged", remedy=REMEDY, about=str(path))
        return settings

    def path(self, name: str) -> Path:
        """The path of a file, whose content has been checked. Raises WeightsError where it is missing or damaged."""
        path = self.folder / name
        hashes = self._settings_table("sha256")
        try:
            with path.open("rb") as content:
                found = hashlib.file_digest(content, "sha256").hexdigest()
        except OSError as error:
            raise WeightsError(
                f"the reader's file {name} is missing", remedy=REMEDY, about=str(path)
            ) from error
        if found != hashes.get(name):
            raise WeightsError(f"the reader's file {name} is damaged", remedy=REMEDY, about=str(path))
        return path

    def chain(self, name: str) -> Chain:
        """The scores of a linear chain: "entities" or "roles"."""
        scores = self._settings_table("chains")[name]
        return Chain(np.array(scores["steps"], dtype=np.float32), np.array(scores["first"], dtype=np.float32))

    def number(self, name: str, default: float | None = None) -> float:
        """A working point, such as "anchor_logit"; ``default`` where the settings do not name it."""
        return float(self.settings[name] if default is None else self.settings.get(name, default))

    def platt(self) -> tuple[float, float, float]:
        """Of an attribution's confidence: shift, weights of the anchor's logit and of its labels' log-probability."""
        shift, by_anchor, by_labels = self.settings.get("confidence", (0.0, 1.0, 0.0))
        return float(shift), float(by_anchor), float(by_labels)

    def _settings_table(self, name: str) -> dict[str, Any]:
        table = self.settings.get(name)
        if not isinstance(table, dict):
            raise WeightsError(f"the reader's settings lack {name}", remedy=REMEDY, about=str(self.folder))
        return table
