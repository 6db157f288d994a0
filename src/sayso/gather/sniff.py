"""What a file is, told from its first bytes and never from its name."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sayso.core.errors import GatherError
from sayso.gather.data import load_yaml


class Format(StrEnum):
    """The formats that hold reports."""

    TEXT = "plain text"
    HTML = "HTML"
    JSONL = "JSONL"
    JSON = "JSON"


_CONTROL = bytes(
    {*range(9), 11, *range(14, 32), 127} - {0x1B}
)  # what prose never holds; ESC colours terminals
_CONTROL_SHARE = 0.02
_PAGE_START = re.compile(
    r"(?>(?:<!--.*?-->|<\?xml[^>]*>)\s*)*+"  # atomic: a run of comments must not be cut in every possible way
    r"<(?:!doctype\s+html|html|head|body|main|article|section|header|div|meta|title|script|p|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_ENDS = re.compile(r"</(?:p|div|article|section|head|body|h[1-6])>", re.IGNORECASE)
_FEW_ENDS = 3
_XML_START = re.compile(r"<\?xml\b|<(?:rss|feed|rdf:RDF|urlset|nitf|newsML)\b", re.IGNORECASE)
_RECORD_START = re.compile(r'\{\s*(?:"(?:[^"\\\n]|\\.){0,200}"\s*:|\})')
_MIME_START = re.compile(r"(?:From|MIME-Version|Content-Type|Snapshot-Content-Location): ")
_MIME_PAGE = re.compile(r"^Content-Type: multipart/related", re.IGNORECASE | re.MULTILINE)


def sniff(head: bytes) -> Format:
    """The format of what begins with ``head``. Raises GatherError where that is none of ours."""
    if not head.strip():
        raise GatherError("the file is empty", remedy="fetch the report again, or leave the file out")
    for kind in _kinds():
        if head.startswith(kind.starts):
            raise GatherError(f"the file is {kind.name}", remedy=kind.remedy)
    count_control = len(head) - len(head.translate(None, _CONTROL))
    if count_control > 3 and count_control > _CONTROL_SHARE * len(head):
        raise GatherError(
            "the file is binary, not text", remedy="save the report as text, HTML or JSONL, and add that"
        )
    return _sniff_text(head.decode("utf-8", "ignore").lstrip("\ufeff \t\r\n\f\v"))


def _sniff_text(head: str) -> Format:
    if head.startswith(("{", "[")):
        return _sniff_json(head)
    if _PAGE_START.match(head) or len(_PAGE_ENDS.findall(head)) >= _FEW_ENDS:
        return Format.HTML
    _, _, second = head.partition("\n")
    if _RECORD_START.match(second.lstrip()):  # a broken first line before sound ones
        return Format.JSONL
    if _XML_START.match(head):
        raise GatherError(
            "the file is XML, not a page or a report", remedy="save the articles that it lists, and add those"
        )
    if _MIME_START.match(head) and _MIME_PAGE.search(head[:2_000]):
        raise GatherError(
            "the page is saved as MHTML", remedy="save it as HTML (the page only), and add that"
        )
    return Format.TEXT


def _sniff_json(head: str) -> Format:
    """JSONL has a whole record on its first line, or begins one there; else it may be one JSON document."""
    first, newline, rest = head.partition("\n")
    if head[0] == "[":
        return Format.JSON if head[1:].lstrip()[:1] in ("{", "]") else Format.TEXT
    if not _RECORD_START.match(head):
        return Format.TEXT
    is_cut = bool(newline) and not first.rstrip().endswith("}")
    return Format.JSON if is_cut and not _RECORD_START.match(rest.lstrip()) else Format.JSONL


@dataclass(frozen=True, slots=True)
class _Kind:
    starts: bytes
    name: str
    remedy: str


@cache
def _kinds() -> tuple[_Kind, ...]:
    rows = load_yaml("sayso.gather", "kinds.yaml")
    return tuple(_Kind(bytes.fromhex(row["starts"]), row["name"], row["remedy"]) for row in rows)
