"""Pieces of text as a terminal shows them: a symbol and a word beside every colour, foreign words made printable."""

from collections.abc import Iterable

from rich.text import Text

from sayso.core.ledger import ClaimStatus
from sayso.core.printable import foreign
from sayso.core.reading import Voice
from sayso.desk.brief.model import CellEntry, FigureRow
from sayso.desk.brief.pieces import Cite, Who
from sayso.desk.brief.words import LOW_CONFIDENCE, quoted
from sayso.desk.labels import symbol, word

QUIET = "dim"
HEADING = "bold"
REFERENCE = "cyan"
VOICE_STYLES = {
    Voice.OWN: "bold blue",
    Voice.ATTRIBUTED: "yellow",
    Voice.DENIED: "bold red",
}
STATUS_STYLES = {
    ClaimStatus.CONTESTED: "bold red",
    ClaimStatus.VARIED: "bold yellow",
    ClaimStatus.AGREED: "green",
    ClaimStatus.SINGLE: QUIET,
}


def status(value: ClaimStatus) -> Text:
    """Give a claim's status: "≠ contested"."""
    return Text(f"{symbol('claim', value)} {word('claim', value)}", STATUS_STYLES[value])


def voice(entry: CellEntry | FigureRow) -> Text:
    """Give an entry or figure on one line: symbol, voice, speaker and confidence."""
    text = Text(f"{symbol('voice', entry.voice)} {word('voice', entry.voice)}", VOICE_STYLES[entry.voice])
    text = Text.assemble(text)
    if entry.who:
        text.append(f" {word('link_word', entry.voice)} ").append_text(name(entry.who))
    if isinstance(entry, CellEntry) and entry.is_inferred:
        text.append_text(inferred())
    return text.append_text(hedges(entry.hedges)).append_text(confidence(entry.confidence))


def inferred() -> Text:
    """Give the mark of a speaker whom no words name: " ∴ inferred"."""
    return quiet(f" {symbol('inferred', 'speaker')} {word('inferred', 'speaker')}")


def name(who: Who) -> Text:
    """Give a speaker's name; a source that stands for no known speaker is quoted."""
    return foreign(who.name) if who.resolved else foreign(quoted(who.name), "italic")


def hedges(found: Iterable[str]) -> Text:
    """Give words that leave something open or in doubt, quoted: " “reportedly”"."""
    return Text("").join(quiet(f" {quoted(hedge)}") for hedge in found)


def confidence(value: float | None) -> Text:
    """Give " 90 %", a low one with a question mark, nothing where there is none."""
    if value is None:
        return Text()
    return Text(f" {value:.0%}?", "red") if value < LOW_CONFIDENCE else Text(f" {value:.0%}", QUIET)


def numbers(cites: Iterable[Cite]) -> Text:
    """Give the numbers of references: " [1][2]"."""
    found = "".join(f"[{c.number}]" for c in cites)
    return Text(f" {found}" if found else "", REFERENCE)


def words(cite: Cite, *, place: bool = False) -> Text:
    """Give a reference with its words, and with the place where they stand."""
    text = Text.assemble((f"[{cite.number}] ", REFERENCE), foreign(quoted(cite.words)))
    if place:
        text.append(" ").append_text(foreign(cite.place, QUIET))
    return text


def quiet(text: str) -> Text:
    """Give words of secondary weight."""
    return foreign(text, QUIET)
