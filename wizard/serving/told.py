"""Whether somebody has asked us to stop."""

import os
import signal


class Told:
    """Whether somebody has asked us to stop; asked once more, we stop at once."""

    def __init__(self) -> None:
        self.to_stop = False

    def listen_for_signals(self) -> None:
        """Be told by SIGTERM and SIGINT."""
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, self._stop)

    def _stop(self, number: int, _frame: object) -> None:
        if self.to_stop:
            os._exit(128 + number)
        self.to_stop = True
