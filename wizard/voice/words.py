"""What the closed sets are called on screen and paper."""

from wizard.domain.advice import LeftOutReason, Origin, Phase, ReservationKind
from wizard.domain.conditions import Severity
from wizard.domain.schemes import (
    Action,
    Administrator,
    AmountKind,
    Applicant,
    MunicipalRole,
    Responsible,
    SchemeKind,
    VerdictKind,
)
from wizard.domain.sources import Level
from wizard.domain.text import Counted, Text

VERDICTS = {
    VerdictKind.RECOMMENDED: Text("Anbefalt", "Tilrådd"),
    VerdictKind.CONDITIONAL: Text("Anbefalt hvis …", "Tilrådd dersom …"),
    VerdictKind.AFTER_CHANGE: Text("Mulig når …", "Mogleg når …"),
    VerdictKind.OPEN: Text("Avklar først", "Avklar først"),
    VerdictKind.EXCLUDED: Text("Ikke mulig", "Ikkje mogleg"),
    VerdictKind.NOT_RELEVANT: Text("Ikke aktuelt", "Ikkje aktuelt"),
}
# Of what nothing stands in the way of, but no need calls for either: no advice to use it.
CAN_BE_USED = Text("Kan brukes", "Kan brukast")
IN_PLACE = Text("Allerede på plass", "Allereie på plass")

SEVERITIES = {
    Severity.NONE: Text("ikke behov", "ikkje behov"),
    Severity.SOME: Text("noe behov", "noko behov"),
    Severity.SEVERE: Text("stort behov", "stort behov"),
}
# As it is said of the need: it is …
SEVERITIES_OF_NEED = {
    Severity.NONE: Text("ikke til stede", "ikkje til stades"),
    Severity.SOME: Text("noe", "noko"),
    Severity.SEVERE: Text("stort", "stort"),
}
SEVERITY_OPEN = Text("ikke avklart", "ikkje avklart")
SEVERITY_AT_LEAST_SOME = Text("minst noe behov", "minst noko behov")

KINDS = {
    SchemeKind.LOAN: Text("Lån", "Lån"),
    SchemeKind.GRANT: Text("Tilskudd", "Tilskot"),
    SchemeKind.ALLOWANCE: Text("Stønad", "Stønad"),
    SchemeKind.ADVICE: Text("Rådgivning", "Rådgjeving"),
    SchemeKind.MEASURE: Text("Tiltak i kommunen", "Tiltak i kommunen"),
}

# What the kommune does with a scheme that does not say so itself, by its role; a measure or
# advice by what it is.
ACTIONS = {
    MunicipalRole.APPLICANT: Action(
        Text("Søk om {name}", "Søk om {name}"), Text("søke om {name}", "søkje om {name}")
    ),
    MunicipalRole.INTERMEDIARY: Action(
        Text("Ta i bruk {name}, og gjør det kjent", "Ta i bruk {name}, og gjer det kjent"),
        Text("ta i bruk {name} og gjøre det kjent", "ta i bruk {name} og gjere det kjent"),
    ),
    MunicipalRole.PARTY: Action(
        Text("Legg til rette for {name}", "Legg til rette for {name}"),
        Text("legge til rette for {name}", "leggje til rette for {name}"),
    ),
    MunicipalRole.FACILITATOR: Action(
        Text("Gjør {name} kjent", "Gjer {name} kjent"),
        Text("gjøre {name} kjent", "gjere {name} kjent"),
    ),
}
DOING = Text("å {task}", "å {task}")
ACTIONS_BY_KIND = {
    SchemeKind.MEASURE: Action(
        Text("Sett i gang {name}", "Set i gang {name}"),
        Text("sette i gang {name}", "setje i gang {name}"),
    ),
    SchemeKind.ADVICE: Action(
        Text("Be om {name}", "Be om {name}"), Text("innhente {name}", "hente inn {name}")
    ),
}

ADMINISTRATORS = {
    Administrator.HUSBANKEN: Text("Husbanken", "Husbanken"),
    Administrator.DISTRIKTSSENTERET: Text("Distriktssenteret", "Distriktssenteret"),
    Administrator.MUNICIPALITY: Text("kommunen", "kommunen"),
    Administrator.NAV: Text("Nav", "Nav"),
    Administrator.OTHER: Text("andre", "andre"),
}

