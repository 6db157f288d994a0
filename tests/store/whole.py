"""Whether a desk's file is whole: its pages, its references, and its full-text search in step with the words."""

import sqlite3
from contextlib import closing
from pathlib import Path

CHECK_SEARCH = (
    "INSERT INTO articles_search(articles_search, rank) VALUES ('integrity-check', 1)",
    "INSERT INTO statements_search(statements_search, rank) VALUES ('integrity-check', 1)",
)


def assert_whole(path: Path) -> None:
    """Fail where anything of the desk is damaged."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for check in CHECK_SEARCH:
            connection.execute(check)
