"""What the book says of its own, in both written forms."""

from wizard.domain.facts import ChangedBy
from wizard.domain.schemes import WhenUnknown
from wizard.domain.text import Counted, Text

WHEN_UNKNOWN = {
    WhenUnknown.CLARIFY: Text("Er svaret ukjent: avklar først.", "Er svaret ukjent: avklar først."),
    WhenUnknown.RECOMMEND: Text(
        "Er svaret ukjent: anbefales likevel.", "Er svaret ukjent: blir tilrådd likevel."
    ),
}
CHANGED_BY = {
    ChangedBy.NEVER: Text("Kan aldri endres.", "Kan aldri endrast."),
    ChangedBy.OTHERS: Text("Andre avgjør det.", "Andre avgjer det."),
    ChangedBy.OVER_TIME: Text(
        "Kommunen kan endre det over tid.", "Kommunen kan endre det over tid."
    ),
    ChangedBy.MUNICIPALITY: Text("Kommunen kan endre det.", "Kommunen kan endre det."),
}
ALWAYS = Text("Gjelder uten tidsgrense", "Gjeld utan tidsgrense")
SINCE = Text("Fra {start}", "Frå {start}")
UNTIL = Text("Til og med {end}", "Til og med {end}")
BETWEEN = Text("Fra {start} til og med {end}", "Frå {start} til og med {end}")
MAIN = Text("{need} (kan dekke det alene)", "{need} (kan dekkje det åleine)")
NAME = Text("Navn", "Namn")
SHORT = Text("Kort sagt", "Kort sagt")
ADMINISTRATOR = Text("Forvalter", "Forvaltar")
HEADLINE = Text("Kommunen skal", "Kommunen skal")
HELPS = Text("Hjelper på", "Hjelper på")
IN_PLACE = Text("På plass når", "På plass når")
UNKNOWN = Text("Ukjent svar", "Ukjent svar")
EFFORT = Text("Arbeid", "Arbeid")
EXPERIENCES = Text("Erfaringer", "Erfaringar")
PITFALLS = Text("Fallgruver", "Fallgruver")
NONE = Text("ikke oppgitt", "ikkje oppgitt")
NOTHING_KNOWN = Text("ingenting oppgitt", "ingenting oppgitt")
READ_DAYS = Counted(
    Text("for én dag siden", "for éin dag sidan"),
    Text("for {n} dager siden", "for {n} dagar sidan"),
)
READ_MONTHS = Counted(
    Text("for én måned siden", "for éin månad sidan"),
    Text("for {n} måneder siden", "for {n} månader sidan"),
)
READ_NOW = Text("i dag", "i dag")
BINDING = Text("Hjemmel", "Heimel")
GROUNDS = Text("Grunnlag", "Grunnlag")
TIMES = Text(
    "over {n} ganger tallet, eller under tallet delt på {n}",
    "over {n} gonger talet, eller under talet delt på {n}",
)
FURTHER = Text("mer enn {n} over eller under", "meir enn {n} over eller under")
ASKS = {
    True: Text("spør", "spør"),
    False: Text("spør ikke", "spør ikkje"),
}
