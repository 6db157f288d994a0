import gzip
from pathlib import Path

import pytest

from training.trial import cut_corpora


def corpus(folder: Path, name: str, count: int) -> None:
    with gzip.open(folder / name, "wt", encoding="utf-8") as lines:
        lines.writelines(f'{{"id": {number}}}\n' for number in range(count))


def test_the_first_records_of_each_corpus(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    data.mkdir()
    corpus(data, "one.jsonl.gz", 5)
    corpus(data, "two.jsonl.gz", 1)
    folder = cut_corpora(data, out, 2)
    kept = {path.name: gzip.decompress(path.read_bytes()).decode().splitlines() for path in folder.iterdir()}
    assert kept == {"one.jsonl.gz": ['{"id": 0}', '{"id": 1}'], "two.jsonl.gz": ['{"id": 0}']}


def test_nothing_to_cut(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="--data"):
        cut_corpora(tmp_path, tmp_path / "out", 2)
    corpus(tmp_path, "one.jsonl.gz", 5)
    with pytest.raises(ValueError, match="at least one"):
        cut_corpora(tmp_path, tmp_path / "out", 0)
