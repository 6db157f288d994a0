"""What tells whether two accounts are of one event: a row of named features for each pair."""

from collections.abc import Mapping

from sayso.collate.accounts import Account
from sayso.collate.telling import Telling
from sayso.core.timex_value import Days

NAMES = (
    "same_lemma",  # share of the triggers' words
    "any_lemma",
    "same_family",  # no word is shared, but what kind of event they name
    "other_family",
    "same_beginning",  # share of the first words' letters that are the same from the start
    "meaning",  # cosine of their propositions
    "meaning_same",  # the same where the triggers name one kind of event
    "content",  # of the telling words of both sentences, the weight of those that both have
    "content_same",
    "near",  # likewise, words right beside the triggers
    "near_same",
    "names",  # share of the names in both sentences
    "other_names",
    "same_before",  # the same name stands before both triggers
    "same_after",
    "turned_about",  # the same name stands before the one and after the other
    "same_places",
    "other_places",
    "same_numbers",
    "other_numbers",
    "same_days",
    "other_days",
    "reports",  # cosine of the reports' words
    "reports_same",
    "same_report",
    "same_report_same",
    "same_story",
    "same_story_same",
    "said",  # both only say that something was said
    "said_before",  # and by the same
    "rare",  # how telling the shared word is
    "both_lead",
    "late",  # the later one's place in its report
)
SAYING = "say"
Row = list[float]


def make_row(one: Account, other: Account, *, reports: float, same_story: bool) -> Row:
    """Return the features of a pair in the order of ``NAMES``; ``reports`` is the cosine of their reports' words."""
    a, b = one.telling, other.telling
    if a is None or b is None:
        return _bare_row(one, other, same_story=same_story)
    shared = a.lemmas & b.lemmas
    kin = bool(a.families & b.families)
    same = float(bool(shared) or kin)
    meaning = 0.0
    if one.vector is not None and other.vector is not None:
        meaning = max(0.0, float(one.vector @ other.vector))
    content, near = _overlap(a.content, b.content), _overlap(a.near, b.near)
    same_report = one.article == other.article
    said = a.families == b.families == {SAYING}
    return [
        len(shared) / len(a.lemmas | b.lemmas) if shared else 0.0,
        float(bool(shared)),
        float(kin and not shared),
        float(bool(a.families and b.families) and not kin and not shared),
        _beginning(a.first, b.first),
        meaning,
        meaning * same,
        content,
        content * same,
        near,
        near * same,
        len(a.names & b.names) / len(a.names | b.names) if a.names and b.names else 0.0,
        float(bool(a.names and b.names) and not a.names & b.names),
        float(a.before is not None and a.before == b.before),
        float(a.after is not None and a.after == b.after),
        float(_is_turned(a, b)),
        float(bool(a.places & b.places)),
        float(bool(a.places and b.places) and not a.places & b.places),
        float(bool(a.numbers & b.numbers)),
        float(bool(a.numbers and b.numbers) and not a.numbers & b.numbers),
        *_days(a.days, b.days),
        reports,
        reports * same,
        float(same_report),
        same_report * same,
        float(same_story),
        same_story * same,
        float(said),
        float(said and a.before is not None and a.before == b.before),
        max((a.report.get(s, b.report.get(s, 0.0)) for s in shared), default=0.0),
        float(a.sentence == b.sentence == 0),
        min(1.0, max(a.sentence, b.sentence) / 20),
    ]


def _bare_row(one: Account, other: Account, *, same_story: bool) -> Row:
    """Return the features of accounts of which only the triggers' stems are known."""
    same = bool(one.trigger & other.trigger)
    known = {"any_lemma": same, "same_story": same_story, "same_story_same": same and same_story}
    return [float(known.get(name, False)) for name in NAMES]


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the cosine of two sparse unit vectors."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[key] for key, weight in one.items() if key in other)


def _overlap(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(weight for key, weight in one.items() if key in other)
    if not shared:
        return 0.0
    return shared / (sum(one.values()) + sum(other.values()) - shared)


def _beginning(one: str, other: str) -> float:
    longest = max(len(one), len(other))
    same = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return same / longest if longest else 0.0


def _is_turned(a: Telling, b: Telling) -> bool:
    return (a.before is not None and a.before == b.after) or (a.after is not None and a.after == b.before)


def _days(one: tuple[Days, ...], other: tuple[Days, ...]) -> tuple[float, float]:
    """Return whether any days of two sentences meet, and whether both have some and none do."""
    if not one or not other:
        return 0.0, 0.0
    meet = any(a[0] <= b[1] and b[0] <= a[1] for a in one for b in other)
    return float(meet), float(not meet)
