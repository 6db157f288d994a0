"""The first records of each corpus, for a training run that only shows that everything works."""

import gzip
from itertools import islice
from pathlib import Path


def cut_corpora(data: Path, out: Path, limit: int) -> Path:
    """Write the first ``limit`` records of each corpus under ``data`` to a folder under ``out``; that folder.

    Raises ValueError where there is no corpus in ``data`` or ``limit`` is not positive.
    """
    corpora = sorted(data.glob("*.jsonl.gz"))
    if limit < 1:
        raise ValueError(f"a trial needs at least one record of each corpus, not {limit}")
    if not corpora:
        raise ValueError(f"no corpus (*.jsonl.gz) lies in {data}; name their folder with --data")
    folder = out / "trial-data"
    folder.mkdir(parents=True, exist_ok=True)
    for path in corpora:
        with gzip.open(path, "rb") as lines, gzip.open(folder / path.name, "wb") as kept:
            kept.writelines(islice(lines, limit))
    return folder
