"""Groups of people among coordinated noun phrases, and whether words around a verb leave its harm undone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.core.reading import Effect
from sayso.read.harm.lexicon import general_words
from sayso.read.phrases import Tag, is_kind, is_person_noun
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.noun_phrases import NounPhrase

_STRICT = (Effect.DETAINED, Effect.MISSING, Effect.DISPLACED, Effect.KIDNAPPED)
_CLAUSE_MARKS = (",", ";", ":", "--", "(", ")")
_REACH = 7  # tokens before a verb or noun of harm in which a word can leave it undone


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
        if waiting and (joined := _joined(clause, waiting, group)):
            waiting = joined
            continue
        if waiting:
            yield waiting
        waiting = group
    if waiting:
        yield waiting


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
        and (adjective or (clause.tag(a.head) is Tag.WORD and a.is_person == b.is_person))
    ):
        return Group(a.first, b.last, a.core, b.head, a.low, a.high, b.is_person, a.is_collective)
    return None


def is_harmable(clause: Clause, group: Group, effect: Effect) -> bool:
    """Whether ``group`` can be people to whom ``effect`` happens."""
    head = clause.lower(group.head)
    if clause.tag(group.head) is Tag.TIME or is_kind(head, "time_unit") or head == "old":
        return False  # "20 years old"
    if clause.tag(group.last) is Tag.NUMBER and clause.tag(group.last + 1) is Tag.TIME:
        return False  # "5 January"
    if group.is_person:
        return True
    if head in general_words("things") or head in ("it", "itself", "nothing", "this", "that", "everything"):
        return False
    if head == "some" or _is_abstract(clause, group.head):
        return False
    if clause.tag(group.head) is Tag.NUMBER:
        return head != "both" and not is_year(clause, group.head)
    start = clause.tokens[group.head].start
    if effect in _STRICT or (effect is Effect.INJURED and clause.text[start].islower()):
        return clause.tag(group.head) is Tag.NAME or any(
            is_person_noun(clause.lower(j)) for j in range(group.core, group.last + 1)
        )
    return True


def _is_abstract(clause: Clause, i: int) -> bool:
    """Whether the noun at token ``i`` ends as no word for people does: "the confiscation of arms"."""
    word = clause.lower(i)
    return clause.tag(i) is not Tag.NAME and len(word) > 6 and word.endswith(tuple(general_words("abstract")))


def is_year(clause: Clause, i: int) -> bool:
    """Whether the number at token ``i`` looks like a year."""
    word = clause.lower(i)
    return len(word) == 4 and word.isdigit() and word[:2] in ("17", "18", "19", "20")


def is_unreal(clause: Clause, i: int, *, verb: bool = True) -> bool:
    """Whether words before the verb or noun at token ``i`` say that it may happen, is tried or threatened."""
    group = clause.group_start(i) if verb else i
    if verb and _is_thought(clause, group, i):
        return False
    if any(
        clause.tag(j) is Tag.AUXILIARY and clause.lower(j) not in ("did", "does", "do")
        for j in range(group, i)
    ):
        return True
    if any(clause.tag(j) is Tag.TO for j in range(group, i)) and clause.lower(group - 1) != "managed":
        return True
    for j in range(group - 1, max(-1, group - 1 - _REACH), -1):
        if clause.lower(j) in _CLAUSE_MARKS or (
            clause.tag(j) is Tag.CONJUNCTION and clause.lower(j) not in ("if", "unless")
        ):
            return clause.lower(j) in ("whether",)
        if clause.lower(j) in general_words("unreal") and clause.tag(j) is not Tag.NAME:
            return True
        if clause.lower(j) == "for" and clause.lower(j - 1) in general_words("calling"):
            return True
    return False


def _is_thought(clause: Clause, group: int, i: int) -> bool:
    """Whether the verb group tells what is taken to have happened: "may have died", "are feared to have drowned"."""
    words = [clause.lower(j) for j in range(group, i)]
    if "have" not in words:
        return False
    return words[0] in ("may", "might") or (
        clause.lower(group - 1) in general_words("thought") and words[0] == "to"
    )


def negates(clause: Clause, first: int, end: int) -> bool:
    """Whether a negation stands among the tokens from ``first`` up to ``end``."""
    return any(is_kind(clause.lower(j), "negation") for j in range(max(0, first), end))
