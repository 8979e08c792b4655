"""What the loader makes of rule files that are right."""

import re
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from rule_folder import HARDEST, copy_to, edit

from wizard.domain.case import DONT_KNOW
from wizard.domain.conditions import AllOf, AnyOf, FactTest, NeedTest, Operator, RateRef, Severity
from wizard.domain.facts import YES_NO_OPTIONS, ChangedBy, PrefilledQuestion, Unit
from wizard.domain.place import Place
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import AmountKind, Funding, VerdictKind
from wizard.domain.sources import Level
from wizard.domain.values import Unknown
from wizard.lab.examples import run_examples, untested_requirements
from wizard.lab.journeys import run_journeys
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA, RULES
from wizard.rulebook import (
    RulebookError,
    Trees,
    check,
    load,
    load_contents,
    misnamed,
    pack,
    unpack,
    unpacked,
)

DAY = date(2026, 11, 22)
_OLD = '{fra: "2020-01-01", er: "110"}'
_AROUND_THE_CHANGE = (date(2025, 2, 16), date(2025, 2, 17))


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """Return the hardest rulebook."""
    return load(HARDEST)


def test_the_hardest_instruments_fit_in_the_language(book: Rulebook) -> None:
    """Every example of the hardest instruments gives what it says, and every krav is tested."""
    outcome = run_examples(book)
    assert outcome.count >= 25
    assert outcome.problems == ()
    assert list(untested_requirements(book)) == []


def test_hammerfest_is_on_the_list_and_in_class_four(book: Rulebook) -> None:
    """The journey of the kommune that is in only with a part gives what it says."""
    assert run_journeys(book, load_municipalities(DATA)).problems == ()


def test_the_rules_we_publish_are_in_order() -> None:
    """`rules/` loads without a problem."""
    assert [str(problem) for problem in check(RULES)] == []


def test_a_rate_changes_on_its_day(book: Rulebook) -> None:
    """A dated rate has one value until a day, and another from that day on."""
    rate = book.rates["belaning_person"]
    assert rate.on(date(2025, 2, 16)) == Decimal(85)
    assert rate.on(date(2025, 2, 17)) == Decimal(90)
    assert rate.on(date(2019, 12, 31)) == Unknown()


def test_a_value_can_have_a_basis_of_its_own(book: Rulebook) -> None:
    """Whatever changed a rate is named from that day on; before it, the rate's own basis."""
    rate = book.rates["belaning_foretak_utleie"]
    before, after = (rate.basis_on(day) for day in _AROUND_THE_CHANGE)
    assert before == rate.basis == rate.basis_on(date(2019, 12, 31))
    assert after is not None
    assert (rate.basis and rate.basis.section, after.section) == (
        "§ 7-4",
        "endret 17. februar 2025",
    )


def test_what_was_our_choice_can_become_law(tmp_path: Path) -> None:
    """A value with a legal basis stands beside one that is our own judgement."""
    root = copy_to(tmp_path)
    basis = "{kilde: for-2019-11-18-1546, sted: § 7-1}"
    new = f'{{fra: "2025-02-17", er: "120", hjemmel: {basis}}}'
    edit(root, "satser/lan.yaml", '{fra: "2020-01-01", er: "120"}', f"{_OLD}, {new}")
    rate = load(root).rates["eksempelbolig_m2"]
    before, after = (rate.basis_on(day) for day in _AROUND_THE_CHANGE)
    assert before is None
    assert after is not None


def test_a_rate_can_be_unknown_and_can_be_a_list(book: Rulebook) -> None:
    """`ukjent` is a value, and a list of kommuner keeps the zeros it was written with."""
    assert book.rates["utleietilskudd_per_m2"].on(DAY) == Unknown()
    area = book.rates["finnmark_avtaleomrade"].on(DAY)
    assert isinstance(area, frozenset)
    assert {"5603", "5636"} <= area


def test_a_condition_is_typed_by_its_facts(book: Rulebook) -> None:
    """Operands are options, rates or numbers, and leaves know where they stand."""
    scheme = book.schemes["utleielan-tilvisning"]
    assert scheme.relevant == AllOf(
        (
            NeedTest("vanskeligstilte", Severity.SOME),
            FactTest("kommunen_vil_eie_selv", Operator.IS_ONE_OF, frozenset({"nei", "helst_ikke"})),
        )
    )
    gap = book.schemes["distriktsunntak"].editions[0].requirements[0].condition
    assert isinstance(gap, AllOf)
    assert gap.parts[1] == FactTest("verdi_kost", Operator.BELOW, RateRef("verdi_lik_kostnad"))
    severe = book.needs["plankapasitet"].severe
    assert severe == FactTest("arsverk_samfunnsplan", Operator.BELOW, Decimal("0.5"))
    assert isinstance(severe, FactTest)
    assert severe.place == Place("behov/plankapasitet.yaml", 4, 14)


