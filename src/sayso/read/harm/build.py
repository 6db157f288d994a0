"""Harm from the noun phrases that words of harm point to."""

from collections.abc import Iterator, Sequence

from sayso.core.reading import Effect, Harm
from sayso.read.harm.groups import Group, groups_of, is_harmable
from sayso.read.harm.lexicon import effects_by_word, general_words, transitive_forms
from sayso.read.phrases import Tag
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.noun_phrases import NounPhrase

_PARTS_REACH = 14  # tokens from the words of harm to "including"


def harms_of(
    clause: Clause,
    i: int,
    last: int,
    effect: Effect,
    phrases: Sequence[NounPhrase],
    negated: bool,
    *,
    verb: int = -1,
) -> Iterator[Harm]:
    """One harm for each group of people among ``phrases``; its span holds the words of harm and the group."""
    if not phrases:
        return
    number = (
        {"was": 1, "is": 1, "has": 1}.get(clause.lower(verb)) if verb >= 0 and len(phrases) == 1 else None
    )
    negated = negated or clause.lower(phrases[0].first) == "neither"
    groups = _harmed(clause, i, effect, phrases)
    parts = _names(clause, groups) if groups else []
    if groups and not parts:
        parts = _parts(clause, groups[-1].last + 1) or _later_parts(
            clause, max(last, groups[-1].last), groups[-1]
        )
    groups = groups[: len(groups) - len(parts)] if parts and parts[-1] is groups[-1] else groups
    for group in groups:
        end = parts[-1].last if parts and group is groups[-1] else group.last
        yield _harm(clause, i, max(last, end), effect, group, negated, number)
    for part in parts:
        if is_harmable(clause, part, effect):
            yield _harm(clause, part.first, part.last, effect, part, negated, None)


def _harmed(clause: Clause, i: int, effect: Effect, phrases: Sequence[NounPhrase]) -> list[Group]:
    """The groups of people among ``phrases`` to whom the word of harm at ``i`` happens."""
    strict = clause.lower(i).startswith("execut")  # what is executed may be a plan
    found = list(groups_of(clause, phrases))
    people = [g for g in found if is_harmable(clause, g, effect, strict=strict)]
    if found and people and people[0] is not found[0]:  # "captured the hearts of men and women"
        people = [g for g in people if g.low is not None or g.high is not None]
    return [g for g in people if not _is_part(clause, g) and not _is_source(clause, g, i)]


def _is_part(clause: Clause, group: Group) -> bool:
    """Whether the group only counts those of another that are something: "four of them children", "... badly"."""
    if clause.lower(group.last) not in ("them", "whom"):
        return False
    return group.last + 1 in clause.by_first or clause.tag(group.last + 1) is Tag.ADVERB


def _is_source(clause: Clause, group: Group, i: int) -> bool:
    """Whether the group is whom the report follows: "according to a guard", "air raid kills 27, elders say"."""
    if (clause.lower(group.first - 2), clause.lower(group.first - 1)) == ("according", "to"):
        return True
    if i > group.first or clause.lower(group.first - 1) not in (",", ";"):
        return False
    if clause.lower(group.first - 1) == ";" and clause.tag(group.first) is not Tag.NUMBER:
        return True  # "kills a family; minister speaks of an error"
    return any(clause.lower(j) in general_words("say") for j in (group.first, group.last))


def _names(clause: Clause, groups: list[Group]) -> list[Group]:
    """The names that spell a count out: "two nurses, Luz Arroyo and Pio Marr"."""
    named = groups[1:]
    if not named or (groups[0].low, groups[0].high) != (len(named), len(named)):
        return []
    return named if all(clause.tag(g.head) is Tag.NAME and g.high in (1, None) for g in named) else []


def _parts(clause: Clause, i: int) -> list[Group]:
    """The groups after "including" at token ``i``: parts of the group before it."""
    if clause.lower(i) == ",":
        i += 1
    if clause.lower(i) == "including" or (clause.lower(i), clause.lower(i + 1)) == ("among", "them"):
        start = i + 1 if clause.lower(i) == "including" else i + 2
        return list(groups_of(clause, clause.objects(start)))
    if clause.lower(i) in ("(", "--", ":"):
        parts = list(groups_of(clause, clause.objects(i + 1)))
        named = clause.lower(i) == ":" and len(parts) > 1
        if named and clause.tag(parts[0].first) is not Tag.DETERMINER:  # "Luz Arroyo, a nurse, and Pio Marr"
            parts = [p for p in parts if clause.tag(p.first) is not Tag.DETERMINER]
        return (
            parts if all((p.is_person and p.low is not None) or (named and p.low == 1) for p in parts) else []
        )
    return []


def _later_parts(clause: Clause, i: int, whole: Group) -> list[Group]:
    """The parts told after the words of harm: "ten people were killed in the blast, including three children"."""
    for j in range(i + 1, min(i + _PARTS_REACH, len(clause.tokens))):
        if clause.lower(j) == "including" and clause.lower(j - 1) == ",":
            return [p for p in _parts(clause, j) if p.low is not None and p.low < (whole.low or 0)]
        if (
            clause.tag(j) in (Tag.VERB, Tag.BE, Tag.HAVE, Tag.RELATIVE, Tag.CONJUNCTION)
            or clause.lower(j) in ";:"
        ):
            break
    return []


def _harm(
    clause: Clause, i: int, last: int, effect: Effect, group: Group, negated: bool, number: int | None
) -> Harm:
    first, end = min(i, group.first), max(last, group.last)
    low, high = group.low, group.high
    if low is None and high is None and number and not group.is_collective:
        low = high = number
    if negated:
        low = high = 0
    core_end = group.last - 1 if clause.lower(group.last) in effects_by_word("state") else group.last
    if core_end < group.last and clause.lower(core_end) in transitive_forms():
        core_end -= 1  # "two shot dead"
    core = clause.name_start(group.core, core_end) if group.head == core_end else None
    who = clause.span(core or group.core, core_end) if group.core <= core_end else None
    return Harm(effect, low, high, who, clause.span(first, end))
