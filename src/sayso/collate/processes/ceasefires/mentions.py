"""Mentions of ceasefires: where a report speaks of one that was declared or agreed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.collate.processes.lexicon import load_words
from sayso.collate.processes.page import Page, cut_clauses
from sayso.core.span import Span

_BEFORE = 90  # characters before the noun that tell whether there is one


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a report speaks of a ceasefire."""

    number: int  # of the sentence
    trigger: Span
    clause: Span
    is_indefinite: bool  # "a truce": it is new to the reader


def find_mentions(page: Page) -> list[Mention]:
    """Return the mentions in order, one a sentence at most; none where the report names no ceasefire."""
    if not load_words("ceasefires", "lexicon").one["setting"].search(page.text):
        return []
    found = (next(_in_sentence(page, number), None) for number in range(len(page.sentences)))
    return [mention for mention in found if mention is not None]


def _in_sentence(page: Page, number: int) -> Iterator[Mention]:
    words = load_words("ceasefires", "lexicon").one
    for clause in cut_clauses(page, page.sentences[number]):
        for match in re.finditer(
            rf"\b{words['noun'].pattern}\b|{words['verb'].pattern}", clause.exact, re.IGNORECASE
        ):
            trigger = Span.of(page.text, clause.start + match.start(), clause.start + match.end())
            before = page.text[max(page.sentences[number].start, trigger.start - _BEFORE) : trigger.start]
            if is_real(before, page.text[trigger.end : trigger.end + 30]):
                is_new = words["indefinite"].search(before) is not None or trigger.exact.lower().startswith(
                    "a "
                )
                yield Mention(number, trigger, clause, is_new)


def is_real(before: str, after: str) -> bool:
    """Whether the words around the noun speak of a ceasefire that there is or was."""
    words = load_words("ceasefires", "lexicon").one
    if words["unreal_after"].match(after):
        return False
    if words["real_before"].search(before):
        return not words["failed"].search(before)
    return words["unreal_before"].search(before) is None
