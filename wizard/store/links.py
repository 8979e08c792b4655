"""The secret links of a case: 128 random bits, of which only a hash is kept.

The reading link and the adviser's are worked out from the secret link, so that whoever has the
secret can always show them; there is no way back.
"""

import base64
import hashlib
import hmac
import re
import secrets
from urllib.parse import unquote

LINK = re.compile(r"[a-z2-7]{26}")
_BYTES = 16
LENGTH = 26
_SIGNS = re.compile(r"/sak/([a-z2-7]*)")
_IN_ADDRESS = re.compile(r"/sak/([a-z2-7]{26})")
# The last sign of a link carries three bits of the 128: so no long word is taken for one.
_ALONE = re.compile(r"(?<![a-z0-9])[a-z2-7]{25}[aeimquy4](?![a-z0-9])")
# Where mail programs break a line, what they put before a quoted one, and what cannot be seen.
_BREAKS = re.compile(r"=\r?\n|[\s>\u00ad\u200b-\u200d\u2060\ufeff]+")


def new_link() -> str:
    """Return a link that nobody can guess."""
    return _spell(secrets.token_bytes(_BYTES))


def link_made_once(by: str) -> str:
    """Return the link of the case that one press makes; `by` is a secret that only it sends."""
    return _spell(hmac.digest(by.encode(), b"ny sak", "sha256")[:_BYTES])


def reading_link(link: str) -> str:
    """Return the read-only link that belongs to a secret link."""
    return _spell(hmac.digest(link.encode(), b"lesetilgang", "sha256")[:_BYTES])


def adviser_link(link: str) -> str:
    """Return the link for an adviser that belongs to a secret link."""
    return _spell(hmac.digest(link.encode(), b"radgiver", "sha256")[:_BYTES])


def link_in(text: str) -> str | None:
    """Return the link in whatever was pasted: an address, a line of a mail, the link alone.

    It may be in capitals, broken over lines, between signs, or inside another address.
    """
    plain = unquote(text).lower()
    whole = _BREAKS.sub("", plain)
    if found := _IN_ADDRESS.search(whole):
        return found[1]
    alone = _ALONE.search(plain)
    if alone:
        return alone[0]
    return whole if _ALONE.fullmatch(whole) else None


def signs_of_link(text: str) -> int | None:
    """Return how many signs the link has in a pasted address of a case; `None` without an address.

    A whole one has `LENGTH`. What `link_in` finds in a longer one is its beginning.
    """
    plain = unquote(text).lower()
    found = _SIGNS.search(_BREAKS.sub("", plain) if link_in(text) is None else plain)
    return len(found[1]) if found else None


def is_cut_off(text: str) -> bool:
    """Whether what was pasted holds an address of a case that lacks the end of its link."""
    signs = signs_of_link(text)
    return signs is not None and signs < LENGTH and link_in(text) is None


def hash_link(link: str) -> bytes:
    """Return what is stored of a link."""
    return hashlib.sha256(link.encode()).digest()


def _spell(raw: bytes) -> str:
    return base64.b32encode(raw).decode().rstrip("=").lower()
