"""The links of a case as they are given on: what each lets its holder do, and a mail with it."""

from dataclasses import dataclass, replace
from urllib.parse import quote

from flask import request, url_for

from wizard.domain.text import Text
from wizard.store.cases import Access
from wizard.web.filters import day
from wizard.web.language import language, say
from wizard.web.opened import Opened
from wizard.web.services import services

_NAMES = {
    Access.OWNER: Text("Lenke for dere som svarer", "Lenkje for dykk som svarar"),
    Access.ADVISER: Text("Lenke for rådgiveren", "Lenkje for rådgivaren"),
    Access.READER: Text("Lenke for andre som skal lese", "Lenkje for andre som skal lese"),
}
_MAY = {
    Access.OWNER: Text(
        "Den som har denne lenken, kan lese, endre og slette saken.",
        "Den som har denne lenkja, kan lese, endre og slette saka.",
    ),
    Access.ADVISER: Text(
        "Den som har denne lenken, kan lese saken og skrive rådgiverens del, men ikke endre svar.",
        "Den som har denne lenkja, kan lese saka og skrive rådgivaren sin del, men ikkje endre "
        "svar.",
    ),
    Access.READER: Text(
        "Den som har denne lenken, kan lese svarene og rådene, men ikke endre noe.",
        "Den som har denne lenkja, kan lese svara og råda, men ikkje endre noko.",
    ),
}
# Whom a link is mailed to: what lets others change the case goes to oneself, unless it is theirs.
_TO_SELF = Text("Send til dere selv med e-post", "Send til dykk sjølve med e-post")
_TO_ADVISER = Text("Send til rådgiveren med e-post", "Send til rådgivaren med e-post")
_TO_OTHERS = Text("Send til andre med e-post", "Send til andre med e-post")
_SUBJECT = Text(
    "Lenke til boligsaken for {title} i Virkemiddelveiviseren",
    "Lenkje til bustadsaka for {title} i Verkemiddelvegvisaren",
)
_BODY = Text(
    "Lenken til saken for {title}:\n\n{address}\n\n{may}\n\n"
    "Saken blir slettet {day} hvis ingen bruker den før det.",
    "Lenkja til saka for {title}:\n\n{address}\n\n{may}\n\n"
    "Saka blir sletta {day} dersom ingen bruker ho før det.",
)


@dataclass(frozen=True, slots=True)
class LinkAccount:
    """One link: its kind, what it is called, the whole address, what it allows, and a mail.

    `send` says whom the mail is to. `is_new` is for one that this page has just handed out.
    """

    kind: str
    name: str
    address: str
    may: str
    mail: str
    send: str
    is_new: bool = False


def own_link(case: Opened) -> LinkAccount:
    """Return what is said of the link that opened the case."""
    return _account(case, case.stored.access, case.stored.link)


def reading_link(case: Opened) -> LinkAccount:
    """Return what is said of the link that lets others read.

    Raises:
        ReadOnlyError: it is not for the holder of this link to hand out.

    """
    return _account(case, Access.READER, case.stored.reading_link)


def adviser_link(case: Opened) -> LinkAccount:
    """Return what is said of the link for an adviser.

    Raises:
        ReadOnlyError: it is not for the holder of this link to hand out.

    """
    account = _account(case, Access.ADVISER, case.stored.adviser_link)
    return replace(account, is_new=request.args.get("radgiver") == "lagd")


def whole_address(path: str) -> str:
    """Return an address of ours as others can use it."""
    return f"{services().settings.public_url or f'{request.scheme}://{request.host}'}{path}"


def mail_with(subject: str, body: str) -> str:
    """Return the address that opens a new mail in the reader's own program; we send nothing."""
    lines = body.replace("\n", "\r\n")
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"


def _account(case: Opened, access: Access, link: str) -> LinkAccount:
    path = url_for("case.overview", link=link, language=language())
    address, may = whole_address(path), say(_MAY[access])
    title = case.municipality.title
    body = say(_BODY, title=title, address=address, may=may, day=day(case.stored.deleted_on))
    mail, send = mail_with(say(_SUBJECT, title=title), body), say(_to_whom(case, access))
    return LinkAccount(access.value, say(_NAMES[access]), address, may, mail, send)


def _to_whom(case: Opened, access: Access) -> Text:
    if access is Access.READER:
        return _TO_OTHERS
    return _TO_SELF if access is case.stored.access else _TO_ADVISER
