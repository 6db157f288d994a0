"""One utterance in the wordings of several reports, collated as an editor collates the witnesses of a text.

The direct quotations of one speaker among a claim's readings are the witnesses; of a mixed one only its longest stretch
within quote marks is. How they are compared stands in ``collation``.
"""

import re
from dataclasses import dataclass

from sayso.core.ledger import Claim, ClaimReading
from sayso.core.reading import Form, Voice
from sayso.core.span import Span
from sayso.desk.brief.claims import reading_cite, sort_claims
from sayso.desk.brief.collation import Wording, align, pick_base, split_words
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.pieces import Cite, Who
from sayso.desk.brief.versions import Quotation, Version

MIN_MIXED_WORDS = 4  # a shorter stretch in quote marks is a phrase, not an utterance

_QUOTED = re.compile(r"[“\"«]([^“”\"«»]+)(?:[”\"»]|\Z)")
_MARKS = ' \t\r\n“”"«»‘'  # not the closing single mark: it may be an apostrophe


@dataclass(frozen=True, slots=True)
class Witness:
    """A wording as one report gives it."""

    article: str
    wording: Wording
    cites: tuple[Cite, ...]


def quotations(draft: Draft) -> tuple[Quotation, ...]:
    """Every utterance of the story that at least two reports quote in different words."""
    found = []
    for claim in sort_claims(draft.claims, draft.positions):
        for who, readings in _by_speaker(claim, draft).items():
            made = _collate(claim, who, readings, draft)
            if made:
                found.append(made)
    return tuple(found)


def _by_speaker(claim: Claim, draft: Draft) -> dict[Who, list[ClaimReading]]:
    found: dict[Who, list[ClaimReading]] = {}
    for reading in claim.readings:
        who = draft.index.who(reading.speaker, reading.statement)
        if who and who.resolved and reading.voice is not Voice.OWN and reading.article in draft.positions:
            found.setdefault(who, []).append(reading)
    return found


def _collate(claim: Claim, who: Who, readings: list[ClaimReading], draft: Draft) -> Quotation | None:
    versions: dict[tuple[str, ...], list[Witness]] = {}
    for group in _by_statement(readings, draft):
        witness = _witness(claim, group, draft)
        if witness:
            versions.setdefault(witness.wording.forms, []).append(witness)
    if len(versions) < 2 or len({w.article for group in versions.values() for w in group}) < 2:
        return None
    base = versions[pick_base({forms: len(group) for forms, group in versions.items()})][0].wording
    made = [_version(base, group, draft) for group in versions.values()]
    if not any(v.is_aligned for v in made if not v.is_base):
        return None  # one claim in other words, not one utterance
    return Quotation(
        key=draft.key("Q", f"{claim.id} {who.name}"),
        claim=draft.key("C", claim.id),
        who=who,
        versions=tuple(sorted(made, key=lambda v: not v.is_base)),
    )


def _by_statement(readings: list[ClaimReading], draft: Draft) -> list[list[ClaimReading]]:
    groups: dict[tuple[str, str | None], list[ClaimReading]] = {}
    for reading in sorted(readings, key=lambda r: (draft.positions[r.article], r.span)):
        groups.setdefault((reading.article, reading.statement), []).append(reading)
    return list(groups.values())


def _witness(claim: Claim, readings: list[ClaimReading], draft: Draft) -> Witness | None:
    statement = draft.index.statements.get(readings[0].statement or "")
    if statement is None or statement.form is Form.INDIRECT:
        return None
    wording = split_words(" ".join(_quoted(r.span, statement.form) for r in readings))
    if not any(wording.forms):
        return None
    cites = tuple(reading_cite(r, draft.key("C", claim.id), draft) for r in readings)
    return Witness(statement.article, wording, cites)


def _quoted(span: Span, form: Form) -> str:
    """The words of a reading that stand in quote marks."""
    if form is Form.DIRECT:
        return span.exact.strip(_MARKS)
    longest = max((m[1] for m in _QUOTED.finditer(span.exact)), key=len, default="")
    return longest if len(longest.split()) >= MIN_MIXED_WORDS else ""


def _version(base: Wording, group: list[Witness], draft: Draft) -> Version:
    wording = group[0].wording
    aligned = align(base, wording)
    return Version(
        labels=tuple(dict.fromkeys(draft.index.labels[w.article] for w in group)),
        runs=aligned.runs,
        is_base=wording.forms == base.forms,
        is_aligned=aligned.variants is not None,
        variants=aligned.variants or (),
        cites=tuple(dict.fromkeys(c for w in group for c in w.cites)),
    )
