"""Spell the Norwegian texts with Debian's dictionaries, each written form with its own.

Texts are taken from where both forms stand side by side: rule files (`nb:` and `nn:`), code
(`Text(nb, nn)`), templates (`t("…", "…")`) and LESMEG.md. Words of the field that no dictionary
has are in `words.txt` (both forms), `words.nb.txt` and `words.nn.txt`, sorted, one a line.
"""

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
FORMS = ("nb", "nn")
_CALL = re.compile(r'[t ]\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*[,)]')
# Not words: addresses, slots, what stands in code, commands between «».
_NOT_WORDS = re.compile(
    r"https?://\S+|\{[^}]*\}|`[^`]*`|%s|«[a-z_ :-]+»|\b[\w.-]+\.(?:no|com|as|yaml|json)\b"
)
_WORD = re.compile(r"[^\W\d_]+")

Pair = tuple[str, str]


def in_rules(node: object) -> Iterator[Pair]:
    """Yield the texts of a rule file."""
    if isinstance(node, list):
        for item in node:
            yield from in_rules(item)
    elif isinstance(node, dict):
        if isinstance(node.get("nb"), str) and isinstance(node.get("nn"), str):
            yield node["nb"], node["nn"]
        for value in node.values():
            yield from in_rules(value)


def in_code(source: str) -> Iterator[Pair]:
    """Yield the texts of a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
            texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
            if len(texts) == len(FORMS):
                yield str(texts[0]), str(texts[1])


def in_readme(text: str) -> Iterator[Pair]:
    """Yield the two halves of LESMEG.md, without the blocks of code."""
    plain = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    nb, nn = plain.split("\n## Nynorsk\n")
    yield nb, nn


def texts() -> Iterator[tuple[Path, Pair]]:
    """Yield every text with its file."""
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        node = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - text only
        yield from ((path, pair) for pair in in_rules(node))
    for path in sorted((ROOT / "wizard").rglob("*.py")):
        yield from ((path, pair) for pair in in_code(path.read_text("utf-8")))
    for path in sorted((ROOT / "templates").rglob("*.html")):
        yield from ((path, pair) for pair in _CALL.findall(path.read_text("utf-8")))
    path = ROOT / "rules" / "LESMEG.md"
    yield from ((path, pair) for pair in in_readme(path.read_text("utf-8")))


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


def main() -> int:
    """Print each unknown word with the first file that has it."""
    seen: dict[str, dict[str, Path]] = defaultdict(dict)
    for path, pair in texts():
        for form, text in zip(FORMS, pair, strict=True):
            for word in _WORD.findall(_NOT_WORDS.sub(" ", text)):
                seen[form].setdefault(word, path.relative_to(ROOT))
    try:
        wrong = [(form, word) for form in FORMS for word in misspelt(set(seen[form]), form)]
    except FileNotFoundError:
        print("hunspell mangler. På Debian: apt-get install hunspell hunspell-no")
        return 0
    for form, word in sorted(wrong):
        print(f"{seen[form][word]}: «{word}» ({form})")
    if wrong:
        print("Rett ordet, eller legg det i tests/gates/words*.txt.")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
