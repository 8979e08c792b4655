"""What holds for every test."""

import os

from hypothesis import settings

# Speed is measured by the benchmark, never by a test. CI tries the same examples every time, so
# that a change is blamed for what it did; at home the examples are new each time.
settings.register_profile("home", deadline=None, print_blob=True)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "home")
