"""A report's sketch as bytes."""

import numpy as np

from sayso.collate.stories.sketches import Sketch

_HEAD = np.dtype("<i4")
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
            np.array(head, _HEAD).tobytes(),
            own,
            np.array(sketch.keys, "<u4").tobytes(),
            sketch.codes.astype("<u4").tobytes(),
            sketch.weights.astype("<i2").tobytes(),
            np.ascontiguousarray(sketch.vectors).tobytes(),
        )
    )


def unpack(form: bytes) -> Sketch:
    """Give back what ``pack`` packed."""
    size, keys, codes, *ends, height, width, day = np.frombuffer(form, _HEAD, 9).tolist()
    at = 9 * _HEAD.itemsize

    def take(dtype: str, count: int) -> np.ndarray[tuple[int], np.dtype[np.generic]]:
        nonlocal at
        found = np.frombuffer(form, dtype, count, at)
        at += found.nbytes
        return found

    own = bytes(take("u1", size)).decode("utf-8")
    return Sketch(
        own,
        tuple(take("<u4", keys).tolist()),
        take("<u4", codes).astype(np.uint32, copy=False),
        take("<i2", codes).astype(np.int16, copy=False),
        (ends[0], ends[1], ends[2]),
        take("i1", height * width).astype(np.int8, copy=False).reshape(height, width),
        None if day < 0 else day,
    )
