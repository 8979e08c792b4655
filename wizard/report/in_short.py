"""One verdict in three sentences: what we say, what decides it, and what would change it."""

from dataclasses import dataclass

from wizard.domain.text import Counted, Text
from wizard.report.case import CaseAccount
from wizard.report.scheme import SchemeAccount

_MOST_QUESTIONS = 5
_IN_YEAR = Text(
    "Vi sier «{label}», og det er tiltak {n} i planen, i år.",
    "Vi seier «{label}», og det er tiltak {n} i planen, i år.",
)
_LATER = Text(
    "Vi sier «{label}», og det er tiltak {n} i planen, etter det første året.",
    "Vi seier «{label}», og det er tiltak {n} i planen, etter det første året.",
)
_MADE_KNOWN = Text(
    "Vi sier «{label}», og ber dere gjøre det kjent for dem som kan søke.",
    "Vi seier «{label}», og bed dykk gjere det kjent for dei som kan søkje.",
)
_NO_ROOM = Text(
    "Vi sier «{label}», men det er ikke plass til det i planen.",
    "Vi seier «{label}», men det er ikkje plass til det i planen.",
)
_OUTSIDE = Text(
    "Vi sier «{label}». Det er ikke med i planen.",
    "Vi seier «{label}». Det er ikkje med i planen.",
)
_DECIDES = Text("Dette avgjør: {reason}", "Dette avgjer: {reason}")
_MAY_CHANGE = Counted(
    Text(
        "Svaret på ett spørsmål kan endre vurderingen: «{question}»",
        "Svaret på eitt spørsmål kan endre vurderinga: «{question}»",
    ),
    Text(
        "Svaret på {n} spørsmål kan endre vurderingen, og først dette: «{question}»",
        "Svaret på {n} spørsmål kan endre vurderinga, og først dette: «{question}»",
    ),
)
_WOULD_CHANGE = Text(
    "Vurderingen blir en annen hvis dette blir endret: {change}",
    "Vurderinga blir ei anna dersom dette blir endra: {change}",
)
_SETTLED = Text(
    "Ingen åpne spørsmål kan endre vurderingen. Det kan bare andre svar eller andre regler.",
    "Ingen opne spørsmål kan endre vurderinga. Det kan berre andre svar eller andre reglar.",
)


@dataclass(frozen=True, slots=True)
class DecidingQuestion:
    """A question whose answer decides a verdict, by its fact."""

    fact: str
    question: str


@dataclass(frozen=True, slots=True)
class ShortAccount:
    """What we say of a scheme, what decides it, and what would change it: a sentence or two each.

    `open_questions` tells whether the questions are still to be answered; else they are those whose
    answers the verdict rests on.
    """

    says: str
    decides: str
    changes: str
    open_questions: bool
    questions: tuple[DecidingQuestion, ...]


def in_short(report: CaseAccount, scheme: str) -> ShortAccount:
    """Return the account of one scheme.

    Raises:
        KeyError: there is no such scheme.

    """
    account, labels = report.scheme(scheme), report.wording.labels
    verdict = account.verdict
    facts = verdict.settled_by or report.wording.verdicts.decided_by(verdict)
    items = {item.fact for theme in report.advice.rulebook.themes for item in theme.items}
    asked = [each for each in facts if each in items]
    return ShortAccount(
        says=_says(report, account),
        decides=report.say(_DECIDES, reason=account.reasons[0]) if account.reasons else "",
        changes=_changes(report, account),
        open_questions=bool(verdict.settled_by),
        questions=tuple(
            DecidingQuestion(fact, labels.question(fact)) for fact in asked[:_MOST_QUESTIONS]
        ),
    )


def _says(report: CaseAccount, account: SchemeAccount) -> str:
    scheme, bundle = account.scheme.id, report.advice.bundle
    places = {each.item.scheme: n for n, each in enumerate(report.members, start=1)}
    if scheme in places:
        in_core = report.members[places[scheme] - 1].item.phase.in_core
        template = _IN_YEAR if in_core else _LATER
        return report.say(template, label=account.label, n=places[scheme])
    if scheme in bundle.made_known:
        return report.say(_MADE_KNOWN, label=account.label)
    if why := [each.why for each in report.no_room if each.account.scheme.id == scheme]:
        return f"{report.say(_NO_ROOM, label=account.label)} {why[0]}"
    return f"{report.say(_OUTSIDE, label=account.label)} {account.left_out}".rstrip()


def _changes(report: CaseAccount, account: SchemeAccount) -> str:
    if account.questions:
        question = account.questions[0]
        return report.say(_MAY_CHANGE.of(len(account.questions), question=question))
    if account.changes:
        return report.say(_WOULD_CHANGE, change=account.changes[0])
    return account.edges[0] if account.edges else report.say(_SETTLED)
