"""Silence: the reports of a story that do not carry a claim, and whether they could have.

- A report that came out before all dated ones that carry the claim could not have: ``earlier``. It is only called so
  where the dates are sure of it, time zones and all.
- A report of which not all could be read may carry it unseen: its text is cut, it is in a language that is not read, or
  it is so long that its tail is not compared: ``partial``.
- Every other report had the chance and is ``silent``.
"""

from collections.abc import Collection, Mapping, Sequence

from sayso.collate.claims.units import MOST_UNITS
from sayso.collate.lineage import is_earlier
from sayso.core.ledger import Silence, SilenceReason
from sayso.core.reading import Reading

_READ = "en"


def find_silence(
    story: Sequence[str], carrying: Collection[str], readings: Mapping[str, Reading]
) -> tuple[Silence, ...]:
    """Return the story's articles that carry no reading of a claim, in the story's order."""
    published = [p for article in carrying if (p := readings[article].published)]
    return tuple(
        Silence(article, _reason(readings[article], published))
        for article in story
        if article not in carrying
    )


def _reason(reading: Reading, carrying: Sequence[str]) -> SilenceReason:
    if carrying and all(is_earlier(reading.published, other) for other in carrying):
        return SilenceReason.EARLIER
    return SilenceReason.SILENT if _is_read_whole(reading) else SilenceReason.PARTIAL


def _is_read_whole(reading: Reading) -> bool:
    if reading.partial or (reading.language or _READ) != _READ:
        return False
    return len(reading.propositions) <= MOST_UNITS
