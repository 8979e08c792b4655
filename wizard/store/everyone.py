"""Every stored case at once, for counting: no link, and nothing that says whose it is."""

from sqlalchemy import Engine, select

from wizard.domain.case import Case
from wizard.domain.rulebook import Rulebook
from wizard.store.rows import read_case
from wizard.store.tables import CASES


def every_case(database: Engine, rulebook: Rulebook) -> tuple[Case, ...]:
    """Return the cases as the rulebook reads them. To be counted is no use of a case."""
    with database.begin() as connection:
        rows = connection.execute(select(CASES).order_by(CASES.c.id)).mappings().all()
        return tuple(read_case(connection, row, rulebook) for row in rows)
