"""The ledger in parts, the graph in which affairs are found, and what changed when."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ARTICLE = ("articles.number",)


def upgrade() -> None:
    """Make the tables; every report that has been read waits to be collated."""
    _of_article("stale")
    op.execute("INSERT INTO stale (article) SELECT article FROM readings WHERE current")
    _of_article("sketches", sa.Column("form", sa.LargeBinary, nullable=False))
    _pairs("sketch_keys", "key", "article")
    _pairs("likenesses", "article", "other", sa.Column("score", sa.Float, nullable=False))
    op.create_index("ix_sketch_keys_article", "sketch_keys", ["article"])
    columns = ("circle", "affair", "part", "story")
    _of_article("places", *(sa.Column(name, sa.String, nullable=False) for name in columns))
    for name in columns:
        op.create_index(f"ix_places_{name}", "places", [name])
    op.create_table(
        "parts",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("form", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_parts"),
    )
    _stories()
    _changes()


def _of_article(table: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        table,
        sa.Column("article", sa.Integer, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("article", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["article"], ARTICLE, name=f"fk_{table}_article"),
    )


def _pairs(table: str, one: str, other: str, *columns: sa.Column[Any]) -> None:
    keys = [
        sa.ForeignKeyConstraint([name], ARTICLE, name=f"fk_{table}_{name}")
        for name in (one, other)
        if name != "key"
    ]
    op.create_table(
        table,
        sa.Column(one, sa.Integer, nullable=False),
        sa.Column(other, sa.Integer, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint(one, other, name=f"pk_{table}"),
        *keys,
        sqlite_with_rowid=False,
    )


def _stories() -> None:
    op.create_table(
        "part_stories",
        *(sa.Column(name, sa.String, nullable=False) for name in ("id", "part", "title")),
        *(sa.Column(name, sa.String) for name in ("first", "last")),
        *(
            sa.Column(name, sa.Integer, nullable=False)
            for name in ("reports", "outlets", "claims", "contested")
        ),
        sa.Column("is_quiet", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_part_stories"),
    )
    op.create_index("ix_part_stories_part", "part_stories", ["part"])
    op.create_index("ix_part_stories_is_quiet_last", "part_stories", ["is_quiet", "last"])
    op.create_table(
        "story_names",
        sa.Column("old", sa.String, nullable=False),
        sa.Column("new", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("old", name="pk_story_names"),
    )
    op.create_index("ix_story_names_new", "story_names", ["new"])


def _changes() -> None:
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("at", "kind", "story")),
        sa.Column("form", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_changes"),
    )
    op.create_index("ix_changes_at", "changes", ["at"])
    op.create_index("ix_changes_story", "changes", ["story"])
    op.create_table(
        "upkeep",
        sa.Column("number", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("version", "corrections")),
        sa.Column("looked", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_upkeep"),
    )
