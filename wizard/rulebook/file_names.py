"""What a rule file can be called, and what was probably meant by a name that none can have."""

from wizard.domain.suggestion import closest
from wizard.domain.text import Text
from wizard.rulebook.ids import as_id
from wizard.rulebook.layout import ENDING, FILES, FOLDERS, KNOWN, wrong_stem
from wizard.rulebook.messages import fill, listed
from wizard.rulebook.messages import form as say

_MOST_PARTS = 2  # a folder and a file


def misnamed(name: str) -> Text | None:
    """Return why no rule file can have a name, and what was probably meant; none if one can.

    A name that one can have leads nowhere but into its folder.
    """
    wrong = _wrong(name)
    if wrong is None:
        return None
    meant = _mended(name)
    if _wrong(meant) is not None:
        return fill(wrong, known=listed(KNOWN))
    if wrong in {say.STRAY_FOLDER, say.STRAY_FILE}:
        wrong = say.CANNOT_BE_CALLED  # one that is meant says more than all that there could be
    return fill(wrong, meant=meant, raw=name)


def _wrong(name: str) -> Text | None:
    if "\\" in name:
        return say.BACKSLASH
    parts = name.split("/")
    if len(parts) > _MOST_PARTS or not all(parts) or ".." in parts:
        return say.NOT_INSIDE
    folder, file = ["", *parts][-_MOST_PARTS:]
    if folder and folder not in FOLDERS:
        return say.STRAY_FOLDER
    if not file.endswith(ENDING):
        return say.WRONG_ENDING
    stem = file.removesuffix(ENDING)
    if folder:
        return wrong_stem(folder, stem)
    return None if stem in FILES else say.STRAY_FILE


def _mended(name: str) -> str:
    """Return the name as it was probably meant, which may be none that a file can have either."""
    parts = [part for part in name.lower().replace("\\", "/").split("/") if part not in {"", ".."}]
    *folders, file = parts or [""]
    stem = file.partition(".")[0]
    if not folders:
        return f"{closest(stem, FILES) or stem}{ENDING}"
    folder = closest(folders[-1], FOLDERS) or folders[-1]
    return f"{folder}/{as_id(stem) or stem}{ENDING}"
