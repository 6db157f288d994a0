"""A page on a console: headings, indented lines, and the references that a section owes its reader."""

from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from sayso.core.printable import foreign
from sayso.desk.brief.pieces import Cite
from sayso.desk.labels import labels
from sayso.desk.terminal import ink


class Page:
    """Where the parts of a brief are drawn, one under the other."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = console.width
        self._shown: set[int] = set()

    def draw(self, thing: RenderableType, indent: int = 0) -> None:
        """Draw one thing, ``indent`` columns from the left; nothing in it is taken for markup or highlighted."""
        self.console.print(
            Padding(thing, (0, 0, 0, indent), expand=False) if indent else thing,
            markup=False,
            highlight=False,
        )

    def blank(self) -> None:
        """Leave a line empty."""
        self.console.print()

    def title(self, title: str) -> None:
        """Begin a story."""
        self.draw(foreign(title, ink.HEADING))
        self.draw(Rule(characters="━", style=ink.QUIET))

    def heading(self, title: str, count: int | None = None) -> None:
        """Begin a section."""
        self.blank()
        text = Text(title, ink.HEADING)
        if count is not None:
            text.append(f" {count}", ink.QUIET)
        self.draw(Rule(text, align="left", style=ink.QUIET))

    def see(self, cites: Iterable[Cite]) -> tuple[Cite, ...]:
        """Note that the reader sees these references now, and give them."""
        seen = tuple(cites)
        self._shown.update(c.number for c in seen)
        return seen

    def cite(self, cites: Iterable[Cite], indent: int = 0) -> None:
        """Draw references with their words and places."""
        for cite in self.see(cites):
            self.draw(ink.words(cite, place=True), indent)

    def references(self, cites: Iterable[Cite]) -> None:
        """Draw a section's references that the reader has not seen yet, under their own heading."""
        fresh = [c for c in dict.fromkeys(cites) if c.number not in self._shown]
        if fresh:
            self.draw(Text(labels()["section"]["words"], f"{ink.QUIET} italic"))
            self.cite(sorted(fresh, key=lambda c: c.number), 2)
