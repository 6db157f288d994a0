"""Credits: whom a report names as the source of its text, in its byline, its dateline or at its end.

"MARL (NWA) —" before the first words, "(NWA)" or "Source: Northwater Wire" after the last, an agency as the author.
A credit within the report's sentences ("the Courier reported") is a mention; it counts where a passage is shared.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

from sayso.collate.names import fold_name, initials, is_abbreviation
from sayso.core.lineage import Credit, CreditPlace
from sayso.core.reading import Reading
from sayso.core.sentences import paragraph_bounds
from sayso.core.span import Span
from sayso.read.statements.lexicon import channel_words

_OPENING = 3  # paragraphs in which a dateline may stand
_CLOSING = 4
_LONGEST = 200  # characters of a line that is nothing but a credit
_NAME = r"[A-Z][\w&’'.-]*(?: (?:[A-Z&][\w&’'.-]*|of|and|the)){0,6}"
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’/-]{2,40}(?:, ?[^—–():\n]{1,30})? ?\((?P<name>[A-Z][\w&’'. -]{1,40}?)\) ?(?:—|–|-|:)"
)
_IN_BRACKETS = re.compile(rf"[(\[](?P<names>{_NAME}(?:(?:, | and |/){_NAME}){{0,3}})[)\]]\.?$")
_AND = re.compile(r", | and |/")


def find_credits(reading: Reading) -> tuple[Credit, ...]:
    """Return whom the report credits for its text, without the outlet itself, in the order of the text."""
    found = [*_byline(reading), *_datelines(reading.text), *_sign_offs(reading.text)]
    kept: dict[str, Credit] = {}
    for credit in found:
        if not (reading.outlet and is_same_outlet(credit.name, reading.outlet)):
            kept.setdefault(fold_name(credit.name), credit)
    return tuple(kept.values())


def is_same_outlet(name: str, outlet: str) -> bool:
    """Whether a name as written is that of an outlet: in full, its initials, or a telling part of it."""
    short, full = fold_name(name), fold_name(outlet)
    if not short or not full:
        return False
    if short == full or (is_abbreviation(name) and initials(full) == short):
        return True
    if short in _words("hollow"):
        return False
    return full.startswith(short + " ") or full.endswith(" " + short)


def mentions_outlet(text: str, outlet: str | None) -> bool:
    """Whether a text names an outlet: in full, by its initials, or after "the" by the end of its name."""
    pattern = _mention(outlet) if outlet else None
    return pattern is not None and pattern.search(text) is not None


@cache
def _mention(outlet: str) -> re.Pattern[str] | None:
    words = outlet.removeprefix("The ").removeprefix("the ").split()
    if not words or len(outlet) > _LONGEST:
        return None
    forms = [re.escape(" ".join(words))] if len(words) > 1 or len(words[0]) > 3 else []
    if len(words) > 1:
        if len(short := "".join(w[0] for w in words if w[0].isupper())) > 2:
            forms.append(re.escape(short))
        if words[-1].lower() not in _words("hollow"):
            forms.append(rf"(?<=[Tt]he ){re.escape(words[-1])}(?=[ ,.;:’'”])(?! [A-Z])")
        if words[0].lower() not in _words("hollow"):
            forms.append(rf"(?<=to ){re.escape(words[0])}(?=[ ,.;])(?! [A-Z])")
    return re.compile(rf"\b(?:{'|'.join(forms)})\b") if forms else None


def _byline(reading: Reading) -> Iterator[Credit]:
    author = reading.author or ""
    for name in _AND.split(author[:_LONGEST]):
        words = name.lower().split()
        table = channel_words()
        named = bool(words) and (" ".join(words) in table.outlets or words[-1] in table.outlet_words)
        if named or (is_abbreviation(name) and len(name) > 2):
            yield Credit(name, CreditPlace.BYLINE, None)


def _datelines(text: str) -> Iterator[Credit]:
    for start, end in paragraph_bounds(text)[:_OPENING]:
        found = _DATELINE.match(text, start, min(end, start + _LONGEST))
        if found and _is_name(found["name"]):
            yield Credit(found["name"], CreditPlace.DATELINE, Span(*found.span("name"), found["name"]))


def _sign_offs(text: str) -> Iterator[Credit]:
    for start, end in paragraph_bounds(text)[-_CLOSING:]:
        first = max(start, end - _LONGEST)
        bracketed = _IN_BRACKETS.search(text, first, end)
        if bracketed:
            yield from _credited(text, *bracketed.span("names"))
        elif end - start <= _LONGEST:
            line = _sign_off().fullmatch(text, start, end)
            if line:
                yield from _credited(text, *line.span("before" if line["before"] else "after"))


def _credited(text: str, start: int, end: int) -> Iterator[Credit]:
    """Yield a credit for each of the names that stand there, a lead-in within the brackets aside."""
    at = start
    for part in [*_AND.finditer(text, start, end), None]:
        stop = part.start() if part else end
        name = text[at:stop].removeprefix("The ").removeprefix("the ")
        stop -= name.endswith(".")
        name = name.removesuffix(".")
        if _is_name(name):
            yield Credit(name, CreditPlace.SIGN_OFF, Span(stop - len(name), stop, name))
        at = part.end() if part else end


@cache
def _sign_off() -> re.Pattern[str]:
    leads, tails = ("|".join(map(re.escape, sorted(_words(k)))) for k in ("sign_offs", "contributed"))
    names = rf"(?:[Tt]he )?{_NAME}(?:(?:, | and |/){_NAME}){{0,3}}"
    return re.compile(
        rf"[(\[]?(?:(?i:{leads}):? (?P<after>{names})|(?P<before>{names}) (?i:{tails}))[)\]]?\.?\s*"
    )


def _is_name(name: str) -> bool:
    small = name.lower().strip(" .")
    return (
        len(small) > 1
        and small[0].isalpha()
        and not any(w in _words("none") for w in (small, small.split()[0]))
    )


@cache
def _words(kind: str) -> frozenset[str]:
    table: Mapping[str, Sequence[str]] = yaml.safe_load(
        files("sayso.collate.lineage").joinpath("credits.yaml").read_text("utf-8")
    )
    return frozenset(table[kind])
