from threading import Event

import pytest

from sayso.cli.meanwhile import begin


def test_work_goes_on_while_the_caller_does() -> None:
    go = Event()
    result = begin(go.wait, timeout=10)
    assert not result.done()
    go.set()
    assert result.result()


def test_an_error_comes_when_the_result_is_asked_for() -> None:
    result = begin(int, "many")
    with pytest.raises(ValueError, match="many"):
        result.result()
