"""Examples around a threshold hold when they are pasted in, and notice when it moves."""

import re
import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from click.testing import CliRunner

from wizard.cli import main
from wizard.cli.boundaries import told
from wizard.domain.sources import DatedValue
from wizard.domain.text import Language
from wizard.lab.boundaries import boundaries
from wizard.lab.examples import run_examples
from wizard.paths import RULES
from wizard.rulebook import load


def paste(folder: Path, output: str) -> int:
    """Paste what the command printed where it says, and return how many examples there were."""
    for part in re.split(r"(?m)^(?=# .*: Lim inn)", output):
        heading, _, examples = part.partition("\n")
        if not heading:
            continue  # what stands before the first
        where = re.fullmatch(r"# (.*): Lim inn .* i (.*)\.", heading)
        assert where
        file, rule = where.groups()
        path = folder / file
        text = path.read_text("utf-8")
        if file == "rimelighet.yaml":
            before, mark, after = text.partition(f"- id: {rule}\n")
            start, key, rest = after.partition("    eksempler:\n")
            path.write_text(f"{before}{mark}{start}{key}{examples.rstrip()}\n{rest}", "utf-8")
        else:
            path.write_text(f"{text.rstrip()}\n{examples.rstrip()}\n", "utf-8")
    return output.count("- navn:")


def test_all_of_our_boundaries_hold_where_they_are_pasted_in(tmp_path: Path) -> None:
    """Every file with a threshold, as it stands today; and then there is nothing left to paste."""
    folder = Path(shutil.copytree(RULES, tmp_path / "rules"))
    ours = load(folder)
    files = sorted(
        {
            each.relative_to(folder).as_posix()
            for part in ("behov", "virkemidler", "tiltak")
            for each in (folder / part).iterdir()
        }
        | {"rimelighet.yaml"}
    )
    found = [each for file in files for each in boundaries(ours, file, Language.NB)]
    pasted = paste(folder, "\n".join(told(each, Language.NB) for each in found))
    assert pasted > 100
    again = load(folder)
    assert not run_examples(again).problems
    assert run_examples(again).count == run_examples(ours).count + pasted
    assert not [each for file in files for each in boundaries(again, file, Language.NB)]


def test_a_rate_that_changes_has_a_boundary_for_each_value() -> None:
    """The later one is tried on the first day that it holds."""
    ours = load(RULES)
    rate = ours.rates["hoy_andel_80"]
    later = DatedValue(date(2027, 6, 1), Decimal("8.5"))
    changed = replace(
        ours, rates={**ours.rates, rate.id: replace(rate, values=(*rate.values, later))}
    )
    found = [each for each in boundaries(changed, rate.id, Language.NN) if each.rule == "eldre"]
    assert [each.examples[1].split("\n")[:2] for each in found] == [
        ["- navn: andel_80 er 7, på grensa 7", '  dato: "2026-11-22"'],
        ["- navn: andel_80 er 8.5, på grensa 8.5", '  dato: "2027-06-01"'],
    ]
    assert all(each.tells for each in found)


def test_a_file_of_rates_has_the_boundaries_of_its_rates() -> None:
    ours = load(RULES)
    rate = ours.rates["hoy_andel_80"]
    found = boundaries(ours, rate.place.file, Language.NB)
    assert set(boundaries(ours, rate.id, Language.NB)) <= set(found)


def test_a_figure_that_is_calculated_never_stands_beside_what_it_is_calculated_from() -> None:
    found = boundaries(load(RULES), "rimelighet.yaml", Language.NB)
    (oldest,) = (each for each in found if each.fact == "andel_80_av_67")
    assert oldest.tells
    assert [each.split("\n")[2] for each in oldest.examples] == [
        f'  opplysninger: {{andel_80_av_67: "{share}"}}' for share in ("59.9", "60", "60.1")
    ]


def test_the_command_prints_them_for_one_file() -> None:
    done = CliRunner().invoke(main, ["rules", "boundaries", "behov/eldre.yaml", "--lang", "nn"])
    assert done.exit_code == 0
    assert done.output.startswith("# behov/eldre.yaml: Lim inn nedst under «eksempler» i eldre.")
    assert "    gir: stor\n" in done.output


def test_a_name_that_is_neither_file_nor_rate_is_answered_with_the_nearest() -> None:
    done = CliRunner().invoke(main, ["rules", "boundaries", "behov/elder.yaml"])
    assert done.exit_code == 1
    assert "Mente du «behov/eldre.yaml»?" in done.output
