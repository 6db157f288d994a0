from sayso.read.timex.builders import BUILDERS
from sayso.read.timex.grammar import load_rules, match_at
from sayso.read.timex.lexer import cut_tokens


def test_every_rule_names_a_function_and_every_function_has_a_rule() -> None:
    assert {rule.build for rule in load_rules()} == set(BUILDERS)


def test_the_longest_match_comes_first() -> None:
    codes = cut_tokens("January 18, 2024").codes
    ends = [match.end for match in match_at(codes, 0)]
    assert ends[0] == len(codes)
    assert ends == sorted(ends, reverse=True)


def test_only_rules_that_can_begin_there_are_tried() -> None:
    codes = cut_tokens("harbour").codes
    assert match_at(codes, 0) == []
