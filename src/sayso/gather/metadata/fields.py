"""Reads a mapping's fields, whatever they are called: a JSON record, a sidecar, front matter."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sayso.gather.data import load_yaml
from sayso.gather.metadata.published import normalise_published
from sayso.gather.records import Metadata

_LONGEST = 2_000  # characters of a title, a name or an address
_NAME_KEYS = ("name", "title", "id")  # an author or a publisher may be an object, as schema.org has it
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)


def metadata_of(record: Mapping[Any, object]) -> Metadata:
    """The facts in a record. A value of the wrong kind counts as not given."""
    values, names = _by_plain_key(record), _field_names().metadata
    return Metadata(
        id=_first_name(values, names["id"]),
        outlet=_first_name(values, names["outlet"]),
        url=_web_address(_first_name(values, names["url"])),
        title=_first_name(values, names["title"]),
        author=_first_name(values, names["author"]),
        published=_first_date(values, names["published"]),
        language=_language_code(_first_name(values, names["language"])),
    )


def text_of(record: Mapping[Any, object]) -> str | None:
    """The report's text: the first of the usual fields that holds words; paragraphs in a list are joined."""
    return _first_text(_by_plain_key(record), _field_names().text)


def html_of(record: Mapping[Any, object]) -> str | None:
    """The report's page, where the record holds one."""
    return _first_text(_by_plain_key(record), _field_names().html)


def is_marked_partial(record: Mapping[Any, object]) -> bool:
    """Whether the record says of itself that its text is cut."""
    values = _by_plain_key(record)
    return any(values.get(key) is True for key in _field_names().partial)


@dataclass(frozen=True, slots=True)
class _FieldNames:
    metadata: Mapping[str, Sequence[str]]
    text: Sequence[str]
    html: Sequence[str]
    partial: Sequence[str]


@cache
def _field_names() -> _FieldNames:
    data = load_yaml("sayso.gather.metadata", "fields.yaml")
    return _FieldNames(
        {field: tuple(map(_plain_key, keys)) for field, keys in data["metadata"].items()},
        *(tuple(map(_plain_key, data[kind])) for kind in ("text", "html", "partial")),
    )


@lru_cache(maxsize=1_024)
def _plain_key(key: str) -> str:
    return _NOT_WORD.sub("", key.lower())


def _by_plain_key(record: Mapping[Any, object]) -> dict[str, object]:
    return {_plain_key(key): value for key, value in record.items() if isinstance(key, str)}


def _first_text(values: Mapping[str, object], keys: Sequence[str]) -> str | None:
    for key in keys:
        value = values.get(key)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n".join(value)
        if isinstance(value, str) and not value.isspace() and value:
            return value
    return None


def _first_name(values: Mapping[str, object], keys: Sequence[str]) -> str | None:
    return next((name for key in keys if (name := _name(values.get(key)))), None)


def _name(value: object) -> str | None:
    """One line of words from a string, a number, an object with a name, or a list of these."""
    if isinstance(value, Mapping):
        return next(
            (name for key in _NAME_KEYS if isinstance(name := value.get(key), str) and name.strip()), None
        )
    if isinstance(value, list):
        return (
            ", ".join(name for part in value if not isinstance(part, list) and (name := _name(part))) or None
        )
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return " ".join(str(value).split())[:_LONGEST] or None
    return None


def _first_date(values: Mapping[str, object], keys: Sequence[str]) -> str | None:
    return next((date for key in keys if (date := normalise_published(values.get(key)))), None)


def _web_address(value: str | None) -> str | None:
    # What is neither http(s) nor bare is not where a reader can look, and may be a script.
    if value is None or value.lower().startswith(("http://", "https://")):
        return value
    return None if _SCHEME.match(value) else value


def _language_code(value: str | None) -> str | None:
    match = _LANGUAGE.fullmatch(value or "")
    return match[1].lower() if match else None
