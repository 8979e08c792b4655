"""Ways out of a page with a form: each is a button that saves first, and names where it leads."""

import re
from urllib.parse import urlencode

from flask import request, url_for

OTHER_LANGUAGE = "sprak"
UNDO = "angre"

# A path of ours, in one of our languages; a browser reads a backslash as a slash.
_OURS = re.compile(r"/(?:nb|nn)/[!-\[\]-~]*")
_FILE = re.compile(r".*/(?:notat\.(?:pdf|docx|ics|csv)|[a-z]+\.json)(?:\?.*)?")


def way_out() -> str:
    """Return the address that the sender leaves for; empty where the page decides itself."""
    return ours(request.form.get("uten") or request.form.get("ga", ""))


def ours(address: str) -> str:
    """Return an address that was sent, where it leads to a page of ours; else nothing."""
    return address if _OURS.fullmatch(address) else ""


def regardless() -> bool:
    """Whether the sender leaves what cannot be read behind, having been told of it."""
    return bool(ours(request.form.get("uten", "")))


def settles() -> bool:
    """Whether a page is sent by its own button: only that puts one's own in another's place."""
    return not {"ga", "uten", "tilbakestill"} & request.form.keys()


def is_file(address: str) -> bool:
    """Whether an address hands out a file, so that the browser stays on the page it has."""
    return bool(_FILE.fullmatch(address))


def file_that_follows() -> str:
    """Return the address of the file of the opened case that was asked for with a save, if any.

    It is sent from a page made after the save, which does not mistake that for somebody else's.
    """
    wanted = ours(request.args.get("hent", ""))
    return wanted if is_file(wanted) and wanted.startswith(url_for("case.overview")) else ""


def here(*without: str) -> str:
    """Return the address of this request, with what stands behind the question mark.

    `without` are names in it to leave out.
    """
    kept = [(name, said) for name, said in request.args.items(multi=True) if name not in without]
    return f"{request.path}?{urlencode(kept)}" if kept else request.path
