"""Who took part in what a sentence tells of: parties, mediators and delegates, by the words around their names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.collate.processes.lexicon import load_words
from sayso.collate.processes.page import Actor, Page
from sayso.core.reading import EntityKind, Mention
from sayso.core.span import Span
from sayso.read.entities.lexicon import grammar
from sayso.read.phrases.tokens import Tag

_NEAR = 45  # characters from a cue to the first name
_LIST = 220  # characters of a list of names
_VERBAL = (Tag.VERB, Tag.BE, Tag.HAVE, Tag.AUXILIARY)
_SEPARATORS = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[’']s|[^\s\w]")
_BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)
_WITH = re.compile(r"\bwith\b", re.IGNORECASE)
_JOINED = re.compile(
    r"\b([A-Z]\w+)\s?[-–/]\s?([A-Z]\w+)\s+(?:[\w-]+\s+){0,2}"
    r"(?:talks|dialogue|negotiations?|ceasefire|truce|cease-fire|peace|round)\b"
)
_MOST = 8


def find_mediators(page: Page, number: int) -> list[Actor]:
    """Return who is said to mediate in a sentence."""
    sentence, words = page.sentences[number], load_words("", "roles")
    if words.one["not_mediated"].search(sentence.exact):
        return []
    found: list[Actor] = []
    for cue in words.many["mediators_after"]:
        for match in cue.finditer(sentence.exact):
            found += _listed(page, number, sentence.start + match.end())
    for cue in words.many["mediators_before"]:
        for match in cue.finditer(sentence.exact):
            found += page.subject_at(number, sentence.start + match.start())
    for match in words.one["mediators_joined"].finditer(sentence.exact):
        span = Span.of(page.text, sentence.start + match.start(1), sentence.start + match.end(1))
        found.append(_by_name(page, span))
    return _distinct(a for a in found if is_named(a))


def find_delegates(page: Page, number: int) -> list[Actor]:
    """Return the people who are said to take part for a party in a sentence."""
    sentence, words = page.sentences[number], load_words("", "roles")
    found: list[Actor] = []
    for cue in words.many["delegates_after"]:
        for match in cue.finditer(sentence.exact):
            found += _people(page, number, sentence.start + match.end())
    for cue in words.many["delegates_before"]:
        for match in cue.finditer(sentence.exact):
            found += page.subject_at(number, sentence.start + match.start())
    found += _titled(page, sentence)
    return _distinct(a for a in found if a.kind is EntityKind.PERSON and is_named(a))


def find_parties(page: Page, number: int, trigger: Span) -> list[Actor]:
    """Return the two or more whom a sentence names as the parties to what the trigger names; empty without two."""
    sentence = page.sentences[number]
    for found in (_between(page, number), _hyphened(page, sentence), _with_another(page, number, trigger)):
        if len(found) > 1:
            return found
    return _coordinated(page, number)


def is_named(actor: Actor) -> bool:
    """Whether a phrase names somebody in particular: by a proper name, and not "both sides"."""
    words = actor.name.split()
    rest = words[1:] if words and words[0].lower() in grammar().openings else words
    return any(w[:1].isupper() for w in rest) and not is_collective(actor.name)


def is_collective(words: str) -> bool:
    """Whether a phrase stands for several who are named elsewhere: "both sides"."""
    return load_words("", "roles").one["collective"].search(words) is not None


def names_in_order(page: Page, start: int, end: int) -> list[Mention]:
    """Return the outermost mentions that start in a stretch of text."""
    kept: list[Mention] = []
    for mention in page.mentions_in(Span(start, end, "")):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _listed(page: Page, number: int, start: int) -> list[Actor]:
    """Return the names of the list that begins at a position: "Norland and the Republic of Vost"."""
    end = min(page.sentences[number].end, start + _LIST)
    found: list[Actor] = []
    at = start
    for mention in names_in_order(page, start, end):
        gap = page.text[at : mention.span.start]
        if len(gap) > _NEAR or not _joins(gap):
            break
        phrase = _whole(page, number, mention)
        found.append(page.actor_at(phrase))
        at = phrase.end
    return found[:_MOST]


def _whole(page: Page, number: int, mention: Mention) -> Span:
    """Return a mention with the noun that it only modifies: "the Velt government"."""
    clause = page.clause(number)
    last = page.token_at(number, mention.span.end - 1)
    phrase = clause.inside.get(last)
    if phrase is None or phrase.last <= last or clause.tag(last + 1) is not Tag.WORD:
        return mention.span
    return Span.of(page.text, mention.span.start, clause.tokens[phrase.last].end)


def _joins(gap: str) -> bool:
    joins = load_words("", "roles").sets["words_joins"]
    return all(w.lower() in joins or w[:1].isupper() for w in _SEPARATORS.findall(gap))


def _people(page: Page, number: int, start: int) -> list[Actor]:
    """Return the people named from a position to the next verb."""
    clause = page.clause(number)
    first = page.token_at(number, start)
    end = next(
        (t.start for t in clause.tokens[first + 1 :] if t.tag in _VERBAL or t.lower in (";", "who", "which")),
        page.sentences[number].end,
    )
    mentions = names_in_order(page, start, min(end, start + _LIST))
    people = (m for m in mentions if m.kind is EntityKind.PERSON and not page.is_possessor(m))
    return [a for m in people if len((a := page.actor_of(m)).name.split()) > 1 or a.role][:_MOST]


def _titled(page: Page, sentence: Span) -> Iterator[Actor]:
    """Yield people with a negotiator's title right before or right after their names."""
    title = load_words("", "roles").one["delegate_titles"]
    for mention in page.mentions_in(sentence):
        if mention.kind is not EntityKind.PERSON:
            continue
        before = page.text[max(sentence.start, mention.span.start - 60) : mention.span.start]
        after = page.text[mention.span.end : min(sentence.end, mention.span.end + 60)]
        apposed = re.match(r"\s*,\s*([^,.;]{3,50})", after)
        if title.search(re.split(r"[.;]|,\s|\band\b", before)[-1] or before[-2:]) or (
            apposed and title.search(apposed[1])
        ):
            yield page.actor_of(mention)


