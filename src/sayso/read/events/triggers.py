"""Where a sentence names an event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.read.events.acts import is_act
from sayso.read.events.frames import Frame, frames_by_first_word, match_frame
from sayso.read.events.lexicon import (
    LONE,
    Entry,
    entries_by_first_word,
    is_singular_of,
    light_verb_forms,
    word_set,
)
from sayso.read.phrases import Tag, is_kind
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.words import singulars

_ACTS = (Tag.VERB, Tag.GERUND)
_DEFINITE = ("the", "this", "these", "that", "those", "both", "such", "any")
_GAP = 4  # tokens within which a verb's second word must follow
_LEADS = (
    "in",
    "on",
    "against",
    "at",
    "by",
    "of",
    "near",
    "that",
    "which",
    "inside",
    "along",
    "with",
    "from",
    "to",
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that name an event: token indices, inclusive, and the lexicon's entry for them."""

    first: int
    last: int
    entry: Entry

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb, so that its subject and objects are the event's parties."""
        return self.entry.kind.endswith("verb")


def find_triggers(clause: Clause) -> list[Trigger]:
    """The triggers of a sentence in order; they do not overlap, except that two categories may share a word."""
    found: list[Trigger] = []
    known, framed = entries_by_first_word(), frames_by_first_word()
    for i, token in enumerate(clause.tokens):
        if token.lower not in known and token.lower not in framed:
            continue
        taken = {t.entry.type for t in found[-8:] if t.first <= i <= t.last}
        entries, frames = known.get(token.lower, ()), framed.get(token.lower, ())
        strong = next((k for k, e in enumerate(entries) if e.kind == "weak verb"), len(entries))
        for trigger in (
            *_of_entries(clause, i, entries[:strong]),
            *_of_frames(clause, i, frames),
            *_of_entries(clause, i, entries[strong:]),  # weak ones count only where nothing stronger does
        ):
            if trigger.entry.type not in taken:
                taken.add(trigger.entry.type)
                found.append(trigger)
    return found


def _of_entries(clause: Clause, i: int, entries: Sequence[Entry]) -> Iterator[Trigger]:
    """The words and phrases of ``triggers.yaml`` that begin at token ``i``."""
    for entry in entries:
        if (last := _match(clause, i, entry)) is not None:
            yield Trigger(i, last, entry)


def _of_frames(clause: Clause, i: int, frames: Sequence[Frame]) -> Iterator[Trigger]:
    """The verb at token ``i`` with what it is done to, by ``frames.yaml``."""
    acting = {verb for verb in {frame.verb for frame in frames} if is_act(clause, i, verb)}
    for frame in frames if acting else ():
        if frame.verb in acting and (last := match_frame(clause, i, frame)) is not None:
            lemma = frame.lemma + LONE if frame.alone else frame.lemma
            yield Trigger(i, last, Entry(frame.type, frame.mode, "verb", frame.particles, lemma))


def _match(clause: Clause, i: int, entry: Entry) -> int | None:
    """The last token of ``entry`` where it begins at token ``i``, else None."""
    if entry.kind.endswith("verb"):
        return _match_verb(clause, i, entry)
    last = i + len(entry.words)
    words = [clause.lower(j) for j in range(i + 1, last + 1)]
    if entry.kind == "phrase":
        return last if words == list(entry.words) else None
    if words[:-1] != list(entry.words[:-1]) or (words and not is_singular_of(words[-1], entry.words[-1])):
        return None
    if clause.tag(last) in _ACTS and not words and clause.tag(i - 1) is not Tag.DETERMINER:
        return None
    return last if _is_head(clause, last) and (entry.kind == "noun" or _has_evidence(clause, i)) else None


