"""What the schedule says: meetings, the longest way, deadlines, waiting."""

from wizard.domain.text import Counted, Text

MEETING = Text("Legg saken fram for {council} {day}.", "Legg saka fram for {council} {day}.")
MEETING_TOO = Text(
    "Da kan {council} også behandle det som gjelder {schemes}.",
    "Då kan {council} òg handsame det som gjeld {schemes}.",
)
MEETING_LATER = Text(
    "Dette kommer opp i et senere møte: {schemes}.",
    "Dette kjem opp i eit seinare møte: {schemes}.",
)
MEETING_PAST = Text(
    "{Meeting} {day} har vært. Finn datoen for det neste.",
    "{Meeting} {day} har vore. Finn datoen for det neste.",
)
MEETING_TOO_SOON = Text(
    "En ny sak rekker ikke {meeting} {day}. Finn datoen for det neste.",
    "Ei ny sak rekk ikkje {meeting} {day}. Finn datoen for det neste.",
)
MEETING_UNKNOWN = Text(
    "Vi vet ikke når {council} møtes. Det må vedtas noe i disse sakene: {schemes}.",
    "Vi veit ikkje når {council} møtest. Noko må vedtakast i desse sakene: {schemes}.",
)

PATH = Counted(
    Text("Dette tar lengst tid: {way}, {ready}.", "Dette tek lengst tid: {way}, {ready}."),
    Text(
        "Dette tar lengst tid: først {way}, {ready}.",
        "Dette tek lengst tid: først {way}, {ready}.",
    ),
)
THEN = Text(", så ", ", så ")
READY = Text("ferdig {day}", "ferdig {day}")
READY_AT_LEAST = Text("ferdig tidligst i {month}", "ferdig tidlegast i {month}")

APPLY_BY = Text("Søk innen {day}.", "Søk innan {day}.")
FINISH_BY = Text("Bli ferdig innen {day}.", "Bli ferdig innan {day}.")
DEADLINE_IS = Text("Fristen er {day}.", "Fristen er {day}.")
BEGIN_BY = Text(
    "Begynn senest {day} ({weeks}* til å forberede).",
    "Start seinast {day} ({weeks}* til å førebu).",
)
LENGTH_UNKNOWN = Text(
    "Vi vet ikke hvor lang tid forberedelsene tar.",
    "Vi veit ikkje kor lang tid førebuingane tek.",
)
CHECK = Text("Kontroller fristen.", "Kontroller fristen.")
TOO_SOON = Text(
    "Rekker ikke fristen {day}. Neste er {next}.", "Rekk ikkje fristen {day}. Neste er {next}."
)
MISSED_IN_ORDER = Text(
    "Rekker ikke fristen {day} i denne rekkefølgen.",
    "Rekk ikkje fristen {day} i denne rekkjefølgja.",
)
MISSED_NOW = Text("Rekker ikke fristen {day}.", "Rekk ikkje fristen {day}.")
MISSED_BEGIN = Text(
    "Skal fristen holdes, må arbeidet begynne senest {day} ({weeks}* til å forberede).",
    "Skal fristen haldast, må arbeidet starte seinast {day} ({weeks}* til å førebu).",
)
MISSED_WEEKS = Text(
    "Det trengs {weeks}* til å forberede.",
    "Det trengst {weeks}* til å førebu.",
)
MISSED_WAITING = Text("Da kan det ikke vente på {other}.", "Då kan det ikkje vente på {other}.")
MISSED_MEETING = Text(
    "{Council} rekker ikke å vedta det før fristen.",
    "{Council} rekk ikkje å vedta det før fristen.",
)
PASSED = Text("Fristen var {day}. Vi kjenner ingen ny.", "Fristen var {day}. Vi kjenner ingen ny.")
WAITS = Text(
    "Kan begynne {when}, når {other} er ferdig.", "Kan starte {when}, når {other} er ferdig."
)
COMES_AFTER = Text(
    "Kommer etter {other}, og begynner {when}.", "Kjem etter {other}, og startar {when}."
)
AT_LEAST = Text("tidligst i {month}", "tidlegast i {month}")

DONE = Text("allerede gjort", "allereie gjort")
AT_MEETING_BY = Text("i et møte senest {day}", "i eit møte seinast {day}")
AT_LATER_MEETING = Text("i et senere møte, rundt {month}", "i eit seinare møte, rundt {month}")
AT_UNKNOWN_MEETING = Text(
    "rundt {month}, møtedatoen er ukjent", "rundt {month}, møtedatoen er ukjend"
)
