"""Every Norwegian text of the house, with its file and its written form.

A text in both forms stands in a rule file (`nb:` and `nn:`), in code (whatever takes `nb` and `nn`:
`Text`, `t`), in a template (`t("…", "…")`), in a page of its own (`….nn.html`) or in LESMEG.md. Any
other Norwegian is bokmål: the command line and its help, what is said to whoever runs it, the help
for editors, comments and names of examples in the rules.
"""

import ast
import re
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import TypeGuard

import yaml
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parents[2]
FORMS = ("nb", "nn")
CODE = ("wizard", "dev.py", "tests/gates")

# What gives a loose text away as Norwegian, and a sentence as English.
_NORWEGIAN = re.compile(
    r"[æøå]|\b(?:alle|av|bare|den|det|eller|en|er|et|fra|har|hver|i|ikke|ingen|kan|med|og|om|som|til"
    r"|ukjent|ved|vi)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:a|and|is|no|not|of|the|with)\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2,}\S*\s(?:.*\s)?\S*[^\W\d_]{2,}", re.DOTALL)
_COMMENT = re.compile(r"(?:^|\s)#\s(.*)$", re.MULTILINE)
_CONTENT = re.compile(r'content:\s*"([^"]*)"')
_MARKUP = re.compile(r"<style>.*?</style>|<[^>]*>|[\w-]+=\"", re.DOTALL)

Found = Iterator[tuple[str, str]]
"""The written form and the text."""


def texts() -> Iterator[tuple[Path, str, str]]:
    """Yield every text: its file, its written form and what it says."""
    pairs = takers_of_both()
    for path in files():
        yield from ((path, form, text) for form, text in texts_in(path, pairs))


def files() -> Iterator[Path]:
    """Yield every file that holds texts."""
    for place in CODE:
        path = ROOT / place
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]
    yield from sorted((ROOT / "templates").rglob("*.html"))
    yield from sorted((ROOT / "wizard").rglob("*.css"))
    yield from sorted((ROOT / "rules").rglob("*.yaml"))
    yield ROOT / "rules" / "LESMEG.md"


def texts_in(path: Path, pairs: set[str]) -> Found:
    """Yield the texts of one file."""
    source = path.read_text("utf-8")
    match path.suffix:
        case ".py":
            yield from in_code(source, pairs)
        case ".html":
            alone = path.suffixes[0].removeprefix(".")
            yield from in_template(source, (alone,) if alone in FORMS else FORMS)
        case ".css":
            yield from ((form, text) for text in _CONTENT.findall(source) for form in FORMS)
        case ".yaml":
            yield from in_rules(yaml.load(source, yaml.BaseLoader))  # noqa: S506 - text only
            yield from (("nb", comment) for comment in _COMMENT.findall(source))
        case _:
            yield from zip(FORMS, in_readme(source), strict=True)


def in_readme(text: str) -> list[str]:
    """Return the two halves of LESMEG.md, without the blocks of code."""
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL).split("\n## Nynorsk\n")


def in_rules(node: object, key: str = "") -> Found:
    """Yield the texts of a rule file; what stands in one form only is bokmål.

    Search words are what people type, in whichever form and spelling: no text of ours.
    """
    if isinstance(node, list):
        for item in node:
            yield from in_rules(item, key)
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from in_rules(value, name) if name != "sokeord" else ()
    elif isinstance(node, str) and (key in FORMS or _WORDS.search(node)):
        yield key if key in FORMS else "nb", node


def in_template(source: str, forms: tuple[str, ...]) -> Found:
    """Yield the texts of a template; what stands outside `t` is read in the forms of the page."""
    page = Environment(autoescape=True).parse(source)
    calls = list(page.find_all(nodes.Call))
    both = [call.args for call in calls if called(call.node, "name") == "t"]
    both += [each.items for call in calls for each in call.args if _is_pair(each)]
    for said in both:
        yield from zip(FORMS, (str(each.as_const()) for each in said), strict=True)
    paired = {id(each) for said in both for each in said}
    loose = [str(each.value) for each in page.find_all(nodes.Const) if id(each) not in paired]
    bare = _MARKUP.sub(" ", "{}".join(each.data for each in page.find_all(nodes.TemplateData)))
    for text in [*filter(norwegian, loose), bare]:
        yield from ((form, text) for form in forms)


