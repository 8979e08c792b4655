"""What answers were before, the parts that others add to a case, and a link for an adviser.

Plain ALTER, never in a batch: SQLite would make the table anew, and lose the answers with the old.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column, empty, and make the two tables."""
    op.add_column("cases", sa.Column("adviser_hash", sa.LargeBinary(32), nullable=True))
    op.create_index("ix_cases_adviser_hash", "cases", ["adviser_hash"], unique=True)
    op.create_table(
        "history",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("fact", sa.String(80), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name="fk_history_case_id_cases", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "fact", "revision", name="pk_history"),
    )
    op.create_table(
        "parts",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(20), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name="fk_parts_case_id_cases", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "part", name="pk_parts"),
    )


def downgrade() -> None:
    """Take the tables and the column away, with what they say."""
    op.drop_table("parts")
    op.drop_table("history")
    op.drop_index("ix_cases_adviser_hash", "cases")
    op.drop_column("cases", "adviser_hash")
