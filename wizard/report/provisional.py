"""Whether the advice is provisional: how much is answered, and which answers would matter."""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.domain.advice import Origin
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

_ONLY_UNKNOWN = Text(
    "«Vet ikke» teller som svar, men gir ikke grunnlag for en plan.",
    "«Veit ikkje» tel som svar, men gir ikkje grunnlag for ein plan.",
)


@dataclass(frozen=True, slots=True)
class ProvisionalAccount:
    """How far the advice is from sure: the heading, and the unanswered questions by worth.

    `why` says why there is no plan for all that is answered; empty where that needs no word.
    """

    heading: str
    why: str
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
    unknown = any(each.finding.origin is Origin.DONT_KNOW for each in asked)
    why = report.say(_ONLY_UNKNOWN) if blank and unknown else ""
    return ProvisionalAccount(heading, why, questions)
