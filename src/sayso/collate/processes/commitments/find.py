"""Commitments as single reports tell them: by a cue's verb and its subject, or by a statement's act and its words.

1. A verb of demanding, offering, promising, threatening or refusing has a subject, who is the actor, and a content.
2. A statement that the reader codes as a demand, promise or threat counts where its own words bear that out.
3. What is only supposed, denied or asked is none, nor what is refused every day (comment, an interview).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.collate.processes.commitments.lexicon import load_lexicon
from sayso.collate.processes.page import Actor, Page
from sayso.collate.processes.roles import is_collective, is_named
from sayso.core.process import CommitmentKind, Passage
from sayso.core.reading import Act, EntityKind, Statement
from sayso.core.span import Date, Span
from sayso.read.entities.lexicon import grammar
from sayso.read.phrases.tokens import Tag

_BEFORE = 60
_LONGEST = 260  # characters of a content
_SHORTEST = 2  # words of a content
_OBJECT = 7  # words from a verb of rejecting within which its object stands
_END = re.compile(
    r"[.!?](?=[”\"’']?(?:\s|$))|;|,\s+(?:but|while|saying|adding|and\s+(?:said|called|warned|urged|added|vowed|accused|threatened|rejected))\b"
    r"|,\s+(?:said|says|told)\b|,\s+(?:(?:he|she|it|they|the\s+\w+|[A-Z]\w+(?:\s[A-Z]\w+)?)\s+)(?:said|says|told|added)\b"
    r"|\s+(?:but|after|because|although|though|while)\s"
)
_ACTS = {
    Act.DEMAND: CommitmentKind.DEMAND,
    Act.PROMISE: CommitmentKind.PROMISE,
    Act.THREATEN: CommitmentKind.THREAT,
}
_AND = re.compile(r"\band\s+(?:\w+\s+){0,2}$")
_FIRST = frozenset({"we", "i", "our"})
_NOBODY = frozenset(
    {"it", "this", "that", "there", "nobody", "who", "what", "which", "reporters", "journalists"}
)


@dataclass(frozen=True, slots=True)
class Made:
    """One report's account of a commitment."""

    article: str
    number: int  # of the sentence
    kind: CommitmentKind
    actor: Actor
    to: tuple[Actor, ...]
    content: Span
    cue: Span
    passage: Passage
    date: Date | None

    @property
    def key(self) -> tuple[str, Span, str]:
        """A key that orders accounts the same whatever the order of the reports."""
        return self.article, self.content, self.kind


def find_made(page: Page) -> list[Made]:
    """Return the commitments that a report tells of, in order."""
    found = [made for number in range(len(page.sentences)) for made in _by_cues(page, number)]
    taken = [m.content for m in found]
    found += [m for m in _by_acts(page) if not any(m.content.overlaps(t) for t in taken)]
    kept: dict[tuple[CommitmentKind, Span], Made] = {}
    for made in found:
        kept.setdefault((made.kind, made.content), made)
    return sorted(kept.values(), key=lambda m: m.key)


def _by_cues(page: Page, number: int) -> Iterator[Made]:
    sentence, lexicon = page.sentences[number], load_lexicon()
    if not lexicon.one["cue_words"].search(sentence.exact):
        return
    for kind, patterns in lexicon.cues.items():
        for pattern in patterns:
            for match in pattern.finditer(sentence.exact):
                cue = Span.of(page.text, sentence.start + match.start(), sentence.start + match.end())
                before = page.text[max(sentence.start, cue.start - _BEFORE) : cue.start]
                if lexicon.one["unreal_before"].search(before) or lexicon.one["as_before"].search(before):
                    continue
                if made := _of_cue(page, number, kind, cue):
                    yield made


def _of_cue(page: Page, number: int, kind: CommitmentKind, cue: Span) -> Made | None:
    told = next((s for s in page.reading.statements if any(c.overlaps(cue) for c in s.cue)), None)
    actor = _actor(page, number, cue, told, kind)
    content = _content(page, number, cue, told, kind)
    if actor is None or content is None or not _is_serious(kind, cue, content):
        return None
    if content.exact.lower().startswith("by "):
        return None  # "the help promised by"
    if kind is CommitmentKind.PROMISE and cue.exact.lower().startswith("vow"):
        retaliates = load_lexicon().one["retaliation"].search(content.exact) is not None
        kind = CommitmentKind.THREAT if retaliates else kind
    date = (
        told.date
        if told
        else next((d for d in page.days_in(page.sentences[number]) if d.span.end <= cue.start), None)
    )
    return Made(
        page.id,
        number,
        kind,
        actor,
        _to(page, kind, content),
        content,
        cue,
        _passage(page, content, cue, told),
        date,
    )


def _actor(page: Page, number: int, cue: Span, told: Statement | None, kind: CommitmentKind) -> Actor | None:
    """Return who commits himself: the speaker whose cue it is, else the subject of the verb."""
    if told is not None:
        return page.speaker_of(told)
    held = page.statement_at(cue)
    if cue.exact.lower().startswith("there "):
        return page.speaker_of(held) if held is not None else None
    subjects = page.subject_at(number, cue.start) or _first_subject(page, number, cue)
    if not subjects:
        return None
    actor = subjects[-1]
    words = actor.span.exact.lower()
    if words in _FIRST:
        return page.speaker_of(held) if held is not None else None
    if actor.entity is None and (words in _NOBODY or words in grammar().pronouns):
        return None
    if kind is CommitmentKind.REFUSAL and len(subjects) > 1:
        return None
    return actor if is_agent(actor) else None


