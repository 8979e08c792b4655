"""The forms that a case can be taken away in, by what one wants to do with it."""

from dataclasses import dataclass, replace

from wizard.domain.text import Text
from wizard.memo.model import Paper


@dataclass(frozen=True, slots=True)
class Download:
    """A link to one form. `paper` is which paper of the memo it is; the whole memo when `None`.

    `needs_plan`: without one there is nothing to put into it.
    """

    endpoint: str
    name: Text
    paper: Paper | None = None
    needs_plan: bool = True


@dataclass(frozen=True, slots=True)
class Offer:
    """The forms of one thing, and one line on it."""

    about: Text
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class Purpose:
    """What one wants to do, and what serves it."""

    heading: Text
    offers: tuple[Offer, ...]


_SHORT = Paper.SHORT
_QUESTIONS = Paper.QUESTIONS

_STATUS = Paper.STATUS

# What belongs to a plan that is followed up: how it has gone comes before papers for a new one.
_FOLLOWED = Purpose(
    Text("Meld tilbake om planen dere følger opp", "Meld tilbake om planen de følgjer opp"),
    (
        Offer(
            Text(
                "Hva som er gjort, hva som gjenstår og hva som er nytt, med forslag til vedtak.",
                "Kva som er gjort, kva som står att og kva som er nytt, med framlegg til vedtak.",
            ),
            (
                Download("papers.pdf", Text("Statusnotat som PDF", "Statusnotat som PDF"), _STATUS),
                Download(
                    "papers.docx", Text("Statusnotat til Word", "Statusnotat til Word"), _STATUS
                ),
                Download(
                    "papers.html",
                    Text("Vis statusnotatet i nettleseren", "Vis statusnotatet i nettlesaren"),
                    _STATUS,
                ),
            ),
        ),
    ),
)
_NEW_PLAN = Text("Legg fram en ny plan", "Legg fram ein ny plan")
_PURPOSES = (
    Purpose(
        Text("Legg ved saken", "Legg ved saka"),
        (
            Offer(
                Text(
                    "Hele notatet, med begrunnelser, kilder og svar.",
                    "Heile notatet, med grunngjevingar, kjelder og svar.",
                ),
                (
                    Download("papers.pdf", Text("Notat som PDF", "Notat som PDF")),
                    Download(
                        "papers.html",
                        Text("Vis notatet i nettleseren", "Vis notatet i nettlesaren"),
                    ),
                ),
            ),
            Offer(
                Text(
                    "Det viktigste på én side, med forslag til vedtak. Uten egen vurdering.",
                    "Det viktigaste på éi side, med framlegg til vedtak. Utan eiga vurdering.",
                ),
                (
                    Download("papers.pdf", Text("Kortnotat som PDF", "Kortnotat som PDF"), _SHORT),
                    Download(
                        "papers.html",
                        Text("Vis kortnotatet i nettleseren", "Vis kortnotatet i nettlesaren"),
                        _SHORT,
                    ),
                ),
            ),
            Offer(
                Text(
                    "Hvem dere kan spørre om det dere ikke vet ennå. Uten forslag til vedtak.",
                    "Kven de kan spørje om det de ikkje veit enno. Utan framlegg til vedtak.",
                ),
                (
                    Download(
                        "papers.pdf",
                        Text("Spørreark som PDF", "Spørjeark som PDF"),
                        _QUESTIONS,
                        needs_plan=False,
                    ),
                    Download(
                        "papers.docx",
                        Text("Spørreark til Word", "Spørjeark til Word"),
                        _QUESTIONS,
                        needs_plan=False,
                    ),
                    Download(
                        "papers.html",
                        Text("Vis spørrearket i nettleseren", "Vis spørjearket i nettlesaren"),
                        _QUESTIONS,
                        needs_plan=False,
                    ),
                ),
            ),
        ),
    ),
    Purpose(
        Text("Lim inn i saksframlegget", "Lim inn i saksframlegget"),
        (
            Offer(
                Text(
                    "Kan redigeres i Word. Forslaget til vedtak står først.",
                    "Kan redigerast i Word. Framlegget til vedtak står først.",
                ),
                (
                    Download("papers.docx", Text("Notat til Word", "Notat til Word")),
                    Download(
                        "papers.docx", Text("Kortnotat til Word", "Kortnotat til Word"), _SHORT
                    ),
                ),
            ),
        ),
    ),
    Purpose(
        Text("Få fristene i kalenderen", "Få fristane i kalenderen"),
        (
            Offer(
                Text(
                    "Åpne filen i kalenderen. Gjør dere det en gang til, blir fristene oppdatert.",
                    "Opne fila i kalenderen. Gjer de det ein gong til, blir fristane oppdaterte.",
                ),
                (Download("papers.calendar", Text("Kalenderfil", "Kalenderfil")),),
            ),
            Offer(
                Text(
                    "Planen i rader og kolonner (CSV), til Excel og andre regneark.",
                    "Planen i rader og kolonnar (CSV), til Excel og andre rekneark.",
                ),
                (
                    Download(
                        "papers.table",
                        Text("Handlingsplan som regneark", "Handlingsplan som rekneark"),
                    ),
                ),
            ),
        ),
    ),
    Purpose(
        Text("Fortsett senere", "Hald fram seinare"),
        (
            Offer(
                Text(
                    "Alle svarene, og det dere har skrevet her. Dere kan laste den opp igjen.",
                    "Alle svara, og det de har skrive her. De kan laste ho opp att.",
                ),
                (Download("case.download", Text("Svarfil", "Svarfil"), needs_plan=False),),
            ),
        ),
    ),
)


def purposes(*, has_plan: bool, followed: bool = False) -> list[Purpose]:
    """Return what there is to take away of a case; nothing empty.

    Where its plan is `followed` up, how that has gone comes first, and a memo is for a new plan.
    """
    known: tuple[Purpose, ...] = _PURPOSES
    if followed:
        known = (_FOLLOWED, replace(known[0], heading=_NEW_PLAN), *known[1:])
    found = (replace(each, offers=_offers(each, has_plan=has_plan)) for each in known)
    return [each for each in found if each.offers]


def _offers(purpose: Purpose, *, has_plan: bool) -> tuple[Offer, ...]:
    found = (
        replace(each, downloads=tuple(d for d in each.downloads if has_plan or not d.needs_plan))
        for each in purpose.offers
    )
    return tuple(each for each in found if each.downloads)
