import os
from pathlib import Path

import pytest

from sayso.core.article import SetAside
from sayso.gather.records import FoundFile
from sayso.gather.walk import find_files, set_aside_os


def paths(*sources: str | Path) -> list[str]:
    return [found.path for found in find_files(sources)]


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Shut.")


def test_folders_are_walked_in_the_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.txt", "a/y/x.txt", "c.txt")
    assert paths(tmp_path) == [str(tmp_path / name) for name in ("a/y/x.txt", "a/z.txt", "b.txt", "c.txt")]


def test_sources_keep_the_order_and_the_form_that_the_user_gave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "b.txt", "a/z.txt")
    monkeypatch.chdir(tmp_path)
    assert paths("./b.txt", "a", "-") == ["./b.txt", "a/z.txt", "-"]


def test_hidden_files_sidecars_and_saved_pages_folders_are_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path, ".hidden", ".git/x", "r.txt", "r.txt.meta.json", "p.html", "p_files/ad.js", "q_files/r.txt"
    )
    assert paths(tmp_path) == [str(tmp_path / name) for name in ("p.html", "q_files/r.txt", "r.txt")]


@pytest.mark.parametrize("name", ["r.txt.meta.json", "r.meta.yaml", "r.meta.yml"])
def test_a_sidecar_is_found_beside_its_report(tmp_path: Path, name: str) -> None:
    write(tmp_path, "r.txt", name)
    expected = [FoundFile(str(tmp_path / "r.txt"), str(tmp_path / name))]
    assert list(find_files([tmp_path])) == expected
    assert list(find_files([tmp_path / "r.txt", tmp_path / name])) == [
        FoundFile(str(tmp_path / "r.txt"), str(tmp_path / name), is_named=True)
    ]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path, "a/r.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    found = list(find_files([tmp_path]))
    assert [item.path for item in found if isinstance(item, FoundFile)] == [str(tmp_path / "a/r.txt")]
    assert [item.path for item in found if isinstance(item, SetAside)] == [str(tmp_path / "self")]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (found,) = find_files([tmp_path])
    assert isinstance(found, SetAside)
    assert "not a regular file" in found.reason


@pytest.mark.parametrize("source", ["no/such/file", "nul\x00byte", "x" * 5000])
def test_a_path_that_is_none_is_set_aside(source: str) -> None:
    (found,) = find_files([source])
    assert isinstance(found, SetAside)
    assert found.remedy


def test_a_file_that_may_not_be_read_says_what_to_do() -> None:
    found = set_aside_os("r.txt", PermissionError(13, "Permission denied"))
    assert (found.reason, found.remedy) == (
        "the file may not be read",
        "give yourself read permission and add it again",
    )
    assert "Too many links" in set_aside_os("r.txt", OSError(40, "Too many links")).reason


def test_a_deep_tree_is_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 800)
    deep.mkdir(parents=True)
    (deep / "r.txt").write_text("Shut.")
    assert len(paths(tmp_path)) == 1
