"""Reported speech that the encoder missed, where the words leave no doubt: a subject, a verb of saying, its clause.

Patterns: "Orsk claimed on air that ...", "she said the talks ...", "he asked which law ...", "the Front’s warning that
...", "Veltria accused the Front of ...", "the army rejected the allegations", "according to the ministry, ...".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.core.reading import Act
from sayso.core.span import Span
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar
from sayso.read.spans import Attribution
from sayso.read.statements.lexicon import content_words, cue_words
from sayso.read.statements.subject import subject_before

RECOVERED = 0.5  # the confidence of a recovered attribution
BEFORE_THAT = 13  # words between a verb and its "that": an addressee, a channel, a day
FINITE = ("ed", "said", "told", "wrote", "swore", "s", "ing", "put")  # base forms are nouns as often
LONGEST_CLAUSE = 120  # words: keeps a text without full stops linear
OBJECT = 10  # words from a verb to the link of its object: "accused the Front and its allies of"
SHORTEST = 4  # words of a reported clause
BARE = frozenset(("said", "says", "added", "adds"))  # take a clause without "that"
QUESTIONS = frozenset(("whether", "if", "which", "what", "how", "why", "who", "when", "where"))
QUOTES = frozenset(("“", "‘", '"'))
FIGURES = [
    ["the", noun, "at"] for noun in ("figure", "toll", "number", "count", "total", "cost", "damage", "losses")
]
OBJECT_LINKS = {"accuse": ("of",), "blame": ("for",), "demand": ("to", "that")}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying in the text: word indices, and the acts that it names."""

    first: int
    stop: int
    acts: frozenset[Act]


def find_reported(layout: Layout) -> Iterator[Attribution]:
    """Every pattern's attribution, in the order of the text; they may repeat what is known already."""
    for verb in _verbs(layout):
        content = _content(layout, verb)
        if content is None:
            continue
        words = layout.words
        cue = Span.of(layout.text, words[verb.first].start, words[verb.stop - 1].end)
        participle = words[verb.first].form.endswith("ing")
        before = words[verb.first - 1].form if verb.first else ""
        subject = None if participle else subject_before(layout, verb.first)
        if (
            subject is not None
            or (participle and before == ",")
            or (not participle and before in ("and", "but"))
        ):
            yield Attribution((subject,) if subject else (), (cue,), (content,), RECOVERED)
    yield from according(layout)


def _verbs(layout: Layout) -> Iterator[Verb]:
    table = cue_words()
    words = layout.words
    at = 0
    while at < len(words):
        length = 0
        form = words[at].form
        finite = form.endswith(FINITE) or form in table.plural_verbs
        if finite and not words[at].capital and is_plain(layout, at):
            for size in (3, 2, 1):
                form = " ".join(word.form for word in words[at : at + size])
                if table.is_saying(form):
                    length = size
                    senses = table.senses.get(form, ())
                    yield Verb(at, at + size, frozenset(s.act for s in senses if s.strong))
                    break
        at += max(1, length)


def is_plain(layout: Layout, at: int) -> bool:
    """Whether the word ``at`` stands outside quotations."""
    return layout.quotation_at(layout.words[at].start) is None


def _content(layout: Layout, verb: Verb) -> Span | None:
    words = layout.words
    limit = _limit(layout, verb.first)
    if verb.stop >= limit:
        return None
    first = words[verb.first].form
    start = _clause_start(words, verb, limit, first)
    if start is not None:
        return clause(layout, start, limit) if limit - start > SHORTEST else None
    start = _object_start(words, verb, limit)
    return None if start is None else clause(layout, start, limit)


def _limit(layout: Layout, at: int) -> int:
    """The index after the sentence of the word ``at``, or after as many words as a sentence may reasonably have."""
    end = layout.sentences[layout.sentence_of(layout.words[at].start)][1]
    return min(layout.word_at(end), at + LONGEST_CLAUSE)


def _clause_start(words: Sequence[Word], verb: Verb, limit: int, form: str) -> int | None:
    after = words[verb.stop]
    if form.startswith(("ask", "question")):
        return verb.stop if after.form in QUESTIONS else None
    for at in range(verb.stop, min(limit, verb.stop + BEFORE_THAT)):
        if words[at].form == "that" and at + 1 < limit and not words[at + 1].is_mark:
            return at
        if words[at].is_mark and words[at].form not in ("’", "'", "-"):
            break
        if at > verb.stop and cue_words().is_saying(words[at].form):
            break
    begins = after.capital or after.form in grammar().pronouns or after.form in grammar().openings
    weekday = after.form.endswith("day")
    return verb.stop if form in BARE and begins and not weekday else None


