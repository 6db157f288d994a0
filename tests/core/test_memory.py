"""Tests of how often garbage is looked for: what is set is set, and nothing happens on import."""

import subprocess
import sys

SCRIPT = """
import gc
before = gc.get_threshold()
from sayso.core import memory
import sayso.read.many.worker
assert gc.get_threshold() == before and gc.get_freeze_count() == 0
memory.collect_seldom()
assert gc.get_threshold() == (memory.COLLECT_AFTER, *before[1:])
memory.keep_loaded()
assert gc.get_freeze_count() > 0
"""


def test_garbage_is_looked_for_as_told_and_not_on_import() -> None:
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
