"""Trained weights to the files that ship: two ONNX graphs, the tokenizer, the settings with their hashes."""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from sayso.read.encoder.labels import ENTITY_LABELS, FILLER_LABELS, MENTION_LABELS, ROLE_LABELS
from sayso.read.encoder.weights import ENCODER_FILE, ROLES_FILE, SETTINGS_FILE, TOKENIZER_FILE
from training.config import EncoderConfig
from training.evaluate import chain_of
from training.heads import ROLE_WIDTH, Network
from training.tokens import load_tokenizer

OUTPUTS = (
    "entities",
    "anchors",
    "members",
    "cues",
    "meaning",
    "hidden",
    "outer",
    "inner",
    "fillers",
    "relevance",
    "acts",
)
CHAINS = {
    "entities": "entity_chain",
    "roles": "role_chain",
    "outer": "outer_chain",
    "inner": "inner_chain",
    "fillers": "filler_chain",
}
ANCHOR_LOGIT = -1.5  # cues from here on are tried; how sure the whole attribution is decides
HALF_FROM = 1024  # tensors with at least so many numbers are stored in half precision


class EncoderGraph(nn.Module):
    """The forward pass as the reader runs it: named outputs become a tuple."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, mask: Tensor, case: Tensor, quotes: Tensor, breaks: Tensor
    ) -> tuple[Tensor, ...]:
        """See ``Network.forward``."""
        out = self.network(ids, mask, case, quotes, breaks)
        return tuple(getattr(out, name) for name in OUTPUTS)


def export(checkpoint: Path, folder: Path, *, version: str, anchor_logit: float = ANCHOR_LOGIT) -> None:
    """Write the files of the weights in ``checkpoint`` into ``folder``."""
    network = Network(EncoderConfig())
    network.load_state_dict(torch.load(checkpoint, weights_only=True))
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    _export_encoder(network, folder / ENCODER_FILE)
    _export_roles(network, folder / ROLES_FILE)
    load_tokenizer().save(str(folder / TOKENIZER_FILE), pretty=False)
    names = (ENCODER_FILE, ROLES_FILE, TOKENIZER_FILE)
    settings = {
        "version": version,
        "anchor_logit": anchor_logit,
        "labels": {
            "entities": ENTITY_LABELS,
            "roles": ROLE_LABELS,
            "mentions": MENTION_LABELS,
            "fillers": FILLER_LABELS,
        },
        "chains": {name: _scores(network, name) for name in CHAINS},
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
    }
    (folder / SETTINGS_FILE).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _scores(network: Network, name: str) -> dict[str, object]:
    chain = chain_of(getattr(network, CHAINS[name]))
    return {"steps": np.round(chain.steps, 5).tolist(), "first": np.round(chain.first, 5).tolist()}


def _export_encoder(network: Network, path: Path) -> None:
    sample = torch.ones((2, 16), dtype=torch.long)
    names = ["ids", "mask", "case", "quotes", "breaks"]
    axes = {name: {0: "windows", 1: "pieces"} for name in (*names, *OUTPUTS)}
    axes["relevance"] = {0: "windows"}
    _export(EncoderGraph(network), (sample,) * 5, path, names, list(OUTPUTS), axes)


def _export_roles(network: Network, path: Path) -> None:
    sample = (
        torch.zeros(2, 16, ROLE_WIDTH),
        torch.zeros(2, 2 * ROLE_WIDTH),
        torch.zeros(2, 16, dtype=torch.long),
        torch.ones(2, 16, dtype=torch.long),
    )
    axes = {name: {0: "anchors", 1: "pieces"} for name in ("members", "distances", "mask", "emissions")}
    axes["cues"] = {0: "anchors"}
    _export(network.roles, sample, path, ["members", "cues", "distances", "mask"], ["emissions"], axes)


def _export(
    module: nn.Module,
    sample: tuple[Tensor, ...],
    path: Path,
    names: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    torch.onnx.export(
        module,
        sample,
        str(path),
        input_names=names,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    model = onnx.load(path)
    store_in_half(model)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def store_in_half(model: onnx.ModelProto) -> None:
    """Store large tensors as float16 with a cast to float32, which the runtimes fold away: half the file."""
    for tensor in list(model.graph.initializer):
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < HALF_FROM:
            continue
        half = numpy_helper.from_array(
            numpy_helper.to_array(tensor).astype(np.float16), tensor.name + "_half"
        )
        model.graph.initializer.remove(tensor)
        model.graph.initializer.append(half)
        model.graph.node.insert(0, helper.make_node("Cast", [half.name], [tensor.name], to=TensorProto.FLOAT))
