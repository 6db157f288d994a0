from hypothesis import given
from hypothesis import strategies as st

from sayso.read.encoder.quotes import QuoteState, curl_quotes, quote_states


def states_of(text: str) -> str:
    return "".join("oisbe"[state] for state in quote_states(text))


def test_curly_quotes_open_and_close() -> None:
    assert states_of("a “b” c") == "oobieoo"


def test_straight_quotes_take_turns() -> None:
    assert states_of('"a" "b"') == "bieobie"


def test_treebank_quotes_are_one_mark_each() -> None:
    assert states_of("`` a '' b") == "bbiieeoo"[:2] + "iii" + "ee" + "oo"


def test_a_quotation_ends_with_its_paragraph() -> None:
    assert states_of("“a\nb") == "bioo"


def test_single_quotes_are_told_from_apostrophes() -> None:
    states = quote_states("the port’s ‘grain talks’ failed")
    assert states["the port".__len__()] == QuoteState.OUTSIDE
    assert states["the port’s ".__len__()] == QuoteState.OPENS
    assert states["the port’s ‘gr".__len__()] == QuoteState.INSIDE_SINGLE
    assert states["the port’s ‘grain talks".__len__()] == QuoteState.CLOSES


@given(st.text(alphabet="ab \n\"'`“”‘’«»", max_size=60))
def test_curling_keeps_the_length_and_all_else(text: str) -> None:
    curled = curl_quotes(text, quote_states(text))
    assert len(curled) == len(text)
    assert all(a == b for a, b in zip(text, curled, strict=True) if a not in "\"'`")


@given(st.text(max_size=200))
def test_every_character_has_a_state(text: str) -> None:
    assert len(quote_states(text)) == len(text)


def test_two_apostrophes_open_and_close() -> None:
    text = "''a'' ''b''"
    assert states_of(text) == "bbieeobbiee"
    assert curl_quotes(text, quote_states(text)) == "“ a ” “ b ”"


def test_a_cutting_may_begin_within_a_quotation() -> None:
    text = 'The dam held," she said. "It will hold."'
    assert quote_states(text)[0] == QuoteState.INSIDE
    assert quote_states(text)[text.index("she")] == QuoteState.OUTSIDE
    assert quote_states(text)[-3] == QuoteState.INSIDE
    assert quote_states('"The dam held," she said. "It will hold."')[1] == QuoteState.INSIDE
    assert quote_states('She said: "It held.')[0] == QuoteState.OUTSIDE  # taken up in the next paragraph
