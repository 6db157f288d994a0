"""The days of reports beside their keys: a new report meets those of its time only, however many the desk holds."""

import struct

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_DAY = struct.Struct("<i")  # in a sketch's form, behind eight other numbers of its head


def upgrade() -> None:
    """Make the table anew, each key with its report's day."""
    op.rename_table("sketch_keys", "old_keys")
    op.drop_index("ix_sketch_keys_article", "old_keys")
    op.create_table(
        "sketch_keys",
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("article", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", "day", "article", name="pk_sketch_keys"),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name="fk_sketch_keys_article"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sketch_keys_article", "sketch_keys", ["article"])
    connection = op.get_bind()
    connection.execute(sa.text("CREATE TEMPORARY TABLE days (article INTEGER PRIMARY KEY, day INTEGER)"))
    heads = connection.execute(sa.text("SELECT article, substr(form, 33, 4) FROM sketches")).all()
    rows = [{"article": article, "day": _DAY.unpack(day)[0]} for article, day in heads]
    if rows:
        connection.execute(sa.text("INSERT INTO days VALUES (:article, :day)"), rows)
    op.execute(
        "INSERT INTO sketch_keys SELECT key, day, old_keys.article FROM old_keys"
        " JOIN days ON days.article = old_keys.article"
    )
    op.execute("DROP TABLE days")
    op.drop_table("old_keys")