APPLICANTS = {
    Applicant.MUNICIPALITY: Text("kommunen", "kommunen"),
    Applicant.COUNTY: Text("fylkeskommunen", "fylkeskommunen"),
    Applicant.COMPANY: Text("private foretak", "private føretak"),
    Applicant.PERSON: Text("privatpersoner", "privatpersonar"),
    Applicant.ORGANISATION: Text("organisasjoner", "organisasjonar"),
    Applicant.RESEARCH: Text("forskning og utdanning", "forsking og utdanning"),
    Applicant.STUDENT_WELFARE: Text("studentsamskipnader", "studentsamskipnader"),
}

RESPONSIBLE = {
    Responsible.PLANNING: Text("Plan", "Plan"),
    Responsible.DIRECTOR: Text("{Leader}", "{Leader}"),
    Responsible.HEALTH: Text("Helse og omsorg", "Helse og omsorg"),
    Responsible.NAV: Text("Nav", "Nav"),
    Responsible.FINANCE: Text("Økonomi", "Økonomi"),
    Responsible.PROPERTY: Text("Eiendom", "Eigedom"),
    Responsible.BUSINESS: Text("Næring", "Næring"),
    Responsible.POLITICS: Text("{Council}", "{Council}"),
    Responsible.DEVELOPER: Text("Utbyggeren", "Utbyggjaren"),
    Responsible.HOUSEHOLD: Text("Husstanden", "Husstanden"),
    Responsible.NEIGHBOUR: Text("Nabokommunene", "Nabokommunane"),
    Responsible.COUNTY: Text("Fylkeskommunen", "Fylkeskommunen"),
}

# Before an experience that is the reader's own, alone or with others.
OWN_EXPERIENCE = Text("Fra egen kommune: {told}", "Frå eigen kommune: {told}")
OWN_AMONG_OTHERS = Text("Her er kommunen selv med: {told}", "Her er kommunen sjølv med: {told}")

PHASES = {
    Phase.NOW: Text("I år, begynn nå", "I år, start no"),
    Phase.THIS_YEAR: Text("I år, begynn om tre måneder", "I år, start om tre månader"),
    Phase.LATER: Text("Neste år eller senere", "Neste år eller seinare"),
}

LEVELS = {
    Level.LAW: Text("lov", "lov"),
    Level.REGULATION: Text("forskrift", "forskrift"),
    Level.GUIDELINE: Text("retningslinje", "retningslinje"),
    Level.CALL: Text("utlysning", "utlysing"),
    Level.PRACTICE: Text("praksis", "praksis"),
}

ORIGINS = {
    Origin.ANSWERED: Text("Opplyst av kommunen", "Opplyst av kommunen"),
    Origin.CHANGED: Text(
        "Endret av kommunen. {source} viser {original}",
        "Endra av kommunen. {source} viser {original}",
    ),
    Origin.REFERENCE: Text("{source}", "{source}"),
    Origin.CALCULATED: Text("Regnet ut fra de andre tallene", "Rekna ut frå dei andre tala"),
    Origin.NOT_ASKED: Text("Ikke aktuelt", "Ikkje aktuelt"),
    Origin.WAITING: Text("Venter på et annet svar", "Ventar på eit anna svar"),
    Origin.DONT_KNOW: Text("Kommunen vet ikke", "Kommunen veit ikkje"),
    Origin.UNANSWERED: Text("Ikke besvart", "Ikkje svart på"),
    Origin.MISSING: Text("Tallet mangler hos {source}", "Talet manglar hos {source}"),
}

# A figure that a case file brings, and no source of ours stands behind.
CASE_FILE = Text("Svarfilen", "Svarfila")
FROM_CASE_FILE = Text(
    "Opplysningen kom med svarfilen, og vi vet ikke hvor den er fra. Ellers bruker vi {source}.",
    "Opplysninga kom med svarfila, og vi veit ikkje kvar ho er frå. Elles bruker vi {source}.",
)

# A figure that the statistics lack, and the kommune gave.
FILLED_IN = Text(
    "Opplyst av kommunen. Tallet mangler i {source}",
    "Opplyst av kommunen. Talet manglar i {source}",
)

