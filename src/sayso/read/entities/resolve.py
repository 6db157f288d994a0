"""Resolves the drafts of a report in the order of the text: names, then whom each description and pronoun means.

1. Every name's record is known at the start, with its titles (an office that is told later counts earlier, too).
2. A first walk resolves all but the pronouns within quotations: it finds the speakers.
3. A second walk resolves those: "I" and "we" are the quotation's speaker, "he" and "they" are somebody else.
"""

from bisect import bisect_right
from collections import OrderedDict, defaultdict
from collections.abc import Sequence

from sayso.core.reading import EntityKind
from sayso.read.entities.agreement import is_definite, side_of
from sayso.read.entities.draft import Draft, Phrase, Sort
from sayso.read.entities.lexicon import fold, nouns
from sayso.read.entities.record import Record, Scene
from sayso.read.entities.salience import MENTIONS_BACK, choose
from sayso.read.entities.sorts import Fit, fit, sorts

PRONOUN_THRESHOLD = 2.0
DESCRIPTION_THRESHOLD = 4.0
APPOSITION = 40  # characters from a name over "R-Kansas," to its "who"
SAME_OFFICE = 8  # holders of one office that are compared


class Resolver:
    """Walks over the drafts; ``records`` are those of the names, by cluster, ``words`` the words of each draft."""

    def __init__(
        self, drafts: Sequence[Draft], records: Sequence[Record], contents: "Contents", words: Sequence[str]
    ) -> None:
        self.drafts = drafts
        self.records = list(records)
        self.contents = contents
        self.words = words
        self.answers: dict[int, Record] = {}
        self.countries = {r.country: r for r in records if r.country and r.kind is EntityKind.PLACE}
        self.bodies = _bodies(records)
        self.offices: dict[str, list[Record]] = defaultdict(list)
        for record in (r for r in self.records if r.kind is EntityKind.PERSON and r.name):
            for noun in {title.noun for title in record.phrases}:
                self.offices[noun].append(record)
        self.described: dict[tuple[str, frozenset[str]], Record] = {}

    def resolve(self) -> dict[int, Record]:
        """The record of each draft that has one, by the draft's index."""
        self._walk(quoted=False)
        self._walk(quoted=True)
        return self.answers

    def _walk(self, *, quoted: bool) -> None:
        recent: OrderedDict[int, Record] = OrderedDict()
        offices: dict[str, OrderedDict[int, Record]] = defaultdict(OrderedDict)
        speaker: tuple[Record | None, int] = (None, -1)
        for record in self.records:
            record.mentions = []
        for at, draft in enumerate(self.drafts):
            if at not in self.answers and self._is_due(draft, quoted=quoted):
                scene = Scene(*speaker, self._around(at))
                self._answer(at, [*recent.values()], offices, scene)
            answer = self.answers.get(at)
            if answer is None:
                continue
            self._touch(draft, answer, recent, offices)
            if draft.source:
                speaker = (answer, draft.turn)

    def _is_due(self, draft: Draft, *, quoted: bool) -> bool:
        pronoun = draft.sort is Sort.PRONOUN and draft.quotation is not None
        return quoted if pronoun else not quoted

    def _around(self, at: int) -> Record | None:
        holder = self.contents.holder_of(self.drafts[at].start)
        return None if holder is None or holder == at else self.answers.get(holder)

    def _answer(
        self, at: int, recent: list[Record], offices: dict[str, OrderedDict[int, Record]], scene: Scene
    ) -> None:
        draft = self.drafts[at]
        record: Record | None = None
        if draft.cluster is not None:
            record = self._named(draft, self.records[draft.cluster])
        elif draft.pronoun is not None:
            record = self._of_pronoun(at, draft, recent, scene)
        elif draft.phrase is not None:
            record = self._of_description(at, draft, draft.phrase, recent, offices, scene)
        if record is not None:
            self.answers[at] = record

    def _named(self, draft: Draft, record: Record) -> Record:
        """The bearer; a capital that speaks stands for its country where that is named, as its adjective does."""
        if record.stands_for and (draft.source or record.kind is EntityKind.OTHER):
            return self.countries.get(record.stands_for, record)
        return record

    def _of_pronoun(self, at: int, draft: Draft, recent: list[Record], scene: Scene) -> Record | None:
        pronoun = draft.pronoun
        if pronoun is None:
            return None
        if pronoun.person == "first":
            return scene.around if draft.quotation is not None else None
        if pronoun.person == "relative":
            return self._nearest_before(at)
        record = choose(draft, recent[-MENTIONS_BACK:], scene, PRONOUN_THRESHOLD)
        if record is not None and pronoun.gender in ("m", "f") and record.soft_gender is None:
            record.soft_gender = pronoun.gender
        return record

    def _nearest_before(self, at: int) -> Record | None:
        """The antecedent of a relative pronoun: the mention just before it, past places and parties in apposition."""
        person = self.words[at].lower() == "who"
        nearest = None
        for index in range(at - 1, max(-1, at - 5), -1):
            draft = self.drafts[index]
            gap = self.drafts[at].start - draft.end
            if index not in self.answers or gap > (APPOSITION if person else 3):
                break
            if gap <= 3 and nearest is None:
                nearest = self.answers[index]
            if not person or self.answers[index].kind is EntityKind.PERSON:
                return self.answers[index] if gap <= 3 or nearest is not None else None
        return nearest

    def _of_description(
        self,
        at: int,
        draft: Draft,
        phrase: Phrase,
        recent: list[Record],
        offices: dict[str, OrderedDict[int, Record]],
        scene: Scene,
    ) -> Record | None:
        if phrase.noun in nouns().name_nouns and not phrase.plural and phrase.before in self.bodies:
            return self.bodies[phrase.before]
        holder = self._only_holder(phrase)
        if holder is not None:
            return holder
        key = (phrase.noun + "+" * phrase.plural if phrase.noun else fold(self.words[at]), phrase.modifiers)
        known = self.described.get(key)
        pointing = is_definite(phrase) or phrase.determiner is None
        if known is not None and pointing and not (phrase.determiner and not phrase.modifiers):
            return known
        bare = phrase.determiner is None and (not phrase.modifiers or phrase.noun_class == "bodies")
        if is_definite(phrase) or (bare and (phrase.plural or phrase.noun_class == "bodies")):
            pool = {id(r): r for r in recent[-MENTIONS_BACK:]}
            for noun in _like(phrase.noun):
                pool |= {id(r): r for r in offices[noun].values()}
            record = choose(draft, [*pool.values()], scene, DESCRIPTION_THRESHOLD)
            if record is not None:
                return record
        if known is not None and pointing:
            return known
        only = self._only_body(draft, phrase)
        if only is not None:
            return only
        if not draft.source and phrase.noun_class == "places":
            return None
        return self._new(at, draft, phrase, key)

    def _only_holder(self, phrase: Phrase) -> Record | None:
        """The one person named with an office of several words, wherever in the report: "the justice minister"."""
        if phrase.plural or phrase.possessed or not phrase.modifiers or phrase.noun not in nouns().holders:
            return None
        if not is_definite(phrase) and phrase.determiner is not None:
            return None
        found = [r for r in self.offices.get(phrase.noun, ()) if _holds(r, phrase)]
        return found[0] if len(found) == 1 else None

    def _only_body(self, draft: Draft, phrase: Phrase) -> Record | None:
        """The one named body before that "the company" can mean: by the sort that its name tells."""
        general = phrase.noun in nouns().generic_bodies
        if phrase.plural or phrase.modifiers or not is_definite(phrase):
            return None
        if not general and phrase.noun not in sorts().nouns:
            return None
        named = [record for record in self.bodies.values() if record.mentions]
        found = [(fit(phrase.noun, record.told), record) for record in named]
        likely = [record for how, record in found if how in (Fit.SAME, Fit.LIKE, Fit.SORT)]
        if not likely and general:
            likely = [record for how, record in found if how is Fit.OPEN]
        return likely[0] if len(likely) == 1 else None

    def _new(self, at: int, draft: Draft, phrase: Phrase, key: tuple[str, frozenset[str]]) -> Record:
        record = Record(
            len(self.records),
            draft.kind,
            None,
            gender=nouns().gender.get(phrase.noun),
            plural=(phrase.plural and draft.kind is EntityKind.PERSON) or phrase.plural,
            phrases=[phrase],
            sides={side_of(word) for word in phrase.modifiers},
        )
        self.records.append(record)
        self.described.setdefault(key, record)
        return record

    def _touch(
        self,
        draft: Draft,
        record: Record,
        recent: OrderedDict[int, Record],
        offices: dict[str, OrderedDict[int, Record]],
    ) -> None:
        record.mentions.append(draft)
        recent[record.number] = record
        recent.move_to_end(record.number)
        if len(recent) > 2 * MENTIONS_BACK:
            recent.popitem(last=False)
        for phrase in record.phrases[:4]:
            table = offices[phrase.noun]
            table[record.number] = record
            table.move_to_end(record.number)
            if len(table) > SAME_OFFICE:
                table.popitem(last=False)


