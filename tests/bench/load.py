"""Loading, checking and building the whole rulebook, against merely composing the same files."""

from collections.abc import Iterator
from pathlib import Path

import yaml
from measure import Benchmark, Side

from wizard.rulebook import load

# What a strict reader with places, types, references and two languages may cost.
_LIMIT = 8.0


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmark for one folder of rules."""
    texts = [path.read_bytes() for path in sorted(rules.rglob("*.yaml"))]

    def compose() -> None:
        for text in texts:
            yaml.compose(text, Loader=yaml.CSafeLoader)

    libyaml = ".".join(map(str, yaml._yaml.get_version()))  # noqa: SLF001 - the only way to ask
    yield Benchmark(
        name="load",
        ours=Side(f"load {len(texts)} files", lambda: load(rules)),
        peer=Side("yaml.compose", compose, f"PyYAML {yaml.__version__}, libyaml {libyaml}"),
        limit=_LIMIT,
    )
