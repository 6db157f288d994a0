"""The date that a report's own dateline gives: "ORSK HARBOUR, October 14, 2023 (VNA) - ..."."""

import re

from sayso.read.timex.anchor import Anchor
from sayso.read.timex.builders import BUILDERS
from sayso.read.timex.grammar import match_at
from sayso.read.timex.lexer import Tokens, cut_tokens
from sayso.read.timex.scene import Phrase, Scene

_HEAD = 250  # characters within which a dateline stands
_REACH = 12  # tokens before its date
_CLOSERS = frozenset(("(", "[", "-", "–", "—", "--", ":", "|", "/", ""))
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_dateline(text: str) -> Anchor:
    """The anchor from a full date in the text's first line that a dateline's sign follows; else an empty one."""
    head = text.lstrip()[:_HEAD].partition("\n")[0]
    tokens = cut_tokens(head)
    for start in range(min(_REACH, len(tokens.codes))):
        value = _full_date(tokens, start)
        if value is not None:
            return Anchor.of(value)
    return Anchor()


def _full_date(tokens: Tokens, start: int) -> str | None:
    scene = Scene(tokens, Anchor())
    for match in match_at(tokens.codes, start):
        value = BUILDERS[match.rule.build](Phrase(tokens, match), scene)
        if value is not None:
            closed = tokens.word(match.end) in _CLOSERS
            return value if closed and _FULL.fullmatch(value) else None
    return None
