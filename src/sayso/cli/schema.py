"""``sayso schema``: the JSON Schema of what Sayso writes."""

import json

from sayso.cli.output import write

SCHEMA_EXAMPLES = """
sayso schema > sayso.schema.json      readings and ledgers, both
"""


def schema() -> None:
    """Write the JSON Schema of readings and ledgers.

    A document is valid under it that is a line of `sayso read`, or what `sayso export` writes.
    """
    from sayso.store.forms import schema as make_schema

    write(json.dumps(make_schema(), ensure_ascii=False, indent=2))