def is_agent(actor: Actor) -> bool:
    """Whether what is named can commit itself: somebody named, a person, or a body, and no thing."""
    first = actor.name.split()[0].lower() if actor.name.split() else ""
    if first in _NOBODY or first in grammar().pronouns or "\n" in actor.name:
        return False
    return is_named(actor) or actor.kind in (EntityKind.PERSON, EntityKind.ORGANISATION)


def _first_subject(page: Page, number: int, cue: Span) -> list[Actor]:
    """Return the subject of the first verb on the same voice's word: "Velt dropped its claim and now asks for less"."""
    if not _AND.search(page.text[max(0, cue.start - _BEFORE) : cue.start]):
        return []
    start = page.sentence_passage(number, cue).span.start
    for token in page.clause(number).tokens:
        is_before = start <= token.start < cue.start and token.tag is Tag.VERB
        if is_before and (found := page.subject_at(number, token.start)):
            return found
    return []


def _content(page: Page, number: int, cue: Span, told: Statement | None, kind: CommitmentKind) -> Span | None:
    """Return what is demanded, offered or refused: what the statement says, else the words after the cue."""
    sentence = page.sentences[number]
    if told is not None and kind is not CommitmentKind.REFUSAL:
        held = told.content[0]
        end = min(held.end, held.start + _LONGEST)
        return Span.of(page.text, held.start, end) if held.start >= cue.start else held
    limit = sentence.end
    held_in = page.statement_at(cue)
    if held_in is not None:
        limit = min(limit, next(c.end for c in held_in.content if c.contains(cue)))
    stop = _END.search(page.text, cue.end, min(limit, cue.end + _LONGEST))
    end = stop.start() if stop else min(limit, cue.end + _LONGEST)
    modal = re.match(r"(?:will|would|shall|won|there)", cue.exact, re.IGNORECASE)
    start = cue.start if modal or kind is CommitmentKind.REFUSAL else cue.end
    if not page.text[start:end].strip():
        return None
    span = Span.of(page.text, start, end)
    return span if len(span.exact.split()) >= _SHORTEST or kind is CommitmentKind.REFUSAL else None


def _is_serious(kind: CommitmentKind, cue: Span, content: Span) -> bool:
    """Whether what is wanted or refused is no everyday matter, and what is rejected something proposed."""
    words = load_lexicon().one
    rest = content.exact.removeprefix(cue.exact)
    if kind is CommitmentKind.REFUSAL:
        if words["idle"].match(rest):
            return False
        verb = cue.exact.lower()
        if verb.startswith(("reject", "rul", "turn")):
            return words["refusable"].search(" ".join(content.exact.split()[:_OBJECT])) is not None
        return True
    if kind is CommitmentKind.OFFER:
        return words["idle_offers"].match(rest) is None
    return kind is not CommitmentKind.DEMAND or words["idle_demands"].match(rest) is None


def _to(page: Page, kind: CommitmentKind, content: Span) -> tuple[Actor, ...]:
    """Return of whom something is demanded: whoever is named first in the content and is to do it."""
    if kind is not CommitmentKind.DEMAND:
        return ()
    for mention in page.mentions_in(content):
        lead = page.text[content.start : mention.span.start].lower().split()
        rest = page.text[mention.span.end : mention.span.end + 25]
        possesses = "’s" in mention.span.exact or "'s" in mention.span.exact or page.is_possessor(mention)
        if (
            not possesses
            and len(lead) <= 2
            and all(w in ("that", "the", "both") for w in lead)
            and re.match(r"\s+(?!of\b|in\b|for\b|and\b)\w", rest)
        ):
            actor = page.actor_of(mention)
            return (actor,) if actor.kind is not EntityKind.OTHER or actor.entity else ()
        break
    return ()


def _passage(page: Page, content: Span, cue: Span, told: Statement | None) -> Passage:
    return page.said(told, content) if told is not None else page.passage(content)


def _by_acts(page: Page) -> Iterator[Made]:
    """Yield the statements whose act commits, and whose words bear it out."""
    words = load_lexicon().one
    for statement in page.reading.statements:
        kind = _ACTS.get(statement.act)
        actor = page.speaker_of(statement)
        if kind is None or actor is None or is_collective(actor.name):
            continue
        exact = " … ".join(c.exact for c in statement.content)
        cues = " ".join(c.exact for c in statement.cue)
        threatens = words["threat_words"].search(exact) or (
            words["warns"].search(cues) and words["warned_words"].search(exact)
        )
        fits = {
            CommitmentKind.THREAT: bool(threatens and words["threat_cues"].search(cues)),
            CommitmentKind.PROMISE: bool(words["promise_words"].search(exact)),
            CommitmentKind.DEMAND: bool(words["demand_words"].search(exact))
            and not words["not_demand"].search(exact),
        }[kind]
        cue = statement.cue[0] if statement.cue else statement.content[0]
        if fits and not exact.rstrip("”\"’' ").endswith("?"):
            content = _telling(page, statement, kind)
            number = page.number_of(content)
            yield Made(
                page.id,
                number,
                kind,
                actor,
                _to(page, kind, content),
                content,
                cue,
                page.said(statement, content),
                statement.date,
            )


def _telling(page: Page, statement: Statement, kind: CommitmentKind) -> Span:
    """Return the sentence of a statement that commits."""
    pattern = load_lexicon().one[
        {"threat": "threat_words", "promise": "promise_words", "demand": "demand_words"}[kind]
    ]
    for content in statement.content:
        for sentence in page.sentences_in(content):
            if pattern.search(sentence.exact):
                return sentence
    return statement.content[0]
