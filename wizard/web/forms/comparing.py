"""What to compare a case with: another case by its link, a case file, or another day."""

from datetime import date

from flask_wtf.file import FileField
from werkzeug.datastructures import MultiDict
from wtforms import StringField

from wizard.domain.days import Span
from wizard.domain.text import Text
from wizard.store.links import LENGTH, is_cut_off, link_in, signs_of_link
from wizard.store.problems import CasefileError
from wizard.voice.numbers import day as day_told
from wizard.web.forms.base import BaseForm
from wizard.web.forms.dates import UnreadableDateError, read_day
from wizard.web.forms.day_boxes import DayBoxes
from wizard.web.forms.kept_field import KeptField
from wizard.web.language import language, say

_NAME = Text("Dagen", "Dagen")
_NO_LINK = Text(
    "Lim inn hele lenken til saken. Den inneholder «/sak/» og 26 tegn etter det.",
    "Lim inn heile lenkja til saka. Ho inneheld «/sak/» og 26 teikn etter det.",
)
_NO_FILE = Text("Velg en svarfil fra maskinen din.", "Vel ei svarfil frå maskina di.")
_NO_DAY = Text("Skriv en dag, for eksempel {example}.", "Skriv ein dag, til dømes {example}.")
_OUTSIDE = Text(
    "Vi kjenner reglene fra {first} til {last}. Skriv en dag i den tiden.",
    "Vi kjenner reglane frå {first} til {last}. Skriv ein dag i den tida.",
)
_OUTSIDE_LATE = Text(
    "Vi kjenner reglene til {last}. Skriv en dag før det.",
    "Vi kjenner reglane til {last}. Skriv ein dag før det.",
)
_CUT_OFF = Text(
    "Lenken til den andre saken er kuttet: {n} av de {length} tegnene etter «/sak/» er med. "
    "Kopier hele lenken.",
    "Lenkja til den andre saka er kutta: {n} av dei {length} teikna etter «/sak/» er med. "
    "Kopier heile lenkja.",
)
_TOO_LONG = Text(
    "Lenken til den andre saken er for lang: Den har {n} tegn etter «/sak/», og skal ha {length}. "
    "Se om noe annet er limt inn sammen med den.",
    "Lenkja til den andre saka er for lang: Ho har {n} teikn etter «/sak/», og skal ha {length}. "
    "Sjå om noko anna er limt inn saman med ho.",
)
_NO_SUCH_CASE = Text(
    "Vi fant ingen sak med den lenken. Se om hele lenken er med.",
    "Vi fann inga sak med den lenkja. Sjå om heile lenkja er med.",
)
CASE_GONE = Text(
    "Saken med den lenken ble slettet {day}.", "Saka med den lenkja vart sletta {day}."
)
THIS_CASE = Text(
    "Det er lenken til denne saken. Lim inn lenken til en annen.",
    "Det er lenkja til denne saka. Lim inn lenkja til ei anna.",
)


class DayField(DayBoxes, KeptField):
    """A day to look at the rules of."""

    def begin(self) -> None:
        """Show no day."""
        self.put(None)

    def receive(self, formdata: MultiDict[str, str]) -> None:
        """Keep what was typed."""
        self.take(formdata)


class ComparingForm(BaseForm):
    """The three ways to choose what to compare with; each has a button of its own."""

    lenke = StringField()
    file = FileField()
    dag = DayField()

    def link(self) -> str:
        """Return the link in what was pasted, whatever stands round it; empty where none does."""
        pasted = str(self.lenke.data or "")
        found = link_in(pasted)
        if found is None:
            cut = is_cut_off(pasted)
            self.refuse_link(_CUT_OFF if cut else _NO_LINK, n=signs_of_link(pasted), length=LENGTH)
        return found or ""

    def refuse_unknown_link(self) -> None:
        """Say that no case has the link, or that it is longer than a link is."""
        signs = signs_of_link(str(self.lenke.data or "")) or 0
        self.refuse_link(_TOO_LONG if signs > LENGTH else _NO_SUCH_CASE, n=signs, length=LENGTH)

    def refuse_link(self, why: Text, **parts: object) -> None:
        """Say what is wrong with the link."""
        self.lenke.errors = [say(why, **parts)]

    def content(self) -> bytes | None:
        """Return the file; say so when there is none."""
        if not self.file.data:
            self.file.errors = [say(_NO_FILE)]
            return None
        content: bytes = self.file.data.read()
        return content

    def refuse_file(self, error: CasefileError) -> None:
        """Show everything that is wrong with the file, each with its place."""
        self.file.errors = [
            f"{each.pointer}: {say(each.message)}" if each.pointer else say(each.message)
            for each in error.problems
        ]

    def day(self, known: Span) -> date | None:
        """Return the day, where there are rules for it; say so where there are not."""
        try:
            found = read_day(self.dag.typed)
        except UnreadableDateError as error:
            self.dag.faulty = error.boxes
            self.dag.errors = [say(error.message, name=_NAME, example=self.dag.example)]
            return None
        if found is None:
            self.dag.errors = [say(_NO_DAY, example=self.dag.example)]
        elif found not in known:
            self.dag.errors = [_outside(known)]
        return None if self.dag.errors else found


def _outside(known: Span) -> str:
    last = day_told(known.last, language())
    if known.first is None:
        return say(_OUTSIDE_LATE, last=last)
    return say(_OUTSIDE, first=day_told(known.first, language()), last=last)
