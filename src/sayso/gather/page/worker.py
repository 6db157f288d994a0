"""The worker that parses pages: ``python -m sayso.gather.page.worker BYTES SECONDS``.

It has BYTES of address space, and SECONDS of the processor for each page; the system ends it when it takes more.

It reads a message, answers it, and ends when its input does. Its parent kills it when an answer takes too
long.
"""

import contextlib
import os
import sys

from sayso.gather.page.wire import read_message, write_message


def main() -> None:
    """Answers messages until there are no more."""
    _limit_memory(int(sys.argv[1]))
    seconds = int(sys.argv[2])
    # What a library prints must not land among the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            message = read_message(sys.stdin.buffer)
            _limit_time(seconds)
            write_message(answers, _answer(message))


def _answer(message: dict[object, object]) -> dict[str, object]:
    # Imported here: the memory limit must already stand.
    from sayso.gather.page.parse import parse_fragment, parse_page

    markup = str(message["markup"])
    try:
        return parse_page(markup) if message["task"] == "page" else {"text": parse_fragment(markup)}
    except (
        Exception
    ) as error:  # the rim of the worker: whatever a page does to the parser costs this page only
        return {"error": f"{type(error).__name__} in the parser"}


def _limit_memory(size_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; time is still limited
        return
    with contextlib.suppress(ValueError, OSError):  # some systems know the limit and do not keep it
        resource.setrlimit(resource.RLIMIT_AS, (size_bytes, size_bytes))


def _limit_time(seconds: int) -> None:
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, most))


if __name__ == "__main__":
    main()
