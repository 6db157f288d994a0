import pytest

from sayso.core.errors import GatherError
from sayso.gather.page.caps import check_page


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<a>" * 100_000, "tags"),
        ("<div>" * 300, "nested"),
        ("<table></table>" * 2_000, "tables"),
        ("<meta>" * 100_000, "tags"),
    ],
)
def test_what_no_real_page_holds_is_refused_unparsed(page: str, what: str) -> None:
    with pytest.raises(GatherError, match=what) as caught:
        check_page(page)
    assert caught.value.remedy


@pytest.mark.parametrize(
    "page",
    [
        "<p>" * 10_000,
        "<ul>" + "<li>x" * 10_000,
        "<div></div>" * 10_000,
        "<script>" + 'x = "<div>";' * 1_000 + "</script>",
        "<br><img><hr>" * 5_000,
        "</div>" * 10_000,
        "<" * 1_000_000,
        "<script><script>" * 100_000,
    ],
)
def test_what_only_looks_deep_passes(page: str) -> None:
    check_page(page)
