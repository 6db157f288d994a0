import pytest

from sayso.collate.tolls.people import kind_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("children", "children"),
        ("two Veltrian border guards", "soldiers"),
        ("children of the soldiers", "children"),
        ("women and children", "children"),
        ("Ilvar Stent", None),
        ("people", None),
        ("", None),
    ],
)
def test_kinds(words: str, kind: str | None) -> None:
    assert kind_of(words) == kind