def test_a_scheme_without_editions_is_always_in_force(book: Rulebook) -> None:
    """Its keys make one edition without dates."""
    (edition,) = book.schemes["utleielan-kommune"].editions
    assert edition.covers(date(1990, 1, 1))
    assert edition.covers(date(2090, 1, 1))
    assert edition.amount.kind is AmountKind.LOAN_TO_VALUE


def test_an_edition_replaces_whole_keys(book: Rulebook) -> None:
    """What an edition does not say is what the scheme says."""
    scheme = book.schemes["tilskudd-etablering-og-tilpasning-i-distriktskommuner"]
    first, second = scheme.editions
    assert first.requirements == second.requirements != ()
    assert second.basis is not None
    assert second.basis.section == "endret 28. februar 2026"
    assert scheme.edition_on(date(2025, 4, 29)) is None
    assert scheme.edition_on(date(2026, 2, 27)) is first
    assert scheme.edition_on(date(2026, 2, 28)) is second


def test_an_edition_can_replace_a_key_by_nothing(tmp_path: Path) -> None:
    """An empty list of krav in an edition is not the scheme's list."""
    root = copy_to(tmp_path)
    file = "virkemidler/tilskudd-etablering-og-tilpasning-i-distriktskommuner.yaml"
    gone = "    vilkar: []\n    avsluttet_vilkar: [jobb, heftelse]\n"
    edit(root, file, '  - fra: "2026-02-28"\n', f'  - fra: "2026-02-28"\n{gone}')
    first, second = load(root).schemes[file[12:-5]].editions
    assert len(first.terms) == 2
    assert second.terms == ()


def test_a_derived_figure_changes_as_little_as_what_it_is_made_of(book: Rulebook) -> None:
    """It takes its unit from the arithmetic, and the strictest of its operands decides it."""
    figure = book.derived["verdi_kost"]
    assert figure.unit is Unit.RATIO
    assert figure.changed_by is ChangedBy.NEVER


def test_themes_come_in_the_order_of_their_numbers(book: Rulebook) -> None:
    """The theme's id is its file name without the number."""
    assert [theme.id for theme in book.themes] == ["kommunen", "boligbehov", "marked", "kapasitet"]
    first = book.themes[0].items[0]
    assert isinstance(first, PrefilledQuestion)
    assert (first.minimum, first.maximum) == (Decimal(1), Decimal(6))


def test_a_question_can_depend_on_a_list_in_force(book: Rulebook) -> None:
    """A condition of a question can use a rate, and its otherwise is typed."""
    question = book.questions["har_bygdevekstavtale"]
    assert isinstance(question.applies, AllOf)
    assert question.otherwise == "nei"
    assert question.options == YES_NO_OPTIONS
    assert isinstance(book.schemes["distriktsunntak"].relevant, AnyOf)


def test_vet_ikke_is_an_answer_in_a_journey(book: Rulebook) -> None:
    """A journey tells not knowing from not having been asked."""
    answers = book.journeys["hammerfest"].case.answers
    assert answers["banker_avslar"] == DONT_KNOW
    assert answers["mangler_bolig"] == frozenset({"tilflyttere"})
    assert "har_privat_utbygger" not in answers


def test_what_is_left_out_has_its_default(book: Rulebook) -> None:
    """A legal basis is a regulation unless it says otherwise; a section may be left out."""
    scheme = book.schemes["tilskudd-til-utleieboliger"]
    basis = scheme.editions[0].basis
    assert basis is not None
    assert (basis.level, basis.section) == (Level.REGULATION, "")
    assert scheme.editions[0].funding is Funding.UNCERTAIN
    assert scheme.examples[0].gives is VerdictKind.RECOMMENDED
    assert book.abolished["tilskudd-til-istandsetting"].ended == date(2023, 12, 31)


