import pytest
from tokenizers import Tokenizer

from sayso.core.span import Span
from sayso.read.encoder.network import Network
from sayso.read.encoder.raw import MEANING_WIDTH, RawReading, read_raw
from sayso.read.encoder.weights import TOKENIZER_FILE, Weights, shipped_folder

TEXT = (
    "ORSK HARBOUR -MORE-\n\nThe mayor of Orsk, Ana Bel, said her deputy was killed when guerrillas of the Front "
    "set off a car bomb outside his house. “He was my friend,” she said."
)


@pytest.fixture(scope="module")
def raw() -> RawReading:
    weights = Weights(shipped_folder())
    tokenizer = Tokenizer.from_file(str(weights.path(TOKENIZER_FILE)))
    return read_raw(TEXT, tokenizer, Network(weights, thread_count=1))


def test_a_wires_mark_is_no_name(raw: RawReading) -> None:
    names = {name.span.exact for name in raw.names()}
    assert "Ana Bel" in names
    assert "MORE" not in names


def test_mentions_are_names_descriptions_and_pronouns_in_order(raw: RawReading) -> None:
    mentions = raw.mentions()
    assert {"He", "she"} <= {mention.span.exact for mention in mentions}
    assert any(mention.span.exact.startswith("The mayor of Orsk") for mention in mentions)
    order = [(mention.span.start, -mention.span.end) for mention in mentions]
    assert order == sorted(set(order))


def test_an_attacks_roles_are_tagged(raw: RawReading) -> None:
    roles = {filler.role: filler.span.exact for filler in raw.fillers()}
    assert "bomb" in roles.get("instrument", "")
    assert 0 < raw.relevance() < 1


def test_vectors_of_spans(raw: RawReading) -> None:
    spans = [mention.span for mention in raw.mentions()] + [Span(19, 21, "\n\n")]
    assert raw.hidden(spans).shape == (len(spans), 3 * MEANING_WIDTH)
    assert not raw.hidden(spans)[-1].any()  # no piece lies there


def test_unsure_attributions_are_left_out(raw: RawReading) -> None:
    every = [score for _, score in raw.scored()]
    kept = raw.attributions()
    assert 0 < len(kept) <= len(every)
    assert all(attribution.score >= raw.least_confidence - 5e-4 for attribution in kept)
