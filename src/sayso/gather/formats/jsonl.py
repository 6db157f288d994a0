"""JSONL: one JSON record a line, any number of lines. JSON: one record or a list of them in one document."""

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from sayso.core.article import SetAside
from sayso.core.errors import GatherError
from sayso.gather.encoding import decode
from sayso.gather.formats.plain import note_replaced
from sayso.gather.limits import LIMITS, MEGABYTE
from sayso.gather.metadata.fields import html_of, is_marked_partial, metadata_of, text_of
from sayso.gather.records import Extracted
from sayso.gather.source import Source

_LATER_RECORD = re.compile(rb'^[ \t]*\{[ \t]*"', re.MULTILINE)
_MARKUP = re.compile(r"</(?:p|div|span|a|strong|em|li|ul|h[1-6]|figure|blockquote)>|<br ?/?>", re.IGNORECASE)
_HUGE = 18  # digits: beyond a 64-bit number


@dataclass(frozen=True, slots=True)
class Markup:
    """How markup becomes text: ``page`` finds a page's report, ``fragment`` takes off a text field's tags."""

    page: Callable[[str], Extracted]
    fragment: Callable[[str], str] | None  # None: a text field is kept to the letter


def read_jsonl(source: Source, markup: Markup) -> Iterator[Extracted | SetAside]:
    """Each line's report, or why it has none; blank lines are passed over."""
    for number, line in _lines(source.stream):
        if line is None:
            yield _too_long(source.path, number)
        elif line := line.strip():
            yield _read_record(source.path, number, line, markup)


def read_json(source: Source, markup: Markup) -> Iterator[Extracted | SetAside]:
    """One JSON document's reports, counted from 1; JSONL whose first lines are broken is read as JSONL."""
    data = source.read_whole()
    try:
        document = _parse(decode(data)[0])
    except GatherError:
        if not _LATER_RECORD.search(data, 1):
            raise
        yield from read_jsonl(Source(source.path, source.head, io.BytesIO(data), None), markup)
        return
    for number, record in enumerate(document if isinstance(document, list) else [document], start=1):
        yield _extract_or_set_aside(source.path, number, record, markup)


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None stands for a line that is too long, which is skipped without being held."""
    number, limit = 0, LIMITS.report_bytes
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        yield number, None
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)


def _read_record(path: str, number: int, line: bytes, markup: Markup) -> Extracted | SetAside:
    try:
        text, replaced = decode(line)
        found = _extract(_parse(text), markup)
    except GatherError as error:
        return SetAside(path, number, error.reason, error.remedy)
    return Extracted(found.text, found.metadata, number, found.partial, note_replaced(replaced) + found.notes)


def _extract_or_set_aside(path: str, number: int, record: object, markup: Markup) -> Extracted | SetAside:
    try:
        found = _extract(record, markup)
    except GatherError as error:
        return SetAside(path, number, error.reason, error.remedy)
    return Extracted(found.text, found.metadata, number, found.partial, found.notes)


def _parse(text: str) -> object:
    try:
        return json.loads(text, parse_int=_parse_int)
    except RecursionError as error:
        raise GatherError("the record is nested too deep", remedy="flatten it") from error
    except ValueError as error:
        raise GatherError(f"this is not valid JSON: {error}", remedy="mend or delete the record") from error


def _parse_int(digits: str) -> int | str:
    # Python refuses numbers of thousands of digits, and one in a field that nobody reads should not cost the
    # report.
    return int(digits) if len(digits) <= _HUGE else digits[:_HUGE]


def _extract(record: object, markup: Markup) -> Extracted:
    if not isinstance(record, Mapping):
        raise GatherError("the record is not an object with fields", remedy='write {"text": ...}')
    text, metadata = text_of(record), metadata_of(record)
    partial = is_marked_partial(record)
    if text is None and (page := html_of(record)) is not None:
        found = markup.page(page)
        return Extracted(found.text, metadata.over(found.metadata), partial=partial, notes=found.notes)
    if text is None:
        raise GatherError("the record has no text", remedy='give it a field "text" with the report\'s words')
    if markup.fragment is not None and _MARKUP.search(text):
        text = markup.fragment(text)
    return Extracted(text, metadata, partial=partial)


def _too_long(path: str, number: int) -> SetAside:
    return SetAside(
        path,
        number,
        f"the record is longer than {LIMITS.report_bytes // MEGABYTE} MB",
        "split it into one report a line",
    )
