"""Whether words around a verb or noun leave its harm undone: planned, threatened, denied."""

from sayso.read.harm.lexicon import general_words
from sayso.read.phrases import Tag, is_kind
from sayso.read.phrases.clauses import Clause

_CLAUSE_MARKS = (",", ";", ":", "--", "(", ")")
_REACH = 7  # tokens before a verb or noun of harm in which a word can leave it undone


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
    finite = verb and clause.lower(group) in general_words("finite")
    for j in range(group - 1, max(-1, group - 1 - _REACH), -1):
        if clause.tag(j) is Tag.CONJUNCTION and clause.tag(j - 1) is Tag.VERB:
            continue  # "if somebody is hurt or killed"
        if clause.lower(j) in _CLAUSE_MARKS or (
            clause.tag(j) is Tag.CONJUNCTION and clause.lower(j) not in ("if", "unless")
        ):
            return clause.lower(j) in ("whether",)
        if _undoes(clause, j, finite=finite):
            return True
        if not verb and clause.tag(j) is Tag.VERB and clause.tag(j - 1) is not Tag.TO:
            return False  # what another verb tells of: "threats came days after the death of two nuns"
    return False


def _undoes(clause: Clause, j: int, *, finite: bool) -> bool:
    """Whether the word at ``j`` leaves the harm after it undone; ``finite``: which a clause of its own tells."""
    word = clause.lower(j)
    if word == "for":
        return clause.lower(j - 1) in general_words("calling")
    if word not in general_words("unreal") or clause.tag(j) is Tag.NAME:
        return False
    if finite and word not in general_words("unreal_clause"):
        return False  # "during the attempt seven men were killed"
    return word not in general_words("legal") or clause.lower(j + 1) == "to"  # "tried for murder"


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
