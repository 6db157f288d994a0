"""Boilerplate within one line: all of it, a bracket, a sentence at either edge, a link glued to it, hashtags."""

import re
from itertools import islice

from sayso.core.article import Dropped
from sayso.gather.clean.rules import Rule, Rules, find_reason

LINK = "link to another report"
FEW_TAGS = 3
LONGEST_BRACKET = 220
# Bullets, arrows, asterisks, pictures: whatever is no word, no quotation, no bracket, no tag.
_LEADING_ORNAMENT = re.compile(r"[^\w\"“‘'(\[#＃@©]*")
_TRAILING_ORNAMENT = " \t*|~–—→▸►▶➔➤"
# A sentence may be glued to the one before, without a space.
_SENTENCE_START = re.compile(r"[.!?…][\"”’)]*\s*(?=[A-Z])")
_TAGS_AT_END = re.compile(r"(?:\s*[#＃][^\W\d]\w*[,;]?)+$")
_EDGES_LOOKED_AT = 3  # sentences from either end
_LONGEST_PIECE = 600  # characters of a line or sentence that may be boilerplate
_BRACKET = re.compile(rf"\s?[(\[]([^()\[\]\n]{{4,{LONGEST_BRACKET}}})[)\]]")
_LINK_START = re.compile(r"(?:also |must )?(?:read|see|watch)(?: more| also)?\s?[:|]\s?", re.IGNORECASE)
# Where a headline was glued to the sentence after it: "... talks stalledThe two countries met again".
_GLUE = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]*\s+[a-z“\"])")
_MOST_HEADLINE_WORDS = 25
_LEAST_SENTENCE_WORDS = 8


def drop_in_line(line: str, rules: Rules, dropped: list[Dropped]) -> str:
    """The line without its boilerplate, which is added to ``dropped``."""
    if not line.strip():
        return line
    if len(line) <= _LONGEST_PIECE and (reason := find_reason(bare(line), rules.lines)):
        dropped.append(Dropped(line.strip(), reason))
        return ""
    line = _drop_glued_link(line, dropped)
    line = _drop_brackets(line, rules.inline, dropped)
    line = _drop_edges(line, rules.edges, dropped)
    return _drop_tags(line, dropped)


def _drop_tags(line: str, dropped: list[Dropped]) -> str:
    """The paragraph without a run of hashtags after its last sentence; one within a sentence is part of it."""
    run = (
        _TAGS_AT_END.search(line, max(0, len(line) - _LONGEST_PIECE)) if "#" in line or "＃" in line else None
    )
    if run is None or len(run[0].split()) < FEW_TAGS or line[: run.start()].rstrip()[-1:].isalnum():
        return line
    dropped.append(Dropped(run[0].strip(), "hashtags"))
    return line[: run.start()].rstrip()


def bare(line: str) -> str:
    """The line without ornaments, nor brackets around all of it."""
    line = _strip_ornaments(line)
    return line[1:-1] if (line[:1], line[-1:]) in {("(", ")"), ("[", "]")} else line


def _strip_ornaments(piece: str) -> str:
    start = _LEADING_ORNAMENT.match(piece)
    return piece[start.end() if start else 0 :].rstrip(_TRAILING_ORNAMENT)


def _drop_glued_link(line: str, dropped: list[Dropped]) -> str:
    """The sentences after a link's headline that no line break parts from it, where the seam is plain."""
    start = _LINK_START.match(_strip_ornaments(line[:_LONGEST_PIECE]))
    seams = list(_GLUE.finditer(line[:_LONGEST_PIECE])) if start else []
    if len(seams) != 1:
        return line
    headline, rest = line[: seams[0].start()], line[seams[0].start() :]
    if len(headline.split()) > _MOST_HEADLINE_WORDS or len(rest.split()) < _LEAST_SENTENCE_WORDS:
        return line
    dropped.append(Dropped(headline.strip(), LINK))
    return rest


def _drop_brackets(line: str, rules: tuple[Rule, ...], dropped: list[Dropped]) -> str:
    if "(" not in line and "[" not in line:
        return line

    def judge(match: re.Match[str]) -> str:
        reason = find_reason(match[1].strip(), rules)
        if reason is None:
            return match[0]
        dropped.append(Dropped(match[0].strip(), reason))
        return ""

    return _BRACKET.sub(judge, line)


def _drop_edges(line: str, rules: tuple[Rule, ...], dropped: list[Dropped]) -> str:
    """The paragraph without the boilerplate sentences at its end and its beginning."""
    last: list[Dropped] = []
    while line and (found := _last_piece(line, rules)):
        place, reason = found
        last.append(Dropped(line[place:].strip(), reason))
        line = line[:place].rstrip()
    leading = tuple(rule for rule in rules if not rule.is_only_at_end)
    while line and (found := _first_piece(line, leading)):
        place, reason = found
        dropped.append(Dropped(line[:place].strip(), reason))
        line = line[place:].lstrip()
    dropped.extend(reversed(last))
    return line


def _last_piece(line: str, rules: tuple[Rule, ...]) -> tuple[int, str] | None:
    """Where boilerplate begins that ends the line, and its reason. The longest piece comes first."""
    base = max(0, len(line) - _LONGEST_PIECE)
    places = [match.end() for match in _SENTENCE_START.finditer(line, base)]
    if base == 0:
        places.insert(0, 0)
    for place in places[-_EDGES_LOOKED_AT:]:
        if (reason := find_reason(_strip_ornaments(line[place:]), rules)) and not _is_quoted(line, place):
            return place, reason
    return None


def _first_piece(line: str, rules: tuple[Rule, ...]) -> tuple[int, str] | None:
    """Where boilerplate ends that begins the line, and its reason."""
    for match in islice(_SENTENCE_START.finditer(line, 0, _LONGEST_PIECE), _EDGES_LOOKED_AT):
        if reason := find_reason(_strip_ornaments(line[: match.end()]), rules):
            return match.end(), reason
    return None


def _is_quoted(line: str, place: int) -> bool:
    before = line[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
