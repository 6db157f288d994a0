"""The statements of a reading as the ledger has them, each an utterance that can be pointed at by itself.

1. A quotation that its tag cuts between two sentences ("“Never,” she said. “We will appeal.”") is one attribution to
   the reader, as PolNeAR marks it, and two statements of the ledger: reports quote the one without the other. Both
   keep source and cue.
2. A sentence in which a speaker goes on without a new "he said" is a statement without source and cue where the
   reader is sure of it and knows who goes on (``Proposition.told``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act, Form, Proposition, Reading, Statement
from sayso.core.span import Span

SURE = 0.7  # how likely a sentence must be somebody's word to be a statement
MARKS = "“”‘’\"'`«» \t\n"
STOPS = frozenset(".!?…")
QUOTES = frozenset('“”"«»')


def unfold(read: ReadArticle) -> ReadArticle:
    """The report with its statements unfolded, propositions and events tied to the parts that hold them.

    Ids stay where nothing is cut off; what is cut off gets its statement's with a number ("s3.2"). Unfolding again
    changes nothing.
    """
    reading = read.reading
    parts = {s.id: made for s in reading.statements if len(made := _parts(reading.text, s)) > 1}
    going = [*_going_on(reading)]
    if not parts and not going:
        return read
    statements = [part for s in reading.statements for part in parts.get(s.id, (s,))]
    return replace(
        read,
        reading=replace(
            reading,
            statements=(*(_within(s, parts) for s in statements), *going),
            propositions=tuple(
                replace(p, statement=_holder(p.statement, p.span, parts)) for p in reading.propositions
            ),
            events=tuple(
                replace(e, statement=_holder(e.statement, e.trigger, parts)) for e in reading.events
            ),
        ),
    )


Parts = dict[str, list[Statement]]


def _parts(text: str, statement: Statement) -> list[Statement]:
    groups = [*_groups(text, statement.content)]
    ids = [statement.id, *(f"{statement.id}.{n}" for n in range(2, len(groups) + 1))]
    return [_part(statement, own, group) for own, group in zip(ids, groups, strict=True)]


def _groups(text: str, content: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """The content's spans, those of one sentence together."""
    group: list[Span] = []
    for span in content:
        if group and _begins_sentence(text, group[-1], span):
            yield tuple(group)
            group = []
        group.append(span)
    yield tuple(group)


def _begins_sentence(text: str, before: Span, span: Span) -> bool:
    """Whether a quotation begins a sentence, the words between it and what was said before having ended one."""
    between = text[before.end : span.start].strip(MARKS) or before.exact.strip(MARKS)
    words = span.exact.strip(MARKS)
    return span.exact[:1] in QUOTES and between[-1:] in STOPS and words[:1].isupper()


def _part(statement: Statement, own: str, group: tuple[Span, ...]) -> Statement:
    if len(group) == len(statement.content):
        return statement
    hedges = tuple(h for h in statement.hedges if _is_held(h, group) or not _is_held(h, statement.content))
    return replace(statement, id=own, content=group, form=_form(statement.form, group), hedges=hedges)


def _form(form: Form, group: Sequence[Span]) -> Form:
    """Whether a part is quoted, reported, or both."""
    if form is not Form.MIXED:
        return form
    quoted = [span.exact[:1] in QUOTES and span.exact[-1:] in QUOTES for span in group]
    if all(quoted):
        return Form.DIRECT
    return Form.MIXED if any(quoted) or any(QUOTES & set(span.exact) for span in group) else Form.INDIRECT


def _is_held(span: Span, content: Sequence[Span]) -> bool:
    return any(part.contains(span) for part in content)


def _holder(own: str | None, span: Span, parts: Parts) -> str | None:
    """The id of the part of a statement that holds a span."""
    held = (part.id for part in parts.get(own or "", ()) if _is_held(span, part.content))
    return next(held, own)


def _within(statement: Statement, parts: Parts) -> Statement:
    """The statement, told within that part of another which holds its cue."""
    if not statement.cue or statement.within not in parts:
        return statement
    return replace(statement, within=_holder(statement.within, statement.cue[0], parts))


def _going_on(reading: Reading) -> Iterator[Statement]:
    """A statement for each sentence in which a known speaker goes on, with how likely that is for its confidence."""
    known = {s.id for s in reading.statements}
    for number, proposition in enumerate(reading.propositions, start=1):
        own = f"p{number}"
        if own not in known and _goes_on(proposition):
            yield _made(own, proposition)


def _goes_on(proposition: Proposition) -> bool:
    return proposition.statement is None and proposition.speaker is not None and proposition.told >= SURE


def _made(own: str, proposition: Proposition) -> Statement:
    span = proposition.span
    return Statement(
        id=own,
        form=Form.MIXED if QUOTES & set(span.exact) else Form.INDIRECT,
        source=(),
        cue=(),
        content=(span,),
        speaker=proposition.speaker,
        via=(),
        act=Act.ASSERT,
        date=None,
        confidence=proposition.told,
    )
