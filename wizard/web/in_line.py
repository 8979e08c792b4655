"""A line for what takes long to compose: one at a time in a process, so that pages come between.

Python works at one thing at a time: six papers composed at once leave a page a seventh of it, and
each paper is there no sooner. Who stands in line holds a thread, so the line is short.
"""

import threading
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from wizard.press.problems import TooManyRenders

# So many may wait, each for so many seconds; far fewer than the server has threads.
_LONGEST, _PATIENCE = 9, 20.0
_ROOM = threading.BoundedSemaphore(_LONGEST)
_TURN = threading.Lock()
Given = ParamSpec("Given")
Result = TypeVar("Result")


def in_line(work: Callable[Given, Result]) -> Callable[Given, Result]:
    """Have the work done when its turn comes.

    Raises:
        TooManyRenders: too many wait already, or it took too long.

    """

    @wraps(work)
    def done(*given: Given.args, **named: Given.kwargs) -> Result:
        if not _ROOM.acquire(blocking=False):
            raise TooManyRenders
        try:
            if not _TURN.acquire(timeout=_PATIENCE):
                raise TooManyRenders
            try:
                return work(*given, **named)
            finally:
                _TURN.release()
        finally:
            _ROOM.release()

    return done
