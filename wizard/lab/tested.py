"""Whether what stands beside the rules holds: examples at once, whole journeys in a while.

All the examples take a fifth of a second; the journeys some seconds, so a thread of its own runs
them, and a page that comes before they are done goes without.
"""

from functools import lru_cache
from threading import Lock, Thread

from wizard.domain.rulebook import Rulebook
from wizard.lab.examples import Result, run_examples
from wizard.lab.journeys import run_journeys
from wizard.municipalities import Municipalities


@lru_cache(maxsize=2)
def examples_of(rulebook: Rulebook) -> Result:
    """Return how the examples of a rulebook fare, run the first time that it is asked for."""
    return run_examples(rulebook)


class JourneyTests:
    """How the journeys of a rulebook fare; run when somebody first asks, and then kept."""

    def __init__(self, rulebook: Rulebook, municipalities: Municipalities) -> None:
        """Test one rulebook by the figures of today."""
        self._rulebook = rulebook
        self._municipalities = municipalities
        self._lock = Lock()
        self._result: Result | None = None
        self._running: Thread | None = None

    def going_by(self, rulebook: Rulebook) -> "JourneyTests":
        """Return the tests of another rulebook."""
        return JourneyTests(rulebook, self._municipalities)

    def result(self) -> Result | None:
        """Return how they fare; nothing while they are run."""
        if self._result is None:
            self._begin()
        return self._result

    def wait(self) -> Result:
        """Return how they fare, once they have been run."""
        self._begin().join()
        if self._result is None:  # it broke off: whoever waits is to see why
            self._result = run_journeys(self._rulebook, self._municipalities)
        return self._result

    def _begin(self) -> Thread:
        with self._lock:
            if self._running is None:
                # No daemon: a process that ends waits for these few seconds, and cuts nothing off.
                self._running = Thread(target=self._run)
                self._running.start()
            return self._running

    def _run(self) -> None:
        self._result = run_journeys(self._rulebook, self._municipalities)
