import pytest

from sayso.collate.processes.commitments.find import find_made
from sayso.core.process import CommitmentKind
from tests.collate.processes.conftest import page_of, tell


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(m.kind.value, m.actor.name, m.content.exact) for m in find_made(page_of(tell("a", text)))]


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("Veltria demanded that Ostra free the crew.", CommitmentKind.DEMAND, "that Ostra free the crew"),
        ("Veltria offered to rebuild the pier.", CommitmentKind.OFFER, "to rebuild the pier"),
        ("Veltria promised to withdraw its boats.", CommitmentKind.PROMISE, "to withdraw its boats"),
        ("Veltria threatened to close the canal.", CommitmentKind.THREAT, "to close the canal"),
        ("Veltria refused to open its ports.", CommitmentKind.REFUSAL, "refused to open its ports"),
        ("Veltria rejected the proposal.", CommitmentKind.REFUSAL, "rejected the proposal"),
    ],
)
def test_a_cue_gives_kind_actor_and_content(text: str, kind: CommitmentKind, content: str) -> None:
    assert _found(text) == [(kind.value, "Veltria", content)]


@pytest.mark.parametrize(
    "text",
    [
        "Veltria rejected the allegations.",
        "Pia Orn refused to comment.",
        "If Veltria promised to withdraw, nobody heard it.",
        "Veltria never offered to pay.",
        "The hinge will not hold.",
        "As Veltria had promised, the boats left.",
    ],
)
def test_what_commits_nobody_is_left_out(text: str) -> None:
    assert _found(text) == []


def test_a_demand_says_of_whom() -> None:
    (made,) = find_made(page_of(tell("a", "Veltria called on Ostra to free the crew.")))
    assert [a.name for a in made.to] == ["Ostra"]
