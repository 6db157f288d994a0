"""Which claim a denial answers.

"Rejected the allegations", "nothing of the kind happened", "no shells fell on any town" name what they deny by a
stand-in or by half its words. Each is tied to one claim of its own report: an accusation or an account of
violence, in another's mouth or the outlet's own, near before it, that names the denier's side, or that shares the
denial's words or those of the question it answers. A denial that fits none stays by itself.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.collate.claims.lexicon import load_lexicon
from sayso.collate.claims.polarity import names_deaths
from sayso.collate.claims.units import Unit
from sayso.collate.names import country_code
from sayso.collate.sides import Sides
from sayso.collate.weights import load_weights
from sayso.collate.words import load_background, stem, tokenize
from sayso.core.reading import Act
from sayso.core.span import Span

_TWO = re.compile(r"\b(?:and|or|nor)\b", re.IGNORECASE)
_IF = re.compile(r"(?:whether|if|unless)\s", re.IGNORECASE)
_QUESTION = re.compile(r"\b(?:asked|whether|questions?|questioned|pressed)\b", re.IGNORECASE)
_LEAST_ASKED = 0.2  # of the question's words stand in what it asks about
_CONTEXT = 300  # characters before a denial in which the question that it answers may stand
_FARTHEST = 3  # beyond so many propositions distance counts no more
_LEAST_OVERLAP = 0.5  # of a denial's words with what it answers
_LEAST_DENIED = 0.15  # likewise where its cue denies what its words say
_LEAST_SHARED = 2  # words; one is too few, unless they are an accusation's
_ALIKE_ENDING = 5  # letters that a compound shares with its head: airstrikes, strikes


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of one report: its text, its units in order, where it tells of violence, the sides."""

    text: str
    units: Sequence[int]
    violence: Sequence[Span]
    sides: Sides


def is_stand_in(unit: Unit) -> bool:
    """Whether its words only point to what somebody else has said, or only call that untrue."""
    return next(_telling(unit.denied_words), None) is None


def telling_stems(words: str) -> frozenset[str]:
    """Return the stems of a denial that say what is denied."""
    return frozenset(_telling(words))


def _telling(words: str) -> Iterator[str]:
    empty, background = load_lexicon().empty, load_background()
    for word in tokenize(words):
        small = word.lower().replace("’", "'")
        if small in empty or small.endswith("n't") or country_code(word) is not None:
            continue
        key = stem(small)
        if len(key) > 2 and not background.is_common(key):
            yield key


def find_target(
    units: Sequence[Unit], denial: int, scene: Scene, besides: Collection[int], *, toll: bool = False
) -> int | None:
    """Return the unit of the same report that a denial answers best, None where none fits well enough."""
    found = score_targets(units, denial, scene, besides, toll=toll)
    here = scene.units.index(denial)
    return max(found, key=lambda o: (found[o], -abs(scene.units.index(o) - here), -o), default=None)


def score_targets(
    units: Sequence[Unit], denial: int, scene: Scene, besides: Collection[int], *, toll: bool = False
) -> dict[int, float]:
    """Return the units of the same report that a denial may answer, with how far each is above what is asked for.

    ``besides`` are units that say the same as the denial itself. With ``toll`` only a count of people come to harm
    is looked for, else such a count is put behind the deed.
    """
    least = load_weights("denial")["accepted"]
    scored = {
        other: _score(units, denial, other, scene) + _toll_cost(units[other], toll=toll) - least
        for other in scene.units
        if other not in besides and (bool(units[other].tolls) or not toll)
    }
    return {other: score for other, score in scored.items() if score >= 0}


def denies_toll(denial: Unit) -> bool:
    """Whether it denies that people came to harm, alone or together with the deed."""
    return denial.denies and names_deaths(denial.denied_words)


def denies_two(denial: Unit) -> bool:
    """Whether it denies a deed and its toll in one breath."""
    return denies_toll(denial) and (
        _TWO.search(denial.denied_words) is not None or ("ASSAULT" in denial.events and not denial.tolls)
    )


def _toll_cost(target: Unit, *, toll: bool) -> float:
    return load_weights("denial")["toll"] if target.tolls and not toll else 0.0


@dataclass(frozen=True, slots=True)
class _Likeness:
    """What a denial shares with a claim: of its own words, and of the words that lead to it."""

    own: frozenset[str]  # the stems that say what is denied
    shared: float  # the share of them in the claim
    before: str  # the words that lead to the denial
    asked: float  # the share of their stems in the claim


def _liken(denial: Unit, target: Unit, text: str) -> _Likeness:
    own, words = telling_stems(denial.denied_words), telling_stems(target.span.exact)
    before = _before(text, denial)
    return _Likeness(own, _share(own, words), before, _share(telling_stems(before) - own, words))


