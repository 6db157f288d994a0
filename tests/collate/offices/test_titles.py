import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collate.offices.titles import parse_title
from sayso.core.office import Standing


@pytest.mark.parametrize(
    ("words", "before", "key", "body", "standing"),
    [
        ("Defense Minister", "Veltria’s ", "defence minister", "veltria", Standing.HOLDER),
        ("Veltrian defence minister", "the ", "defence minister", "veltria", Standing.HOLDER),
        ("minister of foreign affairs of Veltria", "", "foreign minister", "veltria", Standing.HOLDER),
        ("foreign minister", "the newly appointed ", "foreign minister", None, Standing.NEW),
        ("president of Norway", "former ", "president", "NO", Standing.FORMER),
        ("prime minister", "Norway's then-", "prime-minister", "NO", Standing.THEN),
        ("President-elect", "", "president", None, Standing.INCOMING),
        ("spokeswoman for the Harbour Union", "", "spokesman", "harbour union", Standing.HOLDER),
    ],
)
def test_titles(words: str, before: str, key: str, body: str | None, standing: Standing) -> None:
    title = parse_title(words, before, ("veltria",))
    assert title is not None
    assert (title.key, title.body, title.standing) == (key, body, standing)


def test_deputies_and_callings_are_not_the_office() -> None:
    deputy = parse_title("Deputy Defence Minister")
    assert deputy is not None
    assert not deputy.is_sole
    assert parse_title("longtime lawyer") is None


@given(st.text(), st.text())
def test_any_words_are_read(words: str, before: str) -> None:
    title = parse_title(words, before, ("veltria",))
    assert title is None or title.key
