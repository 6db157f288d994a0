"""The noun phrases around a verb: its subject to the left, its objects to the right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.core.span import Span
from sayso.read.phrases.noun_phrases import NounPhrase, find_noun_phrases
from sayso.read.phrases.tokens import Tag, Token
from sayso.read.phrases.words import is_kind, is_person_noun, is_title

_VERBAL = (Tag.VERB, Tag.GERUND, Tag.BE, Tag.HAVE, Tag.AUXILIARY)
_FILLERS = (Tag.ADVERB, Tag.TIME)
_SUBORDINATORS = ("after", "before", "since", "until", "till", "as", "because", "than")
_GROUP = 8  # tokens of a verb group
_FARTHEST = 40  # tokens from a verb to its subject
_MOST = 12  # coordinated phrases


@dataclass(frozen=True)
class Clause:
    """A tagged sentence with its noun phrases, and where each begins and ends."""

    text: str
    tokens: Sequence[Token]
    phrases: Sequence[NounPhrase]
    by_first: dict[int, NounPhrase]
    by_last: dict[int, NounPhrase]
    inside: dict[int, NounPhrase]

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token]) -> "Clause":
        """The clause of a tagged sentence of ``text``."""
        phrases = find_noun_phrases(tokens)
        inside = {i: p for p in phrases for i in range(p.first, p.last + 1)}
        return cls(text, tokens, phrases, {p.first: p for p in phrases}, {p.last: p for p in phrases}, inside)

    def span(self, first: int, last: int) -> Span:
        """The words from token ``first`` to token ``last``."""
        return Span.of(self.text, self.tokens[first].start, self.tokens[last].end)

    def tag(self, i: int) -> Tag | None:
        """The tag of token ``i``, None outside the sentence."""
        return self.tokens[i].tag if 0 <= i < len(self.tokens) else None

    def lower(self, i: int) -> str:
        """The word of token ``i`` in lower case, empty outside the sentence."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def group_start(self, verb: int) -> int:
        """The first token of the verb group that ``verb`` closes: ``have`` in "have also been killed"."""
        start = i = verb
        while i > max(0, verb - _GROUP) and self.tag(i - 1) in (
            Tag.BE,
            Tag.HAVE,
            Tag.AUXILIARY,
            Tag.ADVERB,
            Tag.TO,
        ):
            i -= 1
            if self.tag(i) is not Tag.ADVERB:
                start = i
        return start

    def subject(self, verb: int) -> list[NounPhrase]:
        """The phrases that are the subject of the verb group at token ``verb``, in order; empty where none is seen."""
        i = self.group_start(verb) - 1
        for _ in range(_MOST):  # "were seized, beaten and killed": the subject of the first
            j = i
            while self.tag(j) is Tag.ADVERB and j > i - _GROUP:
                j -= 1
            if self.lower(j) not in ("and", "or", "nor") or self.tag(j - 1) is not Tag.VERB:
                break
            i = self.group_start(j - 1) - 1
        i = self._back_over(i)
        phrase = self.by_last.get(i) or (
            self.inside.get(i) if i >= 0 and self.tag(i) is Tag.PRONOUN else None
        )
        if phrase is None:
            return []
        phrase = self._antecedent(phrase) or self._climb(phrase, verb)
        return self._coordinated_left(phrase)

    def _antecedent(self, phrase: NounPhrase) -> NounPhrase | None:
        """The phrase before the relative clause that ``phrase`` closes: "two men who worked with them were killed"."""
        has_verb = False
        for i in range(phrase.first - 1, max(-1, phrase.first - _FARTHEST), -1):
            if self.tag(i) is Tag.MARK or self.tag(i) is Tag.CONJUNCTION:
                return None
            if self.tag(i) is Tag.RELATIVE:
                owner = self.by_last.get(i - 1)
                opens = self.lower(i) in ("who", "which", "that") and self.tag(i + 1) in (
                    *_VERBAL,
                    Tag.ADVERB,
                )
                return owner if has_verb and opens else None
            has_verb = has_verb or self.tag(i) in (Tag.VERB, Tag.BE, Tag.HAVE)
        return None

    def objects(self, start: int) -> list[NounPhrase]:
        """The coordinated phrases that begin at token ``start``, adverbs passed over; empty where none does."""
        i = start
        while self.tag(i) is Tag.ADVERB or self.lower(i) in ("about", "off"):
            i += 1
        found: list[NounPhrase] = []
        while (phrase := self.by_first.get(i)) and len(found) < _MOST:
            if found and self._opens_clause(phrase):
                break
            found.append(phrase)
            i = self._after_join(self.end_with_of(phrase) + 1)
        return self._one_head(found)

    def end_with_of(self, phrase: NounPhrase) -> int:
        """The last token of ``phrase`` together with the "of" phrases that hang on it."""
        last = phrase.last
        if self.lower(phrase.first - 1).startswith("accus"):
            return last  # "accused Veltria of dragging Dorra into it"
        for _ in range(3):
            following = self.by_first.get(last + 2)
            if self.lower(last + 1) != "of" or following is None:
                break
            if self.tag(phrase.last) is Tag.NAME and self.tag(following.last) is not Tag.NAME:
                break  # "accused Veltria of shelling"
            last = following.last
        return last

    def name_start(self, first: int, last: int) -> int | None:
        """Where the name begins that follows the last title of a phrase, as in "deputy mayor Luz Arroyo"."""
        capital = self.text[self.tokens[last].start].isupper()
        if (
            not capital
            or is_person_noun(self.lower(last))
            or is_kind(self.lower(last), "group")
            or any(self.tag(j) is Tag.GENITIVE for j in range(first, last + 1))
        ):
            return None
        title = next((j for j in range(last - 1, first - 1, -1) if is_title(self.lower(j))), None)
        return title + 1 if title is not None else None

    def _one_head(self, found: list[NounPhrase]) -> list[NounPhrase]:
        """``found`` with an adjective before "and" given its noun: "Dorran and Veltrian soldiers" are one phrase."""
        merged: list[NounPhrase] = []
        for phrase in found:
            before = merged[-1] if merged else None
            if before and before.last + 2 == phrase.first and self._lacks_noun(before, phrase):
                both = replace(before, last=phrase.last, head=phrase.head, is_person=True, is_name=False)
                merged[-1] = both if self._counts(before) else replace(both, low=None, high=None)
            else:
                merged.append(phrase)
        return merged

    def _lacks_noun(self, adjective: NounPhrase, phrase: NounPhrase) -> bool:
        plain = self.tag(phrase.first) in (Tag.NAME, Tag.WORD) and self.tag(phrase.last) is Tag.WORD
        alone = adjective.core == adjective.last and self.tag(adjective.last) is Tag.NAME
        return alone and plain and phrase.first < phrase.last and phrase.is_person and phrase.low is None

    def _after_join(self, i: int) -> int:
        """The token after the comma, conjunction or both at ``i``, or -1 where no list goes on there."""
        start = i
        if self.lower(i) in (",", ";"):
            i += 1
        if self.lower(i) in ("and", "or", "&"):
            i += 1
        elif tuple(self.lower(k) for k in (i, i + 1, i + 2)) == ("as", "well", "as"):
            i += 3
        elif self.lower(i) in ("along", "together") and self.lower(i + 1) == "with":
            i += 2
        if self.lower(i) in ("also",):
            i += 1
        return i if i > start else -1

    def _opens_clause(self, phrase: NounPhrase) -> bool:
        """Whether a verb follows ``phrase``, so that it is a subject of its own rather than one more of a list."""
        i = self.end_with_of(phrase) + 1
        while self.tag(i) in _FILLERS:
            i += 1
        if self.tag(i) is Tag.PREPOSITION and (phrase_after := self.by_first.get(i + 1)):
            return self.tag(phrase_after.last + 1) in (Tag.BE, Tag.HAVE, Tag.AUXILIARY)
        return self.tag(i) in (Tag.BE, Tag.HAVE, Tag.AUXILIARY, Tag.VERB) or self.lower(i) in (
            "dead",
            "missing",
        )

    def _back_over(self, i: int) -> int:
        """From ``i`` leftwards over adverbs, relative pronouns and what commas, dashes or brackets enclose."""
        for _ in range(_FARTHEST):
            if (
                self.tag(i) in _FILLERS
                or self.tag(i) is Tag.RELATIVE
                or (self.lower(i) == "," and self.tag(i + 1) is Tag.RELATIVE)
            ):
                i -= 1
            elif self.lower(i) in (",", ")", "--", "]", "-", "–", "—"):
                opening = {")": ("(",), "]": ("[",)}.get(self.lower(i), (",", "--", "-", "–", "—"))
                j = next(
                    (k for k in range(i - 1, max(-1, i - _FARTHEST), -1) if self.lower(k) in opening), -1
                )
                if j < 0:
                    return i - 1
                i = j - 1
                if self.tag(i) is Tag.NUMBER and self.lower(i - 1) == ",":
                    i -= 2  # an age: "Aldo Marr, 72, who ..."
            else:
                return i
        return i

    def _climb(self, phrase: NounPhrase, verb: int) -> NounPhrase:
        """From the last phrase before a verb to the head that its prepositions hang on."""
        for _ in range(6):
            before = phrase.first - 1
            if self.lower(before) in _SUBORDINATORS:
                break
            if owner := self._participants(before):
                return owner
            if self.tag(before) not in (Tag.PREPOSITION, Tag.TO) or verb - phrase.first > _FARTHEST:
                break
            left = before - 1
            while self.tag(left) is Tag.TIME or (self.tag(left) is Tag.PREPOSITION and left > 0):
                left -= 1
            if owner := self._participants(left):
                return owner
            parent = self.by_last.get(left)
            if parent is None or (phrase.is_person and not parent.is_person and not self._counts(parent)):
                break  # "the murder of two priests who ...": the priests
            phrase = parent
        return phrase

    def _participants(self, i: int) -> NounPhrase | None:
        """The people whom the participle at ``i`` tells of: "two men guarding the gate", "a man armed with a knife"."""
        form = self.tag(i) is Tag.GERUND or (self.tag(i) is Tag.VERB and self.lower(i).endswith("ed"))
        owner = self.by_last.get(i - 1) if form else None
        return owner if owner and owner.is_person and owner.low is not None and not owner.is_name else None

    def _counts(self, phrase: NounPhrase) -> bool:
        return any(self.tag(i) is Tag.NUMBER for i in range(phrase.first, phrase.last + 1))

    def _coordinated_left(self, phrase: NounPhrase) -> list[NounPhrase]:
        found = [phrase]
        while len(found) < _MOST:
            i = found[0].first - 1
            join = i
            if self.lower(i) in ("and", "or", "&", "nor"):
                i -= 1
            if self.lower(i) == "," and (i < join or len(found) > 1):
                i -= 1
            if self.lower(i) in (")", "--") and i < join:
                i = self._back_over(i)
            previous = self.by_last.get(i) if i < found[0].first - 1 else None
            if previous is None or self.tag(previous.first - 1) in (Tag.VERB, Tag.GERUND):
                break
            clause_ends = len(found) == 1 and join - i == 2 and self.lower(previous.first - 1) != ","
            if clause_ends and self.lower(join) == "and":
                break  # "he worked for the bank, and his father was killed"
            head = self._head_of_list(previous)
            if head is None:
                break
            found.insert(0, head)
        return self._one_head(found)

    def _head_of_list(self, phrase: NounPhrase) -> NounPhrase | None:
        """The phrase that a list goes back to, or None: "ten were killed in Orsk and two hurt" lists no Orsk."""
        head = self._climb_of(phrase)
        before = self.lower(head.first - 1)
        if self.tag(head.first - 1) is not Tag.PREPOSITION or before == "of" or before in _SUBORDINATORS:
            return head
        parent = self.by_last.get(head.first - 2)
        return parent if parent and parent.is_person else None

    def _climb_of(self, phrase: NounPhrase) -> NounPhrase:
        while self.lower(phrase.first - 1) == "of" and (parent := self.by_last.get(phrase.first - 2)):
            phrase = parent
        return phrase