# Whom to ask about money, by who runs the scheme; anybody else than Husbanken goes without name.
ASK_HUSBANKEN = Text("Husbanken", "Husbanken")
ASK_OTHERS = Text("den som gir pengene", "den som gir pengane")

RESERVATIONS = {
    ReservationKind.FUNDING_UNCERTAIN: Text(
        "Vi vet ikke om det er penger i ordningen nå. Spør {who} før pengene tas med i planen.",
        "Vi veit ikkje om det er pengar i ordninga no. "
        "Spør {who} før pengane blir tekne med i planen.",
    ),
    ReservationKind.FUNDING_USED_UP: Text(
        "Årets penger er brukt opp. Spør {who} når ordningen åpner igjen.",
        "Pengane for i år er brukte opp. Spør {who} når ordninga opnar att.",
    ),
    ReservationKind.SECONDARY_SOURCE: Text(
        "Noe av dette bygger på andre kilder enn lov og forskrift. Kontroller det før vedtak.",
        "Noko av dette byggjer på andre kjelder enn lov og forskrift. Kontroller det før vedtak.",
    ),
    ReservationKind.CHECK_OVERDUE: Text(
        "Reglene skulle vært kontrollert på nytt før {day}. De kan være endret.",
        "Reglane skulle vore kontrollerte på nytt før {day}. Dei kan vere endra.",
    ),
    ReservationKind.RATE_UNKNOWN: Text(
        "Satsen er ikke kjent. Spør {who} om satsen.",
        "Satsen er ikkje kjend. Spør {who} om satsen.",
    ),
}

OPENS_AGAIN = Text(
    "Årets penger er brukt opp. Ordningen skal etter planen åpne igjen {day}.",
    "Pengane for i år er brukte opp. Ordninga skal etter planen opne att {day}.",
)

# Marks a limit or a number that we have set ourselves; `OURS_MEANS` explains it, once a page.
# The program's own templates carry it as it stands.
OURS = "*"
OURS_MEANS = Text(
    "* betyr at grensen eller tallet er vår vurdering, ikke lov eller statistikk.",
    "* tyder at grensa eller talet er vår vurdering, ikkje lov eller statistikk.",
)
# A number in a sentence, where nobody has written it a better one.
NUMBER_IS = Text("{name} er {value}", "{name} er {value}")

LEFT_OUT = {
    LeftOutReason.OTHER_IS_BETTER: Text(
        "Kan brukes, men {others} svarer bedre på det samme behovet.",
        "Kan brukast, men {others} svarar betre på det same behovet.",
    ),
    LeftOutReason.ALTERNATIVE_CHOSEN: Text(
        "Er et alternativ til {others}, som er med i planen.",
        "Er eit alternativ til {others}, som er med i planen.",
    ),
    LeftOutReason.PREREQUISITE_MISSING: Text(
        "Må komme etter {others}, som ikke er mulig nå.",
        "Må kome etter {others}, som ikkje er mogleg no.",
    ),
    LeftOutReason.COMPANION_MISSING: Text(
        "Kan bare brukes sammen med {others}, som ikke er mulig nå.",
        "Kan berre brukast saman med {others}, som ikkje er mogleg no.",
    ),
    LeftOutReason.NOT_MADE_KNOWN: Text(
        "Planen har ikke plass til å gjøre den kjent.",
        "Planen har ikkje plass til å gjere ho kjend.",
    ),
    LeftOutReason.ADVISER: Text(
        "Rådgiveren har tatt den ut av planen.", "Rådgivaren har teke ho ut av planen."
    ),
    LeftOutReason.NO_NEED: Text(
        "Kan brukes, men svarene viser ikke et behov som dette dekker.",
        "Kan brukast, men svara viser ikkje eit behov som dette dekkjer.",
    ),
}

OWN_COST = (
    Text("bare arbeidstid", "berre arbeidstid"),
    Text("under 200\u00a0000\u00a0kr", "under 200\u00a0000\u00a0kr"),
    Text(
        "200\u00a0000\u00a0kr til 1\u00a0million kr", "200\u00a0000\u00a0kr til 1\u00a0million kr"
    ),
    Text("1 til 5\u00a0millioner kr", "1 til 5\u00a0millionar kr"),
    Text("over 5\u00a0millioner kr", "over 5\u00a0millionar kr"),
)

