from sayso.collate.entities import join_entities
from sayso.collate.processes.camps import find_camps
from tests.collate.processes.conftest import page_of, tell


def _camps(text: str) -> dict[str, set[str]]:
    read = tell("a", text)
    cast = join_entities([read], {"a": 0})
    names = {e.id: e.name for e in cast.entities}
    camps = find_camps([page_of(read)], cast.entities)
    return {names[own]: {names[body] for body in found} for own, found in camps.items()}


def test_a_title_tells_the_camp() -> None:
    found = _camps("Veltria's deputy minister, Pia Orn, met Ivo Taal of the Red League. Ostra looked on.")
    assert found["Pia Orn"] == {"Veltria"}
    assert found["Ivo Taal"] == {"Red League"}


def test_who_is_only_named_nearby_has_no_camp() -> None:
    assert "Pia Orn" not in _camps("In Hask, Pia Orn said that Ostra had opened the canal.")
