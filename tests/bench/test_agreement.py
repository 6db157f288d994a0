import dataclasses

from bench.agreement import Agreement, Score
from bench.gold import Gold, GoldClaim, GoldConflict, GoldReading, GoldStatement
from sayso.core.ledger import (
    Claim,
    ClaimReading,
    ClaimStatus,
    Ledger,
    LedgerArticle,
    LedgerEntity,
    LedgerStatement,
    Story,
)
from sayso.core.reading import Act, EntityKind, Form, Voice
from sayso.core.span import Span

ONE = "Mara Quist said the bridge was closed."
TWO = "The bridge was shut, Quist said. It never rains, she added."


def of(text: str, words: str) -> Span:
    return Span.of(text, text.index(words), text.index(words) + len(words))


def article(name: str, text: str) -> LedgerArticle:
    return LedgerArticle(name, None, None, None, None, None, "en", text, (), "s", None)


def statement(name: str, text: str, words: str, act: Act) -> LedgerStatement:
    return LedgerStatement(
        f"{name}-{words}", name, Form.INDIRECT, (), (), (of(text, words),), "e", (), act, None, 1.0
    )


def reading(name: str, text: str, words: str) -> ClaimReading:
    return ClaimReading(name, of(text, words), None, Voice.ATTRIBUTED, "e")


def claim(name: str, *readings: ClaimReading) -> Claim:
    return Claim(name, "s", "", readings, ClaimStatus.AGREED, (), ())


GOLD = Gold(
    reports={"first": "one", "second": "two"},
    aliases={"Mara Quist": ("Mara Quist", "Quist")},
    statements=(
        GoldStatement("one", "the bridge was closed", "Mara Quist", Act.ASSERT),
        GoldStatement("two", "The bridge was shut", "Mara Quist", Act.ASSERT),
        GoldStatement("two", "It never rains", "Mara Quist", Act.DENY),
    ),
    claims=(
        GoldClaim(
            "closed",
            "The bridge is closed",
            (
                GoldReading("one", "the bridge was closed", Voice.ATTRIBUTED, "Mara Quist"),
                GoldReading("two", "The bridge was shut", Voice.ATTRIBUTED, "Mara Quist"),
            ),
        ),
        GoldClaim("rain", "Rain", (GoldReading("two", "It never rains", Voice.OWN, "Mara Quist"),)),
    ),
    conflicts=(GoldConflict("closed", ""),),
    incidents=(),
    timeline=(),
    stories=(("one", "two"),),
    boilerplate=(),
    copies=(),
    unread=(),
    one_origin=(),
)
LEDGER = Ledger(
    articles=(article("one", ONE), article("two", TWO)),
    stories=(Story("s", "", ("one", "two"), None, None),),
    entities=(LedgerEntity("e", "Mara Quist", EntityKind.PERSON, ("Quist",), None, ()),),
    statements=(
        statement("one", ONE, "the bridge was closed", Act.ASSERT),
        statement("two", TWO, "The bridge was shut", Act.ASSERT),
        statement("two", TWO, "It never rains", Act.ASSERT),
    ),
    events=(),
    claims=(
        claim("c", reading("one", ONE, "the bridge was closed"), reading("two", TWO, "The bridge was shut")),
        claim("d", reading("two", TWO, "It never rains")),
    ),
    timeline=(),
)


def test_what_agrees() -> None:
    found = Agreement(GOLD, LEDGER)
    assert (len(found.found), found.missed, found.wrong_speaker) == (3, [], [])
    assert found.links == Score(1, 1, 1)
    assert found.wrong_pairs == []


def test_another_act_is_seen() -> None:
    found = Agreement(GOLD, LEDGER)
    assert [(gold.span, act) for gold, act in found.wrong_act] == [("It never rains", "assert")]


def test_another_voice_is_seen() -> None:
    assert Agreement(GOLD, LEDGER).voices_right == 2


def test_a_missing_statement_is_seen() -> None:
    found = Agreement(GOLD, dataclasses.replace(LEDGER, statements=LEDGER.statements[1:]))
    assert [gold.span for gold in found.missed] == ["the bridge was closed"]


def test_another_speaker_is_seen() -> None:
    other = dataclasses.replace(LEDGER.entities[0], name="Olm", aliases=())
    found = Agreement(GOLD, dataclasses.replace(LEDGER, entities=(other,)))
    assert len(found.wrong_speaker) == 3


def test_a_claim_that_swallows_all_loses_precision() -> None:
    first, second = LEDGER.claims
    whole = claim("c", *first.readings, *second.readings)
    found = Agreement(GOLD, dataclasses.replace(LEDGER, claims=(whole,)))
    assert found.links == Score(1, 2, 1)
    assert found.links.precision == 0.5


def test_split_stories_are_seen() -> None:
    stories = (Story("s", "", ("one",), None, None), Story("t", "", ("two",), None, None))
    assert Agreement(GOLD, dataclasses.replace(LEDGER, stories=stories)).wrong_pairs == [("one", "two")]
