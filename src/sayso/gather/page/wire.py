"""Messages between the gatherer and its page worker: four bytes of length, then a JSON object in UTF-8."""

import json
import struct
from typing import IO

_LENGTH = struct.Struct(">I")
_LONGEST = 200_000_000  # a damaged length must not make the reader ask for gigabytes


def write_message(stream: IO[bytes] | None, message: dict[str, object]) -> None:
    """Sends one message. Raises OSError where the other side is gone."""
    if stream is None:
        raise EOFError("no stream")
    body = json.dumps(message, ensure_ascii=False).encode("utf-8", "replace")
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def read_message(stream: IO[bytes] | None) -> dict[object, object]:
    """The next message. Raises EOFError where the other side is gone, ValueError where it talks nonsense."""
    head = stream.read(_LENGTH.size) if stream is not None else b""
    if stream is None or len(head) < _LENGTH.size:
        raise EOFError("the other side is gone")
    (length,) = _LENGTH.unpack(head)
    if length > _LONGEST:
        raise ValueError("the message is too long")
    body = stream.read(length)
    if len(body) < length:
        raise EOFError("the other side is gone")
    message = json.loads(body)
    if not isinstance(message, dict):
        raise ValueError("the message is not an object")
    return message
