"""The shape of the code: which station may import which, and what no file may do."""

import ast
import graphlib
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
STATIONS = ("core", "gather", "read", "collate", "store", "desk", "cli")
PARTS = {"pydantic_core": "pydantic"}  # released together, and pinned by it to the very version
MOST_LINES = 400
MOST_FUNCTION_LINES = 50

FILES = sorted((SOURCE / "sayso").rglob("*.py"))
CODE = [path for path in FILES if "versions" not in path.parts]  # a numbered migration is a table, not code


def id_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def module_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in FILES}


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf8"))


def imported_by(path: Path) -> Iterator[str]:
    """Every module of ours that the file imports, those inside functions included."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            deeper = {name.name: f"{node.module}.{name.name}" for name in node.names}
            yield from (module if module in MODULES else node.module for module in deeper.values())


def station_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in STATIONS else None


def test_every_package_is_a_station() -> None:
    packages = {path.name for path in (SOURCE / "sayso").iterdir() if (path / "__init__.py").exists()}
    assert packages == set(STATIONS)


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_imports_run_one_way(path: Path) -> None:
    own = station_of(module_of(path))
    if own is None:  # the package itself, and its __main__
        return
    later = [
        module
        for module in imported_by(path)
        if (station := station_of(module)) and STATIONS.index(station) > STATIONS.index(own)
    ]
    assert later == []


def test_no_import_cycle() -> None:
    graph = {module: set(imported_by(path)) - {module} for module, path in MODULES.items()}
    order = tuple(graphlib.TopologicalSorter(graph).static_order())
    assert len(order) == len(MODULES)


def test_a_package_is_not_imported_from_within() -> None:
    inside = [
        (module, imported)
        for module, path in MODULES.items()
        for imported in imported_by(path)
        if imported != "sayso"
        and MODULES[imported].name == "__init__.py"
        and module.startswith(f"{imported}.")
    ]
    assert inside == []


@pytest.mark.parametrize("path", [path for path in FILES if path.name == "__init__.py"], ids=id_of)
def test_init_does_no_work(path: Path) -> None:
    for node in tree_of(path).body:
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_constant = isinstance(node, ast.Assign) and not any(
            isinstance(part, ast.Call) for part in ast.walk(node.value)
        )
        assert is_docstring or is_constant or isinstance(node, ast.Import | ast.ImportFrom), ast.unparse(node)


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf8").splitlines()) < MOST_LINES


@pytest.mark.parametrize("path", CODE, ids=id_of)
def test_functions_are_short(path: Path) -> None:
    functions = (n for n in ast.walk(tree_of(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= MOST_FUNCTION_LINES]
    assert long == []


def test_word_lists_are_data() -> None:
    """A long literal of strings belongs into a data file beside the code."""
    long = [
        (module, node.lineno)
        for module, path in MODULES.items()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Set | ast.List | ast.Tuple)
        and sum(isinstance(e, ast.Constant) and isinstance(e.value, str) for e in node.elts) > 40
    ]
    assert long == []


def test_test_tree_mirrors_source_tree() -> None:
    tested = (path for station in STATIONS for path in (ROOT / "tests" / station).rglob("test_*.py"))
    folders = {path.parent.relative_to(ROOT / "tests") for path in tested}
    missing = [folder for folder in folders if not (SOURCE / "sayso" / folder).is_dir()]
    assert missing == []
    assert folders


def test_every_foreign_import_is_a_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    extras = (name for extra in project["optional-dependencies"].values() for name in extra)
    declared = {canonical(re.split(r"[^\w.-]", name)[0]) for name in (*project["dependencies"], *extras)}
    distributions = importlib.metadata.packages_distributions()
    foreign = {name for path in FILES for name in foreign_imports(path)}
    undeclared = [
        name
        for name in foreign
        if not declared & {canonical(dist) for dist in distributions.get(name, [name])}
    ]
    assert undeclared == []


def foreign_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        tops = {name.split(".")[0] for name in names}
        yield from (PARTS.get(top, top) for top in tops - set(sys.stdlib_module_names) - {"sayso"})


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
