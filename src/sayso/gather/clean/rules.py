"""The rules of what is boilerplate, and whether a piece of text is some by one of them."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.gather.data import load_yaml

_ONE_SENTENCE = "[^.!?]{0,160}"  # what ~ stands for in a pattern
_FIRST_WORD = re.compile(r"[A-Za-z]{1,20}")
_INNER_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?][\"”’)]*\s+[“\"]?[A-Z]")


@dataclass(frozen=True, slots=True)
class Rule:
    """What makes a piece of text boilerplate, for one reason."""

    reason: str
    pattern: re.Pattern[str]
    words_at_most: int
    spare: re.Pattern[str] | None  # what makes it reporting all the same
    is_one_sentence: bool
    is_only_at_end: bool
    starts: frozenset[str] | None  # the first words of what it matches, where these are few


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules by where a piece stands."""

    lines: tuple[Rule, ...]
    labelled: tuple[Rule, ...]  # lines that are links where they stand among others
    closing: tuple[Rule, ...]  # lines at the very end
    edges: tuple[Rule, ...]
    inline: tuple[Rule, ...]
    cut: re.Pattern[str]


@cache
def load_rules() -> Rules:
    """Read the rules once."""
    data = load_yaml("sayso.gather.clean", "boilerplate.yaml")
    spare = re.compile(data["spare"], re.IGNORECASE)

    def compiled(place: str) -> tuple[Rule, ...]:
        return tuple(
            Rule(
                rule["reason"],
                _any_of(rule["patterns"]),
                rule.get("words", data["words_at_most"]),
                spare if rule.get("spares", True) else None,
                rule.get("one_sentence", False),
                rule.get("only_at_end", False),
                frozenset(rule["starts"]) if "starts" in rule else None,
            )
            for rule in data[place]
        )

    cut = re.compile(f"(?:{'|'.join(data['cut'])})\\s*\\Z", re.IGNORECASE)
    return Rules(
        compiled("lines"),
        compiled("labelled"),
        compiled("closing"),
        compiled("edges"),
        compiled("inline"),
        cut,
    )


def find_reason(piece: str, rules: tuple[Rule, ...]) -> str | None:
    """The reason for which a piece is boilerplate, by the first rule that matches all of it; None where it is none."""
    count_words = piece.count(" ") + 1
    bare = piece[:-1] if piece.endswith((".", "!")) else piece
    first = _FIRST_WORD.match(piece)
    word = first[0].lower() if first else ""
    for rule in rules:
        if rule.starts is not None and word not in rule.starts:
            continue
        if count_words <= rule.words_at_most and rule.pattern.fullmatch(bare):
            is_spared = (rule.spare is not None and rule.spare.search(piece)) or (
                rule.is_one_sentence and _INNER_SENTENCE.search(piece)
            )
            if not is_spared:
                return rule.reason
    return None


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(pattern.replace("~", _ONE_SENTENCE) for pattern in patterns), re.IGNORECASE)
