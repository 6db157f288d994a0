"""How talks went, as each voice tells it: coded where the words fit a kind, else the words alone."""

import re
from collections.abc import Iterator, Sequence

from sayso.collate.processes.lexicon import load_words
from sayso.collate.processes.page import Page
from sayso.collate.processes.talks.mentions import Mention
from sayso.core.process import Outcome, OutcomeTold, Passage
from sayso.core.span import Span

_SUBJECT = re.compile(
    r"^\W*(?:(?:that|the|a|an|this|these|those|three|two|four|five|friday’s|their|his|her|today’s|[\w’']+’s)\s+)*"
    r"(?:[\w-]+\s+){0,3}?(?:talks|meeting|round|negotiations?|dialogue|outcome|session)\b",
    re.IGNORECASE,
)


def find_outcomes(page: Page, number: int, told: Sequence[Mention]) -> list[OutcomeTold]:
    """Return what a sentence tells of how talks went; ``told`` are the mentions of talks in it."""
    return list(dict.fromkeys(_outcomes(page, number, told)))


def _outcomes(page: Page, number: int, told: Sequence[Mention]) -> Iterator[OutcomeTold]:
    for passage in _voices(page, number):
        if any(passage.span.contains(m.trigger) for m in told):
            if found := _kind(passage.span.exact):
                yield OutcomeTold(found, passage)
        elif passage.statement is not None and _speaks_of_talks(page, page.sentences[number], passage):
            yield OutcomeTold(_kind(passage.span.exact), passage)
    for mention in told:
        if page.statement_at(mention.trigger) is None and (found := _kind(mention.clause.exact)):
            yield OutcomeTold(found, page.passage(mention.clause))


def _voices(page: Page, number: int) -> list[Passage]:
    """Return the parts of a sentence that somebody is said to say."""
    sentence = page.sentences[number]
    said = [
        Span.of(page.text, max(c.start, sentence.start), min(c.end, sentence.end))
        for s in page.reading.statements
        for c in s.content
        if c.overlaps(sentence) and page.text[max(c.start, sentence.start) : min(c.end, sentence.end)].strip()
    ]
    return [page.passage(span) for span in sorted(set(said)) if len(span.exact.split()) > 1]


def _kind(words: str) -> Outcome | None:
    """Return the first kind that fits words about talks."""
    lexicon = load_words("talks", "lexicon")
    if lexicon.one["no_outcome"].search(words) and not lexicon.table["outcomes"]["none"].search(words):
        kinds = [
            k for k in ("cancelled", "postponed", "adjourned") if lexicon.table["outcomes"][k].search(words)
        ]
        return Outcome(kinds[0]) if kinds else None
    for kind, pattern in lexicon.table["outcomes"].items():
        if pattern.search(words):
            return Outcome(kind)
    return None


def _speaks_of_talks(page: Page, sentence: Span, passage: Passage) -> bool:
    """Whether what is said is about the talks: they are its subject, or the cue calls them something."""
    words = load_words("talks", "lexicon").one
    subject = _SUBJECT.match(passage.span.exact)
    if subject is None or words["unreal_before"].search(
        passage.span.exact[: subject.end()].rpartition(" ")[0] + " "
    ):
        return False
    cue = page.text[max(sentence.start, passage.span.start - 40) : passage.span.start]
    rest = passage.span.exact[subject.end() :]
    return words["told_verb"].search(rest) is not None or words["calls"].search(cue) is not None
