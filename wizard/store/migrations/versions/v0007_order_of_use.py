"""In which order rulebooks came in use: those of one day had no order but that of their names.

Of those that are there, nothing more is known.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column, empty for those of before."""
    op.add_column("rulebooks", sa.Column("number", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Take the column away, with what it says."""
    op.drop_column("rulebooks", "number")