AMOUNTS = {
    AmountKind.SHARE: Text("{share} av {of}", "{share} av {of}"),
    AmountKind.LOAN_TO_VALUE: Text(
        "Lån på inntil {share} av {of}", "Lån på inntil {share} av {of}"
    ),
    AmountKind.EXCEPTION: Text(
        "Lån på mer enn {share} av {of}, etter skjønn i hver søknad",
        "Lån på meir enn {share} av {of}, etter skjøn i kvar søknad",
    ),
    AmountKind.PER_UNIT: Text("{share} per {of}", "{share} per {of}"),
    AmountKind.DISCRETIONARY: Text(
        "Beløpet fastsettes etter skjønn i hver søknad",
        "Beløpet blir fastsett etter skjøn i kvar søknad",
    ),
    AmountKind.FREE: Text("Gratis for kommunen", "Gratis for kommunen"),
    AmountKind.OWN_COST: Text(
        "Kommunens egen kostnad: {band}*",
        "Kommunen sin eigen kostnad: {band}*",
    ),
    AmountKind.NOT_SET: Text("Ingen fast sats", "Ingen fast sats"),
    AmountKind.UNKNOWN: Text("Spør Husbanken om satsen", "Spør Husbanken om satsen"),
}
COST_UNKNOWN = Text("Kostnaden er ikke kjent", "Kostnaden er ikkje kjend")
CAP = Text("høyst {bound}", "høgst {bound}")
FLOOR = Text("minst {bound}", "minst {bound}")
ASK_FOR_RATE = Text("ukjent sats (spør Husbanken)", "ukjend sats (spør Husbanken)")

ROLLING = Text("Løpende, ingen fast frist", "Løpande, ingen fast frist")
CHECK_ROLLING = Text(
    "Løpende, ingen fast frist (kontroller)", "Løpande, ingen fast frist (kontroller)"
)
DUE_SINCE = Text("Skulle vært på plass fra {day}", "Skulle vore på plass frå {day}")
OWN_TIME = Text("Kommunen velger selv når", "Kommunen vel sjølv når")
NO_DEADLINE = Text("Ingen kjent frist", "Ingen kjend frist")
DEADLINE = Text("{day}", "{day}")
CHECK_DEADLINE = Text("{day} (kontroller fristen)", "{day} (kontroller fristen)")

EFFORT = Text(
    "Om lag {weeks} av kommunens tid det første året",
    "Om lag {weeks} av tida til kommunen det første året",
)
EFFORT_OUR_VIEW = Text(
    "Om lag {weeks}* av kommunens tid det første året",
    "Om lag {weeks}* av tida til kommunen det første året",
)

NO_EDITION = Text("Ordningen gjelder ikke {day}.", "Ordninga gjeld ikkje {day}.")
NOT_YET = Text("Ordningen gjelder først fra {day}.", "Ordninga gjeld først frå {day}.")
NO_LONGER = Text("Ordningen gjaldt til og med {day}.", "Ordninga galdt til og med {day}.")
# Of a scheme that is only a name today.
NEVER_THERE = Text("{name} er ikke en egen ordning", "{name} er ikkje ei eiga ordning")
IS_GONE = Text("{name} finnes ikke lenger", "{name} finst ikkje lenger")
STOOD_THEN = Text("{name} gjaldt {day}, men ikke nå", "{name} galdt {day}, men ikkje no")
NOT_YET_THERE = Text("{name} fantes ikke {day}", "{name} fanst ikkje {day}")
WAS_THERE = Text(
    "Ordningen gjaldt fra {first} til og med {last}.",
    "Ordninga galdt frå {first} til og med {last}.",
)
CLOSED = Text("Ordningen er stengt.", "Ordninga er stengd.")
FITS_ALL = Text("Passer for alle kommuner.", "Passar for alle kommunar.")
WHATEVER = Text(
    "Ingen av de åpne spørsmålene kan endre dette.", "Ingen av dei opne spørsmåla kan endre dette."
)
EACH_IS_ENOUGH = Text(
    "Hver av disse grunnene er nok alene:", "Kvar av desse grunnane er nok åleine:"
)
SEE = Text("Se {basis}.", "Sjå {basis}.")
COMPANION = Text("Kan bare brukes sammen med {others}.", "Kan berre brukast saman med {others}.")

