"""`python3 dev.py bench [NAME …] [--json] [--rules DIR]`: how long we take, next to a known peer.

Each benchmark is a module here that offers `benchmark(rules)`. What counts is the ratio: seconds
depend on the machine and on what else it does.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import load
from measure import Benchmark, Measurement, measure

from wizard.paths import RULES

BENCHMARKS: dict[str, Callable[[Path], Benchmark]] = {"load": load.benchmark}


def main() -> int:
    """Run the benchmarks that were asked for; fail where one is over its limit."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.add_argument("--rules", type=Path, default=RULES, help="another rulebook")
    asked = parser.parse_args()
    if unknown := [name for name in asked.names if name not in BENCHMARKS]:
        parser.error(
            f"no benchmark is called {', '.join(unknown)}; there is {', '.join(BENCHMARKS)}"
        )
    names = asked.names or list(BENCHMARKS)
    found = [measure(BENCHMARKS[name](asked.rules)) for name in names]
    print(_as_json(found) if asked.json else _as_text(found))
    return 0 if all(each.held for each in found) else 1


def _machine() -> str:
    return f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}"


def _as_json(found: list[Measurement]) -> str:
    rows = [{**asdict(each), "held": each.held} for each in found]
    return json.dumps({"machine": _machine(), "benchmarks": rows}, indent=2)


def _as_text(found: list[Measurement]) -> str:
    lines = [_machine()]
    for each in found:
        verdict = "ok" if each.held else "TOO SLOW"
        lines += [
            f"{each.name}: {each.ratio:.2f} × (at most {each.limit:g} ×) {verdict}",
            f"  ours  {each.our_seconds * 1000:9.2f} ms  {each.ours}",
            f"  peer  {each.peer_seconds * 1000:9.2f} ms  {each.peer}",
            f"  pairs from {each.lowest:.2f} to {each.highest:.2f} ×",
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
