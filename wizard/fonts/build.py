"""Build hook: cut the fonts of memo and web out of Inter, once for each version.

Two static weights, because WeasyPrint does not read weight ranges; a family name of our
own, because another Inter on the machine must not be mistaken for ours. The result lies
beside this file, is ignored by git and is carried by the wheel: TTF for the memo, WOFF2
for the browser. Hatchling runs this before every wheel and editable installation.
"""

import hashlib
import shutil
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import fontpkg_inter
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FAMILY = "Notat Sans"
WEIGHTS = {"Regular": 400, "Bold": 700}
OUTLINES = "files/Inter[opsz,wght].ttf"
TEXT_SIZE = 14  # the optical size that is drawn for running text
BLOCKS = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B: every official kommune name
    (0x02B0, 0x036F),  # accents, loose and combining
    (0x2000, 0x209F),  # punctuation, spaces, raised and lowered figures
    (0x20A0, 0x218F),  # currencies, letter-like signs, fractions
    (0x2190, 0x22FF),  # arrows and mathematics: → ← − × ≤ ≥
    (0x25A0, 0x27BF),  # boxes, warning sign, tick
]
FEATURES = ["case", "ccmp", "kern", "locl", "mark", "mkmk", "tnum"]
STAND_INS = {0x2610: 0x25A1}  # Inter has no ballot box: its white square is one
UNTOUCHED_NAMES = {0, 5, 13, 14}  # copyright, version, licence and its address
BOLD, REGULAR = 1 << 5, 1 << 6  # bits of OS/2.fsSelection


class FontHook(BuildHookInterface):  # type: ignore[type-arg]
    """What hatchling calls."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Cut the fonts, unless the ones that lie there are of today's making."""
        cut_if_stale(Path(self.root) / "wizard" / "fonts")


def cut_if_stale(folder: Path) -> None:
    """Fill `folder`; the stamp is written last, so that a broken run is done again."""
    stamp, recipe = folder / "stamp", _recipe()
    if stamp.exists() and stamp.read_text() == recipe:
        return
    stamp.unlink(missing_ok=True)
    subset = _subset(Path(fontpkg_inter.ROOT) / OUTLINES)
    for style, weight in WEIGHTS.items():
        font = _instance(subset, style, weight)
        font.save(folder / f"NotatSans-{style}.ttf")
        font.flavor = "woff2"
        font.save(folder / f"NotatSans-{style}.woff2")
    shutil.copyfile(Path(fontpkg_inter.ROOT) / "LICENSE", folder / "OFL.txt")
    stamp.write_text(recipe)


def _recipe() -> str:
    """Name everything that the bytes depend on."""
    script = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    tools = (f"{name} {version(name)}" for name in ("fontpkg-inter", "fonttools", "brotli"))
    return "\n".join([*tools, f"build.py {script}", ""])


def _subset(outlines: Path) -> bytes:
    """Drop what Norwegian texts never use, and every feature that would change a text."""
    font = TTFont(outlines, recalcTimestamp=False, lazy=False)
    for table in font["cmap"].tables:
        for missing, present in STAND_INS.items():
            table.cmap.setdefault(missing, table.cmap[present])
    options = Options(layout_features=FEATURES, hinting=False, name_IDs=["*"])
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[sign for low, high in BLOCKS for sign in range(low, high + 1)])
    subsetter.subset(font)
    result = BytesIO()
    font.save(result)
    return result.getvalue()


def _instance(subset: bytes, style: str, weight: int) -> TTFont:
    """Fix the weight, and put our own name on it."""
    font = TTFont(BytesIO(subset), recalcTimestamp=False)
    place = {"wght": weight, "opsz": TEXT_SIZE}
    instantiateVariableFont(font, place, inplace=True, overlap=OverlapMode.KEEP_AND_SET_FLAGS)
    del font["STAT"]
    name, full = font["name"], f"{FAMILY} {style}"
    name.names = [record for record in name.names if record.nameID in UNTOUCHED_NAMES]
    file_name = full.replace(" ", "", 1).replace(" ", "-")
    identity = f"{file_name};{version('fontpkg-inter')}"
    for number, text in {1: FAMILY, 2: style, 3: identity, 4: full, 6: file_name}.items():
        name.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection &= ~(BOLD | REGULAR)
    font["OS/2"].fsSelection |= BOLD if style == "Bold" else REGULAR
    font["head"].macStyle = int(style == "Bold")
    return font
