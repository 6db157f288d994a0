from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from sayso.cli import stations
from sayso.cli.app import app
from sayso.core.ledger import Ledger
from sayso.store.ledgers import Collation
from tests.store.fakes import VERSION, FakeCollation, FakeReader

Sayso = Callable[..., Result]


def show_brief(ledger: Ledger, story: str | None, console: Console, *, texts: bool) -> None:
    for one in ledger.stories:
        console.print(f"[bold]brief of {one.id}[/bold]")


def to_markdown(ledger: Ledger, story: str | None) -> str:
    return "\n".join(f"# brief of {one.id}" for one in ledger.stories)


def to_html(ledger: Ledger, story: str | None) -> str:
    return "\n".join(f"<h1>brief of {one.id} é</h1>" for one in ledger.stories)


@pytest.fixture
def collate(monkeypatch: pytest.MonkeyPatch) -> FakeCollation:
    """Fakes in place of the reader, of collation and of the brief; gathering is the real one."""
    fake = FakeCollation()
    monkeypatch.setattr(stations, "load_reader", lambda _processes=0: FakeReader())
    monkeypatch.setattr(stations, "reader_version", lambda: VERSION)
    monkeypatch.setattr(stations, "collation", lambda: Collation(fake, "c1"))
    for name, station in (("show_brief", show_brief), ("to_markdown", to_markdown), ("to_html", to_html)):
        monkeypatch.setattr(stations, name, station)
    return fake


@pytest.fixture
def desk_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "desk.sqlite"
    monkeypatch.setenv("SAYSO_DESK", str(path))
    monkeypatch.setenv("SAYSO_WAIT", "0")
    return path


@pytest.fixture
def sayso(collate: FakeCollation, desk_path: Path) -> Sayso:
    """Runs a command: ``sayso("add", "reports")`` gives its result."""

    def run(*words: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], input=stdin)

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with three reports of two outlets and a file that is none."""
    folder = tmp_path / "reports"
    folder.mkdir()
    bodies = ("Minister Ilva Torren said the old bridge was closed. Ferries ran all night.",) * 2
    for number, (outlet, body) in enumerate(
        zip(("Harbour Herald", "Quay Post"), bodies, strict=True), start=1
    ):
        write_report(
            folder / f"{number}.txt", f"{body} Account {number} of that long night follows.", outlet=outlet
        )
    write_report(
        folder / "3.txt", "A keeper said the lamp of the lighthouse went out twice.", outlet="Quay Post"
    )
    (folder / "4.bin").write_bytes(bytes(range(256)) * 40)
    return folder


def write_report(path: Path, body: str, **known: str) -> None:
    front: Sequence[str] = [f"{name}: {value}" for name, value in known.items()]
    path.write_text("\n".join(["---", *front, "---", "", body, ""]), encoding="utf-8")
