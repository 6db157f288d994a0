"""A writer that is killed at any moment loses nothing that it acknowledged, and leaves the desk whole."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.store.desk import open_desk
from tests.store.fakes import VERSION
from tests.store.whole import assert_whole

ROOT = Path(__file__).parents[2]
KILLS = 30


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made by fork")
def test_a_kill_loses_nothing_that_was_acknowledged(path: Path) -> None:
    chance = random.Random(11)  # noqa: S311 (where to kill is no secret)
    kept: set[str] = set()
    with subprocess.Popen(  # noqa: S603 (our own words)
        [sys.executable, "-m", "tests.store.writer", str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writers:
        assert writers.stdin
        assert writers.stdout
        for turn in range(KILLS):
            writers.stdin.write(f"{turn * 1000}\n")
            writers.stdin.flush()
            # After so many words of the child, and within the work that follows them.
            kept |= words_until_killed(writers, after=chance.randrange(1, 12), chance=chance)
    assert len(kept) > KILLS
    check(path, kept)


def words_until_killed(writers: "subprocess.Popen[str]", *, after: int, chance: random.Random) -> set[str]:
    assert writers.stdout
    words: set[str] = set()
    child = 0
    for line in writers.stdout:
        verb, _, rest = line.strip().partition(" ")
        if verb == "gone":
            return words
        if verb == "child":
            child = int(rest)
        else:
            words.add(f"{verb} {rest}")
        if child and len(words) >= after:
            for _ in range(chance.randrange(20_000)):
                pass
            os.kill(child, signal.SIGKILL)
            child = 0
    raise AssertionError("the writers ended early")


def check(path: Path, kept: set[str]) -> None:
    with open_desk(path) as desk:
        read = {f"read {one.article}" for one in desk.provenance()}
        counts = desk.counts(VERSION)
        unread = desk.pending(VERSION, limit=1000)
        assert len(list(desk.readings())) == len(read)
        assert desk.search(["ferries"])
    assert {word for word in kept if word.startswith("read")} <= read
    there = {word.replace("read", "added") for word in read} | {f"added {p.article.id}" for p in unread}
    assert {word for word in kept if word.startswith("added")} <= there
    assert counts.articles == len(there)
    assert_whole(path)
