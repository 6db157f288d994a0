"""Reports on talks and truces between places that do not exist, read by hand: names are given, dates are found."""

from collections.abc import Callable, Sequence

import pytest

from sayso.collate.entities import join_entities
from sayso.collate.processes.page import Page, list_names
from sayso.core.read_article import ReadArticle
from sayso.core.reading import EntityKind, Statement
from sayso.read.timex import find_dates
from tests.collate.conftest import make_read_article

PERSON, PLACE, BODY = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION

NAMES: tuple[tuple[str, EntityKind, tuple[str, ...]], ...] = (
    ("Veltria", PLACE, ()),
    ("Ostra", PLACE, ()),
    ("Norland", PLACE, ()),
    ("Port Sell", PLACE, ()),
    ("Hask", PLACE, ()),
    ("Red League", BODY, ()),
    ("Pia Orn", PERSON, ("Orn",)),
    ("Ivo Taal", PERSON, ("Taal",)),
    ("Liv Ames", PERSON, ("Ames",)),
)

Told = Callable[..., ReadArticle]
MakePage = Callable[[ReadArticle], Page]


def tell(
    name: str, text: str, published: str | None = None, statements: Sequence[Statement] = ()
) -> ReadArticle:
    """A report that names those of ``NAMES`` that stand in it."""
    entities = [
        (main, kind, aliases) for main, kind, aliases in NAMES if any(n in text for n in (main, *aliases))
    ]
    return make_read_article(
        name,
        text,
        entities=entities,
        statements=statements,
        dates=find_dates(text, published),
        published=published,
        outlet=f"The {name.title()} Post",
    )


def page_of(read: ReadArticle) -> Page:
    """A report by itself, as finders see it."""
    cast = join_entities([read], {read.reading.id: 0})
    named = {e.id: e for e in cast.entities}
    ids = {(read.reading.id, s.id): f"{read.reading.id}-{s.id}" for s in read.reading.statements}
    return Page(read, cast, named, list_names(cast.entities), ids)


@pytest.fixture
def told() -> Told:
    return tell


@pytest.fixture
def make_page() -> MakePage:
    return page_of


@pytest.fixture
def truce() -> list[ReadArticle]:
    """Four reports: a truce agreed in one round of talks, a second round a week later, a threat carried out."""
    return [
        tell(
            "a",
            "Veltria and Ostra agreed on Wednesday to a 30-day ceasefire after talks in Port Sell mediated by Norland. "
            "The agreement was signed in Port Sell. A joint commission will monitor the truce. "
            "Ostra demanded that Veltria release 40 fishermen. "
            "Veltria threatened to close the Sell canal.",
            "2031-05-07",
        ),
        tell(
            "b",
            "The truce between Veltria and Ostra came into force on Thursday. "
            "Norland mediated the talks in Port Sell. Ostra accused Veltria of breaking the ceasefire.",
            "2031-05-09",
        ),
        tell(
            "c",
            "A second round of talks between Veltria and Ostra ended in Hask on Wednesday without an agreement. "
            "Veltria released the 40 fishermen.",
            "2031-05-15",
        ),
        tell(
            "d",
            "Veltria closed the Sell canal on Monday, as it had threatened. The ceasefire between Veltria and Ostra "
            "collapsed in heavy fighting.",
            "2031-05-20",
        ),
    ]
