import importlib.util

import numpy as np
import pytest

from sayso.core.article import Article
from sayso.core.errors import UsageError
from sayso.read.encoder.engine import ENGINES, Array, choose_engine, load_engine
from sayso.read.encoder.weights import ENCODER_FILE, ROLES_FILE, shipped_folder
from sayso.read.reader import Reader

REPORT = (
    "The harbour master of Port Ilsen, Mara Veld, said on Friday that two pilots had drowned. "
    "“We warned them,” she said.\n"
    "The Pilots’ Guild denied that it had been told of the storm."
)
LOCAL = [name for name in ("onnxruntime", "openvino") if importlib.util.find_spec(name)]


def batch(*lengths: int) -> list[np.ndarray]:
    ids, mask, case, quotes, breaks = np.zeros((5, len(lengths), max(lengths)), dtype=np.int64)
    for row, length in enumerate(lengths):
        ids[row, :length] = np.random.default_rng(length).integers(1000, 9000, length)
        mask[row, :length] = 1
    return [ids, mask, case, quotes, breaks]


def test_the_runtimes_agree() -> None:
    pytest.importorskip("openvino", reason="openvino is not installed")
    article = Article("a", None, None, None, None, "2031-02-14", "en", REPORT)
    readings = [Reader.load(engine=name).read_one(article).reading for name in LOCAL]
    first, second = ([(s.source, s.cue, s.content, s.speaker) for s in r.statements] for r in readings)
    assert first == second
    assert len(first) >= 3
    assert [m.span for m in readings[0].mentions] == [m.span for m in readings[1].mentions]


@pytest.mark.parametrize("name", LOCAL)
def test_a_batch_gives_the_same_bits_whatever_the_threads(name: str) -> None:
    path = shipped_folder() / ENCODER_FILE
    engines = [load_engine(path, name=name, thread_count=count) for count in (1, 2, 3)]
    for given in (batch(40), batch(256, 130, 31)):
        one, *others = ([array.tobytes() for array in engine.run(given)] for engine in engines)
        assert all(other == one for other in others)


@pytest.mark.parametrize("name", LOCAL)
def test_roles_have_the_same_bits_whatever_the_threads(name: str) -> None:
    dice = np.random.default_rng(7)
    given: list[Array] = [
        dice.normal(size=(9, 200, 128)).astype(np.float32),
        dice.normal(size=(9, 256)).astype(np.float32),
        dice.integers(0, 30, (9, 200)),
        (np.arange(200) < dice.integers(40, 201, 9)[:, None]).astype(np.int64),
    ]
    path = shipped_folder() / ROLES_FILE
    one, *others = (
        load_engine(path, name=name, thread_count=count).run(given)[0].tobytes() for count in (1, 2, 3)
    )
    assert all(other == one for other in others)


def test_auto_means_an_engine_that_is_there() -> None:
    assert choose_engine() in LOCAL
    assert choose_engine("onnxruntime") == "onnxruntime"


def test_an_unknown_engine_is_refused_with_those_that_exist() -> None:
    with pytest.raises(UsageError) as caught:
        choose_engine("abacus")
    assert all(name in caught.value.remedy for name in ENGINES)


def test_without_a_gpu_the_error_says_what_to_install() -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    if "CUDAExecutionProvider" in onnxruntime.get_available_providers():
        pytest.skip("a GPU may be here")
    with pytest.raises(UsageError) as caught:
        load_engine(shipped_folder() / ENCODER_FILE, name="cuda", thread_count=1)
    assert "sayso[gpu]" in caught.value.remedy
