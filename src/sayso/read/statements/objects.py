"""Speech that the encoder missed and that is the object of a plain verb: "denied any raid", "called for an inquiry".

A subject, a verb that denies, demands, threatens, invites or puts a figure, and its object, each in a fixed order;
words that only might be speech ("offered his hand", "rejected the parcel") are left alone.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from sayso.core.span import Span
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar, load_yaml
from sayso.read.spans import Attribution
from sayso.read.statements.reported import LONGEST_CLAUSE, RECOVERED, clause, is_plain
from sayso.read.statements.sources import BEING
from sayso.read.statements.subject import subject_before

REACH = 9  # words from "put", "asked" to the link of their object
LONGEST_VERB = 3  # words


def find_objects(layout: Layout) -> Iterator[Attribution]:
    """Each pattern's attribution, in the order of the text; they may repeat what is known already."""
    words = layout.words
    for at in range(1, len(words) - 2):
        verb = None if words[at].capital or words[at].is_mark else _verb(words, at)
        if verb is None or words[at - 1].form in BEING or not is_plain(layout, at):
            continue
        stop, links = verb
        limit = min(
            layout.word_at(layout.sentences[layout.sentence_of(words[at].start)][1]), at + LONGEST_CLAUSE
        )
        if not _has_object(words[stop : min(limit, stop + REACH)], links):
            continue
        source, content = subject_before(layout, at), clause(layout, stop, limit)
        if source is not None and content is not None:
            cue = Span.of(layout.text, words[at].start, words[stop - 1].end)
            yield Attribution((source,), (cue,), (content,), RECOVERED)


def _verb(words: Sequence[Word], at: int) -> tuple[int, frozenset[str]] | None:
    """Where the verb ends that begins here, and the words of which its object must hold one."""
    if words[at].form not in _first_words():
        return None
    for size in range(LONGEST_VERB, 0, -1):
        links = _verbs().get(" ".join(word.form for word in words[at : at + size]))
        if links is not None:
            return at + size, links
    return None


@cache
def _verbs() -> dict[str, frozenset[str]]:
    table = load_yaml("sayso.read.statements", "objects.yaml")
    return {form: frozenset(entry["links"]) for entry in table["verbs"] for form in entry["forms"]}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.partition(" ")[0] for form in _verbs())


def _has_object(words: Sequence[Word], links: frozenset[str]) -> bool:
    """Whether an object follows, with one of its links where it needs one; "-ing" stands for a gerund at its head."""
    if len(words) < 2 or (words[0].is_mark and words[0].form not in ("“", '"', "‘")):
        return False
    first = words[0].form
    if first in grammar().auxiliaries or first in grammar().conjunctions or first == "that":
        return False
    if not links:
        return first not in grammar().pronouns or first in grammar().possessive
    reach: list[str] = []
    for word in words:
        if word.form in ",;:":
            break
        reach.append(word.form)
    gerund = "-ing" in links and first.endswith("ing")
    return gerund or any(form in links for form in reach[1:])
