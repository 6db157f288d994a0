"""Verbs that name an event by what they are done to: "threw the editor in jail", "ties were cut" (``frames.yaml``)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.read.events.acts import load_table, verb_forms
from sayso.read.phrases import Tag, is_kind, is_person_noun
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.words import singulars

_REACH = 6  # tokens behind a verb within which its object's head stands
_AWAY = 10  # tokens behind a verb within which what is `away` begins
_BACK = 12  # tokens before a verb group within which its subject stands
_CONNECTIVES = (
    "but",
    "or",
    "because",
    "as",
    "after",
    "before",
    "since",
    "while",
    "when",
    "if",
    "though",
    "although",
)
_ANY = "*"
_PARTS = (None, Tag.MARK, Tag.VERB, Tag.RELATIVE, Tag.BE, Tag.HAVE, Tag.AUXILIARY)
_ENDS = (Tag.MARK, Tag.RELATIVE, Tag.TO, Tag.AUXILIARY, Tag.BE, Tag.HAVE)
_BESIDE = ('"', "'", "“", "”", "‘", "’", "`", "-", "$", "£", "€", "%")  # marks that part nothing


@dataclass(frozen=True, slots=True)
class Frame:
    """One verb's frame; what is empty asks for nothing."""

    type: str
    mode: str | None
    verb: str  # its base form
    particles: tuple[str, ...]
    objects: frozenset[str]
    subjects: frozenset[str]
    then: tuple[tuple[str, ...], ...]
    away: tuple[tuple[str, ...], ...]
    near: frozenset[str]
    alone: bool

    @property
    def lemma(self) -> str:
        """The verb with its particles."""
        return " ".join((self.verb, *self.particles))


def match_frame(clause: Clause, i: int, frame: Frame) -> int | None:
    """The last token of the words that fill ``frame`` where its verb acts at token ``i``, else None."""
    end = i + len(frame.particles)
    if any(not _begins(clause.lower(i + k), word) for k, word in enumerate(frame.particles, 1)):
        return None
    if frame.subjects and _subject_head(clause, i, frame.subjects) is None:
        return None
    last = _then(clause, end, frame.then) if frame.then else _with_object(clause, i, end, frame)
    if last is not None and frame.near and frame.near.isdisjoint(_words_of(clause)):
        return None
    return last


def _begins(token: str, word: str) -> bool:
    """Whether a token is the word, or a count that it opens: "turned over two suspects" reads as "over two"."""
    return token == word or token.startswith(f"{word} ")


def _with_object(clause: Clause, i: int, end: int, frame: Frame) -> int | None:
    """The last token of the verb with its object, where it has one that fits."""
    if frame.away and not _stands_away(clause, end, frame.away):
        return None
    if not frame.objects:
        return end
    head = _object_head(clause, end, frame.objects)
    if head is not None:
        return end if _acts_itself(clause, head) or _ANY in frame.objects else head
    group = range(clause.group_start(i), i)
    passive = clause.tag(i) is not Tag.GERUND and any(clause.tag(j) is Tag.BE for j in group)
    return end if passive and _subject_head(clause, i, frame.objects) is not None else None


def _then(clause: Clause, end: int, phrases: Sequence[tuple[str, ...]]) -> int | None:
    for words in phrases:
        if all(clause.lower(end + k) == word for k, word in enumerate(words, 1)):
            return end + len(words)
    return None


def _stands_away(clause: Clause, end: int, phrases: Sequence[tuple[str, ...]]) -> bool:
    for j in range(end + 1, end + 1 + _AWAY):
        if clause.tag(j) in _PARTS and clause.lower(j) not in _BESIDE:
            return False
        if any(
            clause.lower(j) == words[0] and _then(clause, j - 1, (words,)) is not None for words in phrases
        ):
            return True
    return False


def _object_head(clause: Clause, end: int, heads: frozenset[str]) -> int | None:
    """The token of the object's head; none behind a preposition, but for "part of the aid"."""
    for j in range(end + 1, end + 1 + _REACH):
        tag, word = clause.tag(j), clause.lower(j)
        if tag is None or (tag in _ENDS and word not in _BESIDE) or (tag is Tag.PREPOSITION and word != "of"):
            return None
        if _ANY in heads:
            return j if tag is not Tag.PREPOSITION else None
        if _is_among(word, heads) and _closes(clause, j, heads):
            return j
    return None


def _closes(clause: Clause, j: int, heads: frozenset[str]) -> bool:
    """Whether the word at ``j`` is a head, and not a part of one: "aid workers" are no aid."""
    if clause.lower(j - 1) in ("press", "news"):  # a press conference is no conference
        return False
    following = clause.lower(j + 1)
    if clause.tag(j + 1) is Tag.WORD and following.isalpha():
        return _is_among(following, heads) or not (is_person_noun(following) or is_kind(following, "group"))
    return clause.tag(j + 1) is not Tag.GENITIVE


def _subject_head(clause: Clause, i: int, heads: frozenset[str]) -> int | None:
    """The nearest word among ``heads`` before the verb group, in the same clause."""
    if _ANY in heads:
        return None
    start = clause.group_start(i)
    for j in range(start - 1, max(-1, start - 1 - _BACK), -1):
        if (clause.tag(j) in _PARTS and clause.lower(j) not in _BESIDE) or clause.lower(j) in _CONNECTIVES:
            return None
        if _is_among(clause.lower(j), heads) and _is_common_head(clause, j):
            return j
    return None


def _is_common_head(clause: Clause, j: int) -> bool:
    """Whether the word is the head of its phrase, and not part of a name: "White House Secretary" is no house."""
    phrase = clause.inside.get(j)
    return (phrase is None or phrase.last == j) and clause.tag(j + 1) is not Tag.GENITIVE


def _acts_itself(clause: Clause, head: int) -> bool:
    """Whether the object is somebody, and so a party of the event rather than a part of its name."""
    word = clause.lower(head)
    return is_person_noun(word) or is_kind(word, "group")


def _is_among(word: str, heads: frozenset[str]) -> bool:
    return word in heads or any(singular in heads for singular in singulars(word))


def _words_of(clause: Clause) -> set[str]:
    words = {token.lower for token in clause.tokens}
    return words.union(*(singulars(word) for word in words))


@cache
def frames_by_first_word() -> Mapping[str, tuple[Frame, ...]]:
    """The frames by each form of their verbs, those with more particles first."""
    table: dict[str, list[Frame]] = {}
    for frame in _frames():
        for form in dict.fromkeys(verb_forms(frame.verb)):
            table.setdefault(form, []).append(frame)
    return {form: tuple(sorted(frames, key=lambda f: -len(f.particles))) for form, frames in table.items()}


def _frames() -> Iterator[Frame]:
    data = load_table("frames.yaml")
    for line in data["frames"]:
        for verb in line["verbs"]:
            first, *particles = verb.split()
            yield Frame(
                type=line["type"],
                mode=line.get("mode"),
                verb=first,
                particles=tuple(particles),
                objects=_heads(line.get("objects", ()), data["objects"]),
                subjects=_heads(line.get("subjects", ()), data["objects"]),
                then=tuple(tuple(words.split()) for words in line.get("then", ())),
                away=tuple(tuple(words.split()) for words in line.get("away", ())),
                near=frozenset(line.get("near", ())),
                alone=line.get("alone") == "true",
            )


def _heads(named: Sequence[str], lists: Mapping[str, Any]) -> frozenset[str]:
    """The words, with the lists that capitals stand for opened."""
    return frozenset(word.lower() for name in named for word in lists.get(name, (name,)))
