"""What `wizard advise` says of a full case is all that the advice holds, in both written forms."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from plans_told import rules, told

from wizard.cli import main
from wizard.cli.show import advice_lines
from wizard.domain.text import Language
from wizard.store import casefile


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("journey", sorted(rules().journeys))
def test_nothing_in_the_plan_is_left_out(journey: str, language: Language) -> None:
    report = told(journey, language)
    lines = list(advice_lines(report))
    for number, member in enumerate((*report.core, *report.later), start=1):
        start = f"  {number}. {member.account.scheme.headline} ("
        assert [line for line in lines if line.startswith(start)], start
    for scheme in report.schemes:
        assert f"  {scheme.scheme.name}: {scheme.label}" in lines
    for each in report.no_room:
        assert f"  - {each.account.scheme.name}. {each.why}" in lines
    for known in report.made_known:
        assert f"  - {known.scheme.name} ({known.label})" in lines
    asked = [each.question for each in report.questions[:3]]
    assert [f"  {number}. {each}" for number, each in enumerate(asked, start=1)] == [
        line for line in lines if any(line.endswith(f". {each}") for each in asked)
    ]


def test_the_command_writes_those_lines(tmp_path: Path) -> None:
    journey = min(rules().journeys)
    file = tmp_path / "sak.json"
    file.write_text(casefile.write(rules().journeys[journey].case), encoding="utf-8")
    done = CliRunner().invoke(main, ["advise", str(file)])
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == "\n".join(advice_lines(told(journey))).splitlines()
