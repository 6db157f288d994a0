from pathlib import Path

import numpy as np
import pytest

from sayso.core.errors import WeightsError
from sayso.read.arrays import load_arrays, remedy_of


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "w.npz"
    np.savez_compressed(path, rows=np.arange(6).reshape(2, 3), names=np.array("a\nb"))
    arrays = load_arrays(path, "names", remedy="")
    assert arrays["rows"].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert str(arrays["names"]) == "a\nb"


@pytest.mark.parametrize("at", [200, 900, -30])
def test_a_damaged_file_says_so(tmp_path: Path, at: int) -> None:
    path = tmp_path / "w.npz"
    np.savez_compressed(path, rows=np.random.default_rng(3).random(200))
    kept = bytearray(path.read_bytes())
    kept[at : at + 8 if at >= 0 else None] = b"\xff" * len(kept[at : at + 8 if at >= 0 else None])
    path.write_bytes(bytes(kept))
    with pytest.raises(WeightsError, match="of names cannot be read"):
        load_arrays(path, "names", remedy=remedy_of("training.fit_names"))


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(WeightsError) as caught:
        load_arrays(tmp_path / "none.npz", "names", remedy=remedy_of("training.fit_names"))
    assert "training.fit_names" in caught.value.remedy


def test_a_file_of_another_kind_says_so(tmp_path: Path) -> None:
    path = tmp_path / "w.npz"
    with path.open("wb") as file:
        np.save(file, np.arange(3))
    with pytest.raises(WeightsError):
        load_arrays(path, "names", remedy="")
