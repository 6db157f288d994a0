"""Opens a file or standard input as bytes of text: gzip taken off, UTF-16 and UTF-32 turned into UTF-8.

Nothing is read beyond the head until a format asks for it, and nothing decoded grows past its cap.
"""

import codecs
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from sayso.core.errors import GatherError
from sayso.gather.encoding import wide_encoding
from sayso.gather.limits import LIMITS, MEGABYTE
from sayso.gather.records import FoundFile
from sayso.gather.walk import STDIN

_GZIP = b"\x1f\x8b\x08"


@dataclass(frozen=True, slots=True)
class Source:
    """An open input: its first bytes, and a stream that begins with them."""

    path: str
    head: bytes
    stream: IO[bytes]
    size_bytes: int | None  # where the file system knows it and the stream is the file itself

    def read_whole(self) -> bytes:
        """All of it. Raises GatherError where no report may hold as much, unread where the size is known."""
        limit = LIMITS.report_bytes
        if self.size_bytes is not None and self.size_bytes > limit:
            raise _too_long(self.path, self.size_bytes)
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise _too_long(self.path, None)
        return data


@contextmanager
def open_source(found: FoundFile) -> Iterator[Source]:
    """The file, open for one reading. Raises OSError and GatherError."""
    if found.path == STDIN:
        yield _unwrap(found.path, sys.stdin.buffer, None)
        return
    path = Path(found.path)
    with path.open("rb", buffering=0) as raw:
        size = path.stat().st_size if path.is_file() else None
        yield _unwrap(found.path, raw, size)


def _unwrap(path: str, raw: IO[bytes], size: int | None) -> Source:
    head, stream = _peek(raw)
    if head.startswith(_GZIP):
        size = None
        head, stream = _peek(_Gunzipped(path, stream))
    encoding = wide_encoding(head)
    if encoding is not None:
        size = None
        head, stream = _peek(_Transcoded(stream, encoding))
    return Source(path, head, stream, size)


def _peek(raw: IO[bytes] | io.RawIOBase) -> tuple[bytes, io.BufferedReader]:
    parts, missing = [], LIMITS.head_bytes
    while missing and (part := raw.read(missing)):
        parts.append(part)
        missing -= len(part)
    head = b"".join(parts)
    rest: io.RawIOBase = _Chained(head, raw) if not missing else _Chained(head, None)
    return head, io.BufferedReader(rest, buffer_size=LIMITS.head_bytes)


class _Chained(io.RawIOBase):
    """The head that was read already, then the rest."""

    def __init__(self, head: bytes, rest: IO[bytes] | io.RawIOBase | None) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part: bytes | memoryview = self._head[: len(buffer)]
        self._head = self._head[len(buffer) :]
        if not part and self._rest is not None:
            part = self._rest.read(len(buffer)) or b""
        buffer[: len(part)] = part
        return len(part)


class _Gunzipped(io.RawIOBase):
    """Decodes gzip, and refuses a stream that grows as no prose does."""

    def __init__(self, path: str, packed: io.BufferedReader) -> None:
        self._path = path
        self._packed = _Counted(packed)
        self._plain = gzip.GzipFile(fileobj=cast("IO[bytes]", self._packed))
        self._decoded_bytes = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            part = self._plain.read1(len(buffer))
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise GatherError(
                f"the gzip stream is damaged: {error}", remedy="fetch the file again", about=self._path
            ) from error
        self._decoded_bytes += len(part)
        allowed = max(LIMITS.gzip_free_bytes, LIMITS.gzip_ratio * self._packed.count_bytes)
        if self._decoded_bytes > allowed:
            raise GatherError(
                "the gzip stream swells beyond what text does",
                remedy="unpack it yourself and add the files if you trust them",
                about=self._path,
            )
        buffer[: len(part)] = part
        return len(part)


class _Counted:
    """Counts what is read through it; all of a file's interface that GzipFile asks for."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self.count_bytes = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.count_bytes += len(data)
        return data


class _Transcoded(io.RawIOBase):
    """Turns UTF-16 or UTF-32 into UTF-8, piece by piece."""

    def __init__(self, wide: io.BufferedReader, encoding: str) -> None:
        self._wide = wide
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            piece = self._wide.read(LIMITS.head_bytes)
            self._ready = self._decoder.decode(piece, final=not piece).encode("utf-8", "replace")
            if not piece:
                break
        part, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def _too_long(path: str, size_bytes: int | None) -> GatherError:
    holds = "more than" if size_bytes is None else f"{size_bytes // MEGABYTE} MB, more than the"
    return GatherError(
        f"the file holds {holds} {LIMITS.report_bytes // MEGABYTE} MB that one report may",
        remedy="split it into one report a file, or write the reports as JSONL, one a line",
        about=path,
    )
