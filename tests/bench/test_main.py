from pathlib import Path

import pytest

from bench.__main__ import SCORERS, main


def test_absent_data_are_said_and_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "plover", "story", "--data", str(tmp_path)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.count("skipped: no") == 2


def test_an_unknown_scorer_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--only", "nothing"])
    assert "invalid choice: 'nothing'" in capsys.readouterr().err


def test_every_scorer_can_be_named() -> None:
    assert {"example", "story", "attribution", "speed"} <= set(SCORERS)
