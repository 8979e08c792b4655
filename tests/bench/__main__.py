"""`python3 dev.py bench [NAME …] [--json] [--rules DIR] [--profil]`: we, next to a known peer.

Each is a module here that offers `benchmarks(rules)`. What counts is the ratio: seconds depend on
the machine and on what else it does. `bench wizard [--address URL]` has no peer: it tells what it
costs a person to get through.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import assess
import growth
import impact
import journey_cost
import kommuner
import load
import paper
import paper_stages
import plans
import settled
import verdicts
import web
from measure import SECONDS, Benchmark, Measurement, measure

from wizard.paths import RULES

WIZARD = "wizard"
BENCHMARKS: dict[str, Callable[[Path], Iterator[Benchmark]]] = {
    "load": load.benchmarks,
    "verdicts": verdicts.benchmarks,
    "settled": settled.benchmarks,
    "assess": assess.benchmarks,
    "all-kommuner": kommuner.benchmarks,
    "impact": impact.benchmarks,
    "growth": growth.benchmarks,
    "plans": plans.benchmarks,
    "memo": paper.benchmarks,
    "web": web.benchmarks,
}


def main() -> int:
    """Run the benchmarks that were asked for; fail where one is over its limit."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join([*BENCHMARKS, WIZARD]))
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.add_argument("--rules", type=Path, default=RULES, help="another rulebook")
    parser.add_argument("--profil", action="store_true", help="only where a memo's time goes")
    parser.add_argument("--address", help="for wizard: a server that runs, of any version")
    asked = parser.parse_args()
    if asked.profil:
        print("\n".join([_machine(), *paper_stages.told(asked.rules)]))
        return 0
    if asked.names == [WIZARD]:
        print("\n".join([_machine(), *journey_cost.told(asked.rules, asked.address)]))
        return 0
    if unknown := [name for name in asked.names if name not in BENCHMARKS]:
        parser.error(
            f"no benchmark is called {', '.join(unknown)}; there is {', '.join(BENCHMARKS)}"
        )
    names = asked.names or list(BENCHMARKS)
    found = [measure(each) for name in names for each in BENCHMARKS[name](asked.rules)]
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
        lines += [
            f"{each.name}: {_times(each.ratio)} ({_bounds(each)}",
            f"  ours  {_amount(each.our_amount, each.unit)}  {each.ours}",
            f"  peer  {_amount(each.peer_amount, each.unit)}  {each.peer}",
            f"  pairs from {_times(each.lowest)} to {_times(each.highest)}",
        ]
    return "\n".join(lines)


def _bounds(found: Measurement) -> str:
    if found.limit is None:
        return "no limit)"
    aim = f", aim {_times(found.aim)}" if found.aim else ""
    return f"at most {_times(found.limit)}{aim}) {'ok' if found.held else 'TOO MUCH'}"


def _amount(amount: float, unit: str) -> str:
    return f"{amount * 1000:9.3f} ms" if unit == SECONDS else f"{amount:9.1f} {unit}"


def _times(ratio: float) -> str:
    """Write a ratio below one as 1/N: the peer takes N times as long."""
    return f"{ratio:.2f} ×" if ratio >= 1 else f"1/{1 / ratio:.1f}"


if __name__ == "__main__":
    sys.exit(main())
