"""What decides a page besides its content: this program, and the tools that set and write it.

Two short tokens, the same in every process. A version alone would not do: a checkout has many
programs called 0.1.0, and the bytes of a file hang on more than WeasyPrint. So each token begins
with what people know and ends with the first digits of a checksum over all of it.
"""

import ctypes
import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from wizard.characters import FONT_FILES
from wizard.paths import PACKAGE, STATIC, TEMPLATES
from wizard.settings import program_version

_US = "virkemiddelveiviser"
_DIGITS = 12
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_OF_AN_EXTRA = re.compile(r";.*\bextra\b")
# The names that WeasyPrint itself looks for, by what each tells its version with.
_NATIVE = {
    "Pango": (
        "pango_version_string",
        ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "libpango-1.0-0"),
    ),
    "HarfBuzz": (
        "hb_version_string",
        ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll", "libharfbuzz-0"),
    ),
}


@cache
def program() -> str:
    """Return this program: its version and a checksum of its code, templates and styles."""
    code = (path for path in PACKAGE.rglob("*.py") if path.parent.name != "fonts")
    found = [
        *(("wizard", PACKAGE, path) for path in code),
        *(("templates", TEMPLATES, path) for path in TEMPLATES.rglob("*.html")),
        *(("static", STATIC, path) for path in STATIC.rglob("*.css")),
    ]
    named = {f"{root}/{path.relative_to(folder).as_posix()}": path for root, folder, path in found}
    return f"{program_version()}-{_checksum(_files(named))}"


@cache
def library() -> str:
    """Return the tools: WeasyPrint, Pango, HarfBuzz, and a checksum of every library and font.

    A machine without Pango says so: it makes no PDF, but other forms of the same paper.
    """
    native = {name: _native_version(*how) for name, how in _NATIVE.items()}
    releases = {name: metadata.version(name) for name in _libraries()}
    fonts = _checksum(_files({str(weight): path for weight, path in FONT_FILES.items()}))
    whole = {**releases, **native, "fonts": fonts, "zlib": zlib.ZLIB_RUNTIME_VERSION}
    checksum = _checksum(f"{name} {whole[name]}\n".encode() for name in sorted(whole))
    told = {"WeasyPrint": releases.get("weasyprint", "none"), **native}
    return "-".join([*(f"{name}_{version}" for name, version in told.items()), checksum])


def _checksum(parts: Iterable[bytes]) -> str:
    digest = sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:_DIGITS]


def _files(named: dict[str, Path]) -> Iterator[bytes]:
    for name in sorted(named):
        content = named[name].read_bytes()
        yield f"{name}\0{len(content)}\0".encode()
        yield content


def _libraries() -> set[str]:
    """Return every distribution that this program needs, and what they need in turn."""
    found: set[str] = set()
    waiting = [_US]
    while waiting:
        for needed in _needs(waiting.pop()):
            if needed not in found:
                found.add(needed)
                waiting.append(needed)
    return found


def _needs(name: str) -> Iterator[str]:
    """Yield what one distribution needs and this machine has, by its plain name."""
    for requirement in metadata.requires(name) or ():
        named = _NAME.match(requirement)
        if named is None or _OF_AN_EXTRA.search(requirement):
            continue
        needed = re.sub(r"[-_.]+", "-", named[0]).lower()
        try:
            metadata.version(needed)
        except metadata.PackageNotFoundError:
            continue  # needed on another system only
        yield needed


def _native_version(function: str, names: Iterable[str]) -> str:
    for name in names:
        try:
            tell = getattr(ctypes.CDLL(name), function)
        except (OSError, AttributeError):
            continue
        tell.restype = ctypes.c_char_p
        return str(tell().decode())
    return "none"
