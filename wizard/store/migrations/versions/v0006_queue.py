"""The line of pages that workers make PDFs of, and the workers that live: on PostgreSQL alone.

Both are unlogged: what passes through is in no log of changes and in no copy, and gone at a crash.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the two tables, empty."""
    if op.get_bind().dialect.name != "postgresql":
        return
    op.create_table(
        "renders",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("maker", sa.String(64), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("page", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("taken_by", sa.Uuid(), nullable=True),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name="fk_renders_case_id_cases", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_renders"),
        prefixes=["UNLOGGED"],
    )
    op.create_table(
        "workers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("maker", sa.String(64), nullable=False),
        sa.Column("slots", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workers"),
        prefixes=["UNLOGGED"],
    )


def downgrade() -> None:
    """Take the tables away; what waits in them is asked for again."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_table("workers")
        op.drop_table("renders")
