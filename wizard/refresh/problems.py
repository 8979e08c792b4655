"""What ends a refresh: one sentence to whoever runs it, and nothing is changed."""

from urllib3.exceptions import HTTPError

from wizard.domain.text import Text


class RefreshError(Exception):
    """The figures cannot be refreshed. The text is a Norwegian sentence that says why."""


_MOST_SHOWN = 300
_CAUSES = {
    "ReadTimeoutError": Text("det tok for lang tid", "det tok for lang tid"),
    "ConnectTimeoutError": Text("det tok for lang tid", "det tok for lang tid"),
    "NameResolutionError": Text("finner ikke maskinen", "finn ikkje maskina"),
    "NewConnectionError": Text("ingen svarer på adressen", "ingen svarer på adressa"),
    "ProtocolError": Text("svaret ble kuttet av", "svaret vart kutta av"),
    "IncompleteRead": Text("svaret ble kuttet av", "svaret vart kutta av"),
    "SSLError": Text("forbindelsen er ikke sikker", "sambandet er ikkje sikkert"),
}


def why(failed: HTTPError) -> Text:
    """Return the innermost cause, in a few words where it is a common one."""
    cause: BaseException = getattr(failed, "reason", None) or failed
    name = type(cause).__name__
    return _CAUSES.get(name, Text(name, name))


def shown(text: str) -> str:
    """Return what somebody else wrote as one short line, without signs that steer a terminal."""
    line = " ".join(text.split())[:_MOST_SHOWN]
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)
