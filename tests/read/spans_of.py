"""Every span of a record, however deep."""

from dataclasses import fields, is_dataclass
from typing import Any

from sayso.core.span import Span


def spans_of(value: Any) -> list[Span]:
    """The spans that ``value`` holds, in the order of its fields."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for part in value for span in spans_of(part)]
    if is_dataclass(value):
        return [span for field in fields(value) for span in spans_of(getattr(value, field.name))]
    return []
