from pathlib import Path

import pytest

from sayso.core.errors import UsageError
from sayso.core.settings import BATCH, WAIT, Settings, from_environment


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = from_environment({})
    assert settings.desk.name == "desk.sqlite"
    assert settings.desk.is_absolute()
    assert (settings.wait, settings.batch) == (WAIT, BATCH)


def test_the_environment_is_obeyed() -> None:
    settings = from_environment({"SAYSO_DESK": "~/d.sqlite", "SAYSO_WAIT": "0.5", "SAYSO_BATCH": "7"})
    assert settings == Settings(desk=Path.home() / "d.sqlite", wait=0.5, batch=7)


def test_an_empty_variable_counts_as_unset() -> None:
    assert from_environment({"SAYSO_DESK": "", "SAYSO_WAIT": ""}) == from_environment({})


@pytest.mark.parametrize("value", ["soon", "-1", "nan", "inf", "1e9"])
def test_a_wait_that_is_none_is_refused_with_its_name(value: str) -> None:
    with pytest.raises(UsageError, match="SAYSO_WAIT") as caught:
        from_environment({"SAYSO_WAIT": value})
    assert caught.value.remedy


def test_a_batch_holds_at_least_one() -> None:
    with pytest.raises(UsageError, match="SAYSO_BATCH"):
        from_environment({"SAYSO_BATCH": "0"})
