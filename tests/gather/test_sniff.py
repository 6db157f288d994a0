import pytest

from sayso.core.errors import GatherError
from sayso.gather.sniff import Format, sniff


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("The harbour stays shut.", Format.TEXT),
        ("{Orsk Courier} The harbour stays shut.", Format.TEXT),
        ("[Updated at noon] The harbour stays shut.", Format.TEXT),
        ("A < B, and the <b>rest</b> is silence.", Format.TEXT),
        ("---\ntitle: Shut\n---\nThe harbour", Format.TEXT),
        ("<!DOCTYPE html><html><p>Shut", Format.HTML),
        ("\n  <!-- saved --> <!-- twice --><HTML lang=en>", Format.HTML),
        ("<article><p>Shut</p></article>", Format.HTML),
        ("Shut\n<p>One</p><p>Two</p><p>Three</p>", Format.HTML),
        ('<?xml version="1.0"?><html xmlns="x"><p>Shut', Format.HTML),
        ('{"text": "Shut"}\n{"text": "Open"}', Format.JSONL),
        ('{"text": "Shut', Format.JSONL),
        ('{"text": "Shut\n{"text": "Open"}', Format.JSONL),
        ('no record\n{"text": "Open"}', Format.JSONL),
        ('{\n  "text": "Shut"\n}', Format.JSON),
        ('{"text": "Shut",\n "title": "Harbour"}', Format.JSON),
        ('[{"text": "Shut"}]', Format.JSON),
    ],
)
def test_the_kind_comes_from_the_content(head: str, kind: Format) -> None:
    assert sniff(head.encode()) is kind
    assert sniff(b"\xef\xbb\xbf" + head.encode()) is kind


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"SQLite format 3\x00", "SQLite"),
        (bytes(range(256)), "binary"),
        (b"\x00" * 1000, "binary"),
        (b'<?xml version="1.0"?><rss version="2.0">', "XML"),
        (b"From: <Saved>\r\nContent-Type: multipart/related;", "MHTML"),
    ],
)
def test_what_holds_no_report_says_so(head: bytes, reason: str) -> None:
    with pytest.raises(GatherError, match=reason) as caught:
        sniff(head)
    assert caught.value.remedy


def test_a_run_of_comments_ends() -> None:
    assert sniff(b"<!-- a --> " * 6000 + b"Shut") is Format.TEXT
    assert sniff(b"<!--" * 16_000) is Format.TEXT
