import pytest

from sayso.read.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load(thread_count=2)
