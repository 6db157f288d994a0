"""Places as a person writes them: by id, by country code, or by a name with the region in which it lies."""

from sayso.collate.places.candidates import candidates_of
from sayso.collate.places.gazetteer import SOURCE, Spot, spot
from sayso.collate.places.placing import made_place
from sayso.core.place import Place

_BY_HAND = ("set by hand", 1.0)


def given_place(words: str) -> str | None:
    """Return the source and id of the place that the words name, None where that is none or several.

    "GeoNames 3143244", "3143244", "NO" and "Oslo, Norway" name places; of a name that several bear, the one that lies
    in what stands after the comma, and of a province and its town the town.
    """
    own = words.removeprefix(SOURCE).strip()
    found = spot(own.upper()) or _named(*(part.strip() for part in words.split(",", 1)))
    return f"{SOURCE} {found.id}" if found else None


def place_of(source: str) -> Place | None:
    """Return the place of a source and id that ``given_place`` gave, as a person has set it."""
    found = spot(source.removeprefix(SOURCE).strip())
    return made_place(found, _BY_HAND) if found else None


def _named(name: str, region: str = "") -> Spot | None:
    candidates = candidates_of(name).candidates
    if region:
        around = [c.spot for c in candidates_of(region).candidates]
        candidates = tuple(
            c for c in candidates if any(c.spot.lies_in(r) and c.spot.id != r.id for r in around)
        )
    best = max(candidates, key=lambda c: (c.is_main, c.fame, c.spot.id), default=None)
    if best is None or any(not _is_kin(c.spot, best.spot) for c in candidates if c.is_main):
        return None
    return best.spot


def _is_kin(one: Spot, other: Spot) -> bool:
    return one.lies_in(other) or other.lies_in(one)
