"""YAML → domain: the strict loader of rule files, and the only room that knows YAML.

Whatever is wrong is reported all at once, in Norwegian, with file, line and column; a rulebook
with a problem never goes live. The room decides nothing about a case: it does not evaluate
conditions, and it knows neither the engine nor the municipalities.
"""

from wizard.rulebook.archive import lay_out, load_contents, pack, unpack, unpacked
from wizard.rulebook.file_names import misnamed
from wizard.rulebook.loading import Trees, check, load
from wizard.rulebook.problems import Problem, RulebookError
from wizard.rulebook.source import brought

__all__ = [
    "Problem",
    "RulebookError",
    "Trees",
    "brought",
    "check",
    "lay_out",
    "load",
    "load_contents",
    "misnamed",
    "pack",
    "unpack",
    "unpacked",
]
