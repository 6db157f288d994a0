"""The names of a report as phrases: those within a span, and who bears an office that stands in apposition."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.core.reading import EntityKind
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar, nouns
from sayso.read.entities.names import Cluster
from sayso.read.entities.tagged import Name

ENDS_APPOSITION = (",", "(", "—", "–", "who", "of", "from")
LONGEST_NAMING = 8  # words between a comma and the name in apposition after it


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its cluster's number and where its noun phrase begins (before a title)."""

    name: Name
    cluster: int
    phrase_start: int


class NamedPhrases:
    """The names of one text; ``named`` are in its order and do not overlap."""

    def __init__(self, layout: Layout, named: Sequence[Named], clusters: Sequence[Cluster]) -> None:
        self.layout = layout
        self.named = named
        self.clusters = clusters
        self.starts = [entry.name.start for entry in named]

    def within(self, start: int, end: int) -> Sequence[Named]:
        """The names that overlap ``start:end``."""
        at = max(0, bisect_left(self.starts, start) - 1)
        found = []
        while at < len(self.named) and self.starts[at] < end:
            if self.named[at].name.end > start:
                found.append(self.named[at])
            at += 1
        return found

    def bearer_before(self, first: int) -> Named | None:
        """The person whose office in apposition begins at word ``first``: "Ana Orsk, 61, a former judge, said"."""
        words = self.layout.words
        at = first - 1
        if (
            first >= len(words)
            or at < 1
            or words[first].form not in ("a", "an", "the")
            or words[at].form != ","
        ):
            return None
        if words[at - 1].form.isdigit() and at > 2 and words[at - 2].form == ",":
            at -= 2
        named = self.within(words[at - 1].start, words[at - 1].end)
        found = named[-1] if named and named[-1].name.end == words[at - 1].end else None
        return found if found and self.clusters[found.cluster].kind is EntityKind.PERSON else None

    def apposed(self, inside: Sequence[Named], core_end: int, end: int) -> Named | None:
        """The person in apposition to an office: "the legislator, Representative Carla Velm"."""
        bearers = [e for e in inside if e.name.start > core_end and self._is_bearer(e)]
        return next((e for e in bearers if self._is_apposition(e, core_end, end)), None)

    def _is_apposition(self, entry: Named, start: int, end: int) -> bool:
        """Whether a name follows a comma, titles aside, and ends its source but for what a comma parts from it."""
        words = self.layout.words
        after = self.layout.word_at(entry.name.end)
        ends = after >= len(words) or words[after].start >= end or words[after].form in ENDS_APPOSITION
        between = self.layout.words_in(start, entry.name.start)
        comma = next((at for at in range(len(between) - 1, -1, -1) if between[at].form == ","), None)
        if comma is None or not ends:
            return False
        lead = between[comma + 1 :]
        named = len(lead) <= LONGEST_NAMING and any(word.form in grammar().naming for word in lead)
        return named or (len(lead) <= LONGEST_NAMING and self._is_title(lead))

    def _is_title(self, lead: Sequence[Word]) -> bool:
        """Whether the words before a name in apposition are but titles: "Dr", "Finnish-born", "a retired judge"."""
        return all(
            word.capital
            or word.form == "."
            or "-" in word.form
            or word.form in grammar().title_modifiers
            or word.form in grammar().honorifics
            or nouns().singular(word.form) is not None
            for word in lead
        )

    def _is_bearer(self, entry: Named) -> bool:
        return self.clusters[entry.cluster].kind in (EntityKind.PERSON, EntityKind.ORGANISATION)
