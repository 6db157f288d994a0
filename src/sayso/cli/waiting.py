"""Reads the reports that wait on the desk, showing progress: what adding and retrying share."""

from typing import TYPE_CHECKING

from sayso.cli import stations
from sayso.cli.progress import progress
from sayso.cli.rim import Rim
from sayso.cli.told import AsideTeller

if TYPE_CHECKING:
    from sayso.store.contract import Workplace
    from sayso.store.intake import ReadTally


def read_waiting(
    place: "Workplace", rim: Rim, run: str, teller: AsideTeller, *, again: bool = False
) -> "ReadTally":
    """Read what waits, keeping each batch; the reader is loaded only where something does.

    Raises DeskError and WeightsError.
    """
    from sayso.store.intake import ReadHow, ReadTally, read_pending

    version = stations.reader_version()
    counts = place.counts(version)
    total = counts.unread + (counts.outdated if again else 0)
    if not total:
        return ReadTally()
    how = ReadHow(stations.load_reader(rim.settings.processes), version, rim.settings.batch, again)
    with progress("Reading", total, is_shown=rim.is_lively) as on_progress:
        return read_pending(place, how, run, on_progress, teller.tell)


def tell_waiting(place: "Workplace", rim: Rim) -> None:
    """Tell the user of reports that are not read yet, or that an older reader has read."""
    counts = place.counts(stations.reader_version())
    if counts.unread:
        rim.say(f"Reports that are not read yet: {counts.unread}. Read them: sayso add")
    if counts.outdated:
        rim.say(
            f"Reports that an older reader has read: {counts.outdated}. Read them again: sayso add --again"
        )
