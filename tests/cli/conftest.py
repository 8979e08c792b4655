"""Every command is run on one and the same day."""

from datetime import date

import pytest

from wizard import clock

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
