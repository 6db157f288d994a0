"""What the README promises holds: commands exist, dependencies are defended, links lead somewhere."""

import dataclasses
import re
import tomllib
from pathlib import Path

import pytest

from sayso.cli.app import app
from sayso.core.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def dependencies() -> list[str]:
    project, groups = PROJECT["project"], PROJECT["dependency-groups"]
    extras = [name for extra in project["optional-dependencies"].values() for name in extra]
    return [re.split(r"[^\w.-]", named)[0] for named in [*project["dependencies"], *extras, *groups["dev"]]]


@pytest.mark.parametrize("name", dependencies())
def test_every_dependency_is_defended(name: str) -> None:
    assert re.search(rf"^\| [^|]*`{re.escape(name)}`[^|]* \| [^|]{{10,}} \|", README, re.MULTILINE), name


def test_every_make_target_exists() -> None:
    named = set(re.findall(r"\bmake ([a-z]+)\b(?=[`\s])", README))
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    assert {"demo", "test", "lint", "bench", "train"} <= named
    assert named <= targets


def test_every_command_is_documented() -> None:
    names = {
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    }
    missing = [name for name in names if not re.search(rf"^\s*sayso {name}\b", README, re.MULTILINE)]
    assert names
    assert missing == []


def test_every_setting_is_documented() -> None:
    names = [f"{PREFIX}{field.name.upper()}" for field in dataclasses.fields(Settings)]
    assert [name for name in names if f"| `{name}` |" not in README] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(
    "path", [*PAGES, ROOT / "requirements.lock", ROOT / "Makefile"], ids=lambda p: p.name
)
def test_no_machine_path_and_no_registry_host(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    assert re.findall(r"/work/|/tmp/|/home/|/root/|pypi\.org|pythonhosted|index-url", text) == []
