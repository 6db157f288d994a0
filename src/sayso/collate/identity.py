"""Identifiers derived from content: the same thing has the same id on every desk and in every run."""

import hashlib


def content_id(kind: str, *parts: str) -> str:
    """Return a short id: the kind's first letter and 16 hexadecimal digits of a hash of the parts."""
    digest = hashlib.sha256("\x1f".join((kind, *parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind[0]}{digest[:16]}"
