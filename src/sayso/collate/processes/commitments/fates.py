"""What reports tell of what has become of a commitment. Nothing is decided without words for it.

1. Words about a commitment by its noun: "rejected the demand", "kept her promise", "dropped its demand for ...". They
   are of the commitment of that kind whose content they repeat, else of the one told last in the same report.
2. A bare answer right after a demand or an offer: "A spokesman refused."
3. An echo: "as she had promised", "two days after Velt had demanded it". What the sentence tells is what was promised.
4. A deed in the past tense by whoever was to do it, in the words of the commitment.
5. A refusal by another of what was demanded or offered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.collate.processes.camps import Camps, are_camp_mates
from sayso.collate.processes.commitments.find import Made
from sayso.collate.processes.commitments.lexicon import load_lexicon
from sayso.collate.processes.commitments.likeness import Content, likeness, read_content, share_of
from sayso.collate.processes.page import Actor, Page
from sayso.collate.words import stem
from sayso.core.process import CommitmentKind, Fate, Passage
from sayso.core.reading import Voice
from sayso.core.span import Span
from sayso.read.phrases.tokens import Tag

_NEAR = 4  # sentences back to the commitment that a bare noun means
_REPEATS = 0.3  # of a commitment's telling words that words after its noun repeat
_ECHOES = 0.25
_DONE = 0.45
_REFUSED = 0.45
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Group:
    """A commitment's accounts with their contents."""

    made: tuple[Made, ...]
    contents: tuple[Content, ...]

    @property
    def kind(self) -> CommitmentKind:
        """What it is."""
        return self.made[0].kind


@dataclass(frozen=True, slots=True)
class Told:
    """Words about what has become of a commitment."""

    group: int
    fate: Fate
    passage: Passage


def find_fates(page: Page, groups: Sequence[Group], camps: Camps) -> Iterator[Told]:
    """Yield what one report tells of the commitments of its affair."""
    for number in range(len(page.sentences)):
        yield from _by_noun(page, number, groups, camps)
        yield from _bare(page, number, groups, camps)
        yield from _echoes(page, number, groups)
        yield from _done(page, number, groups, camps)
    yield from _refused(page, groups, camps)


def _by_noun(page: Page, number: int, groups: Sequence[Group], camps: Camps) -> Iterator[Told]:
    sentence = page.sentences[number]
    for (fate, kind), patterns in load_lexicon().fates.items():
        for match in (m for p in patterns for m in p.finditer(sentence.exact)):
            if _is_open(sentence.exact[max(0, match.start() - _BEFORE) : match.start()]):
                continue
            start, end = sentence.start + match.start(), sentence.start + match.end()
            words = Span.of(page.text, start, end)
            subjects = page.subject_at(number, start)
            rest = Span(end, sentence.end, page.text[end : sentence.end])
            target = _meant(
                page, number, kind, rest, subjects, groups, own=fate is Fate.OVERTAKEN, camps=camps
            )
            if target is not None:
                yield Told(target, fate, page.sentence_passage(number, words))
                return


def _meant(
    page: Page,
    number: int,
    kind: CommitmentKind,
    rest: Span,
    subjects: Sequence[Actor],
    groups: Sequence[Group],
    *,
    own: bool,
    camps: Camps,
) -> int | None:
    """Return the commitment that its noun means: by the words that follow, else the one told right before."""
    fitting = [
        n for n, g in enumerate(groups) if g.kind is kind and _may_speak(g, subjects, own=own, camps=camps)
    ]
    if rest.exact.strip(' .,”"') and fitting:
        told = read_content(page, Span.of(page.text, rest.start, rest.end))
        scored = [(max(share_of(told, c) for c in groups[n].contents), -n) for n in fitting]
        best = max(scored)
        if told.stems and best[0] >= _REPEATS:
            return -best[1]
    near = [
        (m.content.start, n)
        for n in fitting
        for m in groups[n].made
        if m.article == page.id and 0 <= number - m.number <= _NEAR
    ]
    return max(near)[1] if near else None


def _may_speak(group: Group, subjects: Sequence[Actor], *, own: bool, camps: Camps) -> bool:
    """Whether the subject can do that to a commitment: nobody rejects his own demand, nor drops another's."""
    if not subjects:
        return True
    keeps = group.kind in (CommitmentKind.PROMISE, CommitmentKind.THREAT)
    is_own = any(are_camp_mates(s, m.actor, camps) for s in subjects for m in group.made)
    return is_own if own or keeps else not is_own


def _bare(page: Page, number: int, groups: Sequence[Group], camps: Camps) -> Iterator[Told]:
    """Yield an answer without its object, to what the sentence before or the words before it told."""
    sentence, words = page.sentences[number], load_lexicon().one
    for fate, pattern in ((Fate.REFUSED, words["bare_refusal"]), (Fate.MET, words["bare_acceptance"])):
        match = pattern.search(sentence.exact)
        if match is None or _is_open(sentence.exact[max(0, match.start() - _BEFORE) : match.start()]):
            continue
        subjects = page.subject_at(number, sentence.start + match.start())
        kinds = (
            (CommitmentKind.DEMAND, CommitmentKind.OFFER) if fate is Fate.REFUSED else (CommitmentKind.OFFER,)
        )
        near = [
            (m.content.start, n)
            for n, g in enumerate(groups)
            for m in g.made
            if g.kind in kinds and m.article == page.id and number - 1 <= m.number <= number
            if m.content.end <= sentence.start + match.start()
            and _may_speak(g, subjects, own=False, camps=camps)
        ]
        if near and subjects:
            yield Told(
                max(near)[1],
                fate,
                page.sentence_passage(number, _at(page, sentence, match.start(), match.end())),
            )


