"""What waits to be read, and indexes that spare adding a report a look at all others."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

FILL = """
    INSERT INTO unread (article) SELECT number FROM articles WHERE NOT EXISTS (
        SELECT 1 FROM readings
        WHERE readings.article = articles.number AND readings.revision = articles.revision
    )
"""


def upgrade() -> None:
    """Make the table, fill it, and make the indexes."""
    op.create_table(
        "unread",
        sa.Column("article", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_unread"),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name="fk_unread_article"),
    )
    op.execute(FILL)
    op.drop_index("ix_readings_article_current", "readings")
    columns = ["article", "current", "revision", "reader"]
    op.create_index("ix_readings_article_current_revision_reader", "readings", columns)
    op.create_index("ix_readings_current_reader", "readings", ["current", "reader"])
    op.create_index("ix_set_aside_article", "set_aside", ["article"])
