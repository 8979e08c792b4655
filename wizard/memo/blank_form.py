"""The whole questionnaire on paper, to be filled in by hand in a meeting: every question, by theme.

It is made of the rulebook alone, or of one case: then it asks what that case is asked, and says
what is answered already.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wizard.domain.facts import Theme
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.memo import blank_words
from wizard.memo.naming import plain
from wizard.press.html import environment
from wizard.questionnaire import ThemeProgress
from wizard.report.asking import ToAsk, question_of_case, question_to_ask
from wizard.report.case import CaseAccount
from wizard.voice.labels import Labels


@dataclass(frozen=True, slots=True)
class ThemeOnPaper:
    """One theme; the questions are numbered through the whole form from `first`."""

    id: str
    name: str
    intro: str
    first: int
    questions: tuple[ToAsk, ...]


@dataclass(frozen=True, slots=True)
class BlankForm:
    """The form, in one language; `title` is whose it is, empty for nobody's in particular."""

    language: Language
    title: str
    day: str
    iso_day: str
    version: str
    themes: tuple[ThemeOnPaper, ...]

    @property
    def name(self) -> str:
        """What it is called, and whose it is."""
        name = blank_words.NAME_OF_CASE if self.title else blank_words.NAME
        return name.to(self.language, title=self.title)

    @property
    def count(self) -> int:
        """How many questions there are."""
        return sum(len(theme.questions) for theme in self.themes)

    @property
    def file_name(self) -> str:
        """What the file is called: the day, the paper, and whose it is."""
        whose = f"_{plain(self.title)}" if self.title else ""
        return f"{self.iso_day}_sporreskjema{whose}.pdf"


def blank_form(rulebook: Rulebook, day: date, language: Language) -> BlankForm:
    """Return the form for any municipality: every question, also those that not all are asked."""
    labels = Labels(rulebook, day, language)
    themes = [
        (theme, [question_to_ask(item, labels) for item in theme.items])
        for theme in rulebook.themes
    ]
    return _form(labels, themes, "", day)


def form_of_case(report: CaseAccount, progress: Iterable[ThemeProgress], today: date) -> BlankForm:
    """Return the form of a case, with what is answered."""
    labels = report.wording.labels
    themes = [
        (each.theme, [question_of_case(report, state) for state in each.items if state.asked])
        for each in progress
    ]
    return _form(labels, themes, report.advice.municipality.title, today)


def form_page(form: BlankForm, stylesheets: Sequence[str] = ()) -> str:
    """Return the form as a page; without stylesheets it is for the press, which brings its own."""
    template = environment().get_template("memo/sporreskjema.html")
    slots = {"n": form.count, "version": form.version}
    said = {name: text.to(form.language, **slots) for name, text in blank_words.SAID.items()}
    return template.render(form=form, said=said, stylesheets=tuple(stylesheets))


def _form(
    labels: Labels, themes: Iterable[tuple[Theme, list[ToAsk]]], title: str, day: date
) -> BlankForm:
    made, first = [], 1
    for theme, questions in themes:
        if questions:
            shown = theme.intro if not any(each.known for each in questions) else None
            intro = labels.text(shown) if shown else ""
            name = labels.rule(theme.name)
            made.append(ThemeOnPaper(theme.id, name, intro, first, tuple(questions)))
        first += len(questions)
    return BlankForm(
        language=labels.language,
        title=title,
        day=labels.day(day),
        iso_day=day.isoformat(),
        version=labels.rulebook.version,
        themes=tuple(made),
    )
