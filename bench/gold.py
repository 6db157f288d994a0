"""The form of ``example/gold.json``: what is in the example's reports, as people read them."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from sayso.core.reading import Act, Effect, Voice

EXAMPLE = Path(__file__).resolve().parent.parent / "example"


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement: the words said, who said them (a key of ``aliases``), and what saying them does."""

    report: str
    span: str
    speaker: str
    act: Act


@dataclass(frozen=True, slots=True)
class GoldReading:
    """How one report carries a claim."""

    report: str
    span: str
    voice: Voice
    speaker: str | None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One thing that may be true."""

    id: str
    gist: str
    readings: tuple[GoldReading, ...]


@dataclass(frozen=True, slots=True)
class GoldConflict:
    """A claim on which reports part."""

    claim: str
    why: str


@dataclass(frozen=True, slots=True)
class GoldHarm:
    """A figure as one report gives it: ``n`` is the least number that its words allow."""

    n: int
    who: str | None
    claimed_by: str | None
    report: str
    at_least: bool = False
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class GoldIncident:
    """An event with its toll."""

    id: str
    type: str
    places: tuple[str, ...]
    when: str
    blamed: str
    denied_by: tuple[str, ...]
    killed: tuple[GoldHarm, ...]
    injured: tuple[GoldHarm, ...]

    def harms(self) -> set[tuple[str, Effect, int]]:
        """Report, effect and least number of each figure."""
        killed = {(harm.report, Effect.KILLED, harm.n) for harm in self.killed}
        return killed | {(harm.report, Effect.INJURED, harm.n) for harm in self.injured}


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A TIMEX3 value that belongs on the timeline."""

    date: str
    what: str


@dataclass(frozen=True, slots=True)
class GoldBoilerplate:
    """How a line begins that cleaning must take out."""

    report: str
    starts: str


@dataclass(frozen=True, slots=True)
class GoldCopy:
    """A report that repeats an earlier one."""

    report: str
    of: str


@dataclass(frozen=True, slots=True)
class GoldOrigin:
    """A claim whose readings by ``speaker`` come from one statement to one channel."""

    claim: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Gold:
    """All of it. ``reports`` maps a short name to what an article's id or path holds."""

    reports: dict[str, str]
    aliases: dict[str, tuple[str, ...]]
    statements: tuple[GoldStatement, ...]
    claims: tuple[GoldClaim, ...]
    conflicts: tuple[GoldConflict, ...]
    incidents: tuple[GoldIncident, ...]
    timeline: tuple[GoldDate, ...]
    stories: tuple[tuple[str, ...], ...]
    boilerplate: tuple[GoldBoilerplate, ...]
    copies: tuple[GoldCopy, ...]
    unread: tuple[str, ...]
    one_origin: tuple[GoldOrigin, ...]

    @classmethod
    def load(cls, path: Path) -> "Gold":
        """Read and checked. Raises pydantic.ValidationError where the file has another form."""
        return TypeAdapter(cls).validate_json(path.read_bytes())