def _echoes(page: Page, number: int, groups: Sequence[Group]) -> Iterator[Told]:
    """Yield what a sentence tells to have been done as promised, demanded or threatened."""
    sentence = page.sentences[number]
    match = load_lexicon().one["echo"].search(sentence.exact)
    if match is None:
        return
    word = next(g for g in match.groups() if g).lower()
    kinds = [k for k, words in load_lexicon().echoes.items() if word in words]
    made = _at(page, sentence, match.start(), match.end())
    # The deed may stand in the sentence before: "had made the offer last week".
    first = page.sentences[number - 1] if match[0].lower().startswith("had made") and number else sentence
    told = read_content(page, Span.of(page.text, first.start, made.start if first is sentence else first.end))
    if first is sentence and made.start - sentence.start < _BEFORE:
        told = read_content(page, sentence)
    scored = [
        (max(max(share_of(told, c), share_of(c, told)) for c in g.contents), -n)
        for n, g in enumerate(groups)
        if g.kind in kinds and not any(m.article == page.id and m.number == number for m in g.made)
    ]
    if scored and max(scored)[0] >= _ECHOES:
        passage = page.sentence_passage(number, made) if first is sentence else page.passage(first)
        yield Told(-max(scored)[1], Fate.MET, passage)


def _done(page: Page, number: int, groups: Sequence[Group], camps: Camps) -> Iterator[Told]:
    """Yield deeds in the past tense that are what was demanded, offered, promised or threatened."""
    sentence = page.sentences[number]
    clause = page.clause(number)
    for index, token in enumerate(clause.tokens):
        if token.tag is not Tag.VERB or clause.tag(index - 1) in (Tag.TO, Tag.AUXILIARY):
            continue
        if _is_open(page.text[max(sentence.start, token.start - _BEFORE) : token.start]):
            continue
        trigger = Span.of(page.text, token.start, token.end)
        passage = page.sentence_passage(number, trigger)
        if passage.voice is Voice.DENIED or page.is_cue(trigger):
            continue
        told = read_content(page, Span.of(page.text, token.start, passage.span.end))
        subjects = page.subject_at(number, token.start)
        for n, group in enumerate(groups):
            if _is_deed(group, told, subjects, page, number, camps) and _does(token.lower, group):
                yield Told(n, Fate.MET, passage)


def _is_deed(
    group: Group, told: Content, subjects: Sequence[Actor], page: Page, number: int, camps: Camps
) -> bool:
    if group.kind is CommitmentKind.REFUSAL or not subjects:
        return False
    if any(m.article == page.id and m.number == number for m in group.made):
        return False
    is_own = any(are_camp_mates(s, m.actor, camps) for s in subjects for m in group.made)
    if is_own is (group.kind is CommitmentKind.DEMAND):
        return False
    return any(_holds(c, told) for c in group.contents)


def _does(verb: str, group: Group) -> bool:
    """Whether a verb in the past tense is one of the commitment's words, in another form or another word for it."""
    done = load_lexicon().deeds.get(stem(verb), frozenset({stem(verb)}))
    return any(done & c.stems.keys() for c in group.contents)


def _holds(content: Content, told: Content) -> bool:
    """Whether a deed has most of a commitment's telling words, its verb among them, and no other figures."""
    if content.numbers and told.numbers and not content.numbers & told.numbers:
        return False
    return bool(content.stems.keys() & told.stems.keys()) and share_of(content, told) >= _DONE


def _refused(page: Page, groups: Sequence[Group], camps: Camps) -> Iterator[Told]:
    """Yield refusals by others of what was demanded or offered."""
    for n, group in enumerate(groups):
        if group.kind not in (CommitmentKind.DEMAND, CommitmentKind.OFFER):
            continue
        for other in groups:
            if other.kind is not CommitmentKind.REFUSAL:
                continue
            for made, content in zip(other.made, other.contents, strict=True):
                if made.article != page.id or any(
                    are_camp_mates(made.actor, m.actor, camps) for m in group.made
                ):
                    continue
                if any(_is_refusal_of(content, c) for c in group.contents):
                    yield Told(n, Fate.REFUSED, made.passage)


def _is_refusal_of(refusal: Content, wanted: Content) -> bool:
    return bool(refusal.stems.keys() & wanted.stems.keys()) and (
        likeness(refusal, wanted) >= _REFUSED and share_of(refusal, wanted) >= _REPEATS
    )


def _is_open(before: str) -> bool:
    """Whether the words before a verb say that nothing is done yet, or that it is not."""
    return load_lexicon().one["not_done"].search(before) is not None


def _at(page: Page, sentence: Span, start: int, end: int) -> Span:
    return Span.of(page.text, sentence.start + start, sentence.start + end)
