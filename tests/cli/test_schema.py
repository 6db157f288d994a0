import json

from tests.cli.conftest import Sayso


def test_the_schema_is_json_and_names_both_forms(sayso: Sayso) -> None:
    done = sayso("schema")
    assert done.exit_code == 0
    assert {"Reading", "Ledger", "Span", "Statement"} <= json.loads(done.stdout)["$defs"].keys()
