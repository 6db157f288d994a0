"""Set-aside records told to the user as they come, on standard error."""

from collections.abc import Iterable, Iterator

import typer

from sayso.core.article import Article, SetAside
from sayso.core.printable import printable

SHOWN = 10  # with more, the desk's list is the better place to read them


class AsideTeller:
    """Tells what was set aside, why, and what helps; beyond ``limit`` it only counts."""

    def __init__(self, limit: int | None = SHOWN) -> None:
        self._limit = limit
        self.count = 0

    def tell(self, record: SetAside) -> None:
        """Tell of one record."""
        self.count += 1
        if self._limit is not None and self.count > self._limit:
            return
        line = "" if record.record is None else f", line {record.record}"
        typer.echo(f"set aside: {printable(record.path)}{line}: {printable(record.reason)}", err=True)
        if record.remedy:
            typer.echo(f"  {printable(record.remedy)}", err=True)

    def conclude(self) -> None:
        """Tell how many more there were."""
        if self._limit is not None and self.count > self._limit:
            typer.echo(f"... and {self.count - self._limit} more; list them: sayso aside", err=True)

    def listening(self, items: Iterable[Article | SetAside]) -> Iterator[Article | SetAside]:
        """Give the items as they are, telling of those that are set aside."""
        for item in items:
            if isinstance(item, SetAside):
                self.tell(item)
            yield item
