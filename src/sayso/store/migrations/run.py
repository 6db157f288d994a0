"""Brings a desk to the newest version of its tables, by Alembic. Numbers only grow; there is no way back."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

NEWEST = "0005"  # the newest file in versions/; a test compares them


def version_of(connection: Connection) -> str | None:
    """Give the number of the desk's newest migration, or None where it has none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def upgrade(connection: Connection, to: str = NEWEST) -> None:
    """Run every migration that the desk lacks, within the connection's transaction; the caller commits."""
    # A third of a second to import, and most runs find a desk that is up to date.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
