"""A memo with every sort of block in it, small enough to see through."""

from dataclasses import replace

from wizard.domain.values import Truth
from wizard.memo.charts.chart import Chart
from wizard.memo.model import (
    Card,
    Cell,
    Choice,
    Column,
    FreeText,
    Front,
    Head,
    Item,
    ItemList,
    Labelled,
    Memo,
    Paper,
    Paragraph,
    Picture,
    Proposal,
    Reference,
    Rows,
    Section,
    Table,
)
from wizard.report.tones import Tone

KEYWORDS = " ".join(f"{name}={'0' * 64}" for name in ("svar", "regler", "tall", "program"))
ROWS = 60  # enough for a table to go on over a page


def mark(number: int) -> str:
    """Return the token of a note."""
    return f"\ue000{number}\ue001"


def chart(title: str, width: int = 480) -> Chart:
    """Return a drawing with our letters in it."""
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 120" width="{width}pt" '
        f'height="120pt"><rect y="20" width="{width // 2}" height="30" fill="#1d5343"/>'
        '<text x="4" y="90" font-size="14">Smøla: 80 år og eldre</text></svg>'
    )
    return Chart(
        title=title,
        svg=drawn,
        alternative=f"Søylediagram. {title} Smøla 12 %, landet 6 %.",
        source=f"Kilde: SSB, tabell 07459.{mark(2)}",
        notes=("Tallene er fra 1. januar 2026.",),
    )


def _head() -> Head:
    return Head(
        draft="Utkast",
        day="22. november 2026",
        iso_day="2026-11-22",
        name="Tiltaksnotat for Smøla kommune",
        kind="Tiltaksnotat",
        title="Smøla mangler 12 boliger, og bør begynne med en oversikt",
        case=(Labelled("Utvalg", FreeText("Formannskapet")), Labelled("Møtedato", "3. mars 2027")),
        owned="Kommunedirektøren eier saken og avgjør hva som legges fram.",
        independent="Uavhengig verktøy. Ikke laget av Husbanken.",
        page=("Side", "av"),
        author="Virkemiddelveiviseren",
        about="Utkast til saksgrunnlag",
        keywords=KEYWORDS,
    )


def _front() -> Front:
    points = (
        "Formannskapet ber kommunedirektøren lage en oversikt innen 1. mars 2027.",
        f"Rammen er inntil 200 000 kr{mark(1)}{mark(2)}, forutsatt at Husbanken gir tilsagn.",
        "Saken legges fram igjen innen 1. juni 2027.",
    )
    return Front(
        heading="Kort sagt",
        brief=(
            Labelled("Folk", f"Det bor 2 100 her{mark(1)}, og det blir færre unge."),
            Labelled("Boliger", "Det mangler 12 boliger for eldre, og ingen bygger nå." * 2),
        ),
        figures=chart("Det bor flere eldre på Smøla enn i landet."),
        proposal=Proposal(
            heading="Forslag til vedtak",
            points=points,
            sums="Arbeid: 8 av 11 uker. Egne penger: 150 000 av under 200 000 kr.",
            choices=(Choice("Formannskapet må velge", "Fristen 1. juli 2027 rekkes ikke."),),
        ),
        line=chart("Året har tre frister."),
        questions=Paragraph("Hvem eier tomta?", lead="Finn ut av dette først."),
        fits=True,
    )


def _matrix() -> Table:
    return Table(
        caption="Hvilket tiltak svarer på hvilket behov",
        columns=(Column("Behov", 60), Column("1", 20, "sign"), Column("Uker", 20, "number")),
        rows=tuple(
            (
                Cell(f"Behov {number}", note="Vår vurdering*", tone=Tone.WARNING),
                Cell("●", link="tiltak-1"),
                Cell(f"{number},5"),
            )
            for number in range(1, ROWS + 1)
        ),
    )


def _card() -> Card:
    return Card(
        reference=Reference("1", "tiltak-1", "Lag en oversikt"),
        status=("Anbefalt", "2* uker"),
        firm=True,
        blocks=(
            Paragraph("Kommunen teller boligene sine.", lead="Hva:"),
            Rows((Labelled("Hvorfor", "Det er en plikt."),), small=True),
            ItemList((Item("Ring Husbanken."), Item("Skriv saken.")), "numbered"),
            ItemList(
                (Item("Planen er vedtatt.", mark=Truth.MET), Item("Ukjent.", mark=Truth.UNKNOWN)),
                "requirements",
            ),
            ItemList((Item("Noen har spurt Nav.", lead="Nav:"),), "checklist", heading="Sjekk"),
        ),
    )


def _sections() -> tuple[Section, ...]:
    charts = (chart("Halvparten er eneboliger.", 238), chart("Få leier.", 238))
    return (
        Section(
            "Situasjonen", "situasjon", (Picture(charts), Paragraph("Liten skrift.", small=True))
        ),
        Section("Behov mot tiltak", "matrise", (_matrix(),)),
        Section("Tiltakene", "tiltak", (Paragraph("Ett tiltak i år."), _card())),
        Section(
            "Kommunens vurdering",
            "vurdering",
            (Paragraph(FreeText("Vi skrev {dette} selv.\nPå to linjer.")),),
        ),
    )


def _appendices() -> tuple[Section, ...]:
    sources = (
        Item("Oppgitt av kommunen."),
        Item("SSB, tabell 07459.", link="https://www.ssb.no/statbank/table/07459"),
    )
    return (Section("Vedlegg 1: Kilder", "kilder", (ItemList(sources, "numbered", small=True),)),)


def sample_memo() -> Memo:
    """Return a whole memo in bokmål."""
    return Memo("nb", Paper.MEMO, _head(), _front(), _sections(), _appendices())


def sample_sheet() -> Memo:
    """Return a question sheet in nynorsk: no front page, nothing to decide."""
    asked = ItemList((Item("Kven eig tomta?"),), "checklist", heading="Plan")
    head = replace(_head(), kind="Spørjeark", title="Dette bør kommunen finne ut")
    sections = (Section("Spørsmål", "sporsmal", (asked,)),)
    return Memo("nn", Paper.QUESTIONS, replace(head, case=()), None, sections, ())
