"""What a command does while it waits for something else."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

Words = ParamSpec("Words")
Result = TypeVar("Result")


def begin(work: Callable[Words, Result], *args: Words.args, **kwargs: Words.kwargs) -> "Future[Result]":
    """Begin ``work`` in another thread; its result, or the error that it raised, comes when it is asked for."""
    thread = ThreadPoolExecutor(max_workers=1)
    try:
        return thread.submit(work, *args, **kwargs)
    finally:
        thread.shutdown(wait=False)
