"""Whether an event is said to have happened, and on whose word."""

from sayso.core.reading import Act, Form, Statement, Status
from sayso.read.events.lexicon import hedges, word_set
from sayso.read.events.triggers import Trigger, governing_verb, words_before
from sayso.read.harm.counts import negates
from sayso.read.phrases import Tag
from sayso.read.phrases.clauses import Clause

_REACH = 6
_INFINITIVES = (
    ("threatened", Status.THREATENED),
    ("undone", Status.DENIED),
    ("begun", Status.REPORTED),
    ("planned", Status.PLANNED),
    ("agreed", Status.PLANNED),
)  # word lists, in the order in which they count
_FINITE = (Tag.VERB, Tag.BE, Tag.HAVE, Tag.AUXILIARY, Tag.MARK)
_FIRST_PERSON = ("we", "our", "us", "i", "my")


def status_of(
    clause: Clause, trigger: Trigger, statement: Statement | None, actors: tuple[str, ...]
) -> Status | None:
    """The status of the event that ``trigger`` names, None where it is only imagined, asked about or demanded.

    ``statement`` is the one in whose content the trigger stands, and ``actors`` are the words for those who act.
    """
    modality = _modality(clause, trigger)
    if modality is None:
        return None
    if statement is None:
        deed = trigger.entry.type in word_set("deeds")
        heard = _own_voice(clause, trigger) if deed else hedge_before(clause, trigger) or Status.REPORTED
        blamed = modality is Status.PLANNED and heard is Status.ACCUSED  # "blamed for planning the raid"
        return heard if modality is Status.REPORTED or blamed else modality
    if modality is Status.DENIED or (statement.act is Act.DENY and _is_what_is_denied(trigger, statement)):
        return Status.DENIED
    if statement.act in (Act.QUESTION, Act.DEMAND) and modality is not Status.REPORTED:
        return None
    if modality is Status.PLANNED and statement.act is Act.ACCUSE:
        return Status.ACCUSED  # "blamed for planning the raid"
    if modality is not Status.REPORTED:
        return modality
    if trigger.entry.type not in word_set("wrongs"):
        return Status.CLAIMED
    return hedge_before(clause, trigger) or _by_act(statement, actors)


def _is_what_is_denied(trigger: Trigger, statement: Statement) -> bool:
    """Whether a denial is of the event: "denied meeting them"; other things are only spoken of in one."""
    return trigger.entry.type in word_set("deeds") or (
        statement.form is Form.INDIRECT and trigger.entry.type not in word_set("said")
    )


def hedge_before(clause: Clause, trigger: Trigger) -> Status | None:
    """The status that a word right before the trigger gives it: "alleged airstrikes", "allegedly bombed"."""
    near = (hedges().get(clause.lower(trigger.first - back)) for back in (1, 2))
    mark = next((m for m in near if m), None)
    return Status(mark) if mark else None


def _by_act(statement: Statement, actors: tuple[str, ...]) -> Status:
    cue = " ".join(s.exact.lower() for s in statement.cue)
    if statement.act is Act.ACCUSE:
        return Status.ACCUSED
    if any(word in cue for word in word_set("admits")) or _acts_itself(statement, actors):
        return Status.ADMITTED
    return Status.CLAIMED


def _acts_itself(statement: Statement, actors: tuple[str, ...]) -> bool:
    """Whether the speaker tells of an act of their own: "we attacked", or a source that names the actor."""
    source = " ".join(s.exact.lower() for s in statement.source)
    names = [a.lower().removeprefix("the ") for a in actors]
    return any(n in _FIRST_PERSON or (len(n) > 3 and n in source) for n in names)


def is_negated(clause: Clause, trigger: Trigger) -> bool:
    """Whether a negation says that what ``trigger`` names did not happen."""
    return _is_negated(clause, trigger, trigger.first if trigger.is_verb else governing_verb(clause, trigger))


