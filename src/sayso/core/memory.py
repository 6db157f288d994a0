"""How often Python looks for garbage in cycles, in a process of our own: the command, and the workers that read.

What reading makes is freed as it is let go; the collector mostly looks through word lists that stay for good. That is
a matter of the process, not of the library, so nothing here happens on import.
"""

import gc

COLLECT_AFTER = 20_000  # objects made and not yet freed; Python's own is 700


def collect_seldom() -> None:
    """Look for garbage less often. For the beginning of a process: loading word lists makes many objects."""
    gc.set_threshold(COLLECT_AFTER, *gc.get_threshold()[1:])


def keep_loaded() -> None:
    """Take all that is there now for good: the collector looks no more at it. For when all is loaded."""
    gc.freeze()
