"""Why a page did not become a PDF, said to whoever asked for it."""

import json
from dataclasses import asdict

from wizard.domain.text import Text

_TIMED_OUT = Text(
    "Det tok mer enn {seconds} sekunder å lage PDF-en, så vi stanset.",
    "Det tok meir enn {seconds} sekund å lage PDF-en, så vi stansa.",
)
_TOO_LARGE = Text(
    "PDF-en trengte mer enn {megabytes} megabyte minne, så vi stanset.",
    "PDF-en trong meir enn {megabytes} megabyte minne, så vi stansa.",
)
_FAILED = Text(
    "Noe stanset mens vi laget PDF-en. Prøv igjen.",
    "Noko stansa medan vi laga PDF-en. Prøv igjen.",
)
_TOO_MANY = Text(
    "Mange lager PDF akkurat nå. Prøv igjen om litt.",
    "Mange lagar PDF akkurat no. Prøv igjen om litt.",
)


class NotPrinted(RuntimeError):
    """There is no PDF. `message` says why; the page itself can still be shown as HTML."""

    def __init__(self, message: Text) -> None:
        self.message = message
        super().__init__(message.nb)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel whole from the process that met the problem."""
        return _arrived, (type(self), self.args, self.__dict__)


class RenderTimedOut(NotPrinted):
    """It took longer than it may, in seconds, and was stopped."""

    def __init__(self, seconds: float) -> None:
        super().__init__(_TIMED_OUT.format(seconds=round(seconds)))


class RenderTooLarge(NotPrinted):
    """It wanted more memory than it may have, in megabytes."""

    def __init__(self, megabytes: int) -> None:
        super().__init__(_TOO_LARGE.format(megabytes=megabytes))


class RenderFailed(NotPrinted):
    """The process that made it died."""

    def __init__(self) -> None:
        super().__init__(_FAILED)


class TooManyRenders(NotPrinted):
    """So many wait already that nobody else may."""

    def __init__(self) -> None:
        super().__init__(_TOO_MANY)


def written(problem: NotPrinted) -> str:
    """Return a problem as text, to be told on another machine."""
    return json.dumps({"kind": type(problem).__name__, "message": asdict(problem.message)})


def read(text: str) -> NotPrinted:
    """Return the problem that was written; one of a kind that only its maker knows is plain."""
    told = json.loads(text)
    message = Text(**told["message"])
    kinds = {each.__name__: each for each in (RenderTimedOut, RenderTooLarge, RenderFailed)}
    return _arrived(kinds.get(told["kind"], NotPrinted), (message.nb,), {"message": message})


def _arrived(
    kind: type[NotPrinted], arguments: tuple[object, ...], state: dict[str, object]
) -> NotPrinted:
    problem = kind.__new__(kind, *arguments)
    problem.__dict__.update(state)
    return problem