def _score(units: Sequence[Unit], denial: int, other: int, scene: Scene) -> float:
    one, target = units[denial], units[other]
    likeness = _liken(one, target, scene.text)
    if not _may_answer(one, target, likeness, scene):
        return float("-inf")
    weights: Mapping[str, float] = load_weights("denial")
    steps = scene.units.index(denial) - scene.units.index(other)
    asks = likeness.asked >= _LEAST_ASKED and _QUESTION.search(likeness.before) is not None
    sides = scene.sides.get(one.speaker or "", one.names if one.statement is None else frozenset())
    return (
        weights["distance"] * min(abs(steps), _FARTHEST)
        + weights["after"] * (steps < 0)
        + weights["accusation"] * _accuses(target)
        + weights["assault"] * _violence(one, target, scene)
        + weights["overlap"] * likeness.shared
        + weights["context"] * likeness.asked
        + weights["question"] * asks
        + weights["own_voice"] * (target.statement is None)
        + weights["accused"] * bool(sides & target.names)
        + weights["rival"] * _is_rival(one, target, scene.sides)
    )


def _violence(denial: Unit, target: Unit, scene: Scene) -> int:
    """Return 1 where the target tells of violence, -1 where it does not and the denial does."""
    if any(target.span.contains(v) for v in scene.violence):
        return 1
    return -1 if "ASSAULT" in denial.events else 0


def _accuses(target: Unit) -> bool:
    return target.act is Act.ACCUSE or (target.is_denied and not is_stand_in(target))


def _may_answer(denial: Unit, target: Unit, likeness: _Likeness, scene: Scene) -> bool:
    """Whether a denial can answer a claim at all: not its own side's, and something must tie the two."""
    if not _may_be_denied(denial, target):
        return False
    if not target.is_denied and _is_ally(denial, target, scene.sides):
        return False
    if likeness.own and not _need_not_repeat(denial, target):
        few = likeness.shared * len(likeness.own) < _LEAST_SHARED and target.act is not Act.ACCUSE
        if few or likeness.shared < (_LEAST_DENIED if denial.is_denied else _LEAST_OVERLAP):
            return False
    if likeness.own and not denial.is_denied and not _calls_untrue(denial):
        return _is_charge(denial, target, scene.sides)
    violent = any(target.span.contains(v) for v in scene.violence)
    return _accuses(target) or violent or likeness.shared > 0 or likeness.asked >= _LEAST_ASKED


def _calls_untrue(denial: Unit) -> bool:
    """Whether it says that something is untrue or did not happen at all, and so need not repeat it."""
    untruth = load_lexicon().untruth
    return any(w.lower() in untruth for w in tokenize(denial.span.exact))


def _need_not_repeat(denial: Unit, target: Unit) -> bool:
    """Whether a denial is plain without the other's words: all of it is untrue, or both tell of violence."""
    if "ASSAULT" in denial.events and ("ASSAULT" in target.events or target.act is Act.ACCUSE):
        return True
    return _calls_untrue(denial) or denial.calls_false


def _is_charge(denial: Unit, target: Unit, sides: Sides) -> bool:
    violence = "ASSAULT" in denial.events and "ASSAULT" in target.events
    return violence or target.act is Act.ACCUSE or _is_rival(denial, target, sides)


def plausibility(denial: Unit, target: Unit, sides: Sides) -> float | None:
    """Return how fitting it is that one unit denies another, apart from their likeness; None where it does not."""
    if (
        target.denies
        or target.is_negative
        or not _may_be_denied(denial, target)
        or _is_ally(denial, target, sides)
    ):
        return None
    weights = load_weights("denial")
    ours = sides.get(denial.speaker or "", frozenset())
    return (
        weights["accused"] * bool(ours & target.names)
        + weights["rival"] * _is_rival(denial, target, sides)
        + weights["accusation"] * (target.act is Act.ACCUSE)
        + weights["own_voice"] * (target.statement is None)
        + weights["assault"] * ("ASSAULT" in denial.events and "ASSAULT" in target.events)
    )


def _may_be_denied(denial: Unit, target: Unit) -> bool:
    if is_stand_in(target) or target.act is Act.QUESTION or _IF.match(target.span.exact):
        return False
    if denial.span.overlaps(target.span):
        return False
    same = denial.speaker is not None and denial.speaker == target.speaker
    if target.is_denied:  # the same accusation, denied twice in one breath
        return same or denial.speaker is None or target.speaker is None
    return not same and not target.denies


def _is_ally(denial: Unit, target: Unit, sides: Sides) -> bool:
    """Whether the target is in the mouth of the denier's own side."""
    ours, theirs = (sides.get(u.speaker or "", frozenset()) for u in (denial, target))
    return bool(ours & theirs)


def _is_rival(denial: Unit, target: Unit, sides: Sides) -> bool:
    """Whether the target is in the mouth of another side than the denier's."""
    if denial.speaker is None or target.speaker is None or denial.speaker == target.speaker:
        return False
    ours, theirs = sides.get(denial.speaker, frozenset()), sides.get(target.speaker, frozenset())
    return not ours & theirs


def _before(text: str, denial: Unit) -> str:
    """Return the words of the sentence or question that leads to a denial."""
    start = max(0, denial.span.start - _CONTEXT)
    paragraph = text.rfind("\n", start, denial.span.start)
    return text[max(start, paragraph + 1) : denial.span.start]


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of ``left`` that ``right`` holds, a compound counting for its head."""
    if not left:
        return 0.0
    held = sum(any(_is_form(one, other) for other in right) for one in left)
    return held / len(left)


def _is_form(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _ALIKE_ENDING and long.endswith(short)
