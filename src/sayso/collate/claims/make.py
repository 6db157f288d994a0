"""Claims: what may be true, and how each report carries it, in its words.

1. Propositions that say the same thing are one claim (``cluster``).
2. A denial joins the claim that it answers (``denials``).
3. Each proposition becomes a reading with its voice; a denial that only points ("rejected the allegations") is read
   with its source and cue, so that it says who denies.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.collate.claims.cluster import group_units
from sayso.collate.claims.denials import (
    Scene,
    denies_toll,
    denies_two,
    is_stand_in,
    plausibility,
    score_targets,
)
from sayso.collate.claims.features import differ_in_polarity
from sayso.collate.claims.links import Link, tie
from sayso.collate.claims.pairs import Pair, score_pairs
from sayso.collate.claims.units import Unit
from sayso.collate.claims.voices import settle_voices
from sayso.collate.linkage import components
from sayso.collate.sides import Sides
from sayso.collate.weights import load_weights
from sayso.core.reading import Act, Reading, Voice
from sayso.core.span import Span

_LONGEST_CLAUSE = 240  # characters from a denial's source to its content
_MIN_WORDS = 3
_FAR = 5  # counts of one event's dead that differ more than so many times are of two events
_AGREED = 0.75  # of the best claim's votes: two accounts of one deed may have nearly as many
_VOTE = 0.5  # what it counts that one more denial can answer a claim


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """The units of one claim, in order, each with its voice and the span by which it is read."""

    units: tuple[Unit, ...]
    voices: tuple[Voice, ...]
    spans: tuple[Span, ...]
    why: str
    links: tuple[Link | None, ...] = ()  # what ties each unit to the others; None or empty where a person did


def make_groups(
    units: Sequence[Unit],
    readings: Mapping[str, Reading],
    sides: Sides,
    story_of: Mapping[str, object] | None = None,
) -> list[Group]:
    """Group the units of one affair into claims; units are in canonical order.

    ``story_of`` tells the story of each report: what two stories of an affair tell must be more alike to be one claim.
    """
    pointing = {i for i, unit in enumerate(units) if is_stand_in(unit)}
    scores = {p: s for p, s in score_pairs(units).items() if pointing.isdisjoint(p)}
    if story_of is not None:
        apart = load_weights("claims")["other_story"]
        stories = [story_of[unit.article] for unit in units]
        scores = {(a, b): s - apart * (stories[a] != stories[b]) for (a, b), s in scores.items()}
    # A denial never joins what it denies by likeness alone: it is tied to it.
    alike = {pair: score for pair, score in scores.items() if _may_be_one(*(units[i] for i in pair))}
    groups = group_units(units, alike)
    near = _by_unit(scores)
    ties, tolls = _tie_denials(units, groups, near, readings, sides)
    stand_ins = {i for i in pointing if units[i].statement}
    group_of = {i: group for group in groups for i in group}
    turned = {j for i in ties for j in group_of[i] if units[j].is_negative}
    joined = components(len(units), [(g[0], i) for g in groups for i in g[1:]] + list(ties.items()))
    made = []
    for members in joined:
        kept = [i for i in members if i not in stand_ins or i in ties]
        kept = sorted({*kept, *(i for i, target in tolls.items() if target in kept)})
        if any(_says_enough(units[i]) for i in kept):
            made.append(_make_group(units, kept, (ties, turned), near, readings, sides))
    return made


def _may_be_one(one: Unit, other: Unit) -> bool:
    """Whether likeness can make them one claim: both affirm or both deny, and their tolls may be of one event."""
    both = {e for e, _ in one.counted} & {e for e, _ in other.counted}
    near = [
        max(n, m) <= _FAR * min(n, m)
        for e, n in one.counted
        for f, m in other.counted
        if e is f and e in both
    ]
    return not near or any(near)


def _says_enough(unit: Unit) -> bool:
    return len(unit.span.exact.split()) >= _MIN_WORDS


def _tie_denials(
    units: Sequence[Unit],
    groups: Sequence[tuple[int, ...]],
    near: Mapping[int, Mapping[int, float]],
    readings: Mapping[str, Reading],
    sides: Sides,
) -> tuple[dict[int, int], dict[int, int]]:
    """Map each denial to the unit that it answers: in its own report, else in any; and those of a toll to its count.

    A denial of a deed and its toll answers two claims; it joins that of the deed with all that says the same, and
    that of the toll by itself.
    """
    number = {i: n for n, group in enumerate(groups) for i in group}
    by_article: dict[str, list[int]] = defaultdict(list)
    for i, unit in enumerate(units):
        by_article[unit.article].append(i)
    scenes = {a: _scene(readings[a], own, sides) for a, own in by_article.items()}

    def seek(i: int, *, toll: bool) -> dict[int, float]:
        pointing = is_stand_in(units[i])
        found = {}
        if units[i].denies or pointing:
            found = score_targets(units, i, scenes[units[i].article], groups[number[i]], toll=toll)
        if pointing:
            return found
        turned = _elsewhere(units, i, near.get(i, {}), sides, toll=toll)
        return {o: max(found.get(o, 0.0), turned.get(o, 0.0)) for o in sorted({*found, *turned})}

    ties: dict[int, int] = {}
    tolls: dict[int, int] = {}
    for group in groups:
        denials = [i for i in group if _may_deny(units[i])]
        if not denials or any(not _may_deny(units[j]) and not units[j].is_negative for j in group):
            continue
        counts = {i: found for i in denials if denies_toll(units[i]) and (found := seek(i, toll=True))}
        tolls |= {i: max(found, key=lambda o: (found[o], -o)) for i, found in counts.items()}
        deeds = {i: seek(i, toll=False) for i in denials if i not in tolls or denies_two(units[i])}
        ties |= _agree(deeds, number)
    return ties, tolls


def _agree(found: Mapping[int, Mapping[int, float]], number: Mapping[int, int]) -> dict[int, int]:
    """Tie denials that say the same to what most of them can answer: one group of units, by the sum of the scores."""
    sums: dict[int, float] = defaultdict(float)
    for targets in found.values():
        best: dict[int, float] = {}
        for other, score in targets.items():
            best[number[other]] = max(score, best.get(number[other], 0.0))
        for group, score in best.items():
            sums[group] += score + _VOTE
    if not sums:
        return {}
    least = _AGREED * max(sums.values())
    fitting = {i: [o for o in targets if sums[number[o]] >= least] for i, targets in found.items()}
    # One of a report without an account that most have in mind needs no tie of its own: it is one with those tied.
    return {i: max(targets, key=lambda o: (found[i][o], -o)) for i, targets in fitting.items() if targets}


def _by_unit(scores: Mapping[Pair, float]) -> dict[int, dict[int, float]]:
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in scores.items():
        near[a][b] = near[b][a] = score
    return near


def _may_deny(unit: Unit) -> bool:
    """Whether it is a denial, or somebody's word that something is not so, which may answer another's word."""
    if is_stand_in(unit):
        return unit.denies or unit.act is Act.DENY
    return unit.denies or unit.act is Act.DENY or (unit.negates and unit.statement is not None)


def _scene(reading: Reading, own: Sequence[int], sides: Sides) -> Scene:
    violence = [e.trigger for e in reading.events if e.type == "ASSAULT"]
    return Scene(reading.text, own, violence, sides)


def _elsewhere(
    units: Sequence[Unit], denial: int, near: Mapping[int, float], sides: Sides, *, toll: bool
) -> dict[int, float]:
    """Return the units of any report whose words a denial turns round, spoken by another side about the denier's."""
    settings = load_weights("claims")
    least = settings["denied_elsewhere"]
    one = units[denial]
    enough = _least_alike(one)
    found = {}
    for other, score in near.items():
        bonus = plausibility(one, units[other], sides)
        if bonus is None or (toll and not units[other].tolls):
            continue
        alike = score + _turned(one, units[other])
        bonus += settings["denied_here"] * (one.article == units[other].article)
        if alike + bonus >= least and alike >= enough:
            found[other] = alike + bonus - least
    return found


