"""The first desk: articles, readings, what was set aside, collated ledgers, and the full-text search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table of the first version."""
    _evidence()
    _derived()
    _search()


def _evidence() -> None:
    op.create_table(
        "articles",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("given", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        *(
            sa.Column(name, sa.String)
            for name in ("outlet", "url", "title", "author", "published", "language")
        ),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("dropped", sa.Text, nullable=False),
        sa.Column("path", sa.String),
        sa.Column("partial", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("added", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_articles"),
        sa.UniqueConstraint("id", name="uq_articles_id"),
    )
    op.create_index("ix_articles_given_digest", "articles", ["given", "digest"])
    op.create_table(
        "sightings",
        sa.Column("article", sa.Integer, nullable=False),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("first", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("article", "path", name="pk_sightings"),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name="fk_sightings_article"),
    )
    op.create_table(
        "readings",
        sa.Column("article", sa.Integer, nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("vectors", sa.LargeBinary, nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("made", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("article", "reader", name="pk_readings"),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name="fk_readings_article"),
    )
    op.create_index("ix_readings_article_current", "readings", ["article", "current"])
    op.create_table(
        "set_aside",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("record", sa.Integer),
        sa.Column("article", sa.Integer),
        sa.Column("reader", sa.String),
        *(sa.Column(name, sa.String, nullable=False) for name in ("reason", "remedy", "run", "since")),
        sa.PrimaryKeyConstraint("number", name="pk_set_aside"),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name="fk_set_aside_article"),
    )
    op.create_index("ix_set_aside_path_record", "set_aside", ["path", "record"])


def _derived() -> None:
    op.create_table(
        "statements",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("article", sa.Integer, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("speaker", sa.String),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("spans", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_statements"),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name="fk_statements_article"),
    )
    op.create_index("ix_statements_article", "statements", ["article"])
    op.create_table(
        "ledgers",
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("story", sa.String, nullable=False),
        sa.Column("form", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", "story", name="pk_ledgers"),
    )
    op.create_table(
        "stories",
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("first", sa.String),
        sa.Column("last", sa.String),
        *(
            sa.Column(name, sa.Integer, nullable=False)
            for name in ("reports", "outlets", "claims", "contested")
        ),
        sa.PrimaryKeyConstraint("fingerprint", "place", name="pk_stories"),
        sa.UniqueConstraint("fingerprint", "id", name="uq_stories_fingerprint_id"),
    )


# FTS5 keeps only its index and takes the words from the tables themselves (external content), so that no text
# is held twice; triggers keep it in step within the transaction that changes the table
# (https://sqlite.org/fts5.html#external_content_tables).
SEARCH = (
    (
        "CREATE VIRTUAL TABLE {table}_search USING fts5({columns}, content='{table}',"
        " content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')"
    ),
    "CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN {insert}; END",
    "CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table} BEGIN {delete}; END",
    "CREATE TRIGGER {table}_search_update AFTER UPDATE OF {columns} ON {table} BEGIN {delete}; {insert}; END",
)
INSERT = "INSERT INTO {table}_search(rowid, {columns}) VALUES (new.number, {new})"
DELETE = "INSERT INTO {table}_search({table}_search, rowid, {columns}) VALUES ('delete', old.number, {old})"


def _search() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return  # another database brings its own full-text search, beside its own dialect file
    for table, columns in (("articles", ("title", "text")), ("statements", ("speaker", "words"))):
        names = {
            "table": table,
            "columns": ", ".join(columns),
            "new": ", ".join(f"new.{column}" for column in columns),
            "old": ", ".join(f"old.{column}" for column in columns),
        }
        names |= {"insert": INSERT.format(**names), "delete": DELETE.format(**names)}
        for command in SEARCH:
            op.get_bind().exec_driver_sql(command.format(**names))
