"""What holds for every test."""

import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

pytest_plugins = ["postgres", "databases"]  # of tests/support

# Speed is measured by the benchmark, never by a test. CI tries the same examples every time, so
# that a change is blamed for what it did; at home the examples are new each time.
settings.register_profile("home", deadline=None, print_blob=True)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "home")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Keep to one process where few tests are asked for: to start workers would take longer."""
    option = config.option
    few = option.keyword or option.collectonly or all(".py" in asked for asked in config.args)
    return 0 if few else None


@pytest.fixture(autouse=True)
def _log_of_its_own() -> Iterator[None]:
    """Take away what a test has had the log written to: its stream is closed after it."""
    yield
    root = logging.getLogger()
    for each in [each for each in root.handlers if type(each) is logging.StreamHandler]:
        root.removeHandler(each)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count as covered what stated examples run, not what luck drew; it costs less, too."""
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("no_cover")
