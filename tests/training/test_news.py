import json
from pathlib import Path
from typing import Any

import pytest

from bench.basil_gold import Found
from bench.offsets import OffsetClaim, OffsetGold, OffsetReading, OffsetReport, OffsetStatement
from sayso.core.reading import Act, Voice
from training.news import NEWS, kept_news, learnt_news, to_marked

TEXTS = {
    "tern": "The quay was shut, Orla Venn said.",
    "gull": "Quay shut. Nobody had warned them, Venn said.",
}


def test_a_statement_and_its_claim_are_one_mark() -> None:
    marked = OffsetGold(
        story="quay",
        reports={"tern": OffsetReport("t1", ""), "gull": OffsetReport("g1", "")},
        speakers={"s1": (("tern", 19, 28),)},
        statements=(
            OffsetStatement("gull", (11, 33), "s1", Act.ACCUSE),
            OffsetStatement("tern", (0, 17), "s1", Act.ASSERT),
        ),
        claims=(
            OffsetClaim(
                "c1",
                (
                    OffsetReading("tern", (0, 17), Voice.ATTRIBUTED, "s1"),
                    OffsetReading("gull", (0, 9), Voice.OWN, None),
                ),
            ),
        ),
        contests=(),
    )
    story = to_marked(Found("quay", marked, TEXTS))
    assert story.reports == [TEXTS["tern"], TEXTS["gull"]]
    assert [(m.report, m.spans, m.claim, m.voice, m.act, m.speaker) for m in story.marks] == [
        (0, [(0, 17)], "c1", Voice.ATTRIBUTED, Act.ASSERT, "s1"),
        (1, [(0, 9)], "c1", Voice.OWN, None, None),
        (1, [(11, 33)], None, Voice.ATTRIBUTED, Act.ACCUSE, "s1"),
    ]


def test_without_the_corpora_there_is_no_news(tmp_path: Path) -> None:
    assert learnt_news(tmp_path) == kept_news(tmp_path) == []


def _words(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [word for key, held in value.items() for word in (*_words(key), *_words(held))]
    if isinstance(value, list):
        return [word for held in value for word in _words(held)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("path", sorted(NEWS.rglob("*.json")), ids=lambda path: path.stem)
def test_the_stored_marks_hold_no_words(path: Path) -> None:
    keys = {"story", "reports", "id", "sha256", "speakers", "statements", "report", "span", "speaker", "act"}
    keys |= {"claims", "readings", "voice", "contests", "empty", *Act, *Voice}
    for word in _words(json.loads(path.read_bytes())):
        assert word in keys or " " not in word, word
        assert word in keys or len(word) < 4 or any(sign.isdigit() for sign in word), word
