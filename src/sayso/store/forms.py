"""The JSON forms of readings, ledgers and corrections, made from the records themselves, so that the two cannot part.

Fields come in the records' own order and None is written as null: the same record gives the same bytes.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from sayso.core.correction import Correction
from sayso.core.errors import DeskError
from sayso.core.ledger import Ledger
from sayso.core.reading import Reading

Record = TypeVar("Record")
SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def _reading() -> TypeAdapter[Reading]:
    return TypeAdapter(Reading)


@cache
def _ledger() -> TypeAdapter[Ledger]:
    return TypeAdapter(Ledger)


@cache
def _corrections() -> TypeAdapter[list[Correction]]:
    return TypeAdapter(list[Correction])


def dump_reading(reading: Reading) -> bytes:
    """Write a reading as one line of UTF-8 JSON, without a line feed at its end.

    Gathering has let no text through that UTF-8 cannot carry.
    """
    return _reading().dump_json(reading)


def load_reading(form: bytes | str) -> Reading:
    """Read back what ``dump_reading`` wrote. Raises DeskError where it is something else."""
    return _validated(_reading(), form, "reading")


def dump_ledger(ledger: Ledger, *, indent: int | None = None) -> bytes:
    """Write a ledger as UTF-8 JSON, on one line unless ``indent`` says otherwise."""
    return _ledger().dump_json(ledger, indent=indent)


def load_ledger(form: bytes | str) -> Ledger:
    """Read back what ``dump_ledger`` wrote. Raises DeskError where it is something else."""
    return _validated(_ledger(), form, "ledger")


def dump_corrections(corrections: Sequence[Correction], *, indent: int | None = None) -> bytes:
    """Write corrections as a JSON array in UTF-8."""
    return _corrections().dump_json(list(corrections), indent=indent)


def load_corrections(form: bytes | str) -> list[Correction]:
    """Read back what ``dump_corrections`` wrote. Raises DeskError where it is something else."""
    return _validated(_corrections(), form, "list of corrections")


def schema() -> dict[str, Any]:
    """Give the JSON Schema of both forms: a document is valid that is a reading or a ledger."""
    references, definitions = TypeAdapter.json_schemas(
        [("reading", "serialization", _reading()), ("ledger", "serialization", _ledger())],
        title="What Sayso writes: a reading, or a ledger",
    )
    both = [references[name, "serialization"] for name in ("reading", "ledger")]
    return {"$schema": SCHEMA_DIALECT, **definitions, "anyOf": both}


def _validated(adapter: TypeAdapter[Record], form: bytes | str, what: str) -> Record:
    try:
        return adapter.validate_json(form)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, problem["loc"])) or "its start"
        raise DeskError(
            f"this is no {what}: at {place}, {problem['msg']}",
            remedy="The desk may be damaged: add the reports to a new one.",
        ) from error
