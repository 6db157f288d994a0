"""The parent's side of page parsing: one worker process, started for the first page, replaced when it fails.

The worker answers over its standard streams: each message is four bytes of length, then JSON in UTF-8.
"""

import contextlib
import os
import subprocess
import sys
import threading
from types import TracebackType
from typing import Self

from sayso.core.errors import GatherError
from sayso.core.text import make_storable
from sayso.gather.limits import LIMITS, Limits
from sayso.gather.metadata.fields import metadata_of
from sayso.gather.page.caps import check_page
from sayso.gather.page.wire import read_message, write_message
from sayso.gather.records import Extracted

_SENTENCE_ENDS = (".", "!", "?", "…", ":", "۔", "؟", "。", "！", "？", "।")
_CLOSING_MARKS = "\"'”’»)] \t"
_LEAST_LETTERS = 80  # of one sentence or more; a short item of news has a hundred
_REMEDY = "save the report's text, and add that"


class PageExtractor:
    """Finds reports in pages. Use it as a context manager: leaving it ends the worker."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._limits = limits
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def extract(self, page: str) -> Extracted:
        """The report in a page, with the page's metadata. Raises GatherError where there is none."""
        answer = self._ask("page", page)
        text = answer.get("text")
        if not isinstance(text, str) or not _has_sentences(text):
            raise GatherError("no article was found in the page", remedy=_REMEDY)
        return Extracted(text, metadata_of(answer))

    def strip_markup(self, fragment: str) -> str:
        """The words of a text field that holds markup, one paragraph a line. Raises GatherError."""
        text = self._ask("fragment", fragment).get("text")
        return text if isinstance(text, str) else ""

    def close(self) -> None:
        """Ends the worker, if one runs."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        worker.kill()
        worker.wait()
        for pipe in (worker.stdin, worker.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was not yet sent cannot be sent
                    pipe.close()

    def _ask(self, task: str, markup: str) -> dict[object, object]:
        # A lone surrogate would silently end the text at its place: trafilatura gives what stands before it.
        markup, _ = make_storable(markup)
        check_page(markup)
        worker = self._worker or self._start()
        out_of_time = threading.Event()
        timer = threading.Timer(self._limits.page_seconds, _kill, (worker, out_of_time))
        timer.start()
        try:
            write_message(worker.stdin, {"task": task, "markup": markup})
            answer = read_message(worker.stdout)
        except (OSError, ValueError, EOFError) as error:
            self.close()
            seconds = f"{self._limits.page_seconds:g}"
            reason = (
                f"took longer than {seconds} seconds"
                if out_of_time.is_set()
                else "needed more than it is allowed"
            )
            raise GatherError(f"reading the page {reason}", remedy=_REMEDY) from error
        finally:
            timer.cancel()
        if "error" in answer:
            raise GatherError(f"the page cannot be read: {answer['error']}", remedy=_REMEDY)
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        # -P: a file beside the user's reports must not be imported in place of a library.
        command = [
            sys.executable,
            "-P",
            "-m",
            "sayso.gather.page.worker",
            str(self._limits.page_memory_bytes),
            str(self._limits.page_cpu_seconds),
        ]
        self._worker = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        return self._worker


def _has_sentences(text: str) -> bool:
    """Whether the words are more than a menu, a list of headlines, or the notice that there is no such page."""
    lines = (line.rstrip(_CLOSING_MARKS) for line in text.splitlines())
    letters = sum(sum(map(str.isalpha, line)) for line in lines if line.endswith(_SENTENCE_ENDS))
    return letters >= _LEAST_LETTERS


def _environment() -> dict[str, str]:
    # One thread is enough, and each of numpy's would take address space from the worker's limit.
    return {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def _kill(worker: subprocess.Popen[bytes], out_of_time: threading.Event) -> None:
    out_of_time.set()
    worker.kill()
