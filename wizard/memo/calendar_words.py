"""What the calendar says of each day."""

from wizard.domain.text import Text

NAME = Text("Tiltak i {title}", "Tiltak i {title}")
NO_DATES = Text(
    "Rådet har ingen datoer som kan legges i kalenderen.",
    "Rådet har ingen datoar som kan leggjast i kalenderen.",
)

MEETING = Text("{Meeting}", "{Meeting}")
PAPERS = Text("Saken må være klar til {meeting}", "Saka må vere klar til {meeting}")
PAPERS_MORE = Text("Møtet er {day}.", "Møtet er {day}.")
COMMITTEE = Text("Møte om saken: {body}", "Møte om saka: {body}")
REPORT = Text("Meld tilbake til {body}", "Meld tilbake til {body}")
REPORT_MORE = Text(
    "Fortell {body} hvor langt kommunen er kommet med tiltakene.",
    "Fortel {body} kor langt kommunen er komen med tiltaka.",
)
BEGIN = Text("Begynn: {what}", "Start: {what}")
READY = Text("Ferdig: {what}", "Ferdig: {what}")
DEADLINE = Text("Frist: {what}", "Frist: {what}")
DEADLINE_MISSED = Text(
    "Frist som planen ikke rekker: {what}", "Frist som planen ikkje rekk: {what}"
)
OTHERS_DEADLINE = Text("Frist for dem som søker: {what}", "Frist for dei som søkjer: {what}")
OTHERS_MORE = Text(
    "Andre søker om dette selv. Kommunen kan minne om fristen.",
    "Andre søkjer om dette sjølve. Kommunen kan minne om fristen.",
)
EARLIEST = Text("{title} (tidligst)", "{title} (tidlegast)")
EARLIEST_MORE = Text(
    "Det kan tidligst skje denne dagen. Vi vet ikke hvor lang tid det som kommer før, tar.",
    "Det kan tidlegast skje denne dagen. Vi veit ikkje kor lang tid det som kjem før, tek.",
)
ABOUT = Text("{title} (omtrent)", "{title} (om lag)")
PART_OF = Text("Del av: {what}.", "Del av: {what}.")
WHO = Text("Ansvarlig: {who}.", "Ansvarleg: {who}.")
WHEN = Text("Når: {when}.", "Når: {when}.")
FROM = Text(
    "Fra Virkemiddelveiviseren, etter svarene og reglene {day}.",
    "Frå Verkemiddelvegvisaren, etter svara og reglane {day}.",
)
REMINDER = Text("Om {weeks}: {title}", "Om {weeks}: {title}")
