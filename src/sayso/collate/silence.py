"""Silence: the reports of a story that do not carry a claim, and whether they could have."""

from collections.abc import Collection, Mapping, Sequence

from sayso.core.ledger import Silence, SilenceReason
from sayso.core.reading import Reading


def find_silence(
    story: Sequence[str], carrying: Collection[str], readings: Mapping[str, Reading]
) -> tuple[Silence, ...]:
    """Return the story's articles that carry no reading of a claim, in the story's order."""
    first = min((_day(readings[a].published) for a in carrying if _day(readings[a].published)), default="")
    return tuple(
        Silence(article, _reason(readings[article], first)) for article in story if article not in carrying
    )


def _reason(reading: Reading, first: str) -> SilenceReason:
    published = _day(reading.published)
    if published and first and published < first[: len(published)]:
        return SilenceReason.EARLIER
    return SilenceReason.PARTIAL if reading.partial else SilenceReason.SILENT


def _day(published: str | None) -> str:
    """Return the day, or what is known of it: no time of day, which agencies and outlets set in many zones."""
    return (published or "")[:10]
