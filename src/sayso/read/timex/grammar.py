"""Compiles ``grammar.yaml`` and finds its rules in a string of codes.

A pattern is parsed once into a regular expression over codes, together with the set of codes it can begin
with, so that at each token only the rules that may match are tried. Patterns hold no unbounded repetition: a
match costs a bounded number of steps, and a text is searched in linear time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.read.timex.lexicon import load_lexicon, load_yaml

_PIECE = re.compile(r"\s*(?:(?P<keep>[a-z]+)=)?(?P<name>[A-Za-z]\w*)|\s*(?P<sign>[()|?!~]|\{\d,\d\})")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the name of the function that gives its value."""

    build: str
    regex: re.Pattern[str]
    names: dict[str, str]  # the regex's group -> the name it is kept under
    first: frozenset[str]  # the codes it can begin with


@dataclass(frozen=True, slots=True)
class Match:
    """A rule found at the tokens ``start`` to ``end`` (half-open), with the tokens kept under each name."""

    rule: Rule
    start: int
    end: int
    kept: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a pattern: its regular expression, the codes it can begin with, whether it can be empty."""

    regex: str
    first: frozenset[str]
    empty: bool


class _Parser:
    """Recursive descent over one pattern."""

    def __init__(self, pattern: str, grammar: dict[str, Any], names: dict[str, str]) -> None:
        self.pieces = _split(pattern)
        self.grammar = grammar
        self.names = names
        self.at = 0

    def parse(self) -> _Part:
        part = self._either()
        if self.at != len(self.pieces):
            raise ValueError(f"grammar.yaml: unbalanced pattern near piece {self.at}: {self.pieces}")
        return part

    def _sign(self) -> str:
        return self.pieces[self.at][2] if self.at < len(self.pieces) else ""

    def _either(self) -> _Part:
        ways = [self._sequence()]
        while self._sign() == "|":
            self.at += 1
            ways.append(self._sequence())
        regex = "|".join(way.regex for way in ways)
        first = frozenset().union(*(way.first for way in ways))
        return _Part(f"(?:{regex})", first, any(way.empty for way in ways))

    def _sequence(self) -> _Part:
        regex, first, empty = "", frozenset[str](), True
        while self.at < len(self.pieces) and self._sign() not in ("|", ")"):
            part = self._repeated()
            regex += part.regex
            first |= part.first if empty else frozenset()
            empty = empty and part.empty
        return _Part(regex, first, empty)

    def _repeated(self) -> _Part:
        part = self._atom()
        sign = self._sign()
        if sign == "?" or sign.startswith("{"):
            self.at += 1
            return _Part(f"(?:{part.regex}){sign}", part.first, part.empty or sign == "?" or sign[1] == "0")
        return part

    def _atom(self) -> _Part:
        keep, name, sign = self.pieces[self.at]
        self.at += 1
        if sign in ("!", "~"):
            inner = self._atom()
            return _Part(f"(?{'<' if sign == '~' else ''}!{inner.regex})", frozenset(), True)
        if sign == "(":
            inner = self._either()
            self.at += 1  # the closing bracket
            return inner
        part = self._named(name)
        if keep:
            group = f"g{len(self.names)}"
            self.names[group] = keep
            return _Part(f"(?P<{group}>{part.regex})", part.first, part.empty)
        return part

    def _named(self, name: str) -> _Part:
        macro = self.grammar["macros"].get(name)
        if macro is not None:
            return _Parser(macro, self.grammar, self.names).parse()
        codes = load_lexicon().codes
        chars = "".join(codes[each] for each in self.grammar["sets"].get(name, [name]))
        return _Part(f"[{re.escape(chars)}]", frozenset(chars), False)


def _split(pattern: str) -> list[tuple[str, str, str]]:
    pieces, at = [], 0
    pattern = pattern.strip()
    while at < len(pattern):
        found = _PIECE.match(pattern, at)
        if found is None:
            raise ValueError(f"grammar.yaml: cannot read {pattern[at:]!r}")
        pieces.append((found["keep"] or "", found["name"] or "", found["sign"] or ""))
        at = found.end()
    return pieces


@cache
def load_rules() -> tuple[Rule, ...]:
    """The grammar's rules, in order."""
    grammar = load_yaml("grammar.yaml")
    return tuple(_compile(rule, grammar) for rule in grammar["rules"])


def _compile(rule: dict[str, str], grammar: dict[str, Any]) -> Rule:
    names: dict[str, str] = {}
    part = _Parser(rule["pattern"], grammar, names).parse()
    if part.empty:
        raise ValueError(f"grammar.yaml: a pattern that can be empty: {rule['pattern']}")
    return Rule(rule["build"], re.compile(part.regex), names, part.first)


@cache
def _rules_by_first() -> dict[str, tuple[Rule, ...]]:
    rules = load_rules()
    chars = frozenset().union(*(rule.first for rule in rules))
    return {char: tuple(rule for rule in rules if char in rule.first) for char in chars}


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(sorted(_rules_by_first()))) + "]")


def find_starts(codes: str) -> Iterator[int]:
    """The tokens at which a rule may begin."""
    return (found.start() for found in _trigger().finditer(codes))


def match_at(codes: str, start: int) -> list[Match]:
    """The rules that match at token ``start``, the longest first."""
    matches = []
    for rule in _rules_by_first().get(codes[start], ()):
        found = rule.regex.match(codes, start)
        if found is not None:
            kept = {name: found.span(group) for group, name in rule.names.items() if found.start(group) >= 0}
            matches.append(Match(rule, start, found.end(), kept))
    return sorted(matches, key=lambda match: -match.end)
