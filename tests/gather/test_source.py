import gzip
import io
import sys
from pathlib import Path

import pytest

from sayso.core.errors import GatherError
from sayso.gather import source as module
from sayso.gather.limits import Limits
from sayso.gather.records import FoundFile
from sayso.gather.source import open_source

TEXT = "“Not today,” said Veltria’s minister. " * 4_000


def read(path: Path) -> bytes:
    with open_source(FoundFile(str(path))) as source:
        assert source.head == source.read_whole()[: len(source.head)]
    with open_source(FoundFile(str(path))) as source:
        return source.read_whole()


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_the_stream_begins_with_the_head_and_loses_nothing(tmp_path: Path, size: int) -> None:
    data = bytes(65 + i % 26 for i in range(size))
    (tmp_path / "r").write_bytes(data)
    assert read(tmp_path / "r") == data


def test_gzip_and_wide_encodings_are_taken_off(tmp_path: Path) -> None:
    (tmp_path / "r").write_bytes(gzip.compress(TEXT.encode("utf-16")))
    assert read(tmp_path / "r").decode().removeprefix("\ufeff") == TEXT


def test_two_gzip_members_are_one_text(tmp_path: Path) -> None:
    (tmp_path / "r").write_bytes(gzip.compress(b"one ") + gzip.compress(b"two"))
    assert read(tmp_path / "r") == b"one two"


@pytest.mark.parametrize("cut", [20, 200])
def test_a_cut_gzip_stream_is_a_fault_with_a_reason(tmp_path: Path, cut: int) -> None:
    (tmp_path / "r").write_bytes(gzip.compress(TEXT.encode())[:cut])
    with pytest.raises(GatherError, match="gzip stream is damaged"):
        read(tmp_path / "r")


def test_a_gzip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMITS", Limits(gzip_free_bytes=1_000_000, report_bytes=50_000_000))
    (tmp_path / "r").write_bytes(gzip.compress(b"a" * 20_000_000))
    with pytest.raises(GatherError, match="swells"):
        read(tmp_path / "r")


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "r").open("wb") as file:
        file.write(b"Shut. " * 20_000)
        file.truncate(200_000_000)
    with open_source(FoundFile(str(tmp_path / "r"))) as source:
        with pytest.raises(GatherError, match="200 MB") as caught:
            source.read_whole()
        assert "JSONL" in caught.value.remedy
        assert source.stream.read(1) == b"S"  # nothing was consumed


def test_a_large_gzipped_report_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMITS", Limits(report_bytes=100_000))
    (tmp_path / "r").write_bytes(gzip.compress(TEXT.encode()))
    with pytest.raises(GatherError, match="more than"):
        read(tmp_path / "r")


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    with open_source(FoundFile("-")) as source:
        assert source.read_whole() == TEXT.encode()
