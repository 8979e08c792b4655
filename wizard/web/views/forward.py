"""Sending the open questions on: a sheet for each who would know, to print, copy or mail."""

from collections.abc import Sequence
from enum import StrEnum

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from wizard.domain.text import Text
from wizard.report.answers import answer_of
from wizard.report.asking import AskedOf, ToAsk, open_questions
from wizard.web.access import Whom, let_in
from wizard.web.language import say
from wizard.web.links import mail_with, reading_link, whole_address
from wizard.web.opened import give_link, opened, take_link
from wizard.web.origin import answered_since

BLUEPRINT = Blueprint(
    "forward", __name__, url_prefix="/<language:language>/sak/<link:link>/send-videre"
)
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)

_LONGEST_MAIL = 1900  # what the mail programs of Windows take in an address
_SUBJECT = Text(
    "Spørsmål om bolig i {title}: kan dere svare?",
    "Spørsmål om bustad i {title}: kan de svare?",
)
_INTRO = Text(
    "Hei!\n\nVi bruker Virkemiddelveiviseren for å finne ut hva {title} kan gjøre for at folk skal "
    "få en bolig. Vi tror dere kan svare på dette. «Vet ikke» er også et svar.",
    "Hei!\n\nVi bruker Verkemiddelvegvisaren for å finne ut kva {title} kan gjere for at folk skal "
    "få ein bustad. Vi trur de kan svare på dette. «Veit ikkje» er òg eit svar.",
)
_LINK = Text(
    "Svar her, eller svar på denne e-posten:\n{address}\n"
    "Den som får lenken, kan se, endre og slette hele saken. Ikke send den videre.",
    "Svar her, eller svar på denne e-posten:\n{address}\n"
    "Den som får lenkja, kan sjå, endre og slette heile saka. Ikkje send ho vidare.",
)
_READING = Text(
    "Svar på denne e-posten. Her kan dere lese saken, men ikke endre noe:\n{address}",
    "Svar på denne e-posten. Her kan de lese saka, men ikkje endre noko:\n{address}",
)
_NO_LINK = Text("Svar på denne e-posten.", "Svar på denne e-posten.")
_PASTE = Text("[Lim inn spørsmålene her]", "[Lim inn spørsmåla her]")
_ANSWERS = Text("   Svar: {options}", "   Svar: {options}")
_A_NUMBER = Text("et tall ({unit})", "eit tal ({unit})")
_ANY_NUMBER = Text("et tall", "eit tal")
_A_DAY = Text("en dato", "ein dato")


class Carried(StrEnum):
    """Which link a text carries, as the address says it: to read is what others get unasked."""

    READING = "lese"
    OWNERS = "svare"
    NONE = "nei"


@BLUEPRINT.get("")
@let_in(Whom.READER)
def show() -> str:
    """Show the open questions, by who would know."""
    return render_template("web/send_videre.html", case=opened(), people=_people())


@BLUEPRINT.get("/<who>")
@let_in(Whom.READER)
def sheet(who: str) -> str:
    """Show the sheet of one of them: to print, and as a text to copy or mail."""
    asked = _find(who)
    if asked is None:
        return thanks(who)
    link = _carried()
    text = _text(asked.questions, who, link)
    return render_template(
        "web/send_videre_ark.html",
        case=opened(),
        asked=asked,
        text=text,
        mail=_mail(text, who, link),
        link=link,
    )


@BLUEPRINT.get("/<who>/svar")
@let_in(Whom.READER)
def answer(who: str) -> str | Response:
    """Lead to just those of the questions that are still open; the short address in a mail."""
    if not opened().stored.editable:
        return redirect(url_for("steps.check"))
    found = _find(who)
    if found is None:
        return thanks(who)
    facts = [each.fact for each in found.questions]
    return redirect(url_for("steps.only", bare=facts, fra="videre", side=who))


@BLUEPRINT.get("/<who>/takk")
@let_in(Whom.READER)
def thanks(who: str) -> str:
    """Show one of them what was saved just now, and how much is left."""
    case, left = opened(), _find(who)
    saved = answered_since(request.args.get("siden", ""))
    answers = [
        answer_of(case.wording, state.item)
        for theme in case.progress
        for state in theme.asked
        if state.item.fact in saved
    ]
    return render_template(
        "web/send_videre_takk.html",
        case=case,
        who=who,
        answers=answers,
        left=len(left.questions) if left else 0,
    )


def _people() -> tuple[AskedOf, ...]:
    states = (state for theme in opened().progress for state in theme.items)
    return open_questions(opened().report, states)


def _find(who: str) -> AskedOf | None:
    """Return what one of them is asked; `None` where all of it is answered."""
    if all(state.item.knows != who for theme in opened().progress for state in theme.items):
        abort(404)
    return next((each for each in _people() if each.id == who), None)


def _carried() -> Carried:
    """Return which link the text is to carry; who may only read, has none to give."""
    if not opened().stored.editable:
        return Carried.NONE
    asked = request.args.get("lenke", "")
    return Carried(asked) if asked in set(Carried) else Carried.READING


def _text(questions: Sequence[ToAsk], who: str, link: Carried) -> str:
    asked = "\n\n".join(_one(number, each) for number, each in enumerate(questions, start=1))
    return f"{_intro()}\n\n{asked}\n\n{_outro(who, link)}"


def _intro() -> str:
    return say(_INTRO, title=opened().municipality.title)


def _outro(who: str, link: Carried) -> str:
    match link:
        case Carried.OWNERS:
            return say(_LINK, address=whole_address(url_for(".answer", who=who)))
        case Carried.READING:
            return say(_READING, address=reading_link(opened()).address)
        case Carried.NONE:
            return say(_NO_LINK)


def _one(number: int, asked: ToAsk) -> str:
    ways = asked.options
    if len(ways) == 1:
        written = say(_A_NUMBER, unit=asked.unit) if asked.unit else say(_ANY_NUMBER)
        ways = (say(_A_DAY) if asked.is_day else written, *ways)
    answers = say(_ANSWERS, options=" / ".join(ways))
    where = f"   {asked.where}\n" if asked.where else ""
    return f"{number}. {asked.question}\n{where}{answers}"


def _mail(text: str, who: str, link: Carried) -> str:
    """Return a mail with the text; where that is too long for an address, with room to paste it."""
    subject = say(_SUBJECT, title=opened().municipality.title)
    whole = mail_with(subject, text)
    if len(whole) <= _LONGEST_MAIL:
        return whole
    short = f"{_intro()}\n\n{say(_PASTE)}\n\n{_outro(who, link)}"
    return mail_with(subject, short)
