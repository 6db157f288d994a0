from collections.abc import Callable

from sayso.collate.stories.leads import Leads
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
    leads = Leads([profile(make_read(str(i), text)) for i, text in enumerate(texts)])
    same, other = leads.liken(0, 1), leads.liken(0, 2)
    assert same.in_text > other.in_text
    assert same.in_text_local > other.in_text_local
    assert same.in_lead > other.in_lead


def test_empty_texts_have_nothing_in_common(make_read: MakeRead) -> None:
    likeness = Leads([profile(make_read("a", "")), profile(make_read("b", FIRE))]).liken(0, 1)
    assert (likeness.in_text, likeness.in_text_local, likeness.in_lead) == (0.0, 0.0, 0.0)
