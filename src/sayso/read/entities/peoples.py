"""Peoples' adjectives that a report's own names show: "Veltrian" beside "Veltria", "Dorrani" beside "Dorrane".

Tables know the world's countries; towns, provinces and lands that no table has are known by their adjectives.
"""

from collections.abc import Mapping

from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import country_named, country_of_demonym, fold

ENDINGS = ("n", "an", "ian", "ean", "i", "ese", "ish", "nian")  # of an adjective, after its stem
LOST = ("", "a", "e", "o", "y", "ia")  # what a name may lose before such an ending
SHORTEST_STEM = 4


def find_peoples(layout: Layout, bases: frozenset[str], taken: frozenset[str]) -> Mapping[str, str]:
    """The folded adjectives of a text, each with the folded name that it is made of.

    ``bases`` are the folded names of one word; ``taken`` are words that are no adjective: parts of people's names.
    """
    forms = {word.form for word in layout.words if word.capital} - taken
    found: dict[str, str] = {}
    for form in sorted(forms):
        name = _base_of(form, bases)
        if name is not None:
            found[form] = name
    return found


def _base_of(form: str, bases: frozenset[str]) -> str | None:
    if country_named(form) or country_of_demonym(form):
        return None
    for word in (form, form.removesuffix("s")):
        for ending in ENDINGS:
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < SHORTEST_STEM:
                continue
            made = next((stem + lost for lost in LOST if stem + lost in bases), None)
            if made is not None and made != form and not country_of_demonym(made):
                return fold(made)
    return None
