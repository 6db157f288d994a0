"""The sentences by which acts are learned."""

from pathlib import Path

import pytest

from sayso.core.reading import Act
from training.acts import TRAINING, UNSEEN, read_passages


@pytest.mark.parametrize("path", [TRAINING, UNSEEN])
def test_every_line_has_its_act_and_its_words(path: Path) -> None:
    passages = read_passages(path)
    for passage in passages:
        assert len(passage.acts) == len(passage.attributions)
        for attribution in passage.attributions:
            for span in (*attribution.source, *attribution.cue, *attribution.content):
                assert passage.text[span.start : span.end] == span.exact
    assert {act for passage in passages for act in passage.acts} == set(Act)


def test_unseen_sentences_are_unseen() -> None:
    seen = {a.content[0].exact for passage in read_passages(TRAINING) for a in passage.attributions}
    unseen = {a.content[0].exact for passage in read_passages(UNSEEN) for a in passage.attributions}
    assert not {words for words in seen & unseen if len(words) > 12}


def test_passages_and_marks(tmp_path: Path) -> None:
    path = tmp_path / "acts.tsv"
    path.write_text(
        "-\tIt rained.\n+deny\t<Orsk> {said} [it did not].\npraise\t[“Well done,”] {said} <Orsk>.\n"
    )
    first, second = read_passages(path)
    assert first.text == "It rained.\n\nOrsk said it did not."
    assert (first.acts, second.acts) == ((Act.DENY,), (Act.PRAISE,))
    assert [part[0].exact for part in (first.attributions[0].source, first.attributions[0].content)] == [
        "Orsk",
        "it did not",
    ]
    path.write_text("deny\t<Orsk> {said} so.\n")
    with pytest.raises(ValueError, match="nothing is said"):
        read_passages(path)