def test_the_hash_is_of_what_was_read(tmp_path: Path) -> None:
    """A comment changes the hash; a note beside the rules, or the way they were found, does not."""
    root = copy_to(tmp_path)
    before = load(root).hash
    (root / "LESMEG.md").write_text("En annen tekst", encoding="utf-8")
    (root / "skjema").mkdir()
    (root / "skjema" / "ordning.schema.json").write_text("{}", encoding="utf-8")
    (root / ".DS_Store").write_bytes(b"\0")
    assert load(root).hash == before == load(HARDEST).hash
    edit(root, "kilder.yaml", "- id", "# lest på nytt\n- id")
    assert load(root).hash != before


def test_an_end_that_nobody_knows_can_be_said(tmp_path: Path) -> None:
    """`slutt: ukjent` is an answer; anything else that is not a date is refused."""
    root = copy_to(tmp_path)
    file = next((root / "utgatt").iterdir())
    text = file.read_text("utf-8")
    dated = next(line for line in text.splitlines() if line.startswith("slutt:"))
    file.write_text(text.replace(dated, "slutt: ukjent"), "utf-8")
    assert load(root).abolished[file.stem].ended is None
    file.write_text(text.replace(dated, "slutt: i fjor"), "utf-8")
    assert [problem.place.line for problem in check(root)] == [text.splitlines().index(dated) + 1]


def test_nothing_has_been_read_after_the_day_of_the_check(tmp_path: Path) -> None:
    """Named with the day that was meant; without a day, a rulebook does not break with time."""
    root = copy_to(tmp_path)
    edit(root, "kilder.yaml", 'lest: "2026-07-28"', 'lest: "2062-07-28"')
    edit(root, "kilder.yaml", 'les_igjen: "2027-01-31"', 'les_igjen: "2063-01-31"')
    loan = "virkemidler/utleielan-kommune.yaml"
    edit(root, loan, 'kontrollert: "2026-07-28"', 'kontrollert: "2026-11-23"')
    no = "er etter i dag, 2026-11-22. Her skal det stå en dag som har vært."
    assert [str(each) for each in check(root, DAY)] == [
        f"kilder.yaml:5:9: 2062-07-28 {no} Mente du «2026-07-28»?",
        f"{loan}:56:14: 2026-11-23 {no}",
    ]
    assert check(root, date(2062, 12, 1)) == check(root) == ()


def test_who_loads_again_parses_only_what_has_changed(tmp_path: Path) -> None:
    """And is told the same: of a change, of a mistake, and of the mistake again."""
    root, trees = copy_to(tmp_path), Trees()
    first = load(root, trees=trees)
    kept = dict(trees)
    assert load(root, trees=trees).hash == first.hash
    assert all(trees[name] is each for name, each in kept.items())
    edit(root, "regelverk.yaml", 'versjon: "', 'versjon: "ny ')
    assert load(root, trees=trees).version == load(root).version == f"ny {first.version}"
    assert [name for name in kept if trees[name] is not kept[name]] == ["regelverk.yaml"]
    edit(root, "regelverk.yaml", "eier:", "eier: [")
    for _ in range(2):
        with pytest.raises(RulebookError) as error:
            load(root, trees=trees)
        assert error.value.problems == check(root)


def test_files_in_memory_make_the_same_rulebook_as_those_in_a_folder() -> None:
    """What was packed comes out as it was."""
    hash_, archive = pack(RULES)
    files = unpacked(archive)
    assert load_contents(files).hash == hash_
    with pytest.raises(RulebookError):
        load_contents({**files, "satser/bostotte.yaml": b"a: ["})


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("kilder.yaml", True),
        ("satser/nye-satser.yaml", True),
        ("../kilder.yaml", False),
        ("/etc/passwd.yaml", False),
        ("satser/../../a.yaml", False),
        ("a/b/c.yaml", False),
        ("satser/.yaml", False),
        ("satser/a.yaml\n", False),
        ("satser\\a.yaml", False),
        ("Satser/a.yaml", False),
        ("ukjent/a.yaml", False),
        ("ukjent.yaml", False),
        ("sporreskjema/uten-tall.yaml", False),
        ("satser/a.yml", False),
        ("", False),
    ],
)
def test_the_name_of_a_rule_file_leads_nowhere_else(name: str, *, sound: bool) -> None:
    """Whoever types it."""
    assert (misnamed(name) is None) is sound


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("virkemidler\\x.yaml", "virkemidler/x.yaml"),
        ("VIRKEMIDLER/x.YAML", "virkemidler/x.yaml"),
        ("rules/virkemidler/startlan.yaml", "virkemidler/startlan.yaml"),
        ("../kilder.yaml", "kilder.yaml"),
        ("virkemidlar/x.yaml", "virkemidler/x.yaml"),
        ("behov/Små hus.yml", "behov/sma-hus.yaml"),
        ("kilde.yaml", "kilder.yaml"),
        ("ti{l}tak/x.yaml", "tiltak/x.yaml"),
    ],
)
def test_a_name_is_answered_with_the_right_spelling(name: str, meant: str) -> None:
    """Where there is one: nobody has to guess how it should be."""
    wrong = misnamed(name)
    assert wrong is not None
    assert wrong.nb.endswith(f" Mente du «{meant}»?")


