import json

from tests.cli.conftest import Sayso


def test_the_schema_is_json_and_names_both_forms(sayso: Sayso) -> None:
    done = sayso("schema")
    assert done.exit_code == 0
    assert {"Reading", "Ledger", "Span", "Statement"} <= json.loads(done.stdout)["$defs"].keys()


def test_the_schema_tells_of_hedges_and_of_what_a_statement_stands_within(sayso: Sayso) -> None:
    forms = json.loads(sayso("schema").stdout)["$defs"]
    for form in ("Statement", "LedgerStatement"):
        assert {"within", "addressee", "hedges"} <= forms[form]["properties"].keys()
    assert "hedges" in forms["ClaimReading"]["properties"]
    assert "hedge" in forms["Harm"]["properties"]
