"""What holds for the whole program: help, codes, start-up, closed pipes, interrupts, completion."""

import json
import os
import shlex
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from sayso import __version__
from sayso.cli.app import COMMANDS
from sayso.cli.exits import ExitCode, exit_code_of
from sayso.core import errors
from sayso.core.settings import PREFIX, Settings
from tests.cli.conftest import Sayso


def name_of(command: Callable[..., None]) -> str:
    return command.__name__.partition("_")[0]


NAMES = [name_of(command) for command, _ in COMMANDS]
# What costs a start-up more than it gives: models, HTML, numbers, the database's tools.
HEAVY = {
    "alembic",
    "ftfy",
    "jinja2",
    "lxml",
    "numpy",
    "onnxruntime",
    "openvino",
    "py3langid",
    "rapidfuzz",
    "rensa",
    "rich",
    "sqlalchemy",
    "tokenizers",
    "torch",
    "trafilatura",
}


def run(*words: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-m", "sayso", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "100", **environ},
    )


def loaded_by(*words: str) -> set[str]:
    """Give the heavy modules that a command loads."""
    code = "import sys; from sayso.cli import main\ntry: main()\nfinally: sys.stderr.write('\\n'.join(sys.modules))"
    done = subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
    )
    return HEAVY & set(done.stderr.split())


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["schema"], ["brief", "--help"], ["read", "-h"]]
)
def test_start_up_loads_nothing_heavy(words: list[str]) -> None:
    assert loaded_by(*words) == set()


@pytest.mark.parametrize("module", ["sayso.read.version", "sayso.collate.version"])
def test_a_stations_version_is_cheap_to_ask_for(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert HEAVY & set(done.stdout.split()) == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_examples_that_parse(sayso: Sayso, name: str) -> None:
    shown = sayso(name, "--help")
    assert shown.exit_code == 0
    assert "Examples:" in shown.stdout
    (lines,) = (lines for command, lines in COMMANDS if name_of(command) == name)
    for line in lines.strip().splitlines():
        words = shlex.split(line.split("  ")[0].split(" > ")[0].split(" | ")[-1])
        assert words[:2] == ["sayso", name]
        assert sayso(*words[1:], "--help").exit_code == 0
        assert line.split()[0] in shown.stdout


def test_the_programs_help_explains_its_codes(sayso: Sayso) -> None:
    shown = sayso("--help").stdout
    assert "Exit codes: 0 all well" in shown
    assert all(name in shown for name in NAMES)


def test_every_setting_is_explained(sayso: Sayso) -> None:
    shown = sayso("--help").stdout
    assert all(f"{PREFIX}{field.name.upper()}" in shown for field in fields(Settings))


def test_the_version_is_told(sayso: Sayso) -> None:
    assert sayso("--version").stdout == f"sayso {__version__}\n"


def test_a_command_that_is_none_is_a_usage_error(sayso: Sayso) -> None:
    assert sayso("adds").exit_code == 2
    assert sayso("stories", "--nope").exit_code == 2


def test_a_setting_that_is_none_is_a_usage_error(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_WAIT", "soon")
    done = sayso("stories")
    assert done.exit_code == 2
    assert "SAYSO_WAIT" in done.stderr


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UsageError, ExitCode.USAGE),
        (errors.DeskError, ExitCode.DESK),
        (errors.WeightsError, ExitCode.WEIGHTS),
        (errors.SaysoError, ExitCode.FAULT),
    ],
)
def test_each_error_has_its_code(error: type[errors.SaysoError], code: ExitCode) -> None:
    assert exit_code_of(error("why")) is code


def make_locked(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    return connection


@pytest.mark.parametrize(
    "words", [["add"], ["stories"], ["brief"], ["export"], ["search", "x"], ["aside"], ["aside", "--retry"]]
)
def test_a_desk_that_cannot_be_used_ends_every_command_alike(
    sayso: Sayso, desk_path: Path, words: list[str]
) -> None:
    sayso("add")
    holder = make_locked(desk_path)
    locked = sayso(*words)
    holder.close()
    assert (locked.exit_code, locked.stdout) == (4, "")
    assert "locked by another process" in locked.stderr
    desk_path.write_bytes(b"These are the notes of somebody, and no desk at all.")
    foreign = sayso(*words)
    assert (foreign.exit_code, foreign.stdout) == (4, "")
    assert "not a desk" in foreign.stderr
    assert desk_path.read_bytes().startswith(b"These are the notes")


def test_an_error_never_moves_the_cursor(sayso: Sayso, tmp_path: Path) -> None:
    done = sayso("stories", "--desk", tmp_path / "sly\x1b[2J")
    assert done.exit_code == 4
    assert "\x1b" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_reader_that_goes_away_ends_the_program_quietly(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "sayso", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 141


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interrupt_is_told_in_a_word(tmp_path: Path) -> None:
    environ = {**os.environ, "SAYSO_DESK": str(tmp_path / "desk")}
    with subprocess.Popen(  # noqa: S603 (our own words)
        [sys.executable, "-c", INTERRUPTED], stderr=subprocess.PIPE, stdout=subprocess.PIPE, env=environ
    ) as program:
        said = program.communicate()
    assert said == (b"", b"Stopped.\n")
    assert program.returncode == 130


INTERRUPTED = f"""
import os, signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
from sayso.cli import main, stations
from sayso.store import desk
desk.open_desk = lambda *_, **__: os.kill(os.getpid(), {int(signal.SIGINT)})
import sys
sys.argv[1:] = ["stories"]
main()
"""


def test_a_fault_of_ours_keeps_its_traceback(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.store import forms

    def fail() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(forms, "schema", fail)
    done = sayso("schema")
    assert done.exit_code == 1
    assert isinstance(done.exception, ZeroDivisionError)


def complete(line: str, **environ: str) -> list[str]:
    words = line.split(" ")
    asked = {"_SAYSO_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    code = "from sayso.cli.app import app; app(prog_name='sayso')"
    done = subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, **asked, **environ},
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.split()


def test_the_shell_completes_commands_and_stories(sayso: Sayso, reports: Path, desk_path: Path) -> None:
    sayso("add", reports, "-q")
    sayso("stories")
    assert complete("sayso st") == ["stories"]
    assert complete("sayso brief story-", SAYSO_DESK=str(desk_path)) == ["story-1", "story-2"]
    assert complete("sayso brief x", SAYSO_DESK=str(desk_path)) == []
    assert complete("sayso brief s", SAYSO_DESK=str(desk_path.parent / "nowhere")) == []


def test_json_is_utf8_whatever_the_terminal_speaks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "schema"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert json.loads(done.stdout.decode("utf-8"))