def _object_start(words: Sequence[Word], verb: Verb, limit: int) -> int | None:
    """Where the object begins of a verb that accuses, denies or demands, or puts a figure."""
    form, after = words[verb.first].form, words[verb.stop]
    if form == "demanded" and (after.form in grammar().openings or after.form in QUOTES):
        return verb.stop
    if form in ("put", "puts") and [w.form for w in words[verb.stop : verb.stop + 3]] in FIGURES:
        return verb.stop
    reach: list[str] = []
    for word in words[verb.stop : min(limit, verb.stop + OBJECT)]:
        if word.form in ",;:":
            break
        reach.append(word.form)
    links = [link for act in verb.acts for link in OBJECT_LINKS.get(_key(act, words[verb.first].form), ())]
    if links and any(link in reach[1:] for link in links):
        return verb.stop
    if Act.DENY in verb.acts and any(form in content_words().allegations for form in reach[:6]):
        return verb.stop
    return None


def _key(act: Act, form: str) -> str:
    if act is Act.ACCUSE:
        return "accuse" if form.startswith("accus") else "blame"
    return act.value


def clause(layout: Layout, start: int, limit: int) -> Span | None:
    """The words from ``start`` to the end of their clause: the sentence's end, a participle of saying, a tag."""
    words = layout.words
    at = start
    while at < limit:
        word = words[at]
        quoted = layout.quotation_at(word.start)
        if quoted is not None and quoted.closed and layout.text[quoted.end - 2] == ",":
            at = min(limit, layout.word_at(quoted.end))
            break
        if (quoted is None and at > start and word.form in (";", "―")) or _turns(words, at, limit):
            break
        at = layout.word_at(quoted.end) if quoted is not None and quoted.end > word.start else at + 1
    at = min(at, limit)
    while at > start and words[at - 1].form in (".", ",", "!", ":"):
        at -= 1
    return Span.of(layout.text, words[start].start, words[at - 1].end) if at > start else None


def _turns(words: Sequence[Word], at: int, limit: int) -> bool:
    """Whether a comma here is followed by a verb of saying that begins another statement: ", adding that"."""
    if words[at].form != "," or at + 1 >= limit:
        return False
    following = words[at + 1].form
    if following in ("but", "while", "though", "although"):
        ahead = words[at + 2 : min(limit, at + 8)]
        return any(w.form.endswith(FINITE) or w.form in cue_words().plural_verbs for w in ahead if _says(w))
    return following.endswith("ing") and cue_words().is_saying(following)


def _says(word: Word) -> bool:
    return not word.capital and cue_words().is_saying(word.form)


def find_owned(layout: Layout) -> Iterator[Attribution]:
    """What a noun with its owner reports: "the Front’s warning that ...", "his claim that ..."."""
    words = layout.words
    for at in range(1, len(words) - 2):
        if (
            words[at].form not in cue_words().nouns
            or words[at + 1].form != "that"
            or not is_plain(layout, at)
        ):
            continue
        owner = _owner(layout, at)
        limit = _limit(layout, at)
        stop = next((i for i in range(at + 2, limit) if words[i].form in (",", ";", "—", "―")), limit)
        content = clause(layout, at + 1, stop)
        if owner is not None and content is not None:
            cue = Span.of(layout.text, words[at].start, words[at].end)
            yield Attribution((owner,), (cue,), (content,), RECOVERED)


def _owner(layout: Layout, noun: int) -> Span | None:
    words = layout.words
    before = words[noun - 1]
    if before.form in ("his", "her", "their", "its"):
        return Span.of(layout.text, before.start, before.end)
    if before.form not in ("’s", "'s") or noun < 2:
        return None
    first = noun - 2
    while first > 0 and words[first - 1].capital and words[first].start - words[first - 1].end == 1:
        first -= 1
    if first > 0 and words[first - 1].form in grammar().openings:
        first -= 1
    return Span.of(layout.text, words[first].start, before.end)


def according(layout: Layout) -> Iterator[Attribution]:
    """'According to the ministry, ...' at the start of a sentence: source and content stand in order."""
    words = layout.words
    for start, end in layout.sentences:
        at = layout.word_at(start)
        if [word.form for word in words[at : at + 2]] != ["according", "to"] or words[at].start != start:
            continue
        limit = min(layout.word_at(end), at + LONGEST_CLAUSE)
        comma = next((i for i in range(at + 2, min(limit, at + 30)) if words[i].form == ","), None)
        if comma is None or comma == at + 2:
            continue
        content = clause(layout, comma + 1, limit) if comma + 1 < limit else None
        if content is not None:
            source = Span.of(layout.text, words[at + 2].start, words[comma - 1].end)
            cue = Span.of(layout.text, words[at].start, words[at + 1].end)
            yield Attribution((source,), (cue,), (content,), RECOVERED)
