"""Papers that were handed out, and every rulebook that the service has run with."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "rulebooks",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("first_used_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_rulebooks"),
    )
    op.create_table(
        "issued",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(32), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("format", sa.String(10), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("casefile", sa.Text(), nullable=False),
        sa.Column("rulebook", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name="fk_issued_case_id_cases", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_issued"),
        sa.UniqueConstraint("case_id", "sha256", name="uq_issued_case_id"),
    )
    op.create_index("ix_issued_sha256", "issued", ["sha256"])


def downgrade() -> None:
    """Take the tables away, with everything in them."""
    op.drop_table("issued")
    op.drop_table("rulebooks")