CARRIES = Counted(
    Text("Svarer på behovet {needs}", "Svarar på behovet {needs}"),
    Text("Svarer på behovene {needs}", "Svarar på behova {needs}"),
)
HELPS = Counted(
    Text("Hjelper på behovet {needs}", "Hjelper på behovet {needs}"),
    Text("Hjelper på behovene {needs}", "Hjelper på behova {needs}"),
)
CARRIES_IF = Counted(
    Text(
        "Svarer på behovet {needs} hvis kommunen har det",
        "Svarar på behovet {needs} dersom kommunen har det",
    ),
    Text(
        "Svarer på behovene {needs} hvis kommunen har dem",
        "Svarar på behova {needs} dersom kommunen har dei",
    ),
)
HELPS_IF = Counted(
    Text(
        "Hjelper på behovet {needs} hvis kommunen har det",
        "Hjelper på behovet {needs} dersom kommunen har det",
    ),
    Text(
        "Hjelper på behovene {needs} hvis kommunen har dem",
        "Hjelper på behova {needs} dersom kommunen har dei",
    ),
)
UNCLEAR = Text(
    "Det er ikke avklart om kommunen har behovet {need}.",
    "Det er ikkje avklart om kommunen har behovet {need}.",
)
SETTLED_BY = Text(
    "Svar på {questions} for å avklare det.", "Svar på {questions} for å avklare det."
)
REQUIRED = Text("Må være på plass før {others}", "Må vere på plass før {others}")
UNCOVERED = Text(
    "Ingenting i planen dekker behovet «{need}» alene.",
    "Ingenting i planen dekkjer behovet «{need}» åleine.",
)
AT_LEAST = Text("minst {limit}", "minst {limit}")
BELOW = Text("under {limit}", "under {limit}")
DONT_KNOW = Text("vet ikke", "veit ikkje")
NONE_OF_THESE = Text("ingen av disse", "ingen av desse")
# What stands before the last of a list.
AND = Text("og", "og")
OR = Text("eller", "eller")

AND_MORE = Text("{listed} og {n} til", "{listed} og {n} til")

SUMMARY_SEVERE = Text("Størst behov: {needs}.", "Størst behov: {needs}.")
SUMMARY_SOME = Text("Behov: {needs}.", "Behov: {needs}.")
SUMMARY_NEEDS_OPEN = Text(
    "Svarene viser ikke ennå hvilke boligbehov kommunen har.",
    "Svara viser ikkje enno kva bustadbehov kommunen har.",
)
SUMMARY_OPEN = Counted(
    Text(
        "Ett spørsmål kan endre rådet: «{question}»", "Eitt spørsmål kan endre rådet: «{question}»"
    ),
    Text(
        "{n} spørsmål kan endre rådet. Finn først ut av dette: «{question}»",
        "{n} spørsmål kan endre rådet. Finn først ut av dette: «{question}»",
    ),
)
SUMMARY_PROVISIONAL = Text(
    "Rådet er foreløpig, for {n} spørsmål er åpne. Finn først ut av dette: «{question}»",
    "Rådet er førebels, for {n} spørsmål er opne. Finn først ut av dette: «{question}»",
)
EMPTY_BUNDLE = Text(
    "Ut fra svarene anbefaler vi ingen nye ordninger eller tiltak nå. Det betyr ikke at kommunen "
    "er uten boligbehov, bare at virkemidlene her ikke svarer på det som er oppgitt, "
    "eller at de alt er i bruk.",
    "Ut frå svara tilrår vi ingen nye ordningar eller tiltak no. Det tyder ikkje at kommunen "
    "er utan bustadbehov, berre at verkemidla her ikkje svarar på det som er oppgitt, "
    "eller at dei alt er i bruk.",
)
EMPTY_BUT_IN_PLACE = Text(
    "Dette har kommunen alt: {schemes}.", "Dette har kommunen alt: {schemes}."
)
DATING = Text(
    "Reglene er de som gjelder {day}. Tallene er fra {years}.",
    "Reglane er dei som gjeld {day}. Tala er frå {years}.",
)
DATING_RULES = Text("Reglene er de som gjelder {day}.", "Reglane er dei som gjeld {day}.")

OURS_ALONE = Text("Vår vurdering", "Vår vurdering")
OUR_VIEW = Text("Vår vurdering. {reason}", "Vår vurdering. {reason}")
