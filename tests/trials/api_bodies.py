"""Trial: mutated case files at the door for programs, to each of what takes a case.

    .venv/bin/python tests/trials/api_bodies.py [FILES [FIRST SEED]]

Ends with status 1 if anything answered with a fault of ours. About five minutes for 2,000 files.
"""

import logging
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "support"), str(ROOT)]


def main(files: int = 2000, first: int = 0) -> int:
    """Send the files, and tell how it went."""
    from api_cases import TAKEN, asked_with  # noqa: PLC0415
    from mutated_files import mutated, whole_file  # noqa: PLC0415

    from wizard.app import create_app, load_rulebook  # noqa: PLC0415
    from wizard.clock import today  # noqa: PLC0415
    from wizard.paths import RULES  # noqa: PLC0415
    from wizard.settings import Settings  # noqa: PLC0415

    started, statuses, broken = time.monotonic(), Counter[int](), []
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(folder=Path(folder), renderers=0), load_rulebook(RULES))
        whole, client = whole_file(app, today()), app.test_client()
        for seed in range(first, first + files):
            body = mutated(whole, seed)
            for address, sent in (
                ("advise", body),
                ("explain?ordning=startlan", body),
                ("compare", b'{"fra": ' + body + b"}"),
            ):
                status = asked_with(client, address, sent)
                statuses[status] += 1
                if status not in TAKEN:
                    broken.append(f"seed {seed}: {address}: {status}")
    seconds = time.monotonic() - started
    print(f"{files} files, {dict(statuses)}, {len(broken)} faults of ours; {seconds:.0f} s")
    print("\n".join(broken))
    return 1 if broken else 0


if __name__ == "__main__":
    logging.disable(logging.INFO)
    sys.exit(main(*map(int, sys.argv[1:])))
