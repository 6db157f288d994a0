import pytest

from sayso.core.reading import Act, Voice
from training.marked import kept_stories, learnt_stories, read_stories, split

FERRY = """# ferry
## Herald
Owner denies all

{-/-/sank/o|The ferry sank}, the guard said. “{Ana Orsk/accuse/load/a|It was full},” she said, “{+|too full}.”
## Post
The owner said {the owner/deny/load/d|nobody counted}. {sank o|It went down.}
"""


def test_marks_become_spans_of_the_text_without_them() -> None:
    (story,) = read_stories(FERRY)
    assert story.name == "ferry"
    assert story.reports[1] == "The owner said nobody counted. It went down."
    words = [[story.reports[m.report][a:b] for a, b in m.spans] for m in story.marks]
    assert words == [["The ferry sank"], ["It was full", "too full"], ["nobody counted"], ["It went down."]]
    assert [m.claim for m in story.marks] == ["sank", "load", "load", "sank"]
    assert [m.voice for m in story.marks] == [Voice.OWN, Voice.ATTRIBUTED, Voice.DENIED, Voice.OWN]
    assert [m.act for m in story.marks] == [None, Act.ACCUSE, Act.DENY, None]
    assert [m.speaker for m in story.marks] == [None, "Ana Orsk", "the owner", None]


def test_a_mark_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ValueError, match="ferry"):
        list(read_stories("# ferry\n## Post\n{a/b/c|words}"))


def test_a_quarter_is_kept() -> None:
    assert split("abcdefghi") == (["a", "b", "c", "e", "f", "g", "i"], ["d", "h"])


def test_all_stories_can_be_read_and_have_names_of_their_own() -> None:
    learnt, kept = learnt_stories(), kept_stories()
    names = [story.name for story in (*learnt, *kept)]
    assert len(set(names)) == len(names)
    for story in (*learnt, *kept):
        for mark in story.marks:
            assert all(0 <= a < b <= len(story.reports[mark.report]) for a, b in mark.spans)
