"""The present moment, as the desk writes it."""

from datetime import UTC, datetime


def now() -> str:
    """Give the present moment in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
