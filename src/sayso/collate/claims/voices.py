"""Who of those that speak to a claim denies it, where the rules leave room.

A denial seldom says so: "they were well inside our country" denies what another says in a sentence without a "no".
So each reading is looked at in the company of the others: what it does, whether it says no where others do not,
whether its speaker's side is named or accused by them. Logistic regression over these (``python -m
training.fit_denials`` fits it on marked stories and prints how it holds); an explicit cue of denial stands.
"""

import math
from collections.abc import Mapping, Sequence

from sayso.collate.claims.denials import is_stand_in
from sayso.collate.claims.units import Unit
from sayso.collate.sides import Sides
from sayso.collate.weights import load_weights
from sayso.collate.words import tokenize
from sayso.core.reading import Act, Voice

FEATURES = (
    "by_rule",
    "act_deny",
    "act_accuse",
    "act_other",
    "cue",
    "calls_false",
    "negates",
    "negative",
    "negates_alone",
    "rivals_deny",
    "rivals_accuse",
    "rivals_own",
    "itself_denies",
    "itself_accuses",
    "named",
    "other_number",
    "likeness",
)

_FEW = 1 / 3  # of the others, that they do not say no as well


def settle_voices(units: Mapping[int, Unit], voices: Mapping[int, Voice], sides: Sides) -> dict[int, Voice]:
    """The voices of a claim's units by number, those of statements decided anew; nobody denies what nobody says."""
    if len(units) < 2:
        return dict(voices)
    weights = load_weights("denied")
    settled = dict(voices)
    odds: dict[str, list[float]] = {}
    open_ = [
        i
        for i, u in units.items()
        if voices[i] is not Voice.OWN and u.statement and not _is_plain(u, voices[i])
    ]
    for i in open_:
        others = [other for j, other in units.items() if j != i]
        values = measure_denial(units[i], others, sides, is_by_rule=voices[i] is Voice.DENIED)
        told = weights["bias"] + math.fsum(weights[n] * v for n, v in zip(FEATURES, values, strict=True))
        odds.setdefault(_words(units[i]), []).append(told)
    for i in open_:  # the same words have the same voice in all reports
        same = odds[_words(units[i])]
        is_denied = math.fsum(same) / len(same) > weights["least"]
        settled[i] = Voice.DENIED if is_denied else Voice.ATTRIBUTED
    if all(voice is Voice.DENIED for voice in settled.values()):
        return dict(voices)
    return settled


def measure_denial(
    unit: Unit, others: Sequence[Unit], sides: Sides, *, is_by_rule: bool
) -> tuple[float, ...]:
    """What tells whether a unit denies the claim that it shares with ``others``, in the order of ``FEATURES``."""
    itself = [o for o in others if unit.speaker is not None and o.speaker == unit.speaker]
    rivals = [o for o in others if unit.speaker is None or o.speaker != unit.speaker]
    ours = sides.get(unit.speaker or "", frozenset())
    counted = [o for o in rivals if o.numbers and unit.numbers]
    return (
        float(is_by_rule),
        float(unit.act is Act.DENY),
        float(unit.act is Act.ACCUSE),
        float(unit.act not in (Act.DENY, Act.ACCUSE, Act.ASSERT)),
        float(unit.is_denied),
        float(unit.calls_false),
        float(unit.negates),
        float(unit.is_negative),
        float(unit.negates and _share([o.negates for o in rivals]) < _FEW),
        _share([o.denies for o in rivals]),
        _share([o.act is Act.ACCUSE for o in rivals]),
        _share([o.statement is None for o in rivals]),
        float(any(o.denies for o in itself)),
        float(any(o.act is Act.ACCUSE for o in itself)),
        float(any(ours & o.names for o in rivals)),
        float(bool(counted) and not any(o.numbers & unit.numbers for o in counted)),
        math.fsum(float(unit.vector @ o.vector) for o in rivals) / max(1, len(rivals)),
    )


def _words(unit: Unit) -> str:
    return " ".join(tokenize(unit.span.exact)).lower()


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / max(1, len(flags))


def _is_plain(unit: Unit, voice: Voice) -> bool:
    """Whether it is a denial by its cue, or only points at what it denies."""
    return voice is Voice.DENIED and (unit.is_denied or is_stand_in(unit))
