"""The secret links of a case: 128 random bits, of which only a hash is kept.

The reading link and the adviser's are worked out from the secret link, so that whoever has the
secret can always show them; there is no way back.
"""

import base64
import hashlib
import hmac
import re
import secrets

LINK = re.compile(r"[a-z2-7]{26}")
_BYTES = 16


def new_link() -> str:
    """Return a link that nobody can guess."""
    return _spell(secrets.token_bytes(_BYTES))


def reading_link(link: str) -> str:
    """Return the read-only link that belongs to a secret link."""
    return _spell(hmac.digest(link.encode(), b"lesetilgang", "sha256")[:_BYTES])


def adviser_link(link: str) -> str:
    """Return the link for an adviser that belongs to a secret link."""
    return _spell(hmac.digest(link.encode(), b"radgiver", "sha256")[:_BYTES])


def hash_link(link: str) -> bytes:
    """Return what is stored of a link."""
    return hashlib.sha256(link.encode()).digest()


def _spell(raw: bytes) -> str:
    return base64.b32encode(raw).decode().rstrip("=").lower()
