"""Tagged names as they stand in a text: trimmed, without overlaps and titles, one kind for each wording."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.core.reading import EntityKind
from sayso.read.entities.acronyms import find_full_names
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import country_named, country_of_demonym, first_names, fold, grammar, nouns
from sayso.read.entities.peoples import find_peoples
from sayso.read.spans import NamedSpan

HONORIFICS_ALONE = frozenset(("justice", "judge", "senator", "representative", "professor", "bishop"))
ADJECTIVES = ("ian", "ean", "ese", "ish", "ern", "ist", "ic", "ite", "al")


@dataclass(frozen=True, slots=True)
class Name:
    """One occurrence of a name.

    ``tokens`` are its folded words without honorifics and articles; ``whole`` is where they begin: before ``start``
    where a people's adjective that is tagged apart belongs to it ("the Veltrian" "Front").
    """

    start: int
    end: int
    whole: int
    kind: EntityKind
    tokens: tuple[str, ...]
    gender: str | None


@dataclass(frozen=True, slots=True)
class Tagged:
    """A report's names in the order of the text, and the peoples' adjectives among them with what they are made of."""

    names: Sequence[Name]
    peoples: Mapping[str, str]


def trim_names(layout: Layout, named: Sequence[NamedSpan]) -> Tagged:
    """The names without possessives, articles and overlaps, one kind for each wording."""
    spans: list[tuple[int, int, EntityKind, float]] = []
    for start, end, kind, score in sorted(
        [*_bounds(layout, named)], key=lambda row: (row[0], -row[1], -row[3], row[2])
    ):
        if not (spans and start < spans[-1][1]):
            spans.append((start, end, kind, score))
    votes: dict[str, dict[EntityKind, float]] = defaultdict(lambda: defaultdict(float))
    for start, end, kind, score in spans:
        votes[fold(layout.text[start:end])][kind] += score
    kinds = {words: max(sorted(count), key=count.__getitem__) for words, count in votes.items()}
    bodies = {fold(layout.text[start:end]) for start, end, _, _ in spans if _has_people(layout, start, end)}
    bodies |= {words for words, kind in kinds.items() if kind is EntityKind.ORGANISATION}
    bodies |= {words for words in kinds if words.rpartition(" ")[2] in bodies}
    peoples = _peoples(layout, kinds)
    kinds |= dict.fromkeys(peoples.values(), EntityKind.PLACE) | dict.fromkeys(peoples, EntityKind.OTHER)
    bodies -= peoples.keys()
    names = []
    for start, end, own, _ in spans:
        addressed = own is EntityKind.PERSON and is_addressed(layout, start)
        kind = EntityKind.PERSON if addressed else _kind(layout.text[start:end], kinds, bodies)
        names.append(_as_name(layout, start, end, kind))
    return Tagged(names, peoples)


def _peoples(layout: Layout, kinds: Mapping[str, EntityKind]) -> Mapping[str, str]:
    """The peoples' adjectives; a part of somebody's full name is neither one nor what one is made of."""
    people = {
        token
        for words, kind in kinds.items()
        if kind is EntityKind.PERSON and " " in words
        for token in words.split()
    }
    single = frozenset(words for words in kinds if " " not in words)
    return find_peoples(layout, single - people, frozenset(people))


def _has_people(layout: Layout, start: int, end: int) -> bool:
    """Whether a name that is no adjective is followed by its officials, forces or spokesman."""
    after = layout.word_at(end)
    if layout.text[start:end].endswith(ADJECTIVES):
        return False
    if after >= len(layout.words) or layout.words[after].start - end != 1 or layout.words[after].capital:
        return False
    noun = nouns().singular(layout.words[after].form)
    return noun is not None and nouns().kinds[noun[0]] in ("offices", "people", "bodies")


def _bounds(layout: Layout, named: Sequence[NamedSpan]) -> Iterator[tuple[int, int, EntityKind, float]]:
    """Start, end, kind and score of each name, and of each full name that an acronym in brackets follows."""
    people = (name.span.exact.split() for name in named if name.kind is EntityKind.PERSON)
    surnames = frozenset(words[-1] for words in people if len(words) > 1)
    for name in named:
        bounds = _trim(layout.text, name.span.start, name.span.end)
        person = bounds is not None and (
            name.kind is EntityKind.PERSON or _is_titled(layout, *bounds, surnames)
        )
        if bounds is not None and person:
            bounds = _without_title(layout, *bounds)
        if bounds is not None and not _is_office(layout, *bounds):
            yield (*bounds, EntityKind.PERSON if person else name.kind, name.score)
    tagged = sorted(named, key=lambda name: name.span.start)
    starts = [name.span.start for name in tagged]
    for start, end, acronym_start, acronym_end in find_full_names(layout):
        at = bisect_left(starts, start)
        kind = tagged[at].kind if at < len(tagged) and starts[at] < end else EntityKind.ORGANISATION
        kind = EntityKind.ORGANISATION if kind is EntityKind.OTHER else kind
        if kind is not EntityKind.PERSON:
            yield start, end, kind, 1.0
            yield acronym_start, acronym_end, kind, 1.0


def _is_titled(layout: Layout, start: int, end: int, surnames: Collection[str]) -> bool:
    """Whether what is tagged as a body is a person with an honorific: "Justice Orsk", where Ana Orsk is named too."""
    words = layout.words_in(start, end)
    titled = len(words) > 1 and words[0].form in grammar().honorifics
    return titled and layout.text[words[-1].start : words[-1].end] in surnames


def _without_title(layout: Layout, start: int, end: int) -> tuple[int, int]:
    """A person's name without what is tagged before it: "Sen.", "tycoon", a sentence's opening verb."""
    words = layout.words_in(start, end)
    for at, word in enumerate(words[:-1]):
        title = word.form in grammar().honorifics or word.form in grammar().openers or not word.capital
        if word.form in grammar().name_particles or not (title or (word.form == "." and at)):
            return word.start, end
    return (words[-1].start, end) if len(words) > 1 and not words[-1].is_mark else (start, end)


def _is_office(layout: Layout, start: int, end: int) -> bool:
    """Whether a tagged name is but part of a title: the "Federal Information" of a minister, a "DG"."""
    after = layout.word_at(end)
    following = layout.words[after] if after < len(layout.words) else None
    words = layout.words_in(start, end)
    if following is None or following.start - end != 1:
        return False
    if following.capital and len(words) == 1 and words[0].form in HONORIFICS_ALONE:
        return True
    if not _heads_title(following.form):
        return False
    return all(word.form in grammar().title_modifiers or _heads_title(word.form) for word in words)


def _heads_title(form: str) -> bool:
    return nouns().kinds.get(form) == "offices"


def is_addressed(layout: Layout, start: int) -> bool:
    """Whether an honorific stands before the name that begins at ``start``: "Mr. Chad" is no country."""
    before = layout.word_at(start) - 1
    if before > 0 and layout.words[before].form == ".":
        before -= 1
    return before >= 0 and layout.words[before].capital and layout.words[before].form in grammar().honorifics


def _kind(words: str, kinds: Mapping[str, EntityKind], bodies: Collection[str]) -> EntityKind:
    """A name's kind: most votes for its wording; a country is a place, what has officials or forces is a body."""
    kind = kinds[fold(words)]
    if country_named(words):
        return EntityKind.PLACE
    if kind is EntityKind.PERSON and _heads_place(words):
        return EntityKind.PLACE
    if kind is not EntityKind.OTHER or country_of_demonym(words):
        return kind
    return EntityKind.ORGANISATION if fold(words) in bodies else kind


