"""Where events lie and which offices people hold, in labels: what the machine understands, with how sure it is."""

from collections import Counter
from collections.abc import Iterable

from sayso.core.ledger import LedgerEntity, LedgerEvent
from sayso.core.place import Place
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.model import Speaker
from sayso.desk.labels import labels


def places_of(events: Iterable[LedgerEvent]) -> tuple[str, ...]:
    """The places at which the accounts of an event put it, that of most of them first."""
    found = Counter(place_label(e.place) for e in events if e.place)
    return tuple(sorted(found, key=lambda label: (-found[label], label)))


def place_label(place: Place) -> str:
    """A place with its province and country, ACLED's class and the confidence: "Tarn, XX (precision 1, 85 %)"."""
    names = dict.fromkeys(n for n in (place.name, place.admin1, place.country) if n)
    precision = f"{labels()['place']['precision']} {place.precision}, " if place.precision else ""
    return f"{', '.join(names)} ({precision}{round(100 * place.confidence)} %)"


def offices_of(entity: LedgerEntity | None) -> tuple[str, ...]:
    """The offices of a person, whose they are, and from when to when reports know him in them."""
    return tuple(
        office.office
        + (f" ({office.body})" if office.body else "")
        + (
            f", {office.held_from or '…'} – {office.held_to or '…'}"
            if office.held_from or office.held_to
            else ""
        )
        for office in (entity.offices if entity else ())
    )


def spoken_for(entity: LedgerEntity | None, draft: Draft) -> str | None:
    """The name of the body whose spokesman somebody is."""
    body = draft.index.entities.get(entity.speaks_for or "") if entity else None
    return body.name if body else None


def held_words(speaker: Speaker) -> list[str]:
    """A speaker's offices, and for whom the speaker speaks, each in a line of labels."""
    words = labels()["place"]
    lines = [f"{words['offices']}: {'; '.join(speaker.offices)}"] if speaker.offices else []
    return lines + ([f"{words['speaks_for']}: {speaker.speaks_for}"] if speaker.speaks_for else [])
