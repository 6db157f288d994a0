"""What reports tell of what has become of a commitment. Nothing is decided without words for it.

1. Words about a commitment by its noun: "rejected the demand", "kept her promise", "dropped its demand for ...". They
   are of the commitment of that kind whose content they repeat, else of the one told last in the same report.
2. A bare answer right after a demand or an offer: "A spokesman refused."
3. An echo: "as she had promised", "two days after Velt had demanded it". What the sentence tells is what was promised.
4. A deed in the past tense by whoever was to do it, in the words of the commitment.
5. A refusal by another of what was demanded or offered.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.collate.processes.camps import Camps, are_camp_mates
from sayso.collate.processes.commitments.find import Made
from sayso.collate.processes.commitments.lexicon import load_lexicon
from sayso.collate.processes.commitments.likeness import Content, likeness, read_content, read_stems, share_of
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
_REFUSABLE = (CommitmentKind.DEMAND, CommitmentKind.OFFER)


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


class Board:
    """All commitments of an affair, and the way to those that words may be about."""

    def __init__(self, groups: Sequence[Group], camps: Camps) -> None:
        self.groups = groups
        self.camps = camps
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._by_article: dict[str, list[int]] = defaultdict(list)
        for number, group in enumerate(groups):
            for word in sorted({s for c in group.contents for s in c.stems}):
                self._by_stem[word].append(number)
            for article in dict.fromkeys(m.article for m in group.made):
                self._by_article[article].append(number)

    def sharing(self, stems: Iterable[str]) -> list[int]:
        """The numbers of the commitments that have one of some stems."""
        return sorted({number for s in stems for number in self._by_stem.get(s, ())})

    def repeats(self, stems: Iterable[str]) -> bool:
        """Whether some commitment has two of some stems, so that words with them may be its deed."""
        counts = Counter(n for s in stems for n in self._by_stem.get(s, ()))
        return any(count > 1 for count in counts.values())

    def told_in(self, article: str) -> list[int]:
        """The numbers of the commitments that a report has."""
        return self._by_article.get(article, [])

    def is_by(self, number: int, subjects: Iterable[Actor]) -> bool:
        """Whether one of those named made a commitment, or acts for the same body as who did."""
        makers = [m.actor for m in self.groups[number].made]
        return any(are_camp_mates(s, maker, self.camps) for s in subjects for maker in makers)


def find_fates(page: Page, board: Board) -> Iterator[Told]:
    """Yield what one report tells of the commitments of its affair."""
    if not board.groups:
        return
    for number in range(len(page.sentences)):
        yield from _by_noun(page, number, board)
        yield from _bare(page, number, board)
        yield from _echoes(page, number, board)
        yield from _done(page, number, board)
    yield from _refused(page, board)


def _by_noun(page: Page, number: int, board: Board) -> Iterator[Told]:
    sentence = page.sentences[number]
    if not load_lexicon().one["fate_words"].search(sentence.exact):
        return
    for (fate, kind), patterns in load_lexicon().fates.items():
        for match in (m for p in patterns for m in p.finditer(sentence.exact)):
            if _is_open(sentence.exact[max(0, match.start() - _BEFORE) : match.start()]):
                continue
            start, end = sentence.start + match.start(), sentence.start + match.end()
            words = Span.of(page.text, start, end)
            subjects = page.subject_at(number, start)
            rest = Span(end, sentence.end, page.text[end : sentence.end])
            target = _meant(page, number, kind, rest, subjects, board, own=fate is Fate.OVERTAKEN)
            if target is not None:
                yield Told(target, fate, page.sentence_passage(number, words))
                return


def _meant(
    page: Page,
    number: int,
    kind: CommitmentKind,
    rest: Span,
    subjects: Sequence[Actor],
    board: Board,
    *,
    own: bool,
) -> int | None:
    """Return the commitment that its noun means: by the words that follow, else the one told right before."""
    groups = board.groups
    if rest.exact.strip(' .,”"'):
        told = read_content(page, Span.of(page.text, rest.start, rest.end))
        scored = [
            (max(share_of(told, c) for c in groups[n].contents), -n)
            for n in board.sharing(told.stems)
            if groups[n].kind is kind and _may_speak(n, subjects, board, own=own)
        ]
        if scored and max(scored)[0] >= _REPEATS:
            return -max(scored)[1]
    near = [
        (m.content.start, n)
        for n in board.told_in(page.id)
        if groups[n].kind is kind and _may_speak(n, subjects, board, own=own)
        for m in groups[n].made
        if m.article == page.id and 0 <= number - m.number <= _NEAR
    ]
    return max(near)[1] if near else None


def _may_speak(number: int, subjects: Sequence[Actor], board: Board, *, own: bool) -> bool:
    """Whether the subject can do that to a commitment: nobody rejects his own demand, nor drops another's."""
    if not subjects:
        return True
    keeps = board.groups[number].kind in (CommitmentKind.PROMISE, CommitmentKind.THREAT)
    is_own = board.is_by(number, subjects)
    return is_own if own or keeps else not is_own


