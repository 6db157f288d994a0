import numpy as np

from sayso.collate.claims.cluster import group_units
from sayso.collate.claims.units import Unit
from sayso.collate.weights import load_weights
from sayso.core.span import Span


def _unit(article: str, start: int) -> Unit:
    span = Span(start, start + 1, "x")
    return Unit(article, start, span, None, None, np.ones(2, np.float32), ())


def test_a_chain_does_not_join_two_sentences_of_one_report() -> None:
    units = [_unit("a", 0), _unit("a", 9), _unit("b", 0)]
    unlike = load_weights("claims")["own_cut"] - 0.5
    groups = group_units(units, {(0, 2): 4.0, (1, 2): 3.0, (0, 1): unlike})
    assert groups == [(0, 2), (1,)]


def test_a_sentence_said_twice_is_joined() -> None:
    units = [_unit("a", 0), _unit("a", 9), _unit("b", 0)]
    assert group_units(units, {(0, 2): 4.0, (1, 2): 3.0, (0, 1): 3.0}) == [(0, 1, 2)]


def test_two_alone_must_be_more_alike_than_one_and_a_group() -> None:
    settings = load_weights("claims")
    between = (settings["cut"] + settings["two_cut"]) / 2
    alone = [_unit("a", 0), _unit("b", 0)]
    assert group_units(alone, {(0, 1): settings["two_cut"] + 0.1}) == [(0, 1)]
    if settings["cut"] < settings["two_cut"]:
        assert group_units(alone, {(0, 1): between}) == [(0,), (1,)]
    three = [*alone, _unit("c", 0)]
    assert group_units(three, {(0, 1): 4.0, (0, 2): between, (1, 2): between}) == [(0, 1, 2)]


def test_two_of_one_report_that_nobody_else_tells_are_seldom_one() -> None:
    settings = load_weights("claims")
    units = [_unit("a", 0), _unit("a", 9)]
    assert group_units(units, {(0, 1): settings["two_own_cut"] - 0.1}) == [(0,), (1,)]
    assert group_units(units, {(0, 1): max(settings["cut"], settings["two_own_cut"]) + 0.1}) == [(0, 1)]