def _heads_place(words: str) -> bool:
    """Whether a name begins like a place’s: "Port Orsk", "Lake Tarn"."""
    first, _, rest = fold(words).partition(" ")
    return bool(rest) and first in grammar().place_heads


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    if not 0 <= start < end <= len(text):
        return None
    words = text[start:end]
    for ending in ("’s", "'s", "’", "'"):
        if words.endswith(ending) and len(words) > len(ending):
            words = words.removesuffix(ending)
            break
    words = words.rstrip(" \t\n\r,;:")
    left = len(words) - len(words.lstrip(" \t\n\r“\"‘'("))
    if words[left : left + 4].lower() == "the ":
        left += 4
    trimmed = words[left:].rstrip()
    if not any(letter.isupper() or letter.isdigit() or ord(letter) > 127 for letter in trimmed):
        return None  # a name has a capital, or letters without case
    return start + left, start + left + len(trimmed)


def _as_name(layout: Layout, start: int, end: int, kind: EntityKind) -> Name:
    whole = _whole_start(layout, start, kind)
    tokens = [word.form for word in layout.words_in(whole, end) if word.form[0].isalnum()]
    if kind is not EntityKind.PERSON:
        return Name(start, end, whole, kind, tuple(tokens), None)
    gender = _honorific_gender(layout, start)
    honorifics = grammar().honorifics
    while len(tokens) > 1 and (tokens[0] in honorifics or _heads_title(tokens[0])):
        gender = honorifics.get(tokens[0]) or nouns().gender.get(tokens[0]) or gender
        tokens.pop(0)
    if len(tokens) > 1:
        gender = gender or first_names().get(tokens[0])
    return Name(start, end, whole, kind, tuple(tokens), gender)


def _whole_start(layout: Layout, start: int, kind: EntityKind) -> int:
    at = layout.word_at(start) - 1
    if (
        kind is not EntityKind.ORGANISATION
        or at < 0
        or country_of_demonym(layout.text[start : start + 20].split()[0])
    ):
        return start
    word = layout.words[at]
    adjective = word.capital and word.end == start - 1 and country_of_demonym(word.form) is not None
    return word.start if adjective else start


def _honorific_gender(layout: Layout, start: int) -> str | None:
    before = layout.word_at(start) - 1
    if before > 0 and layout.words[before].form == ".":
        before -= 1
    return grammar().honorifics.get(layout.words[before].form) if is_addressed(layout, start) else None
