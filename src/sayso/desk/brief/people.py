"""Who said what: every statement of the story, by speaker and report."""

from sayso.core.ledger import LedgerStatement
from sayso.desk.brief.claims import sort_claims
from sayso.desk.brief.corrections import corrected
from sayso.desk.brief.dates import date_label
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.index import hedges_around, joined
from sayso.desk.brief.model import Said, SaidIn, Speaker
from sayso.desk.brief.pieces import Cite, MarkKind, Ref, Who
from sayso.desk.brief.placing import offices_of, spoken_for
from sayso.desk.labels import word


def speakers(draft: Draft) -> tuple[Speaker, ...]:
    """The story's speakers, those in most reports first. Sources that stand for no known speaker come last."""
    groups: dict[Who | None, list[LedgerStatement]] = {}
    for statement in draft.statements:
        groups.setdefault(draft.index.who(statement.speaker, statement.id), []).append(statement)

    def rank(who: Who | None) -> tuple[bool, int, int, str]:
        said = groups[who]
        is_open = who is None or not who.resolved
        return is_open, -len({s.article for s in said}), -len(said), who.name if who else ""

    claims = _claims_of(draft)
    return tuple(_speaker(who, groups[who], claims, draft) for who in sorted(groups, key=rank))


def content_cites(statement: LedgerStatement, draft: Draft) -> tuple[Cite, ...]:
    """The references to a statement's content; the last span has the way back to it."""
    key = draft.key("S", statement.id)
    who = draft.index.who(statement.speaker, statement.id)
    ref = Ref(key, f"{who.name} {word('act', statement.act)}" if who else word("act", statement.act))
    last = len(statement.content) - 1
    return tuple(
        draft.citer.cite(statement.article, span, MarkKind.CONTENT, ref=ref if n == last else None)
        for n, span in enumerate(statement.content)
    )


def _speaker(
    who: Who | None, statements: list[LedgerStatement], claims: dict[str, list[str]], draft: Draft
) -> Speaker:
    entity = draft.index.entities.get(statements[0].speaker or "")
    by_article: dict[str, list[LedgerStatement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, []).append(statement)
    return Speaker(
        key=draft.key("P", statements[0].speaker or f"words:{who.name if who else ''}"),
        who=who,
        kind=entity.kind if entity else None,
        aliases=tuple(a for a in entity.aliases if a != entity.name) if entity else (),
        reports=tuple(
            SaidIn(draft.key("R", a), draft.index.labels[a], tuple(_said(s, claims, draft) for s in said))
            for a, said in by_article.items()
        ),
        statement_count=len(statements),
        corrected=corrected(entity.corrected if entity else (), draft),
        offices=offices_of(entity),
        speaks_for=spoken_for(entity, draft),
    )


def _said(statement: LedgerStatement, claims: dict[str, list[str]], draft: Draft) -> Said:
    for kind, spans in (
        (MarkKind.SOURCE, statement.source),
        (MarkKind.CUE, statement.cue),
        (MarkKind.VIA, statement.via),
    ):
        for span in spans:
            draft.citer.mark(statement.article, span, kind)
    return Said(
        key=draft.key("S", statement.id),
        form=statement.form,
        act=statement.act,
        source=joined(statement.source),
        cue=joined(statement.cue),
        via=joined(statement.via),
        date=date_label(statement.date.value) if statement.date else None,
        confidence=statement.confidence,
        cites=content_cites(statement, draft),
        claims=tuple(claims.get(statement.id, ())),
        corrected=corrected(statement.corrected, draft),
        addressee=joined(statement.addressee),
        hedges=hedges_around(statement),
        within=_outer(statement, draft),
    )


def _outer(statement: LedgerStatement, draft: Draft) -> str | None:
    outer = draft.index.statements.get(statement.within or "")
    return draft.key("S", outer.id) if outer and outer.article in draft.positions else None


def _claims_of(draft: Draft) -> dict[str, list[str]]:
    """The keys of the claims that each statement is a reading of."""
    found: dict[str, list[str]] = {}
    for claim in sort_claims(draft.claims, draft.positions):
        for statement in dict.fromkeys(r.statement for r in claim.readings if r.statement):
            found.setdefault(statement, []).append(draft.key("C", claim.id))
    return found
