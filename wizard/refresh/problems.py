"""What ends a refresh: one sentence to whoever runs it, and nothing is changed."""


class RefreshError(Exception):
    """The figures cannot be refreshed. The text is a Norwegian sentence that says why."""