def _between(page: Page, number: int) -> list[Actor]:
    sentence = page.sentences[number]
    for match in _BETWEEN.finditer(sentence.exact):
        found = _listed(page, number, sentence.start + match.end())
        if len(found) > 1 and all(map(can_be_party, found)):
            return _distinct(found)
    return []


def _hyphened(page: Page, sentence: Span) -> list[Actor]:
    for match in _JOINED.finditer(sentence.exact):
        spans = [
            Span.of(page.text, sentence.start + match.start(i), sentence.start + match.end(i)) for i in (1, 2)
        ]
        found = [_by_name(page, span) for span in spans]
        if all(a.entity for a in found):
            return _distinct(found)
    return []


def _with_another(page: Page, number: int, trigger: Span) -> list[Actor]:
    """Return the subject and whom it talks or agrees with: "held talks with"."""
    sentence = page.sentences[number]
    match = _WITH.match(page.text, trigger.end + 1, sentence.end)
    if match is None or any(
        c.search(sentence.exact) for c in load_words("", "roles").many["mediators_before"]
    ):
        return []
    others = [a for a in _listed(page, number, match.end())[:1] if can_be_party(a)]
    clause = page.clause(number)
    token = page.token_at(number, trigger.start)
    verb = next((i for i in range(token, max(-1, token - 6), -1) if clause.tag(i) is Tag.VERB), None)
    if verb is None or not others:
        return []
    own = [a for a in page.subject_at(number, clause.tokens[verb].start) if can_be_party(a)]
    return _distinct([*own, *others]) if own else []


def _coordinated(page: Page, number: int) -> list[Actor]:
    """Return the first list of two or more that is the subject of a verb: "Norland and Vost agreed"."""
    sentence = page.sentences[number]
    for match in load_words("", "roles").one["envoys"].finditer(sentence.exact):
        found = [a for a in _listed(page, number, sentence.start + match.end()) if can_be_party(a)]
        if len(found) > 1:
            return _distinct(found)
    clause = page.clause(number)
    for token in clause.tokens:
        if token.tag in _VERBAL:
            found = page.subject_at(number, token.start)
            if len(found) > 1 and all(can_be_party(a) for a in found):
                return _distinct(found)
    return []


def can_be_party(actor: Actor) -> bool:
    """Whether what is named can be a party: a country, body or group, and no single person of full name."""
    if not is_named(actor) or actor.entity is None:
        return False
    return actor.kind is not EntityKind.PERSON or len(actor.name.split()) == 1


def _by_name(page: Page, span: Span) -> Actor:
    """Return who bears a name that no mention marks here, as the report has it elsewhere."""
    actor = page.actor_at(span)
    if actor.entity is not None and actor.name == span.exact:
        return actor
    for mention in page.mentions:
        if mention.span.exact == span.exact:
            return replace(page.actor_of(mention), span=span)
    return actor


def _distinct(actors: Sequence[Actor] | Iterator[Actor]) -> list[Actor]:
    """Return each who is named once, by the first words that name them."""
    kept: dict[str, Actor] = {}
    for actor in actors:
        kept.setdefault(actor.entity or actor.name.lower(), actor)
    return list(kept.values())
