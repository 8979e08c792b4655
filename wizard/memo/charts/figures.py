"""The figures that the charts show: the kommune's own, those like it, and the country's."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from wizard.domain.advice import FactFinding, Origin
from wizard.domain.facts import Unit
from wizard.domain.peers import Peers
from wizard.memo.charts import words
from wizard.report.case import CaseAccount

UNDER_16 = "andel_0_15_2026_pst"
OVER_67 = "andel_67pluss_2026_pst"
OVER_80 = "andel_80pluss_2026_pst"
CHANGE = "endring_10aar_pst"
NOW, YEAR_AGO, TEN_YEARS_AGO = "folketall_2026", "folketall_2025", "folketall_2016"
DETACHED = "andel_enebolig_2024_pst"
TWO_DWELLINGS, ROW = "andel_tomannsbolig_2024_pst", "andel_rekkehus_2024_pst"
FLATS = "andel_blokk_2024_pst"
COMMUNITY, OTHER = "andel_bofellesskap_2024_pst", "andel_annen_2024_pst"
PROJECTED = {year: f"folketall_{year}_fram2024_mmmm" for year in (2030, 2035, 2040, 2050)}
OFF = "avvik_2026_fram2024_pst"
UNSURE = "fram2024_usikker"

_PEOPLE = dict.fromkeys((UNDER_16, OVER_67, OVER_80, CHANGE, NOW), ("ssb-07459", "2026-01-01"))
_DWELLINGS = (DETACHED, TWO_DWELLINGS, ROW, FLATS, COMMUNITY, OTHER)
# Where each column is from, and its day or year: as `columns.json` says.
PUBLISHED = {
    **_PEOPLE,
    YEAR_AGO: ("ssb-07459", "2025-01-01"),
    TEN_YEARS_AGO: ("ssb-07459", "2016-01-01"),
    **dict.fromkeys(_DWELLINGS, ("ssb-06265", "2024-01-01")),
    **dict.fromkeys(PROJECTED.values(), ("ssb-14288", "2024")),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One column for the kommune, for those like it, and for the country; `None` is not known."""

    own: Decimal | None
    group: Decimal | None
    country: Decimal | None

    @property
    def known(self) -> tuple[Decimal, ...]:
        """The values that are known."""
        return tuple(each for each in (self.own, self.group, self.country) if each is not None)


