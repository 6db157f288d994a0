from pathlib import Path

import pytest

from sayso.core.errors import GatherError
from sayso.gather.metadata.sidecar import find_sidecar, is_sidecar, read_sidecar


def test_the_sidecar_with_the_whole_name_comes_first() -> None:
    assert find_sidecar("./x/r.txt", {"r.meta.json", "r.txt.meta.yaml"}) == "./x/r.txt.meta.yaml"
    assert find_sidecar("r.txt", {"r.meta.yml"}) == "r.meta.yml"
    assert find_sidecar("r.txt", {"r.txt", "s.meta.json"}) is None


def test_a_sidecar_is_told_by_its_name() -> None:
    assert is_sidecar("r.txt.meta.json")
    assert not is_sidecar("r.json")


@pytest.mark.parametrize(
    ("name", "text"), [("r.meta.json", '{"title": "Shut"}'), ("r.meta.yaml", "title: Shut")]
)
def test_both_forms_are_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert read_sidecar(str(tmp_path / name)) == {"title": "Shut"}


@pytest.mark.parametrize("data", [b"", b"[1]", b"{", b"\xff\xfe\xfd", b"a: " + b"x" * 70_000, b"{" * 50_000])
@pytest.mark.parametrize("name", ["r.meta.json", "r.meta.yaml"])
def test_a_broken_sidecar_is_a_fault_with_a_remedy(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(GatherError) as caught:
        read_sidecar(str(tmp_path / name))
    assert caught.value.about == str(tmp_path / name)
    assert caught.value.remedy
