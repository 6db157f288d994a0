"""Camps: for whom people and bodies act, as the words right beside their names say.

"Velt's deputy minister, Pia Orn", "Orn, the Veltish minister," and "Orn of the League" put Orn into a camp; an army or
a government named after a country is in that country's. Only what stands beside the name counts: who is named in the
same sentence proves nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.collate.names import country_code, fold_name, is_demonym_of
from sayso.collate.processes.page import Actor, Page
from sayso.core.ledger import LedgerEntity
from sayso.core.reading import EntityKind, Mention, MentionForm

Camps = Mapping[
    str, frozenset[str]
]  # by ledger entity: the entities of its camp, itself included where it is a body

_BEFORE, _AFTER = 70, 70
_APPOSED = re.compile(
    r"\s*,\s+((?:the\s|an?\s|who\s|whose\s|[A-Z][\w-]+[’']s\s)[^,.;:!?\n]{3,70})"
    r"|\s+of\s+(?:the\s+)?([A-Z][^,.;:!?\n]{1,40})"
)
_STOPS = re.compile(
    r"[.;:!?“”\"()\n—–]|\b(?:and|but|said|says|told|with|by|that|when|after|who|to|from|in|as|because|while|if|for|on|at)\b"
)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_OWNED = re.compile(r"[’']s\s+[\w\s-]+$")
_LEAST = 0.5  # of the times that the body most often beside a name stands there
_POSSESSOR = re.compile(r"^(.{2,40}?)[’']s\s")


def find_camps(pages: Sequence[Page], entities: Sequence[LedgerEntity]) -> Camps:
    """Return the camps of one affair's people and bodies."""
    bodies = {e.id: e for e in entities if _is_body(e)}
    names = {name: own for own, e in bodies.items() for n in (e.name, *e.aliases) if (name := fold_name(n))}
    camps: dict[str, set[str]] = defaultdict(set)
    for own, body in bodies.items():
        camps[own] |= {own, *_owners(body, names)}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for page in pages:
        for mention in page.mentions:
            actor = page.actor_of(mention)
            named = mention.form is not MentionForm.PRONOUN and mention.span.exact[:1].isupper()
            if named and actor.entity and actor.entity not in bodies and mention.kind is EntityKind.PERSON:
                votes[actor.entity].update(set(_beside(page, mention, names)))
    for own, counts in votes.items():
        camps[own] |= {body for body, count in counts.items() if count >= _LEAST * max(counts.values())}
    return {own: frozenset(found) for own, found in camps.items() if found}


def are_camp_mates(one: Actor, other: Actor, camps: Camps) -> bool:
    """Whether two are one, or act for one body."""
    if one.entity is not None and one.entity == other.entity:
        return True
    left = camps.get(one.entity or "", frozenset())
    return bool(left & camps.get(other.entity or "", frozenset()))


def _is_body(entity: LedgerEntity) -> bool:
    """Whether an entity can have people act for it: a country or body, or a name of one word read as a person's."""
    named = entity.name[:1].isupper() or any(w[:1].isupper() for w in entity.name.split())
    return named and (
        entity.kind is not EntityKind.PERSON or (len(entity.name.split()) == 1 and not entity.role)
    )


def _owners(body: LedgerEntity, names: Mapping[str, str]) -> Iterator[str]:
    """Yield whose a body is: "Velt's army", "the Velt government"."""
    for name in (body.name, *body.aliases):
        owner = _POSSESSOR.match(name)
        words = name.split()
        lead = owner[1] if owner else " ".join(words[:-1]) if len(words) > 1 and words[-1].islower() else ""
        if lead and (own := _named(lead.removeprefix("the ").removeprefix("The "), names)):
            yield own


def _beside(page: Page, mention: Mention, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the bodies named in the title before a name or in the apposition after it."""
    before = page.text[max(0, mention.span.start - _BEFORE) : mention.span.start]
    parts = _STOPS.split(before)[-1].split(",")
    title = parts[-1]
    if not title.strip() and len(parts) > 1 and _OWNED.search(parts[-2]):
        title = parts[-2]  # "Velt's minister, Pia Orn"
    after = _APPOSED.match(page.text, mention.span.end, mention.span.end + _AFTER)
    apposed = (after[1] or after[2]) if after else ""
    for part in (title, apposed, _own_title(mention)):
        for word in _WORD.findall(part):
            if word[:1].isupper() and (own := _named(word, names)):
                yield own
        for size in (2, 3, 4):
            tokens = part.replace("’s", "").replace("'s", "").split()
            for at in range(len(tokens) - size + 1):
                if own := names.get(fold_name(" ".join(tokens[at : at + size]))):
                    yield own


def _own_title(mention: Mention) -> str:
    """Return the title within a mention: "Velt's minister Pia Orn"."""
    words = mention.span.exact.split()
    return " ".join(words[:-2])


def _named(word: str, names: Mapping[str, str]) -> str | None:
    """Return the body that a word names or is the demonym of."""
    bare = re.sub(r"[’']s$", "", word)
    folded = fold_name(bare)
    if folded in names:
        return names[folded]
    code = country_code(bare)
    for name, own in names.items():
        if (code is not None and code == country_code(name)) or (
            " " not in name and is_demonym_of(bare, name)
        ):
            return own
    return None