class Figures:
    """Looks figures up by column for one case, and says where they are from."""

    def __init__(self, report: CaseAccount) -> None:
        """Look up the figures of the case that the report is about."""
        self._report = report
        self._columns = report.advice.municipality.columns
        self.peers: Peers | None = report.advice.municipality.peers
        figures = report.advice.rulebook.figures
        self._facts = {each.column: report.advice.facts[id_] for id_, each in figures.items()}

    def own(self, column: str) -> Decimal | None:
        """Return the kommune's figure: what the case says where it is a fact, else published."""
        finding = self._facts.get(column)
        if finding is None:
            return self.published(column)
        return finding.value if isinstance(finding.value, Decimal) else None

    def published(self, column: str) -> Decimal | None:
        """Return the kommune's figure as it was published."""
        cell = self._columns.get(column)
        return Decimal(cell) if cell else None

    def is_published(self, column: str) -> bool:
        """Tell whether the case has the figure as it was published."""
        return self.own(column) == self.published(column)

    def says(self, column: str) -> bool:
        """Tell whether a doubt, which is a yes or a no, stands for the kommune."""
        return self._columns.get(column) == "1"

    def compared(self, column: str) -> Compared:
        """Return the figure with those it is held up against."""
        held_up = (self.peers.group, self.peers.country) if self.peers else ({}, {})
        found = (each.get(column) for each in held_up)
        return Compared(self.own(column), *(each.value if each else None for each in found))

    def has_sources(self, *columns: str) -> bool:
        """Tell whether the rulebook knows where all these figures come from."""
        return all(PUBLISHED[each][0] in self._report.advice.rulebook.sources for each in columns)

    def source(self, *columns: str) -> str:
        """Return where the figures come from, and what the kommune gave itself."""
        report, labels = self._report, self._report.wording.labels
        days: dict[str, dict[str, None]] = {}
        for source, as_of in (PUBLISHED[each] for each in columns):
            days.setdefault(source, {})[labels.reference_date(as_of)] = None
        listed = "; ".join(
            f"{labels.source_title(source)}, {labels.listed(list(dates))}"
            for source, dates in days.items()
        )
        sentences = [report.say(words.SOURCE, sources=listed)]
        sentences += [self._given(finding) for finding in self._changed(columns)]
        if any(is_later(PUBLISHED[each][1], report) for each in columns):
            sentences.append(report.say(words.LATER_FIGURES))
        return " ".join(sentences)

    def _changed(self, columns: Iterable[str]) -> Iterable[FactFinding]:
        found = (self._facts[each] for each in columns if each in self._facts)
        return (each for each in found if not self.is_published(self._column(each)))

    def _column(self, finding: FactFinding) -> str:
        return self._report.advice.rulebook.figures[finding.fact].column

    def _given(self, finding: FactFinding) -> str:
        name = self._report.wording.labels.fact_name(finding.fact)
        provenance = self._report.wording.names.provenance(finding)
        return self._report.say(words.GIVEN, name=name, provenance=provenance)

    def notes(self, *columns: str) -> tuple[str, ...]:
        """Return the reservations and doubts about the kommune's own published figures."""
        return self._of_ours(columns, self._report.wording.names.doubts)

    def doubts(self, *columns: str) -> tuple[str, ...]:
        """Return the doubts about just this kommune's published figures."""
        return self._of_ours(columns, self._report.wording.names.standing_doubts)

    def _of_ours(self, columns: Iterable[str], told: Callable[[str], list[str]]) -> tuple[str, ...]:
        facts = (self._facts[each] for each in columns if each in self._facts)
        ours = (each.fact for each in facts if each.origin is Origin.REFERENCE)
        return tuple(dict.fromkeys(note for fact in ours for note in told(fact)))

    def group(self) -> tuple[str, ...]:
        """Return which kommuner the comparison is with; nothing where there is none."""
        if self.peers is None:
            return ()
        name = self._report.advice.municipality.name
        alone = not self.peers.group
        return (
            self._report.say(
                words.ALONE if alone else words.GROUP,
                n=self.peers.size,
                kostra=self.peers.kostra_group,
                centrality=self.peers.centrality,
                name=name,
            ),
        )

    def percent(self, value: Decimal) -> str:
        """Return a per cent as it is printed."""
        return self._report.wording.labels.number(value, Unit.PERCENT)

    def told(self, compared: Compared) -> str:
        """Return the values in words, as a list: for those who cannot see the picture."""
        name = self._report.advice.municipality.name
        say, values = self._report.say, (compared.own, compared.group, compared.country)
        names = (name, say(words.LIKE), say(words.COUNTRY))
        return ", ".join(
            f"{each} {self.percent(value)}"
            for each, value in zip(names, values, strict=True)
            if value is not None
        )

    def against(self, compared: Compared) -> str:
        """Return what the kommune's figure is held up against, as a sentence goes on with it."""
        say, percent = self._report.say, self.percent
        if compared.country is None:
            return ""
        if compared.group is None:
            return say(words.AGAINST_COUNTRY, country=percent(compared.country))
        return say(words.AGAINST, group=percent(compared.group), country=percent(compared.country))


def comparable(report: CaseAccount) -> tuple[str, ...]:
    """Return which kommuner the charts compare with, in a sentence; nothing where there is none."""
    return Figures(report).group()


def is_later(as_of: str, report: CaseAccount) -> bool:
    """Tell whether a figure of this day or year is from after the day of the memo."""
    return as_of > report.advice.as_of.isoformat()[: len(as_of)]
