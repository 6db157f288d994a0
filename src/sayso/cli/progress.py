"""Progress on long work, on a terminal's standard error only."""

import contextlib
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def progress(words: str, total: int | None, *, is_shown: bool) -> Iterator[Callable[[int], None]]:
    """Give a function that is told how much is done; ``total`` is None where that is not known beforehand."""
    if not is_shown:
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=total)
        yield lambda done: bar.update(task, completed=done)