def _least_alike(denial: Unit) -> float:
    """Return what a denial must score with what it answers, apart from who says which."""
    if not denial.denies:
        return 0.0
    says_no = denial.is_denied or denial.calls_false or denial.negates or denial.is_negative
    return float("-inf") if says_no else load_weights("claims")["denied_alike"]


def _turned(denial: Unit, other: Unit) -> float:
    """Return what the scorer of likeness takes off for saying no, which is no objection here."""
    return -load_weights("claim")["other_polarity"] * differ_in_polarity(denial, other)


def _make_group(
    units: Sequence[Unit],
    members: Sequence[int],
    denials: tuple[Mapping[int, int], Collection[int]],
    near: Mapping[int, Mapping[int, float]],
    readings: Mapping[str, Reading],
    sides: Sides,
) -> Group:
    # Where all say no in words, that is the claim, and nobody denies it: "we do not target towns", said three times.
    affirmed = any(not units[i].is_negative for i in members)
    spans = {i: _reading_span(units[i], readings[units[i].article].text) for i in members}
    ties, turned = denials
    voices = {
        i: Voice.DENIED
        if affirmed and (i in turned or i in ties or _gainsays(i, members, units))
        else _voice(units[i], affirmed=affirmed)
        for i in members
    }
    voices = settle_voices({i: units[i] for i in members}, voices, sides)
    voices = {
        i: Voice.ATTRIBUTED
        if voice is Voice.DENIED and i not in ties and _is_doubtful(i, units, members, sides)
        else voice
        for i, voice in voices.items()
    }
    pairs = [s for i in members for j, s in near.get(i, {}).items() if j in spans]
    why = []
    if pairs:
        why.append(f"alike {min(pairs):.1f} to {max(pairs):.1f}")
    if any(i in ties for i in members):
        why.append("denials tied to what they answer")
    return Group(
        tuple(units[i] for i in members),
        tuple(voices[i] for i in members),
        tuple(spans[i] for i in members),
        "; ".join(why),
        tuple(tie(i, members, near.get(i, {}), ties) for i in members),
    )


