"""Makes a child for each line of its input, which writes to a desk and acknowledges what is kept, until killed.

Run by test_kill.py: forking from here saves each child the time to import what it needs.
"""

import os
import sys
from pathlib import Path

from sayso.store.desk import open_desk
from sayso.store.vectors import packed
from tests.store.fakes import VERSION, FakeReader, article


def write(path: Path, first: int) -> None:
    """Add and read reports numbered from ``first`` on, without end, and acknowledge each once it is kept."""
    with open_desk(path, create=True) as desk:
        for number in range(first, first + 100_000):
            desk.take([article(number)], "run")
            os.write(1, b"added a%d\n" % number)
            for pending in desk.pending(VERSION, limit=8):
                (read,) = FakeReader().read([pending.article])
                desk.keep_readings([(pending, packed(read))])
                os.write(1, b"read %s\n" % pending.article.id.encode())


if __name__ == "__main__":
    for line in sys.stdin:
        child = os.fork()
        if not child:
            write(Path(sys.argv[1]), int(line))
        os.write(1, b"child %d\n" % child)
        os.waitpid(child, 0)
        os.write(1, b"gone\n")
