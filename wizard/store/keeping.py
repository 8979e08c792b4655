"""How long a case is kept after somebody last used it: longer where its plan is followed up."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_

from wizard.store.follow_up import KEY
from wizard.store.tables import CASES, PARTS

KEPT = timedelta(days=90)
# A plan is looked back on a year later; then there must be time to do it.
KEPT_FOLLOWED = timedelta(days=450)


def kept_for(*, followed: bool) -> timedelta:
    """Return how long a case is kept after its last use; `followed` if it has a follow-up."""
    return KEPT_FOLLOWED if followed else KEPT


def unused(on: date) -> ColumnElement[bool]:
    """Return the condition that by a day nobody has used a case for as long as it is kept."""
    followed = exists().where(PARTS.c.case_id == CASES.c.id, PARTS.c.part == KEY)
    return or_(
        CASES.c.used_on < on - kept_for(followed=True),
        and_(CASES.c.used_on < on - kept_for(followed=False), ~followed),
    )