def _is_doubtful(one: int, units: Sequence[Unit], members: Sequence[int], sides: Sides) -> bool:
    """Whether only its act makes it a denial, no word of it, and nobody else's words name the denier's side."""
    unit = units[one]
    if unit.is_denied or unit.calls_false or unit.negates or unit.is_negative:
        return False
    ours = sides.get(unit.speaker or "", frozenset())
    others = (units[i] for i in members if units[i].speaker != unit.speaker or unit.speaker is None)
    return not any(ours & other.names for other in others if not other.denies)


def _gainsays(one: int, members: Sequence[int], units: Sequence[Unit]) -> bool:
    """Whether a unit says no where only others say yes."""
    unit = units[one]
    if not unit.negates or unit.statement is None:
        return False
    affirming = [units[i] for i in members if not units[i].is_negative]
    return bool(affirming) and all(u.speaker is None or u.speaker != unit.speaker for u in affirming)


def _voice(unit: Unit, *, affirmed: bool) -> Voice:
    if unit.denies and (affirmed or unit.is_denied):
        return Voice.DENIED
    if is_stand_in(unit) and unit.act is Act.DENY:
        return Voice.DENIED
    return Voice.OWN if unit.statement is None and not unit.is_reported else Voice.ATTRIBUTED


def _reading_span(unit: Unit, text: str) -> Span:
    """Return the span that a reader is shown: a denial's whole clause where its content only points."""
    statement = unit.statement
    if statement is None or not unit.is_denied or not is_stand_in(unit):
        return unit.span
    parts = [*statement.source, *statement.cue, unit.span]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    if end - start > _LONGEST_CLAUSE or "\n" in text[start:end]:
        parts = [*statement.cue, unit.span]
        start, end = min(p.start for p in parts), max(p.end for p in parts)
    return Span.of(text, start, end) if end - start <= _LONGEST_CLAUSE else unit.span


def without_overlaps(group: Group) -> Group:
    """Leave out readings of one report that lie within another reading of the same statement."""
    keep = [
        i
        for i, (unit, span) in enumerate(zip(group.units, group.spans, strict=True))
        if not any(
            j != i
            and other.article == unit.article
            and other_span.contains(span)
            and (other_span != span or j < i)
            for j, (other, other_span) in enumerate(zip(group.units, group.spans, strict=True))
        )
    ]
    return replace(
        group,
        units=tuple(group.units[i] for i in keep),
        voices=tuple(group.voices[i] for i in keep),
        spans=tuple(group.spans[i] for i in keep),
        links=tuple(group.links[i] for i in keep) if group.links else (),
    )
