"""Which needs matter most to a case, and the day that a renewed case had before.

Plain ALTER, never in a batch: SQLite would make the table anew, and lose the answers with the old.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns, empty."""
    op.add_column("cases", sa.Column("priorities", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("cases", sa.Column("renewed_from", sa.Date(), nullable=True))


def downgrade() -> None:
    """Take the columns away, with what they say."""
    op.drop_column("cases", "renewed_from")
    op.drop_column("cases", "priorities")
