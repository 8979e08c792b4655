"""Everything the advice says, in one language. Made when somebody reads, never before."""

from wizard.domain.advice import Advice, Findings
from wizard.domain.text import Language
from wizard.voice.brief import Brief
from wizard.voice.bundle import Chosen
from wizard.voice.financing import Financing
from wizard.voice.names import FactNames, Names
from wizard.voice.offers import Offers
from wizard.voice.otherwise import Otherwise
from wizard.voice.plan import PlanVoice
from wizard.voice.sources import Sources
from wizard.voice.summary import Summary
from wizard.voice.timetable import Timetable
from wizard.voice.verdicts import Verdicts


class Naming:
    """What the facts of a case say, in one language: all that a page of questions needs."""

    def __init__(self, found: Findings, language: Language | None = None) -> None:
        """Word the facts in a language; in the case's own unless told."""
        self.names = FactNames(found, language)
        self.labels = self.names.labels


class Wording:
    """The voices of one piece of advice, each for its own subject."""

    def __init__(
        self, advice: Advice, language: Language | None = None, *, cites: bool = False
    ) -> None:
        """Word the advice in a language; in the case's own unless told.

        With `cites`, a mark of its provenance stands after every figure (see `cites`).
        """
        self.advice = advice
        self.names = Names(advice, language, cites=cites)
        self.labels = self.names.labels
        self.sentences = self.names.sentences
        self.offers = Offers(self.names)
        self.financing = Financing(self.names)
        self.verdicts = Verdicts(self.names, self.offers)
        self.otherwise = Otherwise(self.names)
        self.bundle = Chosen(self.names)
        self.timetable = Timetable(self.names)
        self.plan = PlanVoice(self.names)
        self.brief = Brief(self.names, self.plan)
        self.summary = Summary(self.names, self.bundle, self.plan)
        self.sources = Sources(self.names)
