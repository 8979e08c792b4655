"""What the action plan says: what fits, what does not, and which dates cannot be kept."""

from wizard.domain.plan_rules import Tier
from wizard.domain.text import Counted, Text

PUTS_FIRST = Text("Kommunen setter dette først: {needs}.", "Kommunen set dette først: {needs}.")
CORE = Counted(
    Text(
        "I år foreslår vi ett grep. Det tar {weeks} av kommunens tid.",
        "I år føreslår vi eitt grep. Det tek {weeks} av tida til kommunen.",
    ),
    Text(
        "I år foreslår vi {n} grep. De tar til sammen {weeks} av kommunens tid.",
        "I år føreslår vi {n} grep. Dei tek til saman {weeks} av tida til kommunen.",
    ),
)
BEGIN = Text("Begynn slik: {first}.", "Start slik: {first}.")
NOTHING_FITS = Text(
    "Ingenting av det vi anbefaler, får plass i år med den tiden og de pengene kommunen har.",
    "Ingenting av det vi tilrår, får plass i år med den tida og dei pengane kommunen har.",
)
QUESTION_SHEET = Text(
    "Kommunen har svart på for lite til at vi kan gi råd. Her er spørsmålene som betyr mest.",
    "Kommunen har svart på for lite til at vi kan gi råd. Her er spørsmåla som har mest å seie.",
)
SERVICES = Text(
    "Kommunen kan be om hjelp nå: {schemes}.", "Kommunen kan be om hjelp no: {schemes}."
)

WEEKS_OF = Text(
    "{period}: {weeks} av {have} som kommunen har oppgitt.",
    "{period}: {weeks} av {have} som kommunen har oppgitt.",
)
WEEKS_ASSUMED = Text(
    "{period}: {weeks}. Kommunen har ikke oppgitt hvor mye tid den har. Vi regner med {have}*.",
    "{period}: {weeks}. Kommunen har ikkje oppgitt kor mykje tid han har. Vi reknar med {have}*.",
)
WEEKS_RECKONED = Text(
    "{period}: {weeks} av om lag {have}, som vi har regnet ut av årsverkene*.",
    "{period}: {weeks} av om lag {have}, som vi har rekna ut av årsverka*.",
)
WEEKS_OVER = Text(
    "{period}: {weeks}. Kommunen har oppgitt {have}. Ukene er anslag.",
    "{period}: {weeks}. Kommunen har oppgitt {have}. Vekene er anslag.",
)
YEAR = Text("I år", "I år")
NEXT = Text("Neste", "Neste")
PERIOD = Text("Til sammen på {n} år", "Til saman på {n} år")
MONEY = Text("Egne penger: {cost}.{has}", "Eigne pengar: {cost}.{has}")
NO_MONEY = Text("bare arbeidstid", "berre arbeidstid")
NOT_KNOWN = Text("ikke kjent", "ikkje kjent")
NOT_KNOWN_FOR = Text(
    "ikke kjent for {which}, ellers {known}", "ikkje kjent for {which}, elles {known}"
)
MONEY_OF = Text(" Kommunen har oppgitt inntil {have}.", " Kommunen har oppgitt inntil {have}.")
MONEY_ASSUMED = Text(
    " Kommunen har ikke oppgitt hvor mye den har. Vi regner med {have}*.",
    " Kommunen har ikkje oppgitt kor mykje han har. Vi reknar med {have}*.",
)
UP_TO = Text("inntil {most}*", "inntil {most}*")
BETWEEN = Text("{least} til {most}*", "{least} til {most}*")
AT_LEAST = Text("minst {least}*", "minst {least}*")

FROM_OTHERS = Text("Penger fra andre: {schemes}.", "Pengar frå andre: {schemes}.")
OFFERS = Text("{scheme} (inntil {most})", "{scheme} (inntil {most})")
OFFERS_DWELLING = Text(
    "{scheme} (inntil {most} for boligen i regneeksempelet)",
    "{scheme} (inntil {most} for bustaden i reknedømet)",
)
OFFERS_UNKNOWN = Text("{scheme} (beløpet er ikke kjent)", "{scheme} (beløpet er ikkje kjent)")

CONFLICT = Text(
    "{scheme} blir ferdig {ready} når det venter på {other}. Fristen er {deadline}.",
    "{scheme} blir ferdig {ready} når det ventar på {other}. Fristen er {deadline}.",
)
CONFLICT_LATER = Text(
    "{scheme} har ikke plass før i år {year} av planen, og blir ferdig {ready}. "
    "Fristen er {deadline}.",
    "{scheme} har ikkje plass før i år {year} av planen, og blir ferdig {ready}. "
    "Fristen er {deadline}.",
)
DUTY_NO_ROOM = Text(
    "Loven krever dette, men det er ikke plass til det: {scheme}.",
    "Lova krev dette, men det er ikkje plass til det: {scheme}.",
)
COST_HELD = Text(
    "Planen regner med at kommunen gjør dette med pengene den har: {schemes}.",
    "Planen reknar med at kommunen gjer dette med pengane han har: {schemes}.",
)
CONFLICT_ALONE = Text(
    "{scheme} blir ferdig {ready}. Fristen er {deadline}.",
    "{scheme} blir ferdig {ready}. Fristen er {deadline}.",
)
PARALLEL = Text(
    "Enten begynner kommunen senest {day} og gjør begge deler samtidig ({weeks} av kommunens tid), "
    "eller så sier saken at fristen ikke blir holdt.",
    "Anten startar kommunen seinast {day} og gjer begge delar samtidig ({weeks} av tida til "
    "kommunen), eller så seier saka at fristen ikkje blir halden.",
)
PARALLEL_ALONE = Text(
    "Enten begynner kommunen senest {day} ({weeks} av kommunens tid), "
    "eller så sier saken at fristen ikke blir holdt.",
    "Anten startar kommunen seinast {day} ({weeks} av tida til kommunen), "
    "eller så seier saka at fristen ikkje blir halden.",
)
MUST_MISS = Text(
    "Den kan ikke holdes. Saken bør si det, og når arbeidet blir ferdig.",
    "Han kan ikkje haldast. Saka bør seie det, og når arbeidet blir ferdig.",
)
ONLY_READY = Text("{day}", "{day}")
READY_AT_LEAST = Text("tidligst {day}", "tidlegast {day}")

