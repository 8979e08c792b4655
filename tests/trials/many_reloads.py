"""Changes the rules two hundred times under an app that is used, and weighs it.

    .venv/bin/python tests/trials/many_reloads.py

Prints the memory of the process after each twentieth, and ends badly where it still grows in the
last half: then somebody keeps the old ones. Linux only.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "bench"), str(ROOT)]

from new_rules import our_rules  # noqa: E402 - the paths come first

from wizard.app import create_app, usable_rulebook  # noqa: E402
from wizard.rulebook import Trees  # noqa: E402
from wizard.settings import Settings  # noqa: E402
from wizard.web import services_of  # noqa: E402

_CHANGES, _EACH, _MOST_GROWTH = 200, 20, 1.05
_PAGES = ("/nb/ordninger?q=grunnlån", "/nb/sak/{link}/", "/nb/sak/{link}/rad", "/nb/regler")


def main() -> int:
    """Change, ask, weigh."""
    with TemporaryDirectory() as folder:
        weights = list(_weigh(Path(folder)))
    half = weights[len(weights) // 2]
    print(f"{half:.0f} MB after half, {weights[-1]:.0f} MB at the end")
    return int(weights[-1] > half * _MOST_GROWTH)


def _weigh(folder: Path) -> Iterator[float]:
    rules, trees = our_rules(folder / "regler"), Trees()
    app = create_app(Settings(folder, renderers=0), usable_rulebook(rules, trees), rules=rules)
    known, client = services_of(app), app.test_client()
    link = known.store.create(known.rulebook.journeys["namsskogan"].case, known.today())
    text = (rules / "regelverk.yaml").read_text("utf-8")
    for number in range(1, _CHANGES + 1):
        fresh = text.replace('versjon: "2026.11"', f'versjon: "2026.11.{number}"')
        (rules / "regelverk.yaml").write_text(fresh, "utf-8")
        book, now = usable_rulebook(rules, trees), services_of(app)
        now.rulebooks.keep(book, rules, now.today())
        now.going_by(book).attach(app)
        now.tallies.stop()
        for page in _PAGES:
            answer = client.get(page.format(link=link))
            assert answer.status_code == 200, page
            assert f"2026.11.{number}" in answer.text
        if number % _EACH == 0:
            status = Path("/proc/self/status").read_text("utf-8")
            weight = int(status.partition("VmRSS:")[2].split()[0]) / 1024
            print(f"{number:4}  {weight:.0f} MB", flush=True)
            yield weight


if __name__ == "__main__":
    sys.exit(main())