def _bare(page: Page, number: int, board: Board) -> Iterator[Told]:
    """Yield an answer without its object, to what the sentence before or the words before it told."""
    sentence, words = page.sentences[number], load_lexicon().one
    for fate, pattern in ((Fate.REFUSED, words["bare_refusal"]), (Fate.MET, words["bare_acceptance"])):
        match = pattern.search(sentence.exact)
        if match is None or _is_open(sentence.exact[max(0, match.start() - _BEFORE) : match.start()]):
            continue
        answer = _at(page, sentence, match.start(), match.end())
        subjects = page.subject_at(number, answer.start)
        kinds = _REFUSABLE if fate is Fate.REFUSED else (CommitmentKind.OFFER,)
        near = [
            (m.content.start, n)
            for n in board.told_in(page.id)
            if board.groups[n].kind in kinds and _may_speak(n, subjects, board, own=False)
            for m in board.groups[n].made
            if m.article == page.id and number - 1 <= m.number <= number and m.content.end <= answer.start
        ]
        if near and subjects:
            yield Told(max(near)[1], fate, page.sentence_passage(number, answer))


def _echoes(page: Page, number: int, board: Board) -> Iterator[Told]:
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
    is_before = first is sentence and made.start - sentence.start >= _BEFORE
    told = read_content(page, Span.of(page.text, first.start, made.start) if is_before else first)
    scored = [
        (max(max(share_of(told, c), share_of(c, told)) for c in board.groups[n].contents), -n)
        for n in board.sharing(told.stems)
        if board.groups[n].kind in kinds and not _is_told_in(board.groups[n], page, number)
    ]
    if scored and max(scored)[0] >= _ECHOES:
        passage = page.sentence_passage(number, made) if first is sentence else page.passage(first)
        yield Told(-max(scored)[1], Fate.MET, passage)


def _done(page: Page, number: int, board: Board) -> Iterator[Told]:
    """Yield deeds in the past tense that are what was demanded, offered, promised or threatened."""
    sentence = page.sentences[number]
    if not board.repeats(read_stems(sentence.exact)):
        return
    clause = page.clause(number)
    for index, token in enumerate(clause.tokens):
        if token.tag is not Tag.VERB or clause.tag(index - 1) in (Tag.TO, Tag.AUXILIARY):
            continue
        wanted = board.sharing(_deeds(token.lower))
        if not wanted or _is_open(page.text[max(sentence.start, token.start - _BEFORE) : token.start]):
            continue
        trigger = Span.of(page.text, token.start, token.end)
        passage = page.sentence_passage(number, trigger)
        if passage.voice is Voice.DENIED or page.is_cue(trigger):
            continue
        told = read_content(page, Span.of(page.text, token.start, passage.span.end))
        subjects = page.subject_at(number, token.start)
        for n in wanted:
            if (
                subjects
                and not _is_told_in(board.groups[n], page, number)
                and _is_deed(n, told, subjects, board)
            ):
                yield Told(n, Fate.MET, passage)


def _is_deed(number: int, told: Content, subjects: Sequence[Actor], board: Board) -> bool:
    """Whether whoever is to do it does it, in the words of the commitment."""
    group = board.groups[number]
    if group.kind is CommitmentKind.REFUSAL or not any(_holds(c, told) for c in group.contents):
        return False
    return board.is_by(number, subjects) is not (group.kind is CommitmentKind.DEMAND)


def _is_told_in(group: Group, page: Page, number: int) -> bool:
    return any(m.article == page.id and m.number == number for m in group.made)


def _deeds(verb: str) -> frozenset[str]:
    """Return the stems of a verb in the past tense, its other forms, and other words for the same deed."""
    return load_lexicon().deeds.get(stem(verb), frozenset({stem(verb)}))


def _holds(content: Content, told: Content) -> bool:
    """Whether a deed has most of a commitment's telling words, its verb among them, and no other figures."""
    if content.numbers and told.numbers and not content.numbers & told.numbers:
        return False
    return bool(content.stems.keys() & told.stems.keys()) and share_of(content, told) >= _DONE


def _refused(page: Page, board: Board) -> Iterator[Told]:
    """Yield refusals by others of what was demanded or offered."""
    for own in board.told_in(page.id):
        refusal = board.groups[own]
        if refusal.kind is not CommitmentKind.REFUSAL:
            continue
        for made, content in zip(refusal.made, refusal.contents, strict=True):
            if made.article != page.id:
                continue
            for n in board.sharing(content.stems):
                group = board.groups[n]
                if group.kind not in _REFUSABLE or board.is_by(n, [made.actor]):
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
