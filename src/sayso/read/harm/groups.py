"""Groups of people among coordinated noun phrases, and whether they can come to harm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.core.reading import Effect
from sayso.read.harm.counts import is_year
from sayso.read.harm.lexicon import general_words, transitive_forms
from sayso.read.phrases import Tag, is_kind, is_person_noun
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.noun_phrases import NounPhrase

_STRICT = (Effect.DETAINED, Effect.MISSING, Effect.DISPLACED, Effect.KIDNAPPED)


@dataclass(frozen=True, slots=True)
class Group:
    """People counted together; token indices inclusive. ``core`` is past determiners and counts."""

    first: int
    last: int
    core: int
    head: int
    low: int | None
    high: int | None
    is_person: bool
    is_collective: bool


def groups_of(clause: Clause, phrases: Sequence[NounPhrase]) -> Iterator[Group]:
    """The groups of people in coordinated ``phrases``.

    A second phrase joins the first where it has no count or determiner of its own ("soldiers and militants") or where
    it belongs to the first ("a woman and her two children", whose counts add up).
    """
    waiting: Group | None = None
    for phrase in phrases:
        group = _group(clause, phrase)
        if _is_age(clause, group):
            continue
        if waiting and (joined := _joined(clause, waiting, group)):
            waiting = joined
            continue
        if waiting:
            yield waiting
        waiting = group
    if waiting:
        yield waiting


def _is_age(clause: Clause, group: Group) -> bool:
    """Whether a bare number stands as an age behind a comma: "Luz Arroyo, 34, and her son"."""
    owner = clause.by_last.get(group.first - 2)
    bare = group.first == group.last and group.core > group.last and clause.lower(group.first - 1) == ","
    return (
        bare
        and owner is not None
        and all(t.quantity is None for t in clause.tokens[owner.first : group.first])
    )


def _group(clause: Clause, phrase: NounPhrase) -> Group:
    last = clause.end_with_of(phrase)
    inner = clause.by_first.get(phrase.last + 2) if last > phrase.last else None
    person = phrase.is_person or bool(
        inner and inner.is_person and clause.tokens[phrase.last].tag is Tag.NUMBER
    )
    core, head = phrase.core, phrase.head
    if clause.tag(core) is Tag.NUMBER and inner is None:
        core = phrase.last + 1  # a bare count
    elif clause.tag(head) is Tag.NUMBER and inner:
        core, head, person = inner.core, inner.head, inner.is_person  # "three of the officers"
    low, high = phrase.low, phrase.high
    if clause.lower(head) == "more" and clause.tag(head - 1) is Tag.NUMBER:
        core, person = phrase.last + 1, True  # "dozens more were wounded"
    if clause.lower(phrase.first) == "both" and any(
        clause.lower(j) == "and" for j in range(phrase.first, phrase.last)
    ):
        low = high = None  # "both Dorran and Veltrian soldiers"
    collective = is_kind(clause.lower(head), "group")
    return Group(phrase.first, last, core, head, low, high, person, collective)


def _joined(clause: Clause, a: Group, b: Group) -> Group | None:
    if _are_one(clause, a, b) or _are_one(clause, b, a):
        named = a if clause.tag(a.head) is Tag.NAME else b
        return replace(named, first=a.first, last=b.last, is_person=True)
    own = clause.tag(b.first) is Tag.POSSESSIVE
    counted = any(clause.tag(j) is Tag.NUMBER for j in range(a.first, a.last + 1))
    if (
        own
        and not counted
        and is_person_noun(clause.lower(b.head))
        and a.low is not None
        and b.low is not None
    ):
        high = a.high + b.high if a.high is not None and b.high is not None else None
        return Group(a.first, b.last, a.first, b.head, a.low + b.low, high, True, False)
    bare = clause.tag(b.first) in (Tag.WORD, Tag.NAME) and clause.tag(b.head) is Tag.WORD and b.high != 1
    adjective = (
        clause.tag(a.head) is Tag.NAME and a.low != 1 and b.is_person
    )  # "dozens of Veltrian and Dorran men"
    if (
        bare
        and b.low is None
        and (adjective or (clause.tag(a.head) is Tag.WORD and (a.is_person == b.is_person or b.is_person)))
    ):
        return Group(a.first, b.last, a.core, b.head, a.low, a.high, b.is_person, a.is_collective)
    return None


def _are_one(clause: Clause, a: Group, b: Group) -> bool:
    """Whether ``a`` names whom ``b`` describes beside it: "Luz Arroyo, a nurse", "a nurse, Luz Arroyo"."""
    beside = clause.lower(max(a.first, b.first) - 1) == ","
    described = clause.tag(b.first) is Tag.DETERMINER and b.is_person and clause.tag(b.head) is Tag.WORD
    named = (
        clause.tag(a.head) is Tag.NAME and clause.tag(a.first) is not Tag.DETERMINER and not a.is_collective
    )
    return beside and described and named and a.low == b.low == b.high == 1


def is_harmable(clause: Clause, group: Group, effect: Effect, *, strict: bool = False) -> bool:
    """Whether ``group`` can be people to whom ``effect`` happens; ``strict`` asks for words that mean people."""
    head = clause.lower(group.head)
    if clause.tag(group.last) is Tag.NUMBER and clause.lower(group.last - 1) in ("a", "an"):
        return False  # "a 19"
    if clause.tag(group.head) is Tag.TIME or is_kind(head, "time_unit") or head == "old":
        return False  # "20 years old"
    if clause.tag(group.last) is Tag.NUMBER and clause.tag(group.last + 1) is Tag.TIME:
        return False  # "5 January"
    if clause.tag(group.last) is Tag.NUMBER and clause.lower(group.last).startswith(("million", "billion")):
        return False  # "the injury of nine bakers and millions in damage"
    if group.is_person:
        return True
    if head in general_words("things") or head in ("it", "itself", "nothing", "this", "that", "everything"):
        return False
    verb = head in transitive_forms() and clause.tag(group.head) is Tag.WORD  # "kill one and wound 12"
    if head == "some" or verb or _is_abstract(clause, group.head):
        return False
    if clause.tag(group.head) is Tag.NUMBER:
        return head != "both" and not is_year(clause, group.head)
    start = clause.tokens[group.head].start
    if strict or effect in _STRICT or (effect is Effect.INJURED and clause.text[start].islower()):
        return clause.tag(group.head) is Tag.NAME or any(
            is_person_noun(clause.lower(j)) for j in range(group.core, group.last + 1)
        )
    return True


def _is_abstract(clause: Clause, i: int) -> bool:
    """Whether the noun at token ``i`` ends as no word for people does: "the confiscation of arms"."""
    word = clause.lower(i)
    return clause.tag(i) is not Tag.NAME and len(word) > 6 and word.endswith(tuple(general_words("abstract")))
