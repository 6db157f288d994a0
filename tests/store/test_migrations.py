import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from sayso.store.desk import Desk
from sayso.store.migrations.run import NEWEST
from sayso.store.schema import metadata


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
