"""When a case was marked for deletion, and what the store knows of itself.

Plain ALTER, never in a batch: SQLite would make the table anew, and lose the answers with the old.
"""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column, empty, and the table, with a name that no other store has."""
    op.add_column("cases", sa.Column("marked_on", sa.Date(), nullable=True))
    upkeep = op.create_table(
        "upkeep",
        sa.Column("name", sa.String(20), nullable=False),
        sa.Column("value", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_upkeep"),
    )
    op.bulk_insert(upkeep, [{"name": "id", "value": secrets.token_hex(16)}])


def downgrade() -> None:
    """Take the table and the column away, with what they say."""
    op.drop_table("upkeep")
    op.drop_column("cases", "marked_on")