@pytest.mark.parametrize(
    ("file", "name", "meant"),
    [
        ("virkemidler/startlan.yaml", "behov/x.yaml", "virkemidler/startlan.yaml"),
        (
            "tiltak/bestillingstransport.yaml",
            "behov/bestillingstransport.yaml",
            "tiltak/bestillingstransport.yaml",
        ),
        ("behov/eldre.yaml", "virkemidler/eldre.yaml", "behov/eldre.yaml"),
        ("behov/eldre.yaml", "satser/eldre.yaml", "behov/eldre.yaml"),
        ("satser/bostotte.yaml", "behov/bostotte.yaml", ""),
        ("kilder.yaml", "situasjoner/kilder.yaml", ""),
        ("situasjoner/vinje.yaml", "utgatt/vinje.yaml", "situasjoner/vinje.yaml"),
        ("sporreskjema/20-boligbehov.yaml", "behov/boligbehov.yaml", ""),
    ],
)
def test_what_lies_where_it_cannot_belong_is_one_problem(
    file: str, name: str, meant: str, tmp_path: Path
) -> None:
    """Which says where it belongs, and not what each of its fields is not."""
    shutil.copytree(RULES, tmp_path, dirs_exist_ok=True)
    shutil.copy(RULES / file, tmp_path / name)
    (only,) = check(tmp_path)
    home = file.partition("/")[0] + "/" * ("/" in file)
    assert only.place == Place(name, 1, 1)
    assert f"brukes i «{home}»" in only.message.nb
    assert f"Mente du «{meant}»?" in only.message.nb or not meant


def test_the_file_that_is_tried_is_to_blame_and_told_of_first() -> None:
    """Though it comes before the other in order of name; what follows from it comes after."""
    files = unpacked(pack(RULES)[1])
    name = "satser/aaa.yaml"
    with pytest.raises(RulebookError) as error:
        load_contents({**files, name: files["satser/bostotte.yaml"]}, tried=name)
    assert {each.place.file for each in error.value.problems} == {name}
    assert "er allerede brukt i satser/bostotte.yaml:" in error.value.problems[0].message.nb
    name = "satser/vurderinger.yaml"
    gone = files[name].replace(b"hoy_andel_80:", b"hoy_andel_90:", 1).replace(b"navn:", b"namn:", 1)
    with pytest.raises(RulebookError) as error:
        load_contents({**files, name: gone}, tried=name)
    told = [each.place.file == name for each in error.value.problems]
    assert told == sorted(told, reverse=True)
    assert not all(told)


@pytest.mark.parametrize("day", ["2027", "2026-11-23"])
def test_nothing_was_counted_after_the_day_of_the_check(day: str, tmp_path: Path) -> None:
    """Neither in a year nor on a day that has not been."""
    root = copy_to(tmp_path)
    text = (root / "kommunetall.yaml").read_text("utf-8")
    counted = re.sub(r"per: .*", f'per: "{day}"', text, count=1)
    (root / "kommunetall.yaml").write_text(counted, "utf-8")
    assert [each.message.nb for each in check(root, DAY)] == [
        f"{day} er etter i dag, 2026-11-22. Her skal det stå en dag som har vært."
    ]
    assert check(root) == ()


def test_a_rulebook_that_was_in_use_is_believed(tmp_path: Path) -> None:
    """What guards ask for today, nobody asked for then."""
    root = copy_to(tmp_path)
    edit(root, "satser/lan.yaml", '  grenser: {fra: "30", til: "60"}\n', "")
    assert len(check(root)) == 1
    _, archive = pack(root)
    assert unpack(archive).rates["tilvisning_andel"].bounds is None
