import shutil
from pathlib import Path

import pytest

from sayso.core.errors import WeightsError
from sayso.read.encoder.weights import ROLES_FILE, SETTINGS_FILE, Weights, shipped_folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in (ROLES_FILE, SETTINGS_FILE):
        shutil.copy(shipped_folder() / name, tmp_path / name)
    return tmp_path


def test_whole_files_are_taken(copy: Path) -> None:
    assert Weights(copy).path(ROLES_FILE) == copy / ROLES_FILE


def test_a_damaged_file_says_so(copy: Path) -> None:
    content = bytearray((copy / ROLES_FILE).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / ROLES_FILE).write_bytes(content)
    with pytest.raises(WeightsError, match="damaged"):
        Weights(copy).path(ROLES_FILE)


def test_a_missing_file_says_so(copy: Path) -> None:
    (copy / ROLES_FILE).unlink()
    with pytest.raises(WeightsError, match="missing"):
        Weights(copy).path(ROLES_FILE)


def test_settings_that_are_not_json_say_so(copy: Path) -> None:
    (copy / SETTINGS_FILE).write_text("{")
    with pytest.raises(WeightsError, match="settings"):
        Weights(copy).number("anchor_logit")
