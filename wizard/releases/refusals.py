"""What stands in the way of a release."""

from wizard.domain.text import Text


class RefusedError(Exception):
    """A step cannot be taken, and nothing is changed; says why, and what to do."""

    def __init__(self, message: Text) -> None:
        self.message = message
        super().__init__(message.nb)
