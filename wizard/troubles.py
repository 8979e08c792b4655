"""What the machine says when it will not do something, in words that tell what to look for."""

import errno

from wizard.domain.text import Text

_WORDS = {
    errno.ENOENT: Text("det finnes ikke", "det finst ikkje"),
    errno.EACCES: Text("det har vi ikke lov til", "det har vi ikkje lov til"),
    errno.EPERM: Text("det har vi ikke lov til", "det har vi ikkje lov til"),
    errno.EEXIST: Text("det finnes fra før", "det finst frå før"),
    errno.ENOTDIR: Text("en del av stien er en fil", "ein del av stien er ei fil"),
    errno.EISDIR: Text("det er en mappe, ikke en fil", "det er ei mappe, ikkje ei fil"),
    errno.ENOSPC: Text("disken er full", "disken er full"),
    errno.EROFS: Text("disken kan bare leses", "disken kan berre lesast"),
    errno.ENAMETOOLONG: Text("navnet er for langt", "namnet er for langt"),
    errno.EADDRINUSE: Text("porten er i bruk", "porten er i bruk"),
    errno.EADDRNOTAVAIL: Text(
        "denne maskinen har ikke den adressen", "denne maskina har ikkje den adressa"
    ),
}
_OTHER = Text("systemet sier «{what}»", "systemet seier «{what}»")


def why(error: OSError) -> Text:
    """Return why the system refused, as the end of a sentence; its own English where it is rare."""
    known = _WORDS.get(error.errno or 0)
    return known or _OTHER.format(what=error.strerror or type(error).__name__)
