"""The runtimes that can run the network's graphs.

Both were measured (see the model card): in full precision they give the same readings, and ONNX Runtime starts sooner
and is no slower, so it is the one that is used unless another is named.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


class Engine(Protocol):
    """A compiled graph."""

    names: list[str]  # of its outputs, in its order
    input_count: int

    def run(self, inputs: Sequence[Array]) -> list[Array]:
        """The graph's outputs in its order, given its inputs in its order. Called by ``Network`` only."""


class OnnxRuntimeEngine:
    """A graph under ONNX Runtime."""

    def __init__(self, path: Path, thread_count: int) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = thread_count
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._inputs = [node.name for node in self._session.get_inputs()]
        self.names = [node.name for node in self._session.get_outputs()]
        self.input_count = len(self._inputs)

    def run(self, inputs: Sequence[Array]) -> list[Array]:
        """See ``Engine``."""
        return list(self._session.run(None, dict(zip(self._inputs, inputs, strict=True))))


class OpenVinoEngine:
    """A graph under OpenVINO, on the processor."""

    def __init__(self, path: Path, thread_count: int) -> None:
        import openvino

        settings = {
            "INFERENCE_NUM_THREADS": thread_count,
            "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_PRECISION_HINT": "f32",
        }
        self._model = openvino.Core().compile_model(str(path), "CPU", settings)
        self.input_count = len(self._model.inputs)
        self.names = [output.any_name for output in self._model.outputs]
        self._request = self._model.create_infer_request()

    def run(self, inputs: Sequence[Array]) -> list[Array]:
        """See ``Engine``."""
        results = self._request.infer(dict(enumerate(inputs)))
        return [np.array(results[output]) for output in self._model.outputs]


ENGINES: dict[str, Callable[[Path, int], Engine]] = {
    "onnxruntime": OnnxRuntimeEngine,
    "openvino": OpenVinoEngine,
}


def load_engine(path: Path, *, name: str = "onnxruntime", thread_count: int) -> Engine:
    """A graph compiled by the named runtime. Raises KeyError for an unknown one."""
    return ENGINES[name](path, thread_count)
