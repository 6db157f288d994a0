import io
from dataclasses import replace

from builders import dispute
from rich.console import Console

from sayso.core.ledger import Ledger
from sayso.core.reading import Voice
from sayso.desk.brief import make_brief
from sayso.desk.html import to_html
from sayso.desk.markdown import to_markdown
from sayso.desk.terminal import show_brief

MEANS = "no words name who says it: whoever spoke before seems to go on"


def going_on() -> Ledger:
    """The dispute, in which Teyne is taken to go on where the Gazette tells of the shelling in its own voice."""
    ledger = dispute()
    claims = []
    for claim in ledger.claims:
        readings = tuple(
            replace(r, voice=Voice.ATTRIBUTED, speaker="teyne", confidence=0.6)
            if claim.id == "shelled" and r.voice is Voice.OWN
            else r
            for r in claim.readings
        )
        claims.append(replace(claim, readings=readings))
    return replace(ledger, claims=tuple(claims))


def test_a_speaker_who_only_goes_on_is_marked_as_inferred() -> None:
    row = make_brief(going_on(), None).stories[0].claims[0]  # the contested one
    marked = [(c.label, e.who and e.who.name) for c in row.cells for e in c.entries if e.is_inferred]
    assert marked == [("Tolvane Gazette", "Joss Teyne")]


def test_what_the_words_attribute_and_what_is_the_outlets_own_is_not() -> None:
    row = make_brief(dispute(), None).stories[0].claims[0]  # the contested one
    assert not any(e.is_inferred for c in row.cells for e in c.entries)
    assert "inferred" not in to_html(dispute(), None).partition("</style>")[2]


def test_every_medium_says_so_and_why() -> None:
    page = to_html(going_on(), None)
    assert f'<abbr class="inferred" title="{MEANS}">' in page
    assert f"<dd>{MEANS}</dd>" in page
    assert "attributed to Joss Teyne, inferred" in page  # beside the words in the text
    assert "attributed to Joss Teyne ∴ inferred 60%" in to_markdown(going_on(), None)
    screen = io.StringIO()
    show_brief(going_on(), None, Console(file=screen, width=100), texts=False)
    assert "attributed to Joss Teyne ∴ inferred 60%" in screen.getvalue()
    assert f"∴ inferred: {MEANS}" in " ".join(screen.getvalue().split())
