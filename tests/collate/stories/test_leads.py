from collections.abc import Callable

from sayso.collate.stories.leads import compare_leads
from sayso.collate.stories.profiles import profile
from sayso.core.read_article import ReadArticle

MakeRead = Callable[..., ReadArticle]

FIRE = (
    "A fire gutted the cannery at Brenn overnight. Nobody was hurt. The cannery had stood for ninety years. "
)
STRIKE = (
    "Dockers at Brenn voted for a strike on Monday. They want higher wages. A ballot was held in the hall. "
)


def test_what_a_report_leads_with_tells_more_than_its_background(make_read: MakeRead) -> None:
    texts = [
        FIRE + "Brenn’s port is the largest on the coast.",
        "The cannery at Brenn burned down overnight. A fire gutted it, and nobody was hurt. Brenn’s port is large.",
        STRIKE + "Brenn’s port is the largest on the coast.",
    ]
    leads = compare_leads([profile(make_read(str(i), text)) for i, text in enumerate(texts)])
    for likeness in (leads.in_text, leads.in_text_local, leads.in_lead):
        assert likeness[0, 1] > likeness[0, 2]
        assert (likeness == likeness.T).all()


def test_empty_texts_have_nothing_in_common(make_read: MakeRead) -> None:
    leads = compare_leads([profile(make_read("a", "")), profile(make_read("b", FIRE))])
    assert (leads.in_text[0, 1], leads.in_text_local[0, 1], leads.in_lead[0, 1]) == (0.0, 0.0, 0.0)
