"""The runtimes that can run the network's graphs, and the choice among them.

Measured (see docs/figures.md): in full precision ONNX Runtime and OpenVINO are equally fast and give the same readings;
in bfloat16, on a processor that has it, OpenVINO is twice as fast, and whole attributions lose .001 of exact F1 by
the encoder, .0015 by the roles.

Invariant: what an engine gives for a batch depends on nothing but the batch: not on the number of threads, nor on what
was run before. In OpenVINO a batch of one window is rounded otherwise than a larger one, so a batch is one article's.
"""

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from numpy.typing import NDArray

from sayso.core.errors import UsageError

Array = NDArray[Any]
AUTO = "auto"
CPU_NAME = "onnxruntime"


class Engine(Protocol):
    """A compiled graph."""

    names: list[str]  # of its outputs, in its order

    def run(self, inputs: Sequence[Array]) -> list[Array]:
        """The graph's outputs in its order, given its inputs in its order. Called by ``Network`` only.

        The arrays hold until the next run, which may write over them.
        """


class OnnxRuntimeEngine:
    """A graph under ONNX Runtime, on the processor unless another provider is named."""

    def __init__(self, path: Path, thread_count: int, provider: str = "CPUExecutionProvider") -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = thread_count
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(path), options, providers=[provider])
        self._inputs = [node.name for node in self._session.get_inputs()]
        self.names = [node.name for node in self._session.get_outputs()]
        self.providers: list[str] = self._session.get_providers()

    def run(self, inputs: Sequence[Array]) -> list[Array]:
        """See ``Engine``."""
        return list(self._session.run(None, dict(zip(self._inputs, inputs, strict=True))))


class OpenVinoEngine:
    """A graph under OpenVINO, on the processor: in bfloat16 where the processor has it."""

    def __init__(self, path: Path, thread_count: int) -> None:
        import openvino

        core = openvino.Core()
        settings = {
            "INFERENCE_NUM_THREADS": thread_count,
            "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_PRECISION_HINT": "bf16" if _has_bfloat16(core) else "f32",
        }
        self._model = core.compile_model(str(path), "CPU", settings)
        self.names = [output.any_name for output in self._model.outputs]
        self._request = self._model.create_infer_request()

    def run(self, inputs: Sequence[Array]) -> list[Array]:
        """See ``Engine``."""
        results = self._request.infer(dict(enumerate(inputs)))
        return [results[output] for output in self._model.outputs]


def load_cuda(path: Path, thread_count: int) -> OnnxRuntimeEngine:
    """A graph on an NVIDIA GPU. Raises UsageError where there is none that can be used."""
    import onnxruntime

    provider = "CUDAExecutionProvider"
    remedy = "Install sayso[gpu] in place of onnxruntime, with NVIDIA's driver, CUDA and cuDNN."
    if provider not in onnxruntime.get_available_providers():
        raise UsageError("the installed ONNX Runtime cannot use a GPU", remedy=remedy, about="cuda")
    engine = OnnxRuntimeEngine(path, thread_count, provider)
    if provider not in engine.providers:  # it falls back without a word where the driver or CUDA is missing
        raise UsageError("no GPU can be used here", remedy=remedy, about="cuda")
    return engine


ENGINES: Mapping[str, Callable[[Path, int], Engine]] = {
    CPU_NAME: OnnxRuntimeEngine,
    "openvino": OpenVinoEngine,
    "cuda": load_cuda,
}


def choose_engine(name: str = AUTO) -> str:
    """The engine that "auto" means here: OpenVINO where it is installed and has bfloat16, else ONNX Runtime.

    Another name is given back as it is. Raises UsageError for an unknown one.
    """
    if name == AUTO:
        return "openvino" if _is_openvino_fast() else CPU_NAME
    if name not in ENGINES:
        known = ", ".join((AUTO, *ENGINES))
        raise UsageError(f"there is no engine {name!r}", remedy=f"Choose one of: {known}.", about=name)
    return name


def load_engine(path: Path, *, name: str = CPU_NAME, thread_count: int) -> Engine:
    """A graph compiled by the named runtime; ``thread_count`` 0 leaves the number to it. Raises UsageError."""
    return ENGINES[choose_engine(name)](path, thread_count)


def _is_openvino_fast() -> bool:
    if importlib.util.find_spec("openvino") is None:
        return False
    try:
        import openvino

        return _has_bfloat16(openvino.Core())
    except (ImportError, OSError, RuntimeError):  # installed, but broken here: the other engine serves
        return False


def _has_bfloat16(core: Any) -> bool:
    return "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
