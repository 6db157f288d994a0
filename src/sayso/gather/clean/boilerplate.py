"""Takes out what stands among a report's words and is none of them, and keeps it with the reason.

The rules are data (``boilerplate.yaml``). A rule must match a whole line, or a whole sentence at a
paragraph's edge, or a whole bracket: what merely begins like boilerplate is reporting and stays.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from sayso.core.article import Dropped
from sayso.gather.data import load_yaml

_ONE_SENTENCE = "[^.!?]{0,160}"  # what ~ stands for in a pattern
# Bullets, arrows, asterisks, pictures: whatever is no word, no quotation, no bracket, no tag.
_LEADING_ORNAMENT = re.compile(r"[^\w\"“‘'(\[#＃@©]*")
_TRAILING_ORNAMENT = " \t*|~–—"
# A sentence may be glued to the one before, without a space.
_SENTENCE_START = re.compile(r"[.!?…][\"”’)]*\s*(?=[A-Z])")
_TAGS_AT_END = re.compile(r"(?:\s*[#＃][^\W\d]\w*[,;]?)+$")
_FEW_TAGS = 3
_LINK = "link to another report"
_LONGEST_LISTED = 16  # words of a headline in a list of links
_FIRST_WORD = re.compile(r"[A-Za-z]{1,20}")
_INNER_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?][\"”’)]*\s+[“\"]?[A-Z]")
_EDGES_LOOKED_AT = 3  # sentences from either end
_LONGEST_PIECE = 600  # characters of a line or sentence that may be boilerplate
_WRAPPED_AT_LEAST = 45  # characters
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
    before, is_list = "", False
    for line in text.split("\n"):
        count = len(dropped)
        rest = line if _continues(before, line) else _clean_line(line, rules, dropped)
        if is_list and rest == line and _is_headline(line):
            dropped.append(Dropped(line.strip(), _LINK))
            continue
        if (
            kept
            and any(kept)
            and rest == line
            and _reason(_bare(line), rules.labelled)
            and _is_headline(line)
        ):
            dropped.append(Dropped(line.strip(), _LINK))
            continue
        if line.strip():  # a heading over links makes the lines below it links
            is_list = len(dropped) > count and dropped[-1].reason == _LINK and len(line.split()) <= _FEW_TAGS
        if rest.strip() or not line.strip():
            kept.append(rest)
        before = rest.strip()
    _drop_closing(kept, rules.closing, dropped)
    return "\n".join(kept), tuple(dropped[1:] + dropped[:1] if cut else dropped), cut is not None


def _drop_closing(lines: list[str], rules: tuple["_Rule", ...], dropped: list[Dropped]) -> None:
    """Take off the lines at the very end that a page puts below a report, never the only one."""
    last: list[Dropped] = []
    end = len(lines)
    for at in range(len(lines) - 1, 0, -1):
        line = lines[at].strip()
        if not line:
            continue
        reason = None if line.endswith(".") or len(line) > _LONGEST_BRACKET else _reason(_bare(line), rules)
        if reason is None or not any(before.strip() for before in lines[:at]):
            break
        last.append(Dropped(line, reason))
        end = at
    del lines[end:]
    dropped.extend(reversed(last))


def _is_headline(line: str) -> bool:
    """Whether a line has a headline's length, and neither a sentence's end nor a quotation."""
    words = line.split()
    return _FEW_TAGS <= len(words) <= _LONGEST_LISTED and not re.search(r"[.!:;,…\"“”]$|[“”\"]", line.strip())


def _continues(before: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the line before, in a text that was wrapped at a fixed width."""
    if len(before) < _WRAPPED_AT_LEAST or before[-1] in '.!?:…"”’':
        return False
    return line.lstrip()[:1].islower() or before.isupper()


def _clean_line(line: str, rules: "_Rules", dropped: list[Dropped]) -> str:
    if not line.strip():
        return line
    if len(line) <= _LONGEST_PIECE and (reason := _reason(_bare(line), rules.lines)):
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
    if run is None or len(run[0].split()) < _FEW_TAGS or line[: run.start()].rstrip()[-1:].isalnum():
        return line
    dropped.append(Dropped(run[0].strip(), "hashtags"))
    return line[: run.start()].rstrip()


def _bare(line: str) -> str:
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


def _last_piece(line: str, rules: tuple["_Rule", ...]) -> tuple[int, str] | None:
    """Where boilerplate begins that ends the line, and its reason. The longest piece comes first."""
    base = max(0, len(line) - _LONGEST_PIECE)
    places = [match.end() for match in _SENTENCE_START.finditer(line, base)]
    if base == 0:
        places.insert(0, 0)
    for place in places[-_EDGES_LOOKED_AT:]:
        if (reason := _reason(_strip_ornaments(line[place:]), rules)) and not _is_quoted(line, place):
            return place, reason
    return None


def _first_piece(line: str, rules: tuple["_Rule", ...]) -> tuple[int, str] | None:
    """Where boilerplate ends that begins the line, and its reason."""
    for match in islice(_SENTENCE_START.finditer(line, 0, _LONGEST_PIECE), _EDGES_LOOKED_AT):
        if reason := _reason(_strip_ornaments(line[: match.end()]), rules):
            return match.end(), reason
    return None


def _is_quoted(line: str, place: int) -> bool:
    before = line[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _reason(piece: str, rules: tuple["_Rule", ...]) -> str | None:
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


@dataclass(frozen=True, slots=True)
class _Rule:
    reason: str
    pattern: re.Pattern[str]
    words_at_most: int
    spare: re.Pattern[str] | None  # what makes it reporting all the same
    is_one_sentence: bool
    is_only_at_end: bool
    starts: frozenset[str] | None  # the first words of what it matches, where these are few


@dataclass(frozen=True, slots=True)
class _Rules:
    lines: tuple[_Rule, ...]
    labelled: tuple[_Rule, ...]  # lines that are links where they stand among others
    closing: tuple[_Rule, ...]  # lines at the very end
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
                rule.get("only_at_end", False),
                frozenset(rule["starts"]) if "starts" in rule else None,
            )
            for rule in data[place]
        )

    cut = re.compile(f"(?:{'|'.join(data['cut'])})\\s*\\Z", re.IGNORECASE)
    return _Rules(
        compiled("lines"),
        compiled("labelled"),
        compiled("closing"),
        compiled("edges"),
        compiled("inline"),
        cut,
    )


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(pattern.replace("~", _ONE_SENTENCE) for pattern in patterns), re.IGNORECASE)
