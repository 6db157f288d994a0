"""How a report tells of an event: words, names, numbers and dates around its trigger, and the report's own words."""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.collate.entities import Cast
from sayso.collate.incidents.lemmas import families, hollow, lemma
from sayso.collate.parsing import sentences_of
from sayso.collate.words import load_background, stem, tokenize
from sayso.core.reading import EntityKind, Reading
from sayso.core.span import Span
from sayso.core.timex_value import Days, range_of

_NEAR = 3  # telling words before and after a trigger that are its surroundings
_TELLING = 1.0  # least idf of a telling word
_REPORT_IDF = 0.5  # of a word that counts for what a report is about


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """What stands around one trigger."""

    lemmas: frozenset[str]  # of the trigger, without hollow words
    families: frozenset[str]
    first: str  # its first word
    near: Mapping[str, float]  # stems beside it and how telling they are
    content: Mapping[str, float]  # the telling stems of its sentence
    names: frozenset[str]  # who and what is named there: ledger entities
    places: frozenset[str]
    before: str | None  # the last name before it
    after: str | None
    numbers: frozenset[str]
    days: tuple[Days, ...]
    sentence: int  # its number in the report
    report: Mapping[str, float] = field(repr=False)  # unit weights of the report's stems


class Teller:
    """Makes the tellings of one report."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        """Look at the report once."""
        self._reading = reading
        self._sentences = sentences_of(reading.text)
        self._named = sorted(
            (m.span, cast.find(reading.id, m.entity) or m.span.exact.lower(), m.kind)
            for m in reading.mentions
            if m.entity
        )
        self._report = _weights(reading.text)

    def tell(self, trigger: Span) -> Telling:
        """Return how the report tells of what ``trigger`` names."""
        number = max(0, bisect_right(self._sentences, trigger.start, key=lambda s: s.start) - 1)
        sentence = self._sentences[number] if self._sentences else trigger
        text = self._reading.text
        words = [w.lower() for w in tokenize(trigger.exact)]
        lemmas = frozenset(map(lemma, words))
        lemmas = lemmas - hollow() or lemmas
        before = _stems(text[sentence.start : trigger.start])
        after = _stems(text[trigger.end : max(trigger.end, sentence.end)])
        own = frozenset(map(stem, words))
        named = [(s, name, kind) for s, name, kind in self._named if sentence.contains(s)]
        ahead = [name for s, name, _ in named if s.end <= trigger.start]
        behind = [name for s, name, _ in named if s.start >= trigger.end]
        dates = [range_of(d.value) for d in self._reading.dates if sentence.contains(d.span)]
        return Telling(
            lemmas=lemmas,
            families=families([lemma(w) for w in words]),
            first=words[0] if words else "",
            near=_telling([*before[-_NEAR:], *after[:_NEAR]], own),
            content=_telling([*before, *after], own),
            names=frozenset(name for _, name, _ in named),
            places=frozenset(name for _, name, kind in named if kind is EntityKind.PLACE),
            before=ahead[-1] if ahead else None,
            after=behind[0] if behind else None,
            numbers=frozenset(w for w in tokenize(sentence.exact) if w[0].isdigit()),
            days=tuple(days for days in dates if days),
            sentence=number,
            report=self._report,
        )


def _stems(text: str) -> list[str]:
    background = load_background()
    stems = (stem(w.lower()) for w in tokenize(text))
    return [s for s in stems if background.idf(s) > _TELLING]


def _telling(stems: Sequence[str], own: frozenset[str]) -> Mapping[str, float]:
    background = load_background()
    return {s: background.idf(s) for s in stems if s not in own}


def _weights(text: str) -> Mapping[str, float]:
    background = load_background()
    counts = Counter(stem(w.lower()) for w in tokenize(text))
    weights = {
        s: (1 + math.log(n)) * idf for s, n in counts.items() if (idf := background.idf(s)) > _REPORT_IDF
    }
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {s: w / length for s, w in weights.items()}