def _holds(record: Record, phrase: Phrase) -> bool:
    return any(t.noun == phrase.noun and phrase.modifiers <= t.modifiers for t in record.phrases)


def _bodies(records: Sequence[Record]) -> dict[str, Record]:
    """The named bodies by the last word of their names."""
    found: dict[str, Record] = {}
    for record in records:
        if record.kind is EntityKind.ORGANISATION and record.name:
            found.setdefault(fold(record.name).split()[-1] if fold(record.name).split() else "", record)
    return found


def _like(noun: str) -> Sequence[str]:
    """The noun and the offices that it may stand for, as keys of the table of holders."""
    table = nouns()
    alike = [n for n in table.groups if table.groups[n] & table.groups.get(noun, frozenset())]
    return list(dict.fromkeys([noun, *alike, *sorted(table.wider.get(noun, ()))]))


class Contents:
    """The spans of what is said, each with the draft of its source; the shortest that holds an offset counts."""

    def __init__(self, spans: Sequence[tuple[int, int, int]]) -> None:
        ordered = sorted(set(spans), key=lambda s: (s[0], -s[1]))
        self.spans = ordered
        self.starts = [start for start, _, _ in ordered]

    def holder_of(self, offset: int) -> int | None:
        """The draft index of the source whose words hold ``offset``; None in the outlet's own voice."""
        at = bisect_right(self.starts, offset) - 1
        for index in range(at, max(-1, at - 8), -1):
            if self.spans[index][1] > offset:
                return self.spans[index][2]
        return None
