from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.collate.stories import find_stories
from sayso.core.read_article import ReadArticle

MakeRead = Callable[..., ReadArticle]


def test_reports_of_one_event_are_one_story(harbour: list[ReadArticle]) -> None:
    stories = find_stories(harbour)
    assert [set(s.articles) for s in stories] == [{"a", "b", "c"}, {"d"}]
    assert (stories[0].first, stories[0].last) == ("2031-03-02", "2031-03-03")


def test_every_report_is_in_exactly_one_story(make_read: MakeRead) -> None:
    reads = [make_read(str(i), text) for i, text in enumerate(["", " ", "x", "Snow fell on Marl.", "1 2 3"])]
    stories = find_stories(reads)
    assert sorted(a for s in stories for a in s.articles) == ["0", "1", "2", "3", "4"]


def test_two_earthquakes_weeks_apart_are_two_related_stories(make_read: MakeRead) -> None:
    text = (
        "An earthquake shook Tamsin before dawn and brought down the old customs house. "
        "Rescue teams from Marl dug in the rubble with their hands while families waited on the quay. "
        "The governor of Tamsin asked for tents, blankets and drinking water for the night."
    )
    again = (
        "An earthquake shook Tamsin at noon and brought down a school and two bakeries. "
        "Rescue teams from Ostra brought dogs and lights, and worked through the rubble until evening. "
        "The governor of Tamsin said that the damage was worse than in the last earthquake."
    )
    first, second = find_stories(
        [make_read("a", text, published="2031-03-02"), make_read("b", again, published="2031-04-11")]
    )
    assert (first.articles, second.articles) == (("a",), ("b",))
    assert first.related == (second.id,)
    assert second.related == (first.id,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(order=st.permutations(range(4)))
def test_the_order_of_arrival_does_not_matter(harbour: list[ReadArticle], order: list[int]) -> None:
    assert find_stories([harbour[i] for i in order]) == find_stories(harbour)


def test_no_reports_no_stories() -> None:
    assert find_stories([]) == ()


def test_a_title_is_the_reports_own_words(make_read: MakeRead) -> None:
    long = "word " * 60
    titled, untitled = (
        find_stories([make_read("a", "Snow fell.", title="Snow on Marl")])[0],
        find_stories([make_read("a", long)])[0],
    )
    assert titled.title == "Snow on Marl"
    assert untitled.title.endswith(" …")
    assert len(untitled.title) < 125


def test_the_same_two_reports_of_one_day_are_one_story(make_read: MakeRead) -> None:
    first = (
        "An earthquake shook Tamsin before dawn and brought down the old customs house. "
        "Rescue teams from Marl dug in the rubble while families waited on the quay."
    )
    second = (
        "The old customs house of Tamsin fell when an earthquake shook the town before dawn. "
        "Families waited on the quay as rescue teams from Marl dug in the rubble."
    )
    reads = [make_read("a", first, published="2031-03-02"), make_read("b", second, published="2031-03-02")]
    assert [s.articles for s in find_stories(reads)] == [("a", "b")]


def test_a_freely_told_report_of_a_few_stays_with_its_story(make_read: MakeRead) -> None:
    reports = [
        (
            "The Ostra water board told 6,000 homes in Lower Quell to boil their water after a pump failed "
            "at the Hask works. Director Mirel Tove said that the pump had been checked in spring and that "
            "nobody had fallen ill."
        ),
        (
            "Families in Lower Quell had complained for days of a smell of oil before they were told to boil "
            "water. A pump failed at the Hask works, the Ostra water board said. Mirel Tove said that nobody "
            "had fallen ill."
        ),
        (
            "A pump at the Hask works failed and 6,000 homes must boil what they drink, the Ostra water "
            "board said. Its director, Mirel Tove, said that the pump had been checked in spring."
        ),
        (
            "Eleven children were treated for cramps at the weekend, doctors said, and blamed what came out "
            "of the taps. Homes had been told to boil their water too late, parents said. Shops sold out of "
            "bottles by noon, and queues formed outside the chemist. A spokesman in Ostra said that a virus "
            "was going round. Parents in Lower Quell did not believe the board and Mirel Tove."
        ),
    ]
    stories = find_stories([make_read(str(i), text) for i, text in enumerate(reports)])
    assert [set(s.articles) for s in stories] == [{"0", "1", "2", "3"}]