def _is_pair(told: nodes.Expr) -> TypeGuard[nodes.Tuple]:
    """Whether something told in a call is a text in both forms, as where things are counted."""
    items = told.items if isinstance(told, nodes.Tuple) else []
    return len(items) == len(FORMS) and all(isinstance(each, nodes.Const) for each in items)


# --- code


def takers_of_both() -> set[str]:
    """Return the names of what takes a text in both forms, first bokmål and then nynorsk."""
    names = set()
    for path in sorted((ROOT / "wizard").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                taken = [each.arg for each in node.args.args]
            elif isinstance(node, ast.ClassDef):
                fields = (each for each in node.body if isinstance(each, ast.AnnAssign))
                taken = [ast.unparse(each.target) for each in fields]
            else:
                continue
            if taken[:2] == list(FORMS):
                names.add(node.name)
    return names


def in_code(source: str, pairs: set[str]) -> Found:
    """Yield the texts of a module."""
    yield from _Reader(pairs).read(ast.parse(source))


class _Reader:
    """Reads a module from the top, so that a string belongs to what it stands in."""

    def __init__(self, pairs: set[str]) -> None:
        self.pairs = pairs

    def read(self, node: ast.AST, form: str = "") -> Found:
        """Yield the texts below a node. Within a known form, each is a text."""
        said = literal(node)
        if said is not None:
            if form or norwegian(said):
                yield form or "nb", said
            filled = [each for each in ast.walk(node) if isinstance(each, ast.FormattedValue)]
            for each in filled:
                yield from self.read(each.value)
            return
        for child, inside in self._children(node, form):
            yield from self.read(child, inside)

    def _children(self, node: ast.AST, form: str) -> Iterator[tuple[ast.AST, str]]:
        if isinstance(node, ast.Call) and called(node.func, "id") in self.pairs:
            yield from zip(node.args, chain(FORMS, repeat("")), strict=False)
            yield from ((each.value, each.arg or "") for each in node.keywords)
        elif isinstance(node, ast.Call):
            yield node.func, form
            yield from ((each, "") for each in (*node.args, *node.keywords))
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                told = literal(key) if key else None
                yield value, told if told in FORMS else form
        else:
            skipped = None if _is_command(node) else _docstring(node)
            yield from ((each, form) for each in ast.iter_child_nodes(node) if each is not skipped)


def literal(node: ast.AST) -> str | None:
    """Return a string that stands there, with `{}` where something is filled in."""
    match node:
        case ast.Constant(value=str(said)):
            return said
        case ast.JoinedStr(values=parts):
            return "".join(literal(part) or "{}" for part in parts)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            ends = literal(left), literal(right)
            return None if None in ends else "".join(end or "" for end in ends)
    return None


def norwegian(said: str) -> bool:
    """Whether a loose string is a Norwegian text, and no key, command or word to developers."""
    if not _WORDS.search(said):
        return False
    sentence = said[:1].isupper() and said[1:2].islower() and not _ENGLISH.search(said)
    return sentence or bool(_NORWEGIAN.search(said))


def called(function: object, name: str) -> str:
    """Return the name that something is called by, in the tree of a module or of a template."""
    return str(getattr(function, name, "") or getattr(function, "attr", ""))


def _docstring(node: ast.AST) -> ast.stmt | None:
    if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
        return node.body[0]
    return None


def _is_command(node: ast.AST) -> bool:
    """Whether a docstring is the help of a command."""
    made_by = node.decorator_list if isinstance(node, ast.FunctionDef) else []
    return any(re.search(r"\b(?:command|group)\b", ast.unparse(each)) for each in made_by)
