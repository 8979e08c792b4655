"""The figures that the charts show: the kommune's own, those like it, and the country's."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from wizard.domain.advice import FactFinding, Origin
from wizard.domain.facts import Unit
from wizard.domain.peers import Peers
from wizard.memo.charts import words
from wizard.municipalities.editions import Editions, Named
from wizard.report.case import CaseAccount

UNDER_16 = Named("andel_0_15_{}_pst")
OVER_67 = Named("andel_67pluss_{}_pst")
OVER_80 = Named("andel_80pluss_{}_pst")
CHANGE = Named("endring_10aar_pst")
NOW, YEAR_AGO, TEN_YEARS_AGO = (Named("folketall_{}", back) for back in (0, 1, 10))
DETACHED = Named("andel_enebolig_{}_pst")
TWO_DWELLINGS, ROW = Named("andel_tomannsbolig_{}_pst"), Named("andel_rekkehus_{}_pst")
FLATS = Named("andel_blokk_{}_pst")
COMMUNITY, OTHER = Named("andel_bofellesskap_{}_pst"), Named("andel_annen_{}_pst")
PROJECTED = {year: Named(f"folketall_{year}_fram{{}}_mmmm") for year in (2030, 2035, 2040, 2050)}
OFF = Named("avvik_{}_fram{}_pst")
UNSURE = Named("fram{}_usikker")

# Where each column is from, and what its day or year is that of.
SOURCES = {
    **dict.fromkeys((UNDER_16, OVER_67, OVER_80, CHANGE, NOW), ("ssb-07459", NOW)),
    **{each: ("ssb-07459", each) for each in (YEAR_AGO, TEN_YEARS_AGO)},
    **{
        each: ("ssb-06265", each)
        for each in (DETACHED, TWO_DWELLINGS, ROW, FLATS, COMMUNITY, OTHER)
    },
}
_TABLES = {2024: "ssb-14288", 2026: "ssb-14746"}  # of each edition of the projection


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
        self._editions = Editions(self._columns)
        self.peers: Peers | None = report.advice.municipality.peers
        figures = report.advice.rulebook.figures
        self._facts = {each.column: report.advice.facts[id_] for id_, each in figures.items()}

    def own(self, column: Named) -> Decimal | None:
        """Return the kommune's figure: what the case says where it is a fact, else published."""
        finding = self._finding(column)
        if finding is None:
            return self.published(column)
        return finding.value if isinstance(finding.value, Decimal) else None

    def published(self, column: Named) -> Decimal | None:
        """Return the kommune's figure as it was published."""
        cell = self._columns.get(self._editions.column(column))
        return Decimal(cell) if cell else None

    def is_published(self, column: Named) -> bool:
        """Tell whether the case has the figure as it was published."""
        return self.own(column) == self.published(column)

    def says(self, column: Named) -> bool:
        """Tell whether a doubt, which is a yes or a no, stands for the kommune."""
        return self._columns.get(self._editions.column(column)) == "1"

    def compared(self, column: Named) -> Compared:
        """Return the figure with those it is held up against."""
        held_up = (self.peers.group, self.peers.country) if self.peers else ({}, {})
        name = self._editions.column(column)
        found = (each.get(name) for each in held_up)
        return Compared(self.own(column), *(each.value if each else None for each in found))

    @property
    def year(self) -> int:
        """The year of the newest count of inhabitants, on 1 January."""
        return self._editions.year(NOW) or 0

    @property
    def edition(self) -> int:
        """The year of the projection."""
        return self._editions.year(UNSURE) or 0

    def dated(self, column: Named) -> tuple[str, str]:
        """Return where a column is from, and its day or year: as `columns.json` says."""
        if column not in SOURCES:
            return _TABLES.get(self.edition, ""), str(self.edition)
        source, like = SOURCES[column]
        return source, f"{self._editions.year(like)}-01-01"

    def _finding(self, column: Named) -> FactFinding | None:
        return self._facts.get(self._editions.column(column))

    def has_sources(self, *columns: Named) -> bool:
        """Tell whether the rulebook knows where all these figures come from."""
        return all(self.dated(each)[0] in self._report.advice.rulebook.sources for each in columns)

    def source(self, *columns: Named) -> str:
        """Return where the figures come from, and what the kommune gave itself."""
        report, labels = self._report, self._report.wording.labels
        days: dict[str, dict[str, None]] = {}
        for source, as_of in map(self.dated, columns):
            days.setdefault(source, {})[labels.reference_date(as_of)] = None
        listed = "; ".join(
            f"{labels.source_title(source)}, {labels.listed(list(dates))}"
            for source, dates in days.items()
        )
        sentences = [report.say(words.SOURCE, sources=listed)]
        sentences += [self._given(finding) for finding in self._changed(columns)]
        if any(is_later(self.dated(each)[1], report) for each in columns):
            sentences.append(report.say(words.LATER_FIGURES))
        return " ".join(sentences)

    def _changed(self, columns: Iterable[Named]) -> Iterable[FactFinding]:
        for column in columns:
            finding = self._finding(column)
            if finding is not None and not self.is_published(column):
                yield finding

    def _given(self, finding: FactFinding) -> str:
        name = self._report.wording.labels.fact_name(finding.fact)
        provenance = self._report.wording.names.provenance(finding)
        return self._report.say(words.GIVEN, name=name, provenance=provenance)

    def notes(self, *columns: Named) -> tuple[str, ...]:
        """Return the reservations and doubts about the kommune's own published figures."""
        return self._of_ours(columns, self._report.wording.names.doubts)

    def doubts(self, *columns: Named) -> tuple[str, ...]:
        """Return the doubts about just this kommune's published figures."""
        return self._of_ours(columns, self._report.wording.names.standing_doubts)

    def _of_ours(
        self, columns: Iterable[Named], told: Callable[[str], list[str]]
    ) -> tuple[str, ...]:
        facts = map(self._finding, columns)
        ours = (each.fact for each in facts if each and each.origin is Origin.REFERENCE)
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
