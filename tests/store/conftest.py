from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.store.desk import Desk, open_desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with open_desk(path, create=True, wait=0) as opened:
        yield opened
