"""Trial: mutated case files at the door, then every page of those that come in.

    .venv/bin/python tests/trials/case_files.py [FILES [FIRST SEED]]

Ends with status 1 if anything answered with a fault of ours. About ten minutes for 2,000 files.
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
    """Send the files, open the cases, and tell how it went."""
    from mutated_files import broken_pages, mutated, received, whole_file  # noqa: PLC0415
    from pages import Site  # noqa: PLC0415

    from wizard.app import create_app, load_rulebook  # noqa: PLC0415
    from wizard.clock import today  # noqa: PLC0415
    from wizard.paths import RULES  # noqa: PLC0415
    from wizard.settings import Settings  # noqa: PLC0415

    started, statuses, broken = time.monotonic(), Counter[int](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(folder=Path(folder), renderers=0), load_rulebook(RULES))
        whole, client = whole_file(app, today()), app.test_client()
        token = Site(client).token()
        for seed in range(first, first + files):
            status, link = received(client, mutated(whole, seed), token)
            statuses[status] += 1
            found = broken_pages(client, link) if link else []
            if status >= 500 or found:
                broken[f"seed {seed}: {status}, {[each.partition(link)[2] for each in found]}"] += 1
    seconds = time.monotonic() - started
    print(f"{files} files, {dict(statuses)}, {len(broken)} of them broke a page; {seconds:.0f} s")
    print("\n".join(broken))
    return 1 if broken else 0


if __name__ == "__main__":
    logging.disable(logging.INFO)
    sys.exit(main(*map(int, sys.argv[1:])))
