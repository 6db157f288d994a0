"""A report's sketch as bytes."""

import struct

import numpy as np

from sayso.collate.stories.sketches import Sketch

_HEAD = struct.Struct("<9i")  # lengths and the day
_CODE, _WEIGHT, _COORDINATE = np.dtype("<u4"), np.dtype("<i2"), np.dtype("i1")
_UNDATED = -1


def pack(sketch: Sketch) -> bytes:
    """Give a sketch as bytes, little-endian: the lengths of its parts, then the parts."""
    own = sketch.id.encode("utf-8")
    height, width = sketch.vectors.shape
    head = [
        len(own),
        len(sketch.keys),
        len(sketch.codes),
        *sketch.ends,
        height,
        width,
        _UNDATED if sketch.day is None else sketch.day,
    ]
    return b"".join(
        (
            _HEAD.pack(*head),
            own,
            np.array(sketch.keys, "<u4").tobytes(),
            sketch.codes.astype("<u4").tobytes(),
            sketch.weights.astype("<i2").tobytes(),
            np.ascontiguousarray(sketch.vectors).tobytes(),
        )
    )


def unpack(form: bytes) -> Sketch:
    """Give back what ``pack`` packed; the arrays are views of it."""
    size, keys, codes, *ends, height, width, day = _HEAD.unpack_from(form)
    at = _HEAD.size + size
    codes_at = at + 4 * keys
    weights_at = codes_at + 4 * codes
    return Sketch(
        form[_HEAD.size : at].decode("utf-8"),
        struct.unpack_from(f"<{keys}I", form, at),
        np.frombuffer(form, _CODE, codes, codes_at),
        np.frombuffer(form, _WEIGHT, codes, weights_at),
        (ends[0], ends[1], ends[2]),
        np.frombuffer(form, _COORDINATE, height * width, weights_at + 2 * codes).reshape(height, width),
        None if day < 0 else day,
    )
