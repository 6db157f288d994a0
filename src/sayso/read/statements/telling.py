"""What shows whose words a proposition is that no statement holds: the outlet's own, or somebody's who goes on.

A speaker often goes on without a new "he said": "The minister said the bridge was unsafe. It had been closed twice."
Such a sentence differs from the outlet's own by what stands before it, by its tense ("would", "had been"), by pronouns
and marks, and by its words ("in April", "wants").
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.core.reading import Mention, Proposition, Statement
from sayso.read.entities.layout import Layout, Word
from sayso.read.statements.lexicon import cue_words

FAR = 3  # sentences back in which a statement is looked for
EDGE = 3  # characters by which a span may miss its sentence's ends
LONG_QUOTE = 4  # words
LONGEST = 120  # words of a proposition that are looked at
FIRST = frozenset(("i", "we", "our", "ours", "my", "me", "us", "mine"))
ANAPHORS = frozenset(
    ("he", "she", "they", "it", "this", "that", "these", "those", "his", "her", "their", "its")
)
MODALS = frozenset(("will", "would", "must", "should", "may", "might", "could", "can", "cannot"))
PRESENT = frozenset(("is", "are", "has", "do", "does"))
PAST = frozenset(("was", "were", "had", "did"))
NEGATIONS = frozenset(("no", "not", "never", "nobody", "nothing", "none", "neither", "cannot"))
PERFECT = re.compile(r"\bhad\s+(?:\w+ ){0,2}?\w+(?:ed|en|n|t)\b")
DATED = re.compile(r"\b(?:in|since|until) (?:19|20)\d\d\b|\blast (?:year|month|week)\b|\bago\b|\bsince\b")
MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
QUOTES = re.compile(r":\s*[“\"‘]")


@dataclass(frozen=True, slots=True)
class Scene:
    """A report as propositions are looked at: its layout, the statements that touch each sentence, its mentions."""

    layout: Layout
    spoken: Mapping[int, Sequence[Statement]]  # by sentence, in the order of their content
    mentions: Sequence[Mention]
    starts: Sequence[int]  # of the mentions
    speakers: frozenset[str]
    first_person: float  # the share of its sentences outside statements that say "we" or "I"


def make_scene(layout: Layout, statements: Sequence[Statement], mentions: Sequence[Mention]) -> Scene:
    """The scene of a report; ``mentions`` in order."""
    spoken: dict[int, list[Statement]] = {}
    for statement in statements:
        for span in statement.content:
            first, last = layout.sentence_of(span.start), layout.sentence_of(max(span.start, span.end - 1))
            for sentence in range(first, last + 1):
                if statement not in spoken.setdefault(sentence, [])[-4:]:
                    spoken[sentence].append(statement)
    said = sum(
        any(
            word.form in FIRST and layout.quotation_at(word.start) is None
            for word in layout.words_in(*bounds)
        )
        for number, bounds in enumerate(layout.sentences)
        if number not in spoken
    )
    speakers = frozenset(s.speaker for s in statements if s.speaker is not None)
    share = said / max(1, len(layout.sentences))
    return Scene(layout, spoken, mentions, [m.span.start for m in mentions], speakers, share)


def statement_before(scene: Scene, sentence: int) -> tuple[Statement, int] | None:
    """The last statement that ends before a sentence, and how many sentences back; None where none is near."""
    for back in range(1, min(FAR, sentence) + 1):
        if found := scene.spoken.get(sentence - back):
            return found[-1], back
    return None


def describe(scene: Scene, proposition: Proposition) -> dict[str, float]:
    """What there is to see of a proposition, by name: signs, and its words ("w word")."""
    layout, span = scene.layout, proposition.span
    sentence = layout.sentence_of(span.start)
    words = layout.words_in(span.start, span.end)[:LONGEST]
    forms = [word.form for word in words if not word.is_mark]
    found: dict[str, float] = {}
    for name, value in (
        *_place(scene, proposition, sentence),
        *_before(scene, sentence),
        *_after(scene, sentence),
        *_wording(proposition.span.exact, words, forms),
        *_marks(layout, proposition, sentence),
        *_named(scene, proposition, sentence),
    ):
        if value:
            found[name] = float(value)
    if found.get("modal would") or found.get("perfect"):
        found["shifted"] = float("near same" in found)
    for form in set(forms):
        found[f"w {form}"] = 0.5
    return found


def _place(scene: Scene, proposition: Proposition, sentence: int) -> Iterator[tuple[str, float]]:
    layout, span = scene.layout, proposition.span
    start, end = layout.sentences[sentence]
    number = layout.paragraph_of(start)
    first, last = layout.paragraphs[number]
    here = scene.spoken.get(sentence, ())
    yield "title", number == 0
    yield "lede", number == 1
    yield "opens paragraph", start == first
    yield "ends paragraph", end >= last - 1
    yield "no stop", layout.text[end - 1] not in '.!?”"…’'
    yield "whole", span.start - start <= EDGE and end - span.end <= EDGE
    yield "opens sentence", span.start - start <= EDGE
    yield "how late", span.start / max(1, len(layout.text))
    yield "how much is said", min(1.0, len(scene.spoken) / max(1, len(layout.sentences)))
    yield "report in first person", scene.first_person
    yield "beside", bool(here)
    yield "beside, after", any(s.content[0].start < span.start for s in here)
    yield "beside, before", any(s.content[-1].start > span.start for s in here)


def _before(scene: Scene, sentence: int) -> Iterator[tuple[str, float]]:
    found = statement_before(scene, sentence)
    if found is None:
        yield "nobody before", 1
        return
    layout, (statement, back) = scene.layout, found
    start, end = layout.sentences[sentence - back]
    same = layout.paragraph_of(start) == layout.paragraph_of(layout.sentences[sentence][0])
    side = "same" if same else "other"
    yield f"back {back} {side}", 1
    yield f"near {side}", 1
    yield f"{statement.form.value} {side}", 1
    yield f"{statement.act.value} {side}", 1
    yield f"to its end {side}", end - statement.content[-1].end <= EDGE
    yield f"tagged {side}", bool(statement.cue) and statement.cue[-1].start > statement.content[0].start
    yield f"according {side}", any("ccording" in cue.exact for cue in statement.cue)
    yield f"nobody known {side}", statement.speaker is None


def _after(scene: Scene, sentence: int) -> Iterator[tuple[str, float]]:
    layout = scene.layout
    before = statement_before(scene, sentence)
    for ahead in (1, 2):
        if found := scene.spoken.get(sentence + ahead):
            same = layout.paragraph_of(layout.sentences[sentence + ahead][0]) == layout.paragraph_of(
                layout.sentences[sentence][0]
            )
            yield f"ahead {ahead} {'same' if same else 'other'}", 1
            speaker = found[0].speaker
            yield "speaks again", before is not None and speaker is not None and speaker == before[0].speaker
            yield "pronoun ahead", bool(found[0].source) and found[0].source[0].exact.lower() in ANAPHORS
            return


def _wording(exact: str, words: Sequence[Word], forms: Sequence[str]) -> Iterator[tuple[str, float]]:
    first = forms[0] if forms else ""
    yield "anaphor", first in ANAPHORS
    yield "the", first == "the"
    known = frozenset(forms)
    yield "first person", not FIRST.isdisjoint(known)
    yield "you", "you" in known or "your" in known
    yield "contracted", any("’" in form[1:] or "'" in form[1:] for form in forms)
    for modal in MODALS:
        yield f"modal {modal}", modal in known
    yield "perfect", PERFECT.search(exact[:1000]) is not None
    yield "present", not PRESENT.isdisjoint(known)
    yield "past", any(form in PAST or form.endswith("ed") for form in known)
    yield "number", any(form[0].isdigit() for form in forms)
    yield "day", any(word.capital and word.form.endswith("day") for word in words)
    yield "month", any(word.capital and word.form in MONTHS for word in words)
    yield "dated", DATED.search(exact[:1000]) is not None
    yield "negated", any(form in NEGATIONS or form.endswith(("n't", "n’t")) for form in known)
    yield "length", min(3.0, len(forms) / 12)
    yield "short", len(forms) < 6
    yield "verb of saying", any(cue_words().is_saying(form) for form in forms)


def _marks(layout: Layout, proposition: Proposition, sentence: int) -> Iterator[tuple[str, float]]:
    span = proposition.span
    start, end = layout.sentences[sentence]
    lead = layout.text[max(start, span.start - 400) : span.start]
    at = bisect_left(layout.quotation_starts, span.end)
    quoted = [q for q in layout.quotations[max(0, at - 5) : at] if q.end > span.start]
    inside = sum(min(q.end, span.end) - max(q.start, span.start) for q in quoted)
    sizes = [len(layout.words_in(max(q.start, span.start), min(q.end, span.end))) for q in quoted]
    yield "quoted", inside / max(1, span.end - span.start)
    yield "long quotation", any(size >= LONG_QUOTE for size in sizes)
    yield "short quotation", bool(sizes) and max(sizes) < LONG_QUOTE
    yield "colon", ":" in span.exact
    yield "after a colon", ":" in lead
    yield "quotation after a colon", QUOTES.search(layout.text[start : min(end, start + 1000)]) is not None
    yield "after a semicolon", ";" in lead
    yield "after a dash", "—" in lead or "–" in lead
    yield "exclaimed", "!" in layout.text[end - 2 : end]


def _named(scene: Scene, proposition: Proposition, sentence: int) -> Iterator[tuple[str, float]]:
    span = proposition.span
    first, last = bisect_left(scene.starts, span.start), bisect_left(scene.starts, span.end)
    inside = scene.mentions[first : min(last, first + 30)]
    head = [m for m in inside if m.span.start - span.start <= EDGE]
    before = statement_before(scene, sentence)
    yield "opens with a name", any(m.form.value == "name" for m in head)
    yield "opens with a speaker", any(m.entity in scene.speakers for m in head)
    yield (
        "opens with the speaker",
        before is not None and any(m.entity is not None and m.entity == before[0].speaker for m in head),
    )
    for kind in ("person", "organisation"):
        yield f"names a {kind}", any(m.form.value == "name" and m.kind.value == kind for m in inside)