OVERDUE = Text("Plikten har gjeldt siden {day}.", "Plikta har gjelde sidan {day}.")
DUTY_FROM = Text("Plikten gjelder fra {day}.", "Plikta gjeld frå {day}.")

ALTERNATIVE = Text(
    "Et annet valg er {enters} i stedet for {leaves}.",
    "Eit anna val er {enters} i staden for {leaves}.",
)
ALTERNATIVE_MORE = Text("Et annet valg er også {enters}.", "Eit anna val er òg {enters}.")
WINS = Text(
    "Fordelen er at {wins}. Ulempen er at {gives_up}.",
    "Fordelen er at {wins}. Ulempa er at {gives_up}.",
)
WON = {
    Tier.DUTY: Text(
        "kommunen oppfyller en plikt ({about})", "kommunen oppfyller ei plikt ({about})"
    ),
    Tier.NEED: Text("planen svarer på {about}", "planen svarar på {about}"),
    Tier.DEADLINE: Text("kommunen rekker fristen for {about}", "kommunen rekk fristen for {about}"),
    Tier.CAPACITY: Text(
        "kommunen får hjelp til å planlegge", "kommunen får hjelp til å planleggje"
    ),
}
GIVEN_UP = {
    Tier.DUTY: Text("kommunen utsetter en plikt ({about})", "kommunen utset ei plikt ({about})"),
    Tier.NEED: Text("planen ikke svarer på {about}", "planen ikkje svarar på {about}"),
    Tier.DEADLINE: Text(
        "kommunen ikke rekker fristen for {about}", "kommunen ikkje rekk fristen for {about}"
    ),
    Tier.CAPACITY: Text(
        "kommunen ikke får hjelp til å planlegge", "kommunen ikkje får hjelp til å planleggje"
    ),
}

NO_ROOM = Text(
    "Dette er det ikke plass til med den tiden og de pengene kommunen har.",
    "Dette er det ikkje plass til med den tida og dei pengane kommunen har.",
)
LACKS_WEEKS = Text(
    "Det tar {weeks}. Det er {lacking} mer enn kommunen har igjen på {years} år.",
    "Det tek {weeks}. Det er {lacking} meir enn kommunen har att på {years} år.",
)
LACKS_MONEY = Text(
    "Det koster {cost}. Kommunen har oppgitt inntil {have} i året.",
    "Det kostar {cost}. Kommunen har oppgitt inntil {have} i året.",
)
LACKS_ALL_MONEY = Text(
    "Det koster {cost}. Kommunen har bare arbeidstid å bruke.",
    "Det kostar {cost}. Kommunen har berre arbeidstid å bruke.",
)
LACKS_MONEY_ASSUMED = Text(
    "Det koster {cost}. Vi regner med inntil {have} i året, for kommunen har ikke svart.",
    "Det kostar {cost}. Vi reknar med inntil {have} i året, for kommunen har ikkje svart.",
)
LACKS_MONEY_IN_ALL = Text(
    "Det koster {cost}. Sammen med resten av planen er det {lacking} mer enn kommunen har "
    "på {years} år.",
    "Det kostar {cost}. Saman med resten av planen er det {lacking} meir enn kommunen har "
    "på {years} år.",
)
WAITS_FOR = Text(
    "Må vente på {other}, som det ikke er plass til.",
    "Må vente på {other}, som det ikkje er plass til.",
)
BUYS_CAPACITY = Text(
    "Dette ville gitt mer tid, men det er ikke plass til det selv: {schemes}.",
    "Dette ville gitt meir tid, men det er ikkje plass til det sjølv: {schemes}.",
)
MAKE_KNOWN = Text(
    "Dette søker innbyggere og bedrifter om selv. "
    "Kommunen gjør ordningene kjent i ett felles arbeid.",
    "Dette søkjer innbyggjarar og bedrifter om sjølve. "
    "Kommunen gjer ordningane kjende i eitt felles arbeid.",
)
BEGINS = Text("Begynn {day}", "Start {day}")
BEGINS_AT_LEAST = Text("Begynn tidligst {day}", "Start tidlegast {day}")
FINISHED = Text("ferdig {day}", "ferdig {day}")
FINISHED_AT_LEAST = Text("ferdig tidligst {day}", "ferdig tidlegast {day}")
IN_YEAR = Text("År {n}, fra {month}", "År {n}, frå {month}")
NOT_EXACT = Text(
    "Det var for mange muligheter til å prøve alle. Det kan finnes en bedre plan.",
    "Det var for mange moglegheiter til å prøve alle. Det kan finnast ein betre plan.",
)
