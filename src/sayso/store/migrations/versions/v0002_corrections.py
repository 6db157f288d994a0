"""Corrections: what people overrule in ledgers, kept for ever; and which brief they look at."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "corrections",
        sa.Column("number", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("id", "made", "author")),
        sa.Column("form", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_corrections"),
        sa.UniqueConstraint("id", name="uq_corrections_id"),
    )
    op.create_table(
        "shown",
        sa.Column("number", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("fingerprint", "story")),
        sa.PrimaryKeyConstraint("number", name="pk_shown"),
    )
