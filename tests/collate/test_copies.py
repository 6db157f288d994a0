from collections.abc import Callable

from sayso.collate.copies import find_copies
from sayso.core.read_article import ReadArticle

MakeRead = Callable[..., ReadArticle]

WIRE = (
    "Divers raised the bell of the ferry Anna from the floor of Marl Bay on Sunday, ninety years after she went down. "
    "The bell weighs as much as two men and carries the name of the yard that cast it. "
    "A crowd watched from the pier as a crane set it on the quay, and children were let up to touch it. "
    "The harbour museum will show it from May, beside the wheel that was found in a net ten years ago. "
    "The museum’s keeper said that the bronze is sound and that no crack can be heard when it is struck."
)


def test_a_wire_copy_under_a_new_headline(make_read: MakeRead) -> None:
    reads = [
        make_read("z", WIRE, published="2031-05-04"),
        make_read("a", "Bell of lost ferry raised\n\n" + WIRE, published="2031-05-05"),
    ]
    assert find_copies(reads) == {"a": "z"}


def test_an_excerpt_and_a_light_rewrite(make_read: MakeRead) -> None:
    rewrite = WIRE.replace("A crowd watched", "Hundreds watched").replace("from May", "from June")
    reads = [
        make_read("a", WIRE, published="2031-05-04"),
        make_read("b", WIRE[: len(WIRE) // 2], published="2031-05-06"),
        make_read("c", rewrite, published="2031-05-05T10:00"),
    ]
    assert find_copies(reads) == {"b": "a", "c": "a"}


def test_without_dates_the_longer_is_the_original(make_read: MakeRead) -> None:
    reads = [make_read("a", WIRE[: len(WIRE) // 2]), make_read("b", WIRE)]
    assert find_copies(reads) == {"a": "b"}


def test_a_chain_leads_to_its_first_report(make_read: MakeRead) -> None:
    reads = [
        make_read("c", WIRE, published="2031-05-04"),
        make_read("b", WIRE + " It was cold.", published="2031-05-05"),
        make_read("a", WIRE + " It was cold. Nobody was hurt.", published="2031-05-06"),
    ]
    assert find_copies(reads) == {"a": "c", "b": "c"}


def test_two_reports_of_one_thing_in_their_own_words(make_read: MakeRead) -> None:
    other = (
        "The bronze bell of a ferry that sank ninety years ago is back on land. A crane lifted it on to the quay "
        "at Marl on Sunday while people looked on. From May visitors can see it at the museum next to the ship’s wheel."
    )
    assert find_copies([make_read("a", WIRE), make_read("b", other)]) == {}


def test_short_and_empty_texts(make_read: MakeRead) -> None:
    assert find_copies([make_read("a", "Snow fell."), make_read("b", "Snow fell."), make_read("c", "")]) == {}
