import json
from pathlib import Path

import pytest

from bench.processes import CODES, FOLDER, USES, Names, Score, score_story
from sayso.core.ledger import Ledger
from sayso.core.process import (
    CeasefireClass,
    CeasefireEnd,
    CommitmentKind,
    Coverage,
    Declaration,
    Fate,
    Purpose,
    Written,
)

STORIES = sorted(p for p in FOLDER.iterdir() if p.is_dir())
VALUES = {
    "type": Declaration,
    "class": CeasefireClass,
    "purpose": Purpose,
    "coverage": Coverage,
    "written": Written,
    "end": CeasefireEnd,
}


def _lines(folder: Path) -> list[str]:
    return (folder / "reports.jsonl").read_text(encoding="utf8").splitlines()


@pytest.mark.parametrize("folder", STORIES, ids=lambda p: p.name)
def test_gold_is_of_the_reports_and_in_the_ledger_s_values(folder: Path) -> None:
    texts = {r["id"]: r["text"] for r in map(json.loads, _lines(folder))}
    gold = json.loads((folder / "gold.json").read_text(encoding="utf8"))
    assert gold["use"] in USES
    for commitment in gold["commitments"]:
        assert CommitmentKind(commitment["kind"])
        assert all(words in texts[report] for report, words in commitment["words"])
        assert all(Fate(fate) for fate in commitment["status"])
    for ceasefire in gold["ceasefires"]:
        for variable in CODES:
            values = ceasefire[variable] or []
            assert all(VALUES[variable](v) for v in (values if isinstance(values, list) else [values]))


def test_an_empty_ledger_scores_nothing() -> None:
    gold = json.loads((STORIES[0] / "gold.json").read_text(encoding="utf8"))
    score = Score()
    score_story(gold, Ledger((), (), (), (), (), (), ()), score)
    assert score.tallies["rounds"].f1 == 0
    assert score.tallies["rounds"].wanted == len(gold["rounds"])


def test_names_are_told_by_their_ends() -> None:
    names = Names({"Orn": ["Pia Orn", "Orn"], "League": ["Red League"]})
    assert names.key("Minister Pia Orn") == "Orn"
    assert names.key("Blue League") == "Blue League"
