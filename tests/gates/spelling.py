"""Spell the Norwegian texts with Debian's dictionaries, each written form with its own.

Which texts there are, `texts.py` tells. Words of the field that no dictionary has are in
`words.txt` (both forms), `words.nb.txt` and `words.nn.txt`, sorted, one a line.
"""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from texts import FORMS, ROOT, texts

HERE = Path(__file__).parent
SKIPPED = 77
"""What a gate says when its tool is missing."""

# Not words: addresses, slots, what stands in code, commands between «», settings, files,
# options, endings of files, lists of such, tags of languages, signs by their number, patterns.
_NOT_WORDS = re.compile(
    r"https?://\S+|\{[^}]*\}|`[^`]*`|%s|«[a-z_ :-]+»|\b[A-Z]+(?:_[A-Z]+)+\b"
    r"|\b[\w.-]+\.(?:no|com|as|yaml|json|md|py)\b|\b[\w-]+/[\w-]+/\S+"
    r"|--[a-z][a-z-]*|\B\.[a-z]{3,4}\b|\b\w+(?:,\w+)+\b|\b[a-z]{2}-[A-Z]{2}\b|\\u\w{4}|\\[a-z]\b"
)
_WORD = re.compile(r"[^\W\d_]+")


def known(form: str) -> set[str]:
    """Return the words that we vouch for: lower case fits any case, capitals only themselves."""
    files = (HERE / "words.txt", HERE / f"words.{form}.txt")
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    names = (ROOT / "wizard/municipalities/data/kommuner.csv").read_text("utf-8")
    return {*lines, *_WORD.findall(names)}


def misspelt(words: set[str], form: str) -> set[str]:
    """Return the words that neither the dictionary nor we know."""
    call = ["hunspell", "-d", f"{form}_NO", "-i", "utf-8", "-l"]
    asked = "\n".join(sorted(words))
    done = subprocess.run(call, input=asked, capture_output=True, text=True, check=True)
    ours = known(form)
    return {word for word in done.stdout.split() if not {word, word.lower()} & ours}


@cache
def words_seen() -> dict[str, dict[str, Path]]:
    """Return each word of either form, with the first file that has it."""
    seen: dict[str, dict[str, Path]] = {form: {} for form in FORMS}
    for path, form, text in texts():
        for word in _WORD.findall(_NOT_WORDS.sub(" ", text)):
            seen[form].setdefault(word, path.relative_to(ROOT))
    return seen


def main() -> int:
    """Print each unknown word with the first file that has it."""
    seen = words_seen()
    try:
        wrong = [(form, word) for form in FORMS for word in misspelt(set(seen[form]), form)]
    except (FileNotFoundError, subprocess.CalledProcessError):
        print("Ordlistene mangler. På Debian: `apt-get install hunspell hunspell-no`")
        return SKIPPED
    for form, word in sorted(wrong):
        print(f"{seen[form][word]}: «{word}» ({form})")
    if wrong:
        print("Rett ordet, eller legg det i tests/gates/words*.txt.")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
