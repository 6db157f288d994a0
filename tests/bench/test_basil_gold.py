import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from bench.basil_gold import HELD, OFFSETS, PROJECT, TUNE, BasilGoldError, main, read_stories, write_stories
from bench.gold import GoldConflict, GoldReading, GoldStatement
from sayso.core.reading import Act, Voice

TEXTS = {
    "gull": "Warden “Ada” Quill said the gate was shut. “It was not,” Bram Tole replied.",
    "tern": "The gate was shut, Quill said.\n\nTole denied it.",
}
STATEMENTS = [
    ("gull", "the gate was shut", "s1", "assert"),
    ("gull", "“It was not,”", "s2", "deny"),
]
READINGS = [
    ("gull", "the gate was shut", "attributed", "s1"),
    ("gull", "It was not,", "denied", "s2"),
    ("tern", "The gate was shut", "attributed", "s1"),
    ("tern", "Tole denied it.", "denied", None),
]
NUMBERED = re.compile(r"nyt|fox|hpo|empty|[sc]\d+|[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _place(outlet: str, words: str) -> list[int]:
    start = TEXTS[outlet].index(words)
    return [start, start + len(words)]


def _offsets() -> dict[str, Any]:
    return {
        "story": "gate",
        "reports": {
            o: {"id": f"{o}-1", "sha256": hashlib.sha256(t.encode()).hexdigest()} for o, t in TEXTS.items()
        },
        "speakers": {
            "s1": [["gull", *_place("gull", "“Ada” Quill")], ["tern", *_place("tern", "Quill")]],
            "s2": [["gull", *_place("gull", "Bram Tole")]],
        },
        "statements": [
            {"report": o, "span": _place(o, words), "speaker": speaker, "act": act}
            for o, words, speaker, act in STATEMENTS
        ],
        "claims": [
            {
                "id": "c1",
                "readings": [
                    {"report": o, "span": _place(o, words), "voice": voice, "speaker": speaker}
                    for o, words, voice, speaker in READINGS
                ],
            },
            {"id": "c2", "readings": [{"report": "tern", "span": [0, 8], "voice": "own", "speaker": None}]},
        ],
        "contests": ["c1"],
    }


def _write(folder: Path, offsets: dict[str, Any], texts: dict[str, str]) -> tuple[Path, Path]:
    data = folder / "data.jsonl.gz"
    with gzip.open(data, "wt", encoding="utf8") as file:
        # an id that another story uses too
        file.write(json.dumps({"story": "other", "id": "gull-1", "text": "Nothing of the sort."}) + "\n")
        for outlet, text in texts.items():
            file.write(json.dumps({"story": "gate", "id": f"{outlet}-1", "text": text}) + "\n")
        file.write(json.dumps({"story": "another", "id": "tern-1", "text": "Nor this."}) + "\n")
    marked = folder / "offsets"
    marked.mkdir()
    (marked / "gate.json").write_text(json.dumps(offsets), encoding="utf8")
    return data, marked


def test_words_are_read_from_offsets(tmp_path: Path) -> None:
    (story,) = read_stories(*_write(tmp_path, _offsets(), TEXTS))
    gold = story.gold
    assert (story.name, story.texts) == ("gate", {f"{o}-1": text for o, text in TEXTS.items()})
    assert gold.reports == {"gull": "gull-1", "tern": "tern-1"}
    assert gold.aliases == {"“Ada” Quill": ("“Ada” Quill", "Quill"), "Bram Tole": ("Bram Tole",)}
    assert gold.statements == (
        GoldStatement("gull-1", "the gate was shut", "“Ada” Quill", Act.ASSERT),
        GoldStatement("gull-1", "“It was not,”", "Bram Tole", Act.DENY),
    )
    assert [claim.gist for claim in gold.claims] == ["the gate was shut", "The gate"]
    assert gold.claims[0].readings[1:] == (
        GoldReading("gull-1", "It was not,", Voice.DENIED, "Bram Tole"),
        GoldReading("tern-1", "The gate was shut", Voice.ATTRIBUTED, "“Ada” Quill"),
        GoldReading("tern-1", "Tole denied it.", Voice.DENIED, None),
    )
    why = "attributed: “Ada” Quill; denied: Bram Tole; attributed: “Ada” Quill; denied: tern-1"
    assert gold.conflicts == (GoldConflict("c1", why),)
    assert gold.stories == (("gull-1", "tern-1"),)


def test_a_changed_report_is_refused(tmp_path: Path) -> None:
    data, marked = _write(tmp_path, _offsets(), TEXTS | {"tern": TEXTS["tern"].replace("\n\n", "\n")})
    with pytest.raises(BasilGoldError, match="report tern-1 has changed"):
        list(read_stories(data, marked))


def test_an_absent_report_is_refused(tmp_path: Path) -> None:
    data, marked = _write(tmp_path, _offsets(), {"tern": TEXTS["tern"]})
    with pytest.raises(BasilGoldError, match="report gull-1 is not in the data"):
        list(read_stories(data, marked))


@pytest.mark.parametrize("span", [[3, 3], [-4, 2], [0, len(TEXTS["gull"]) + 1]])
def test_offsets_outside_the_text_are_refused(tmp_path: Path, span: list[int]) -> None:
    offsets = _offsets()
    offsets["statements"][0]["span"] = span
    with pytest.raises(IndexError, match="in the report of gull"):
        list(read_stories(*_write(tmp_path, offsets, TEXTS)))


def test_stories_are_written_for_the_scorer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, marked = _write(tmp_path, _offsets(), TEXTS)
    monkeypatch.setattr("bench.basil_gold.read_stories", lambda path: read_stories(path, marked))
    write_stories(data, tmp_path / "out")
    folder = tmp_path / "out" / "gate"
    assert {path.stem: path.read_bytes().decode() for path in folder.glob("*.txt")} == {
        f"{o}-1": text for o, text in TEXTS.items()
    }
    gold = json.loads((folder / "gold.json").read_bytes())
    assert gold["statements"][1] == {
        "report": "gull-1",
        "span": "“It was not,”",
        "speaker": "Bram Tole",
        "act": "deny",
    }
    assert gold["conflicts"][0]["claim"] == "c1"
    assert gold["incidents"] == gold["timeline"] == gold["boilerplate"] == []


def test_no_story_is_written_into_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = PROJECT / "out" / "basil"
    monkeypatch.setattr("sys.argv", ["basil_gold", str(tmp_path / "none.gz"), str(out)])
    with pytest.raises(SystemExit, match="lies in the project"):
        main()
    assert not out.exists()


def test_the_stored_gold_holds_no_words() -> None:
    assert {path.stem for path in OFFSETS.glob("*.json")} == {*TUNE, *HELD}
    assert len({*TUNE, *HELD}) == 10
    allowed = {*Act, *Voice}
    for path in OFFSETS.glob("*.json"):
        for value in _strings(json.loads(path.read_bytes())):
            assert value in allowed or NUMBERED.fullmatch(value), (path.name, value)


def test_contests_and_speakers_are_among_those_marked() -> None:
    for path in OFFSETS.glob("*.json"):
        marked = json.loads(path.read_bytes())
        readings = [reading for claim in marked["claims"] for reading in claim["readings"]]
        said = {entry["speaker"] for entry in [*marked["statements"], *readings]} - {None}
        assert set(marked["contests"]) < {claim["id"] for claim in marked["claims"]}
        assert said == set(marked["speakers"])
        assert {entry["report"] for entry in readings} == set(marked["reports"])


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [found for inner in value.values() for found in _strings(inner)]
    if isinstance(value, list):
        return [found for inner in value for found in _strings(inner)]
    return [value] if isinstance(value, str) else []
