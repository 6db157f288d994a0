"""The exit codes that scripts can rely on, and which error leads to which."""

from enum import IntEnum

from sayso.core.errors import DeskError, SaysoError, UsageError, WeightsError


class ExitCode(IntEnum):
    """How a command ended."""

    WELL = 0
    FAULT = 1  # a fault of Sayso's own, with a traceback; Python's code for it
    USAGE = 2  # the command's words are off; also the parser's own code
    SET_ASIDE = 3  # done, but some records were set aside
    DESK = 4  # the desk cannot be used
    WEIGHTS = 5  # the model's files are missing or damaged
    NOTHING = 6  # done, and there is nothing to show
    INTERRUPTED = 130  # 128 + SIGINT, as shells have it
    PIPE_CLOSED = 141  # 128 + SIGPIPE: whoever read the output went away


EXPLAINED = """Exit codes: 0 all well; 2 the command's words are off; 3 done, but some records were set aside
(sayso aside lists them); 4 the desk cannot be used; 5 the model's files are missing or damaged;
6 there is nothing to show; 130 interrupted."""

_OF_ERROR: tuple[tuple[type[SaysoError], ExitCode], ...] = (
    (UsageError, ExitCode.USAGE),
    (DeskError, ExitCode.DESK),
    (WeightsError, ExitCode.WEIGHTS),
)


def exit_code_of(error: SaysoError) -> ExitCode:
    """Give the code with which an error ends the run."""
    return next((code for kind, code in _OF_ERROR if isinstance(error, kind)), ExitCode.FAULT)
