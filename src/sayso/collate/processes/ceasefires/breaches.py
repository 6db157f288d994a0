"""Breaches of a ceasefire, as somebody claims them or a report tells them, and how ceasefires end."""

import re
from collections.abc import Iterator

from sayso.collate.claims.lexicon import load_lexicon
from sayso.collate.processes.ceasefires.codes import Code
from sayso.collate.processes.ceasefires.mentions import Mention
from sayso.collate.processes.lexicon import load_words
from sayso.collate.processes.page import Actor, Page
from sayso.collate.processes.roles import is_collective
from sayso.collate.words import tokenize
from sayso.core.process import Passage
from sayso.core.reading import Act, Statement
from sayso.core.span import Date, Span

Found = tuple[Actor | None, tuple[Actor, ...], Passage, Date | None, tuple[Passage, ...]]

_BEFORE = 40
_AFTER = 2  # sentences in which an accusation may be denied


def find_breaches(page: Page, number: int) -> Iterator[Found]:
    """Yield the breaches that a sentence tells: who claims it, who is accused, the words, the date, the denials."""
    words = load_words("ceasefires", "lexicon").one
    sentence = page.sentences[number]
    for match in words["breach"].finditer(sentence.exact):
        trigger = Span.of(page.text, sentence.start + match.start(), sentence.start + match.end())
        rest = page.text[trigger.end : sentence.end]
        before = page.text[max(sentence.start, trigger.start - _BEFORE) : trigger.start]
        if not words["breach_object"].match(rest) or words["unreal_breach"].search(before):
            continue
        statement = page.statement_at(trigger)
        passage = page.sentence_passage(number, trigger)
        accused = tuple(a for a in _accused(page, number, trigger) if not is_collective(a.span.exact))
        days = [d for d in page.days_in(passage.span) if d.span.start >= trigger.start][:1]
        yield (
            _claimant(page, statement),
            accused,
            passage,
            days[0] if days else None,
            tuple(_denials(page, number, statement)),
        )
        return


def _claimant(page: Page, statement: Statement | None) -> Actor | None:
    if statement is None or not statement.source:
        return None
    return page.speaker_of(statement)


def _accused(page: Page, number: int, trigger: Span) -> list[Actor]:
    """Return who is said to have broken it: "accused Velt of breaking", or the subject of the verb."""
    sentence = page.sentences[number]
    before = page.text[sentence.start : trigger.start]
    accusing = list(load_words("ceasefires", "lexicon").one["accused"].finditer(before))
    if accusing and " of " in before[accusing[-1].end() :]:
        start = sentence.start + accusing[-1].end()
        end = page.text.index(" of ", start)
        mentions = page.mentions_in(Span(start, end, ""))
        return [page.actor_of(mentions[0])] if mentions else []
    return page.subject_at(number, trigger.start)


def _denials(page: Page, number: int, accusation: Statement | None) -> Iterator[Passage]:
    """Yield the denials right after an accusation that only point at it: "the navy denied the charge"."""
    if accusation is None:
        return
    first, last = page.sentences[number], page.sentences[min(number + _AFTER, len(page.sentences) - 1)]
    for statement in page.reading.statements:
        content = statement.content[0]
        after = first.start <= content.start < last.end and statement is not accusation
        if statement.act is Act.DENY and after and content.start > accusation.content[0].start:
            words = {w.lower() for w in tokenize(content.exact)}
            if words <= load_lexicon().anaphors | load_lexicon().hollow:
                yield page.stated(statement)


def find_ends(page: Page, mention: Mention) -> Iterator[Code]:
    """Yield how a sentence says that a ceasefire ended."""
    lexicon = load_words("ceasefires", "lexicon")
    sentence = page.sentences[mention.number]
    for value, pattern in lexicon.table["ends"].items():
        for match in pattern.finditer(sentence.exact):
            before = sentence.exact[max(0, match.start() - _BEFORE) : match.start()]
            if lexicon.one["unreal_end"].search(before) or not _is_of(page, mention, match):
                continue
            words = Span.of(page.text, sentence.start + match.start(), sentence.start + match.end())
            told = page.sentence_passage(mention.number, words)
            yield Code("ends", value, told)
            return


def _is_of(page: Page, mention: Mention, match: re.Match[str]) -> bool:
    """Whether the words of an ending stand with the noun: it is in them, or before them in the sentence."""
    start = page.sentences[mention.number].start + match.start()
    end = page.sentences[mention.number].start + match.end()
    within = start <= mention.trigger.start and mention.trigger.end <= end
    return within or mention.trigger.end <= start or 0 <= mention.trigger.start - end <= _BEFORE // 2