def _modality(clause: Clause, trigger: Trigger) -> Status | None:
    """REPORTED where the words say that it happened, DENIED where they negate it, and so on."""
    verb = trigger.first if trigger.is_verb else governing_verb(clause, trigger)
    if _is_negated(clause, trigger, verb):
        return Status.DENIED
    if verb is not None:
        group = clause.group_start(verb)
        modal = next((clause.lower(j) for j in range(group, verb) if clause.tag(j) is Tag.AUXILIARY), None)
        infinitive = any(clause.tag(j) is Tag.TO for j in range(group, verb))
        if modal and modal not in ("did", "does", "do"):
            return Status.PLANNED if modal in ("will", "'ll") else None
        if infinitive:
            return _infinitive(clause, group)
        start = group
    else:
        if not trigger.is_verb and _is_to_come(clause, trigger.last):
            return Status.PLANNED
        phrase = clause.inside.get(trigger.last)
        start = phrase.first if phrase else trigger.first
    inside = (clause.lower(j) for j in range(start, trigger.first))
    return _context([*inside, *words_before(clause, start, _REACH)])


def _is_to_come(clause: Clause, last: int) -> bool:
    """Whether its own verb says of a noun that it is yet to be: "a hearing has been scheduled", "talks will begin"."""
    first = last + 1
    while clause.tag(first) is Tag.PREPOSITION and (phrase := clause.by_first.get(first + 1)):
        first = phrase.last + 1  # "talks with Dorra in Orsk will begin"
    verbs = [clause.lower(j) for j in range(first, first + 4) if clause.tag(j) is not Tag.ADVERB]
    if verbs[:1] == ["will"]:
        return any(word in word_set("begins") for word in verbs[1:])
    group = [tag for tag in (clause.tag(first), clause.tag(first + 1)) if tag in (Tag.BE, Tag.HAVE)]
    return bool(group) and any(word in word_set("awaited") for word in verbs[len(group) : len(group) + 1])


def _infinitive(clause: Clause, group: int) -> Status | None:
    """What is made of "to attack" by the words that it hangs on; by none in a headline: "Airline to cut jobs"."""
    before = list(words_before(clause, group, 3))
    for kind, status in _INFINITIVES:
        if any(w in word_set(kind) for w in before):
            return status
    is_headline = not any(clause.tag(i) in _FINITE for i in range(group))
    return Status.PLANNED if is_headline and group > 0 else None


def _context(words: list[str]) -> Status | None:
    for i, word in enumerate(words):
        thought = word in ("may", "might") and "have" in words[:i]  # "may have died in the blast"
        if word in word_set("imagined") and not thought:
            return None
    if any(w in word_set("threatened") for w in words):
        return Status.THREATENED
    if any(w in word_set("planned") for w in words):
        return Status.PLANNED
    return Status.REPORTED


def _is_negated(clause: Clause, trigger: Trigger, verb: int | None) -> bool:
    if verb is not None and negates(clause, clause.group_start(verb), verb):
        return True
    if trigger.is_verb:
        return negates(clause, trigger.first + 1, trigger.last)  # "fired no shells at"
    phrase = clause.inside.get(trigger.last)
    first = phrase.first if phrase else trigger.first
    return negates(clause, first - 1, trigger.first) or clause.lower(first - 1) in (
        "neither",
        "nor",
        "without",
    )


def _own_voice(clause: Clause, trigger: Trigger) -> Status:
    """REPORTED, unless the sentence marks it as what somebody says ("allegedly", "blamed for") or owns up to."""
    around = range(max(0, trigger.first - 12), min(len(clause.tokens), trigger.last + 6))
    if any(
        clause.lower(j) in word_set("owns_up") and clause.lower(j + 1) == "responsibility" for j in around
    ):
        return Status.ADMITTED
    for j in around:
        if mark := hedges().get(clause.lower(j)):
            return Status(mark)
    return Status.REPORTED
