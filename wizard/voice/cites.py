"""The mark of provenance after a figure: which one it is, and the one place that knows its signs.

A citing voice says "7,2 %" as "7,2 %" + OPEN + key + CLOSE, before any full stop. A mark after the
full stop speaks for the whole text before it. The key tells what the figure
rests on; who prints it makes a number of it. The signs are of the area for private use, which no
text that comes from outside may have (`wizard/characters.py`).

Figures of ours that carry a star have no other mark.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from wizard.domain.advice import FactFinding, Origin
from wizard.domain.conditions import FactTest, RateRef
from wizard.domain.facts import DerivedFigure
from wizard.domain.rulebook import Rulebook
from wizard.domain.sources import LegalBasis
from wizard.domain.values import Unknown

OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")

# What has digits and is no figure: days, years, sections of a law, tables.
_MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_YEAR = r"(?:19|20)\d\d"
_NO_FIGURE = re.compile(
    rf"\b\d{{1,2}}\.[ \u00a0](?:{_MONTHS})\b(?: {_YEAR})?"
    rf"|(?<![\d\u00a0,]){_YEAR}(?:[–-]{_YEAR})?\b(?![\u00a0,]\d)"
    r"|§§?[ \u00a0]?\d+(?:-\d+)?(?:(?:,| og| til| eller) \d+(?:-\d+)?(?![ \u00a0]?%))*"
    r"|\b(?:tabell|kapittel|punkt|nr\.) \d+|\b[A-Z]{3}-\d[\d-]*"
)

_REMEMBERED = 4096


class Provenance(StrEnum):
    """What sort of thing a figure rests on; begins its key, and what it is about ends it."""

    SOURCE = "kilde"
    ANSWER = "svar"
    CHANGED = "endret"
    CASE_FILE = "svarfil"
    CALCULATED = "beregnet"
    RATE = "sats"
    SCHEME = "ordning"
    RULE = "regel"
    GAP = "avstand"
    DWELLING = "eksempelbolig"
    EXAMPLE = "eksempel"
    EFFORT = "arbeid"
    CAPACITY = "kapasitet"
    PERIOD = "periode"
    LACKING_WEEKS = "mangler-uker"
    LACKING_MONEY = "mangler-penger"
    OURS = "vurdering"


def key(kind: Provenance, *about: str) -> str:
    """Return the key of a provenance: the same for all figures that rest on the same."""
    return ":".join((kind, *about))


def cited(text: str, key_: str) -> str:
    """Return the text with the mark of a provenance right after it."""
    return f"{text}{OPEN}{key_}{CLOSE}"


def plain(text: str) -> str:
    """Return the text without marks."""
    return MARK.sub("", text)


def once(texts: Iterable[str]) -> list[str]:
    """Return texts that read differently, in order; one that was read before falls out."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(plain(text), text)
    return list(found.values())


def blanked(text: str) -> str:
    """Return the text with days, years, sections and tables blanked out, all else in its place."""
    return _NO_FIGURE.sub(lambda found: "x" * len(found[0]), text)


@lru_cache(_REMEMBERED)
def has_figures(text: str) -> bool:
    """Tell whether a text from the rules has figures of its own."""
    return re.search(r"\d", blanked(text)) is not None


def cited_source(source: str) -> str:
    """Return the key of a law or another document, for who rests a statement on it."""
    return key(Provenance.SOURCE, source)


def basis_key(basis: LegalBasis | None) -> str:
    """Return the key of a legal basis; what has none is our view."""
    return cited_source(basis.source) if basis else key(Provenance.OURS)


@dataclass(frozen=True, slots=True)
class Cites:
    """Puts marks after what is said of one case; without findings it leaves every text as it is."""

    rulebook: Rulebook
    findings: Mapping[str, FactFinding] | None = None

    def mark(self, shown: str, kind: Provenance, *about: str) -> str:
        """Return a figure with its mark; an empty text stays empty."""
        return self.keyed(shown, key(kind, *about))

    def keyed(self, shown: str, key_: str) -> str:
        """Return a figure with the mark of a key."""
        return shown if self.findings is None or not shown else cited(shown, key_)

    def fact(self, shown: str, fact: str) -> str:
        """Return what a fact is worth in the case, marked where it has figures."""
        finding = self.findings.get(fact) if self.findings is not None else None
        if finding is None or not re.search(r"\d", shown):
            return shown
        return self.keyed(shown, self._of_finding(finding))

    def _of_finding(self, finding: FactFinding) -> str:
        if isinstance(self.rulebook.facts[finding.fact], DerivedFigure):
            return key(Provenance.CALCULATED, finding.fact)
        if finding.origin is Origin.CHANGED:
            return key(Provenance.CHANGED, finding.fact)
        return self.source_key(finding) if finding.source else key(Provenance.ANSWER)

    def source_key(self, finding: FactFinding) -> str:
        """Return the key of the statistics that a figure is from, also where it was changed."""
        if finding.source not in self.rulebook.sources:
            return key(Provenance.CASE_FILE)
        return key(Provenance.SOURCE, finding.source, finding.as_of)

    def original(self, shown: str, finding: FactFinding) -> str:
        """Return what a figure was before the municipality changed it, marked with its source."""
        return self.keyed(shown, self.source_key(finding)) if finding.source else shown

    def rate(self, shown: str, rate: str) -> str:
        """Return a rate with its mark."""
        return self.mark(shown, Provenance.RATE, rate)

    def limit(self, shown: str, test: FactTest) -> str:
        """Return the limit of a test with its mark: that of its rate, or of the rule itself."""
        return self.limit_of(shown, (test.operand.id,) if isinstance(test.operand, RateRef) else ())

    def limit_of(self, shown: str, rates: tuple[str, ...]) -> str:
        """Return a limit with the mark of the first rate that sets it, or of the rule itself."""
        return self.rate(shown, rates[0]) if rates else self.mark(shown, Provenance.RULE)

    def whole(self, text: str, key_: str) -> str:
        """Return a text from the rules that has figures of its own, marked at its end."""
        return self.keyed(text, key_) if key_ else text

    @property
    def weeks(self) -> str:
        """The key of the weeks that the municipality has in a year."""
        return self._stated(self.rulebook.capacity.weeks) or key(Provenance.CAPACITY)

    @property
    def money(self) -> str:
        """The key of the own money that it has in a year; our view where nobody has said."""
        money = self.rulebook.plan.money
        return (money and self._stated(money.fact)) or key(Provenance.OURS)

    def _stated(self, fact: str) -> str:
        finding = self.findings.get(fact) if self.findings is not None else None
        known = finding is not None and not isinstance(finding.value, Unknown)
        return self._of_finding(finding) if finding and known else ""
