import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from bench.generated.reports import as_article, make_reports
from sayso.collate.ledger import collate, collate_part
from sayso.store.collation import Collation
from sayso.store.desk import Desk, open_desk
from sayso.store.intake import ReadHow, read_pending
from sayso.store.migrations.run import NEWEST
from sayso.store.schema import metadata
from sayso.store.vectors import packed
from tests.store.fakes import VERSION, FakeReader, article


def test_the_migrations_build_what_the_schema_says(desk: Desk) -> None:
    engine = create_engine(f"sqlite:///{desk.path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                # The full-text search's own tables belong to SQLite.
                "include_name": lambda name, kind, _parents: kind != "table" or "_search" not in (name or ""),
            },
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_newest_version_is_the_newest_file(desk: Desk) -> None:
    import sayso.store.migrations as package

    files = sorted(Path(package.__file__).parent.glob("versions/v*.py"))
    assert [file.name[1:5] for file in files] == [f"{n:04}" for n in range(1, len(files) + 1)]
    assert files[-1].name[1:5] == NEWEST


def test_every_column_has_its_comment() -> None:
    assert [str(c) for table in metadata.tables.values() for c in table.columns if not c.comment] == []


def test_a_desk_is_named_in_its_header_and_keeps_foreign_keys(desk: Desk) -> None:
    connection = sqlite3.connect(desk.path)
    assert connection.execute("PRAGMA application_id").fetchone() == (0x53415953,)
    assert len(connection.execute("PRAGMA foreign_key_list(readings)").fetchall()) == 1
    connection.close()


def test_a_desk_of_the_second_version_knows_what_waits(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with open_desk(path, create=True) as opened:
        opened.take([article(1), article(2)], "run")
        read_pending(opened, ReadHow(FakeReader(), VERSION, 1), "run", lambda _d: None, lambda _r: None)
        opened.take([article(3)], "run")
    connection = sqlite3.connect(path)
    for name in ("stale", "sketches", "sketch_keys", "likenesses", "places", "parts", "part_stories"):
        connection.execute(f"DROP TABLE {name}")
    for name in ("story_names", "changes", "upkeep"):
        connection.execute(f"DROP TABLE {name}")
    connection.executescript(
        "DROP TABLE unread; DROP INDEX ix_readings_article_current_revision_reader;"
        "DROP INDEX ix_readings_current_reader; DROP INDEX ix_set_aside_article;"
        "CREATE INDEX ix_readings_article_current ON readings (article, current);"
        "UPDATE alembic_version SET version_num = '0002'"
    )
    connection.close()
    with open_desk(path) as opened:
        assert opened.counts(VERSION).unread == 1
        assert [p.article.id for p in opened.pending(VERSION)] == ["a3"]


def test_keys_of_the_fourth_version_get_their_days(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    dated = list(make_reports(2, seed=12, opened=2))
    reads = [dated[0], replace(dated[1], reading=replace(dated[1].reading, published=None))]
    with open_desk(path, create=True) as opened:
        opened.take([as_article(read) for read in reads], "run")
        opened.keep_readings([(p, packed(read)) for p, read in zip(opened.pending(""), reads, strict=True)])
        opened.bring_up_to_date(Collation(collate, "c1", collate_part))
    connection = sqlite3.connect(path)
    wanted = connection.execute("SELECT key, day, article FROM sketch_keys").fetchall()
    connection.executescript(
        "CREATE TABLE old (key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)) WITHOUT ROWID;"
        "INSERT INTO old SELECT key, article FROM sketch_keys; DROP TABLE sketch_keys;"
        "ALTER TABLE old RENAME TO sketch_keys;"
        "CREATE INDEX ix_sketch_keys_article ON sketch_keys (article);"
        "UPDATE alembic_version SET version_num = '0004'"
    )
    connection.close()
    open_desk(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT key, day, article FROM sketch_keys").fetchall() == wanted
    assert {day for _, day, _ in wanted} == {-1, date(2031, 1, 1).toordinal()}
    connection.close()
