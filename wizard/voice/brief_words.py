"""The phrases of what is said in a line."""

from wizard.domain.schemes import AmountKind
from wizard.domain.text import Text

FEWER = Text("{people}, {change} færre enn i {year}.", "{people}, {change} færre enn i {year}.")
MORE = Text(
    "{people}, {change} flere enn i {year}.",
    "{people}, {change} fleire enn i {year}.",
)
AS_MANY = Text("{people}, like mange som i {year}.", "{people}, like mange som i {year}.")
ONLY = Text("{people}.", "{people}.")
OLD = Text("{share} er 67 år eller eldre.", "{share} er 67 år eller eldre.")
PEOPLE_UNKNOWN = Text("Folketallet er ikke kjent.", "Folketalet er ikkje kjent.")
LACKING = Text(
    "Kommunen regner med å mangle {homes} på fem år.",
    "Kommunen reknar med å mangle {homes} på fem år.",
)
LACKING_SHARE = Text(
    "Kommunen regner med å mangle {homes} på fem år, {share} av boligene.",
    "Kommunen reknar med å mangle {homes} på fem år, {share} av bustadene.",
)
LACKING_NONE = Text(
    "Kommunen regner ikke med å mangle boliger de neste fem årene.",
    "Kommunen reknar ikkje med å mangle bustader dei neste fem åra.",
)
LACKING_UNKNOWN = Text(
    "Ingen har oppgitt hvor mange boliger som mangler.",
    "Ingen har oppgitt kor mange bustader som manglar.",
)
HAS = Text(
    "{weeks} til boligarbeid i året. Egne penger: {money}.",
    "{weeks} til bustadarbeid i året. Eigne pengar: {money}.",
)
WEEKS_RECKONED = Text(
    "Om lag {weeks}, regnet ut av årsverkene*,", "Om lag {weeks}, rekna ut av årsverka*,"
)
WEEKS_ASSUMED = Text("Vi regner med {weeks}*", "Vi reknar med {weeks}*")
MONEY_ASSUMED = Text(
    "ikke oppgitt (vi regner med inntil {money}*)", "ikkje oppgitt (vi reknar med inntil {money}*)"
)
MONEY_UNKNOWN = Text("ikke oppgitt", "ikkje oppgitt")
OWN = Text("egne penger: {cost}", "eigne pengar: {cost}")
NUMBERED = Text("tiltak {numbers}", "tiltak {numbers}")

DUTY_SINCE = Text("Loven har krevd {scheme} siden {day}.", "Lova har kravd {scheme} sidan {day}.")
DUTY_FROM = Text("Loven krever {scheme} fra {day}.", "Lova krev {scheme} frå {day}.")
APPLY_BY = Text("Fristen for {scheme} er {day}.", "Fristen for {scheme} er {day}.")
SEVERE = Text(
    "Etter vår rekkefølge haster dette mest: {needs}.",
    "Etter rekkjefølgja vår hastar dette mest: {needs}.",
)

WORK = Text("Arbeid: {weeks} av {have}.", "Arbeid: {weeks} av {have}.")
WORK_OVER = Text(
    "Arbeid: {weeks} av {have}. Ukene er anslag.", "Arbeid: {weeks} av {have}. Vekene er anslag."
)
WORK_ASSUMED = Text(
    "Arbeid: {weeks}. Kommunen har ikke oppgitt hva den har, og vi regner med {have}*.",
    "Arbeid: {weeks}. Kommunen har ikkje oppgitt kva han har, og vi reknar med {have}*.",
)
MONEY = Text("Egne penger: {cost} av {have}.", "Eigne pengar: {cost} av {have}.")
MONEY_OF_UNKNOWN = Text(
    "Egne penger: {cost}. Kommunen har ikke oppgitt hva den har.",
    "Eigne pengar: {cost}. Kommunen har ikkje oppgitt kva han har.",
)
MONEY_ALONE = Text("Egne penger: {cost}.", "Eigne pengar: {cost}.")

FRAME_NONE = Text("bare arbeidstid", "berre arbeidstid")
FRAME = Text("{cost} av kommunens egne penger", "{cost} av eigne midlar")
FRAME_HELD = Text(
    "{cost}, og ikke mer enn kommunen har satt av", "{cost}, og ikkje meir enn kommunen har sett av"
)
FRAME_UNKNOWN = Text(
    "arbeidstid. Kommunens egen del legges fram når den er kjent",
    "arbeidstid. Eigendelen til kommunen blir lagd fram når han er kjend",
)
FRAME_TOO = Text(
    "{frame}. I tillegg kommer egne deler som ikke er kjent ennå",
    "{frame}. I tillegg kjem eigne delar som ikkje er kjende enno",
)

# What others may ask for, never what they get.
CAN_APPLY = {
    AmountKind.SHARE: Text(
        "Kan søke om inntil {share} av {of}", "Kan søkje om inntil {share} av {of}"
    ),
    AmountKind.LOAN_TO_VALUE: Text(
        "Kan søke om lån på inntil {share} av {of}", "Kan søkje om lån på inntil {share} av {of}"
    ),
    AmountKind.EXCEPTION: Text(
        "Kan søke om lån på mer enn {share} av {of}, etter skjønn i hver søknad",
        "Kan søkje om lån på meir enn {share} av {of}, etter skjøn i kvar søknad",
    ),
    AmountKind.PER_UNIT: Text(
        "Kan søke om inntil {share} per {of}", "Kan søkje om inntil {share} per {of}"
    ),
    AmountKind.DISCRETIONARY: Text(
        "Kan søke. Beløpet blir fastsatt etter skjønn i hver søknad",
        "Kan søkje. Beløpet blir fastsett etter skjøn i kvar søknad",
    ),
}
