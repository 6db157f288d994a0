"""Takes out what stands among a report's words and is none of them, and keeps it with the reason.

The rules are data (``boilerplate.yaml``). A rule must match a whole line, or a whole sentence at a
paragraph's edge, or a whole bracket: what merely begins like boilerplate is reporting and stays.
"""

import re

from sayso.core.article import Dropped
from sayso.gather.clean.line import FEW_TAGS, LINK, LONGEST_BRACKET, bare, drop_in_line
from sayso.gather.clean.rules import Rule, find_reason, load_rules

_LONGEST_LISTED = 16  # words of a headline in a list of links
_WRAPPED_AT_LEAST = 45  # characters


def drop_boilerplate(text: str) -> tuple[str, tuple[Dropped, ...], bool]:
    """The text without boilerplate, what was taken out, and whether the text says it goes on elsewhere."""
    rules = load_rules()
    kept: list[str] = []
    dropped: list[Dropped] = []
    cut = rules.cut.search(text, max(0, len(text) - LONGEST_BRACKET))
    if cut is not None:
        text = text[: cut.start()]
        dropped.append(Dropped(cut[0].strip(), "the text says that it goes on elsewhere"))
    before, is_list = "", False
    for line in text.split("\n"):
        count = len(dropped)
        rest = line if _continues(before, line) else drop_in_line(line, rules, dropped)
        if is_list and rest == line and _is_headline(line):
            dropped.append(Dropped(line.strip(), LINK))
            continue
        if (
            kept
            and any(kept)
            and rest == line
            and find_reason(bare(line), rules.labelled)
            and _is_headline(line)
        ):
            dropped.append(Dropped(line.strip(), LINK))
            continue
        if line.strip():  # a heading over links makes the lines below it links
            is_list = len(dropped) > count and dropped[-1].reason == LINK and len(line.split()) <= FEW_TAGS
        if rest.strip() or not line.strip():
            kept.append(rest)
        before = rest.strip()
    _drop_closing(kept, rules.closing, dropped)
    return "\n".join(kept), tuple(dropped[1:] + dropped[:1] if cut else dropped), cut is not None


def _drop_closing(lines: list[str], rules: tuple[Rule, ...], dropped: list[Dropped]) -> None:
    """Take off the lines at the very end that a page puts below a report, never the only one."""
    last: list[Dropped] = []
    end = len(lines)
    for at in range(len(lines) - 1, 0, -1):
        line = lines[at].strip()
        if not line:
            continue
        reason = None if line.endswith(".") or len(line) > LONGEST_BRACKET else find_reason(bare(line), rules)
        if reason is None or not any(before.strip() for before in lines[:at]):
            break
        last.append(Dropped(line, reason))
        end = at
    del lines[end:]
    dropped.extend(reversed(last))


def _is_headline(line: str) -> bool:
    """Whether a line has a headline's length, and neither a sentence's end nor a quotation."""
    words = line.split()
    return FEW_TAGS <= len(words) <= _LONGEST_LISTED and not re.search(r"[.!:;,…\"“”]$|[“”\"]", line.strip())


def _continues(before: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the line before, in a text that was wrapped at a fixed width."""
    if len(before) < _WRAPPED_AT_LEAST or before[-1] in '.!?:…"”’':
        return False
    return line.lstrip()[:1].islower() or before.isupper()
