from collections.abc import Callable

import numpy as np

from sayso.collate.stories.events import FEATURES, compare_sketches, measure_events
from sayso.collate.stories.profiles import Profile, profile
from sayso.collate.stories.sketches import make_sketch
from sayso.collate.weights import load_weights
from sayso.core.read_article import ReadArticle

MakeRead = Callable[..., ReadArticle]

FIRE = [
    "A fire gutted the cannery at Brenn overnight. Forty women who pack herring lost their work.",
    "The cannery at Brenn burned down overnight. Forty women who pack herring have no work now.",
    "Overnight a fire took the cannery at Brenn, and with it the work of forty women who pack herring.",
]
TRIAL = [
    "The owner of the cannery at Brenn was jailed for five years. Judge Tove Marl spoke of greed.",
    "Five years in jail for the owner of the cannery at Brenn: Judge Tove Marl spoke of greed on Friday.",
]


def profiles_of(make_read: MakeRead, texts: list[str]) -> list[Profile]:
    return [profile(make_read(str(i), text)) for i, text in enumerate(texts)]


def measure(profiles: list[Profile]) -> dict[str, np.ndarray]:
    sketches = [make_sketch(p) for p in profiles]
    return measure_events(profiles, compare_sketches(sketches, load_weights("affair")))


def test_pairs_of_one_of_two_events_stand_out_from_the_rest(make_read: MakeRead) -> None:
    measured = measure(profiles_of(make_read, FIRE + TRIAL))
    for name in ("lead_in_lead_beyond", "lead_in_text_beyond", "match_beyond"):
        inside = [measured[name][a, b] for a, b in ((0, 1), (0, 2), (1, 2), (3, 4))]
        across = [measured[name][a, b] for a in range(3) for b in (3, 4)]
        assert np.mean(inside) > 0 > np.mean(across)


def test_where_all_are_alike_or_only_two_nothing_stands_out(make_read: MakeRead) -> None:
    for texts in ([FIRE[0]] * 4, [FIRE[0], TRIAL[0]], FIRE[:1]):
        measured = measure(profiles_of(make_read, texts))
        for name in (n for n in FEATURES if n.endswith("_beyond")):
            apart = measured[name][~np.eye(len(texts), dtype=bool)]
            assert np.allclose(apart, 0, atol=1e-6)


def test_measures_are_the_same_both_ways(make_read: MakeRead) -> None:
    measured = measure(profiles_of(make_read, [*FIRE, *TRIAL, ""]))
    assert set(measured) == set(FEATURES)
    for values in measured.values():
        assert np.isfinite(values).all()
        assert np.allclose(values, values.T, atol=1e-6)
