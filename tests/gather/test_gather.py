import gzip
import io
import json
import os
import sys
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.article import Article, SetAside
from sayso.gather import gather
from sayso.gather.finish import finish
from sayso.gather.records import Extracted

REPORT = (
    "The minister of ports said on Tuesday that the harbour would stay shut until the talks with Sarnia end."
)
DAMAGED = (
    "Veltriaβs minister said βno talksβ, and it isnβt over.\nRead more: Sarnia denies it all\n#Orsk #Veltria"
)
SECOND = "Dockers went home early, and two ships turned back at the mole before noon."
PAGE = f"<html><head><title>Shut</title></head><body><article><p>{REPORT}</p><p>{SECOND}</p></article></body></html>"


def articles(*sources: str | Path, clean: bool = True) -> list[Article]:
    found = list(gather(sources, clean=clean))
    assert not [item for item in found if isinstance(item, SetAside)]
    return [item for item in found if isinstance(item, Article)]


def test_a_plain_text_is_cleaned_and_what_went_is_kept(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(DAMAGED)
    (article,) = articles(tmp_path)
    assert article.text == "Veltria’s minister said “no talks”, and it isn’t over."
    assert [dropped.text for dropped in article.dropped] == [
        "β",
        "Read more: Sarnia denies it all",
        "#Orsk #Veltria",
    ]
    assert article.path == str(tmp_path / "r.txt")
    assert (article.outlet, article.title, article.published) == (None, None, None)
    assert len(article.id) == 16


@pytest.mark.parametrize("text", [DAMAGED, " \r\n“a” &amp; b\t\n\n\n\n", "Ã© \u202e\u00ad"])
def test_without_cleaning_the_text_is_kept_to_the_letter(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    (tmp_path / "b.txt").write_text(json.dumps({"text": text}) + "\n")
    assert [article.text for article in articles(tmp_path, clean=False)] == [text, text]


def test_every_format_is_told_by_its_content(tmp_path: Path) -> None:
    record = json.dumps({"id": "a1", "text": REPORT})
    contents = {
        "a.json": REPORT.encode(),
        "b.txt": PAGE.encode(),
        "c.html": record.encode(),
        "d.txt": gzip.compress(record.encode()),
        "e.txt": gzip.compress(PAGE.encode("utf-16")),
        "f.jsonl": REPORT.encode("utf-16"),
        "g": b"\xef\xbb\xbf" + REPORT.encode(),
        "h": json.dumps([{"text": REPORT}], indent=1).encode(),
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    found = articles(tmp_path)
    assert [article.path for article in found] == [str(tmp_path / name) for name in contents]
    assert {article.text for article in found} == {REPORT, f"{REPORT}\n{SECOND}"}
    assert [article.id for article in found][2:4] == ["a1", "a1"]


def test_the_same_text_has_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "a").write_text(REPORT)
    (tmp_path / "b").write_text(REPORT + "\n\n")
    assert len({article.id for article in articles(tmp_path)}) == 1


def test_a_sidecar_tells_what_the_file_does_not(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(f"---\noutlet: Orsk Courier\ntitle: Shut\n---\n{REPORT}")
    (tmp_path / "r.meta.yaml").write_text("outlet: Tarn Daily\nid: x7\n")
    (tmp_path / "s.jsonl").write_text(json.dumps({"text": REPORT, "outlet": "Orsk Courier"}) + "\n")
    (tmp_path / "s.jsonl.meta.json").write_text('{"outlet": "Tarn Daily", "language": "en", "id": "x8"}')
    first, second = articles(tmp_path)
    assert (first.id, first.outlet, first.title) == ("x7", "Tarn Daily", "Shut")
    assert (second.outlet, second.language) == ("Orsk Courier", "en")
    assert second.id != "x8"


def test_a_broken_sidecar_does_not_cost_the_report(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(REPORT)
    (tmp_path / "r.meta.json").write_text("{")
    aside, article = gather([tmp_path])
    assert isinstance(aside, SetAside)
    assert aside.path.endswith("r.meta.json")
    assert isinstance(article, Article)


def test_a_report_in_another_language_is_kept_and_marked(tmp_path: Path) -> None:
    (tmp_path / "r").write_text(
        "Der Minister sagte am Dienstag, dass der Hafen geschlossen bleibe, bis die Gespräche enden."
    )
    (article,) = articles(tmp_path)
    assert article.language == "de"


def test_titles_are_repaired_with_what_the_text_taught(tmp_path: Path) -> None:
    (tmp_path / "r").write_text(json.dumps({"title": "A βphaseβ ends &amp; another begins", "text": DAMAGED}))
    (article,) = articles(tmp_path)
    assert article.title == "A “phase” ends & another begins"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (bytes(range(256)) * 10, "binary"),
        (b"%PDF-1.7", "PDF"),
        (b"<html><body></body></html>", "no article"),
        ("Порт остаётся закрытым, сказал министр.".encode("cp1251"), "no other encoding"),
        (b"#Orsk #Veltria\n", "no words of its own"),
        (b"\x1f\x8b\x08\x00broken", "gzip"),
        (b'{"text": ', "not valid JSON"),
    ],
)
def test_a_bad_input_is_set_aside_and_the_run_goes_on(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_text(REPORT)
    aside, article = gather([tmp_path])
    assert isinstance(aside, SetAside)
    assert aside.path == str(tmp_path / "a.txt")
    assert reason in aside.reason
    assert aside.remedy
    assert isinstance(article, Article)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to the superuser")
def test_a_file_that_may_not_be_read_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "a.txt").chmod(0)
    (aside,) = gather([tmp_path])
    assert isinstance(aside, SetAside)
    assert "permission" in aside.remedy


def test_a_missing_path_is_set_aside() -> None:
    (aside,) = gather(["no/such/file"])
    assert aside == SetAside(
        "no/such/file", None, "there is no such file", "check the path; a link may point to nothing"
    )


def test_a_folder_of_ten_thousand_loses_only_its_three_bad_ones(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number:05}.txt").write_text(f"{REPORT} Report {number}.")
    for number, data in ((7, b""), (5_000, bytes(range(256))), (9_999, b'{"text": ')):
        (tmp_path / f"{number:05}.txt").write_bytes(data)
    found = list(gather([tmp_path]))
    assert [item.path for item in found] == sorted(item.path or "" for item in found)
    assert [Path(item.path).name for item in found if isinstance(item, SetAside)] == [
        "00007.txt",
        "05000.txt",
        "09999.txt",
    ]
    assert sum(isinstance(item, Article) for item in found) == 9_997


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    def endless() -> io.BytesIO:
        return io.BytesIO(
            b"".join(json.dumps({"text": f"{REPORT} {n}"}).encode() + b"\n" for n in range(5_000))
        )

    (tmp_path / "r.jsonl").write_bytes(endless().read())
    (tmp_path / "z.txt").write_text(REPORT)
    stream = gather([tmp_path, "no/such/file"])
    first = list(islice(stream, 2))
    (tmp_path / "z.txt").unlink()
    assert all(isinstance(item, Article) for item in first)
    stream.close()  # type: ignore[attr-defined]


def test_standard_input_is_read_as_any_file(monkeypatch: pytest.MonkeyPatch) -> None:
    data = gzip.compress("\n".join(json.dumps({"text": REPORT}) for _ in range(3)).encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [article.path for article in articles("-")] == ["-"] * 3


def test_a_name_that_is_no_text_does_not_reach_the_store(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "w") as file:  # noqa: PTH123 - a name in bytes
        file.write(REPORT)
    (article,) = articles(tmp_path)
    assert article.path is not None
    assert article.path.endswith("caf\ufffd.txt")


def test_what_cannot_be_stored_is_replaced_and_told(tmp_path: Path) -> None:
    (tmp_path / "r").write_text('{"text": "a \\ud800 b \\u0000 c", "title": "\\udfff"}')
    for clean in (True, False):
        (article,) = articles(tmp_path, clean=clean)
        assert (article.text, article.title) == ("a \ufffd b \ufffd c", "\ufffd")
        assert article.dropped[0].reason.startswith("2 NUL")


any_text = st.text(st.characters(exclude_categories=()), min_size=1)


@settings(max_examples=300)
@given(any_text.filter(str.strip))
def test_any_text_becomes_an_article_that_can_be_stored(text: str) -> None:
    kept = finish(Extracted(text), "r", clean=False)
    assert len(kept.text) == len(text)
    assert kept.text.encode()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.binary(max_size=200), max_size=5))
def test_any_bytes_become_articles_or_reasons(
    tmp_path_factory: pytest.TempPathFactory, parts: list[bytes]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    for number, data in enumerate(parts):
        (folder / str(number)).write_bytes(data)
    for item in gather([folder]):
        assert item.path
        assert not isinstance(item, SetAside) or (item.reason and item.remedy)
        assert not isinstance(item, Article) or item.text.encode()


STORY = Path(__file__).parents[3] / "shared" / "story"


@pytest.mark.skipif(not STORY.is_dir(), reason="the story of real reports is not at hand")
def test_real_reports_come_out_clean() -> None:
    gold = json.loads((STORY / "gold.json").read_text())
    found = {
        Path(a.path or "").stem: a for a in gather(sorted(STORY.glob("*.txt"))) if isinstance(a, Article)
    }
    assert len(found) == 5
    for line in gold["boilerplate"]:
        assert line["starts"] not in found[line["report"]].text
        assert any(dropped.text.startswith(line["starts"]) for dropped in found[line["report"]].dropped)
    assert not any("β" in article.text for article in found.values())
    assert all(article.language == "en" for article in found.values())
