"""Whether the advice is provisional: how much is answered, and which answers would matter."""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.domain.plan import PlanBasis
from wizard.domain.text import Text
from wizard.questionnaire import ThemeProgress, next_step
from wizard.report.case import CaseAccount, QuestionAccount

_PROVISIONAL = Text(
    "Foreløpig råd: dere har svart på {n} av {total} spørsmål",
    "Førebels råd: de har svart på {n} av {total} spørsmål",
)
_NO_ADVICE = Text(
    "Ingen råd ennå: dere har svart på {n} av {total} spørsmål",
    "Ingen råd enno: de har svart på {n} av {total} spørsmål",
)


@dataclass(frozen=True, slots=True)
class ProvisionalAccount:
    """How far the advice is from sure: the heading, and the unanswered questions by worth."""

    heading: str
    questions: tuple[QuestionAccount, ...]


def provisional(
    report: CaseAccount, progress: Iterable[ThemeProgress]
) -> ProvisionalAccount | None:
    """Return what to say while unanswered questions matter; `None` where none does.

    What people have said that they do not know, is answered: they are not asked again. Figures that
    the data have are nothing that people were asked.
    """
    questions = tuple(report.question(each) for each in next_step(report.advice))
    if not questions:
        return None
    asked = [each for theme in progress for each in theme.asked if not each.is_figure]
    answered = sum(not each.is_open for each in asked)
    blank = report.advice.plan.basis is PlanBasis.QUESTIONS
    heading = report.say(_NO_ADVICE if blank else _PROVISIONAL, n=answered, total=len(asked))
    return ProvisionalAccount(heading, questions)
