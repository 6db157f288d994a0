import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.errors import UsageError
from sayso.store.correcting.editor import id_of
from sayso.store.correcting.given import load_given

GIVEN: dict[str, Any] = {
    "action": "set",
    "subject": "statement",
    "field": "act",
    "value": "accuse",
    "author": "I. Marn",
    "made": "2031-03-02T10:15:00.000000Z",
    "reason": "names the culprit",
    "parts": [[{"article": "a1", "start": 3, "end": 9, "exact": "closed"}]],
}


def load(**changed: object) -> object:
    return load_given(json.dumps([{**GIVEN, **changed}]))


def test_one_without_an_id_is_given_it() -> None:
    (made,) = load_given(json.dumps([GIVEN]))
    assert made.id == id_of(made)
    assert load_given(json.dumps([{"correction": {**GIVEN, "id": made.id}, "state": "applied"}])) == [made]


@pytest.mark.parametrize(
    "changed",
    [
        {"id": "x0"},
        {"author": " "},
        {"made": "yesterday"},
        {"subject": None},
        {"subject": "claim"},
        {"field": "colour"},
        {"value": "Accuse"},
        {"value": "sing"},
        {"value": None},
        {"parts": []},
        {"parts": [[]]},
        {"action": "merge"},
        {"action": "sing"},
    ],
)
def test_what_cannot_be_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        load(**changed)


@given(
    st.one_of(st.binary(max_size=40), st.text(max_size=40), st.just("[" * 100_000), st.just('["\\ud800"]'))
)
def test_anything_else_is_refused_with_words(form: bytes | str) -> None:
    with contextlib.suppress(UsageError):
        assert load_given(form) == []