def _match_verb(clause: Clause, i: int, entry: Entry) -> int | None:
    if not is_act(clause, i, entry.lemma.partition(" ")[0], present=False):
        return None
    last = i
    for word in entry.words:
        window = range(last + 1, last + 2 + (_GAP if len(entry.words) == 1 else 0))
        follower = next((j for j in window if is_singular_of(clause.lower(j), word)), None)
        if follower is None or any(clause.tag(j) is Tag.MARK for j in range(last + 1, follower)):
            return None
        last = follower
    return last


def _is_head(clause: Clause, i: int) -> bool:
    """Whether the noun at ``i`` is the head of its phrase, not a modifier as in "attack helicopter"."""
    phrase = clause.inside.get(i)
    return phrase is None or phrase.last == i or clause.tag(i + 1) is Tag.GENITIVE


def _has_evidence(clause: Clause, i: int) -> bool:
    """Whether a word that may mean another thing ("strikes") is carried out or aimed at something here."""
    phrase = clause.inside.get(i)
    first = phrase.first if phrase else i
    before = clause.lower(first - 1)
    definite = any(
        clause.lower(j) in ("the", "these", "this", "those", "any", "both") for j in range(first, i)
    )
    places = clause.lower(i + 1) in ("in", "inside", "against", "near", "across", "killed", "hit", "targeted")
    return before in light_verb_forms() or definite or places


def is_specific(clause: Clause, trigger: Trigger) -> bool:
    """Whether a noun names particular events: it has a determiner or count, an owner, or a place or party after it."""
    if trigger.is_verb or trigger.entry.kind == "phrase":
        return True
    phrase = clause.inside.get(trigger.last)
    first = phrase.first if phrase else trigger.first
    if _is_figurative(clause, trigger):
        return False
    opened = any(clause.tag(j) in _OPENED for j in range(first, trigger.first + 1))
    leads = clause.lower(trigger.last + 1) in _LEADS or clause.tag(trigger.last + 1) in (*_ACTS, Tag.HAVE)
    return opened or leads or clause.lower(first - 1) in light_verb_forms()


def _is_figurative(clause: Clause, trigger: Trigger) -> bool:
    """Whether it is aimed at an idea: "an assault on sovereignty"."""
    target = clause.by_first.get(trigger.last + 2)
    if clause.lower(trigger.last + 1) not in ("on", "against", "upon") or target is None or target.is_person:
        return False
    word = clause.lower(target.last)
    known = any(w in word_set(kind) for kind in ("struck", "bodies") for w in (word, *singulars(word)))
    return not known and word.endswith(tuple(word_set("abstract_endings")))


def is_definite(clause: Clause, trigger: Trigger) -> bool:
    """Whether the noun points back to something told before: "the strikes", "this attack"."""
    phrase = clause.inside.get(trigger.last)
    first = phrase.first if phrase else trigger.first
    return not trigger.is_verb and any(clause.lower(j) in _DEFINITE for j in range(first, trigger.first + 1))


def governing_verb(clause: Clause, trigger: Trigger) -> int | None:
    """The verb that has the noun trigger as its object: "conducted" in "conducted overnight strikes"."""
    phrase = clause.inside.get(trigger.last)
    i = (phrase.first if phrase else trigger.first) - 1
    while clause.tag(i) is Tag.ADVERB or clause.lower(i) in ("out", "up"):
        i -= 1
    return i if clause.tag(i) in _ACTS else None


def words_before(clause: Clause, i: int, reach: int) -> Iterator[str]:
    """The words before token ``i``, nearest first, up to ``reach`` of them or the nearest mark or conjunction."""
    for j in range(i - 1, max(-1, i - 1 - reach), -1):
        if clause.tag(j) is Tag.MARK and clause.lower(j) not in "\"'“”‘’":
            return
        if clause.tag(j) is not Tag.TIME:  # "3 May"
            yield clause.lower(j)
        if clause.tag(j) is Tag.RELATIVE or (
            clause.lower(j) not in ("and", "or") and _joins(clause.lower(j))
        ):
            return


def _joins(word: str) -> bool:
    return is_kind(word, "conjunction")


_OPENED = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE, Tag.NUMBER)
