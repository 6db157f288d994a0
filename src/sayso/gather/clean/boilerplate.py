"""Takes out what stands among a report's words and is none of them, and keeps it with the reason.

The rules are data (``boilerplate.yaml``). A rule must match a whole line, or a whole sentence at a
paragraph's edge, or a whole bracket: what merely begins like boilerplate is reporting and stays.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.core.article import Dropped
from sayso.gather.data import load_yaml

_ONE_SENTENCE = "[^.!?]{0,160}"  # what ~ stands for in a pattern
_ORNAMENT = " \t*_•·●▪►▶▸→➡👉🔴📌»|~–—-"
_SENTENCE_START = re.compile(r"(?<=[.!?…])[\"”’)]*\s*(?=[A-Z#＃])|\s(?=[#＃])")
_INNER_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?][\"”’)]*\s+[“\"]?[A-Z]")
_EDGES_LOOKED_AT = 4  # sentences from either end
_LONGEST_PIECE = 600  # characters of a line or sentence that may be boilerplate
_LONGEST_BRACKET = 220
_BRACKET = re.compile(rf"\s?[(\[]([^()\[\]\n]{{4,{_LONGEST_BRACKET}}})[)\]]")
_LINK_START = re.compile(r"(?:also |must )?(?:read|see|watch)(?: more| also)?\s?[:|]\s?", re.IGNORECASE)
# Where a headline was glued to the sentence after it: "... talks stalledThe two countries met again".
_GLUE = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]*\s+[a-z“\"])")
_MOST_HEADLINE_WORDS = 25
_LEAST_SENTENCE_WORDS = 8


def drop_boilerplate(text: str) -> tuple[str, tuple[Dropped, ...], bool]:
    """The text without boilerplate, what was taken out, and whether the text says it goes on elsewhere."""
    rules = _rules()
    kept: list[str] = []
    dropped: list[Dropped] = []
    cut = rules.cut.search(text, max(0, len(text) - _LONGEST_BRACKET))
    if cut is not None:
        text = text[: cut.start()]
        dropped.append(Dropped(cut[0].strip(), "the text says that it goes on elsewhere"))
    for line in text.split("\n"):
        rest = _clean_line(line, rules, dropped)
        if rest.strip() or not line.strip():
            kept.append(rest)
    return "\n".join(kept), tuple(dropped[1:] + dropped[:1] if cut else dropped), cut is not None


def _clean_line(line: str, rules: "_Rules", dropped: list[Dropped]) -> str:
    if not line.strip():
        return line
    if len(line) <= _LONGEST_PIECE and (reason := _reason(line.strip(_ORNAMENT), rules.lines)):
        dropped.append(Dropped(line.strip(), reason))
        return ""
    line = _drop_glued_link(line, dropped)
    line = _drop_brackets(line, rules.inline, dropped)
    return _drop_edges(line, rules.edges, dropped)


def _drop_glued_link(line: str, dropped: list[Dropped]) -> str:
    """The sentences after a link's headline that no line break parts from it, where the seam is plain."""
    start = _LINK_START.match(line.lstrip(_ORNAMENT))
    seams = list(_GLUE.finditer(line[:_LONGEST_PIECE])) if start else []
    if len(seams) != 1:
        return line
    headline, rest = line[: seams[0].start()], line[seams[0].start() :]
    if len(headline.split()) > _MOST_HEADLINE_WORDS or len(rest.split()) < _LEAST_SENTENCE_WORDS:
        return line
    dropped.append(Dropped(headline.strip(), "link to another report"))
    return rest


def _drop_brackets(line: str, rules: tuple["_Rule", ...], dropped: list[Dropped]) -> str:
    if "(" not in line and "[" not in line:
        return line

    def judge(match: re.Match[str]) -> str:
        reason = _reason(match[1].strip(), rules)
        if reason is None:
            return match[0]
        dropped.append(Dropped(match[0].strip(), reason))
        return ""

    return _BRACKET.sub(judge, line)


def _drop_edges(line: str, rules: tuple["_Rule", ...], dropped: list[Dropped]) -> str:
    """The paragraph without the boilerplate sentences at its end and its beginning."""
    last: list[Dropped] = []
    while found := next(_edge_pieces(line, rules, at_end=True), None):
        line, piece = line[: found[0]].rstrip(), line[found[0] :]
        last.append(Dropped(piece.strip(), found[1]))
    while found := next(_edge_pieces(line, rules, at_end=False), None):
        piece, line = line[: found[0]], line[found[0] :].lstrip()
        dropped.append(Dropped(piece.strip(), found[1]))
    dropped.extend(reversed(last))
    return line


def _edge_pieces(line: str, rules: tuple["_Rule", ...], *, at_end: bool) -> Iterator[tuple[int, str]]:
    """Where to cut the line, and why: at its end boilerplate lies beyond the place, else before it."""
    base = max(0, len(line) - 2 * _LONGEST_PIECE) if at_end else 0
    window = line[base : base + 2 * _LONGEST_PIECE]
    places = [base + match.end() for match in _SENTENCE_START.finditer(window)]
    if at_end:
        places = ([0] if base == 0 and line.strip() else []) + places
        nearest = places[-_EDGES_LOOKED_AT:]
    else:
        nearest = places[:_EDGES_LOOKED_AT]
    for place in nearest:
        piece = line[place:] if at_end else line[:place]
        is_short = 0 < len(piece) <= _LONGEST_PIECE
        if (
            is_short
            and (reason := _reason(piece.strip(_ORNAMENT), rules))
            and not _is_quoted(line, place if at_end else 0)
        ):
            yield place, reason


def _is_quoted(line: str, place: int) -> bool:
    before = line[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _reason(piece: str, rules: tuple["_Rule", ...]) -> str | None:
    count_words = piece.count(" ") + 1
    bare = piece[:-1] if piece.endswith((".", "!")) else piece
    for rule in rules:
        if count_words <= rule.words_at_most and rule.pattern.fullmatch(bare):
            is_spared = (rule.spare is not None and rule.spare.search(piece)) or (
                rule.is_one_sentence and _INNER_SENTENCE.search(piece)
            )
            if not is_spared:
                return rule.reason
    return None


@dataclass(frozen=True, slots=True)
class _Rule:
    reason: str
    pattern: re.Pattern[str]
    words_at_most: int
    spare: re.Pattern[str] | None  # what makes it reporting all the same
    is_one_sentence: bool


@dataclass(frozen=True, slots=True)
class _Rules:
    lines: tuple[_Rule, ...]
    edges: tuple[_Rule, ...]
    inline: tuple[_Rule, ...]
    cut: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = load_yaml("sayso.gather.clean", "boilerplate.yaml")
    spare = re.compile(data["spare"], re.IGNORECASE)

    def compiled(place: str) -> tuple[_Rule, ...]:
        return tuple(
            _Rule(
                rule["reason"],
                _any_of(rule["patterns"]),
                rule.get("words", data["words_at_most"]),
                spare if rule.get("spares", True) else None,
                rule.get("one_sentence", False),
            )
            for rule in data[place]
        )

    cut = re.compile(f"(?:{'|'.join(data['cut'])})\\s*\\Z", re.IGNORECASE)
    return _Rules(compiled("lines"), compiled("edges"), compiled("inline"), cut)


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(pattern.replace("~", _ONE_SENTENCE) for pattern in patterns), re.IGNORECASE)
