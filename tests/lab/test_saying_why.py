"""When an example or a journey cannot hold, the rule tools name the cause."""

from pathlib import Path

from rule_folder import copy_to, edit

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
