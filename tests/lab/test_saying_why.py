"""When an example or a journey cannot hold, the rule tools name the cause."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from rule_folder import copy_to, edit

from wizard.cli import main
from wizard.lab.examples import run_examples
from wizard.lab.journeys import run_journeys
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA
from wizard.rulebook import load


def test_a_lost_old_value_of_a_rate_is_named_as_the_cause(tmp_path: Path) -> None:
    """Whoever replaces a dated value instead of adding one learns to let the old one stand."""
    root = copy_to(tmp_path)
    limit = "én tung søknad., nn: Under åtte veker rekk éin tung søknad.}\n  verdier: [{fra: "
    edit(root, "satser/tilskudd.yaml", f'{limit}"2020-01-01"', f'{limit}"2031-01-01"')
    said = [str(problem) for problem in run_examples(load(root)).problems]
    assert said
    assert all("har ingen verdi 20" in each for each in said), said
    assert all("La de gamle verdiene stå" in each for each in said)


def test_a_journey_in_a_kommune_that_does_not_exist_is_a_problem_not_a_crash(
    tmp_path: Path,
) -> None:
    """A number that no municipality has is reported where the journey stands."""
    root = copy_to(tmp_path)
    journey = root / "situasjoner" / "hammerfest.yaml"
    journey.write_text(journey.read_text(encoding="utf-8").replace("5603", "9999"), "utf-8")
    problems = run_journeys(load(root), load_municipalities(DATA)).problems
    assert ["9999" in str(each) for each in problems] == [True]


_HAMMERFEST = "situasjoner/hammerfest.yaml"
_GRANT = "tilskudd-etablering-og-tilpasning-i-distriktskommuner"
_TWO = f"i_ar: [{_GRANT}, lan-til-livslopsboliger]"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "i_ar: [lan-til-livslopsboliger]",
            f"Planen har også «{_GRANT}» i «i_ar».",
        ),
        (_TWO.replace("]", ", startlan]"), "Planen har ikke «startlan» i «i_ar»."),
        (
            f"i_ar: [lan-til-livslopsboliger, {_GRANT}]",
            "Planen har «i_ar» i en annen rekkefølge.",
        ),
        (
            "i_ar: [startlan]",
            (
                f"Planen har også «{_GRANT}», «lan-til-livslopsboliger» i «i_ar». "
                "Planen har ikke «startlan» i «i_ar»."
            ),
        ),
    ],
    ids=["more", "fewer", "order", "both"],
)
def test_one_round_is_enough_to_write_what_a_plan_has_become(
    tmp_path: Path, written: str, told: str
) -> None:
    """It is told at the line of the list, and the whole list is there to paste."""
    root = copy_to(tmp_path)
    edit(root, _HAMMERFEST, _TWO, written)
    (problem,) = run_journeys(load(root), load_municipalities(DATA)).problems
    lines = (root / _HAMMERFEST).read_text("utf-8").splitlines()
    assert lines[problem.place.line - 1] == written
    assert problem.message.nb.startswith(f"{told} Endre regelen, eller skriv hele listen slik: ")
    assert problem.message.nn.startswith("Planen har ")
    edit(root, _HAMMERFEST, written, problem.message.nb.partition("slik: ")[2])
    assert run_journeys(load(root), load_municipalities(DATA)).problems == ()


def test_what_does_not_hold_is_counted_by_example_and_journey(tmp_path: Path) -> None:
    """Two lists of one journey are one journey that does not hold."""
    root = copy_to(tmp_path)
    edit(root, _HAMMERFEST, f"{_TWO}\nneste: []", "i_ar: [startlan]\nneste: [utleielan-kommune]")
    done = CliRunner().invoke(main, ["rules", "test", str(root)])
    assert done.exit_code == 1
    assert done.output.endswith("Ett eksempel eller én situasjon stemmer ikke.\n")
    nynorsk = CliRunner().invoke(main, ["rules", "test", str(root), "--lang", "nn"]).output
    assert nynorsk.endswith("Eitt døme eller éin situasjon stemmer ikkje.\n")
