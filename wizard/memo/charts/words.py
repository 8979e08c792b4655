"""Every word on and about the charts, in bokmål and nynorsk side by side."""

from decimal import Decimal

from wizard.domain.text import Counted, Text

# --- whom the figures are about, and where they are from

LIKE = Text("lignende kommuner", "liknande kommunar")
COUNTRY = Text("landet", "landet")
GROUP = Text(
    "Lignende kommuner er de {n} i KOSTRA-gruppe {kostra} og sentralitetsklasse {centrality}, "
    "{name} medregnet.",
    "Liknande kommunar er dei {n} i KOSTRA-gruppe {kostra} og sentralitetsklasse {centrality}, "
    "{name} medrekna.",
)
ALONE = Text(
    "Ingen annen kommune er i både KOSTRA-gruppe {kostra} og sentralitetsklasse {centrality}, "
    "så {name} blir bare sammenlignet med landet.",
    "Ingen annan kommune er i både KOSTRA-gruppe {kostra} og sentralitetsklasse {centrality}, "
    "så {name} blir berre samanlikna med landet.",
)
SOURCE = Text("Kilde: {sources}.", "Kjelde: {sources}.")
GIVEN = Text("{name}: {provenance}.", "{name}: {provenance}.")
LATER_FIGURES = Text(
    "Noen av tallene er fra etter dagen i notatet.",
    "Nokre av tala er frå etter dagen i notatet.",
)
AGAINST = Text(
    ", mot {group} i lignende kommuner og {country} i landet",
    ", mot {group} i liknande kommunar og {country} i landet",
)
AGAINST_COUNTRY = Text(", mot {country} i landet", ", mot {country} i landet")

# --- ages

UNDER_16 = Text("0–15 år", "0–15 år")
OVER_67 = Text("67 år og eldre", "67 år og eldre")
OVER_80 = Text("80 år og eldre", "80 år og eldre")
AGES_TOLD = Text("Andel av innbyggerne. {values}.", "Andel av innbyggjarane. {values}.")
OLD = Text(
    "{own} av innbyggerne er 67 år eller eldre", "{own} av innbyggjarane er 67 år eller eldre"
)
EVERY_NTH_OLD = Text(
    "Om lag hver {own} innbygger er 67 år eller eldre, mot hver {group} i lignende kommuner.",
    "Om lag kvar {own} innbyggjar er 67 år eller eldre, mot kvar {group} i liknande kommunar.",
)
_NTH = {
    3: Text("tredje", "tredje"),
    4: Text("fjerde", "fjerde"),
    5: Text("femte", "femte"),
    6: Text("sjette", "sjette"),
    7: Text("sjuende", "sjuande"),
    8: Text("åttende", "åttande"),
}
_CLOSE = Decimal("0.5")  # percentage points


def every_nth(share: Decimal | None) -> Text | None:
    """Return the word that makes a share one in so many, where it is within half a per cent."""
    if share is None:
        return None
    close = (word for n, word in _NTH.items() if abs(share - Decimal(100) / n) <= _CLOSE)
    return next(close, None)


# --- kinds of dwellings

DETACHED = Text("enebolig", "einebustad")
TWO = Text("tomannsbolig", "tomannsbustad")
ROW = Text("rekkehus", "rekkjehus")
FLATS = Text("blokk", "blokk")
OTHERS = Text("andre", "andre")
ALL_OTHERS = Text("alle andre boliger", "alle andre bustader")
ARE_DETACHED = Text("er eneboliger", "er einebustader")
ARE_TWO = Text("er i tomannsboliger", "er i tomannsbustader")
ARE_ROW = Text("er rekkehus", "er rekkjehus")
ARE_FLATS = Text("er i blokk", "er i blokk")
ARE_OTHERS = Text("er av andre slag", "er av andre slag")
TYPES_TOLD = Text("Andel av boligene. {values}.", "Andel av bustadene. {values}.")
TYPE = Text("{own} av boligene {kind}", "{own} av bustadene {kind}")

# --- population

FEWER = Counted(
    Text(
        "{name} har én innbygger færre enn i {year}.",
        "{name} har éin innbyggjar færre enn i {year}.",
    ),
    Text(
        "{name} har {n} færre innbyggere enn i {year}.",
        "{name} har {n} færre innbyggjarar enn i {year}.",
    ),
)
MORE = Counted(
    Text(
        "{name} har én innbygger mer enn i {year}.", "{name} har éin innbyggjar meir enn i {year}."
    ),
    Text(
        "{name} har {n} flere innbyggere enn i {year}.",
        "{name} har {n} fleire innbyggjarar enn i {year}.",
    ),
)
AS_MANY = Text(
    "{name} har like mange innbyggere som i {year}.",
    "{name} har like mange innbyggjarar som i {year}.",
)
POPULATION_TOLD = Text("Innbyggere 1. januar: {values}.", "Innbyggjarar 1. januar: {values}.")
PROJECTION_TOLD = Text(
    "Framskriving fra {edition}: {values}.", "Framskriving frå {edition}: {values}."
)
REPLACED_PROJECTION_TOLD = Text(
    "Framskriving fra {edition}, som er erstattet: {values}.",
    "Framskriving frå {edition}, som er erstatta: {values}.",
)
IN_YEAR = Text("{year}: {n}", "{year}: {n}")
PROJECTION = Text("Framskriving fra {edition}", "Framskriving frå {edition}")
REPLACED_PROJECTION = (
    Text("Framskriving fra {edition},", "Framskriving frå {edition},"),
    Text("erstattet i juni 2026", "erstatta i juni 2026"),
)
CARRIED_ON = Text(
    "Framskrivingen er fra {edition}. Den viser ikke hvordan det går.",
    "Framskrivinga er frå {edition}. Ho viser ikkje korleis det går.",
)
REPLACED = Text(
    "Framskrivingen er fra {edition} og ble erstattet 12. juni 2026. "
    "Den viser ikke hvordan det går.",
    "Framskrivinga er frå {edition} og vart erstatta 12. juni 2026. "
    "Ho viser ikkje korleis det går.",
)
FEWER_THAN_PROJECTED = Text(
    "1. januar {year} var folketallet {off} lavere enn den regnet med.",
    "1. januar {year} var folketalet {off} lågare enn ho rekna med.",
)
MORE_THAN_PROJECTED = Text(
    "1. januar {year} var folketallet {off} høyere enn den regnet med.",
    "1. januar {year} var folketalet {off} høgare enn ho rekna med.",
)
UNSURE = Text(
    "For {name} er den for usikker til å bygge på.",
    "For {name} er ho for usikker til å byggje på.",
)

# --- money

KR = Text("{n}\u00a0kr", "{n}\u00a0kr")
MILLIONS = Counted(
    Text("{n}\u00a0million\u00a0kr", "{n}\u00a0million\u00a0kr"),
    Text("{n}\u00a0millioner\u00a0kr", "{n}\u00a0millionar\u00a0kr"),
)
ABOUT = Text("om lag {sum}", "om lag {sum}")

COST = Text("Koster {cost} å bygge", "Kostar {cost} å byggje")
WORTH = Text("Er verdt {value}", "Er verd {value}")
LACKING = Text("{gap} mangler", "{gap} manglar")
WORTH_LESS = Text(
    "En bolig på {area} er verdt {gap} mindre enn den koster å bygge.",
    "Ein bustad på {area} er verd {gap} mindre enn han kostar å byggje.",
)
WORTH_MORE = Text(
    "En bolig på {area} er verdt minst like mye som den koster å bygge.",
    "Ein bustad på {area} er verd minst like mykje som han kostar å byggje.",
)
WORTH_TOLD = Text(
    "En bolig på {area} koster {cost} å bygge og er verdt {value}.",
    "Ein bustad på {area} kostar {cost} å byggje og er verd {value}.",
)
GAP_TOLD = Text("Det mangler {gap}.", "Det manglar {gap}.")
OWN_AREA = Text("{area}*", "{area}*")

# --- the three figures of page 1

KEY_OLD = Text("er 67 år eller eldre", "er 67 år eller eldre")
KEY_VERY_OLD = Text("er 80 år eller eldre", "er 80 år eller eldre")
KEY_CHANGE = Text("i folketall fra {before} til {year}", "i folketal frå {before} til {year}")
KEY_DETACHED = Text("av boligene er eneboliger", "av bustadene er einebustader")
DIFFERS_OLD = Text("andel eldre", "andel eldre")
DIFFERS_VERY_OLD = Text("andel som er 80 år eller eldre", "andel som er 80 år eller eldre")
DIFFERS_CHANGE = Text("utvikling i folketall", "utvikling i folketal")
DIFFERS_DETACHED = Text("andel eneboliger", "andel einebustader")
KEY_TITLE = Text(
    "{name} skiller seg mest fra landet i {things}.", "{name} skil seg mest frå landet i {things}."
)
KEY_TOLD = Text("{name}: {values}", "{name}: {values}")

# --- the year

BEGIN_NOW = Counted(
    Text(
        "Ett av {all} tiltak begynner nå, og {last}.", "Eitt av {all} tiltak startar no, og {last}."
    ),
    Text(
        "{n} av {all} tiltak begynner nå, og {last}.", "{n} av {all} tiltak startar no, og {last}."
    ),
)
ALL_BEGIN_NOW = Counted(
    Text("Tiltaket begynner nå, og {last}.", "Tiltaket startar no, og {last}."),
    Text(
        "Alle de {n} tiltakene begynner nå, og {last}.",
        "Alle dei {n} tiltaka startar no, og {last}.",
    ),
)
BOTH_BEGIN_NOW = Text(
    "Begge tiltakene begynner nå, og {last}.", "Begge tiltaka startar no, og {last}."
)
LAST_READY = Text("det siste er klart {day}", "det siste er klart {day}")
IT_IS_READY = Text("det er klart {day}", "det er klart {day}")
AT_LEAST = Text("tidligst {day}", "tidlegast {day}")
READY = Text("klart {day}", "klart {day}")
MEETING = Text("{day}: møte i {council}", "{day}: møte i {council}")
DEADLINE = Text("{day}: frist for {number}", "{day}: frist for {number}")
MISSED = Text(
    "{day}: frist for {number}, rekkes ikke", "{day}: frist for {number}, blir ikkje nådd"
)
YEAR_TOLD = Text("Fra {day}. {events}. {measures}.", "Frå {day}. {events}. {measures}.")
YEAR_TOLD_ALONE = Text("Fra {day}. {measures}.", "Frå {day}. {measures}.")
MEASURE_TOLD = Text(
    "Tiltak {number} begynner {begins} og er klart {ready}",
    "Tiltak {number} startar {begins} og er klart {ready}",
)
YEAR_SOURCE = Text(
    "Beregnet av tidene i regelverket og datoene kommunen har oppgitt. «Tidligst» betyr at noe "
    "før det ikke har kjent varighet.",
    "Rekna ut av tidene i regelverket og datoane kommunen har oppgitt. «Tidlegast» tyder at noko "
    "før det ikkje har kjend lengd.",
)

# --- money bars

OWN_MONEY = Text("Kommunens egne penger", "Kommunen sine eigne pengar")
FROM_OTHERS = Text("Fra andre, for én bolig eller søknad", "Frå andre, for éin bustad eller søknad")
TIME_ONLY = Text("bare arbeidstid", "berre arbeidstid")
UP_TO = Text("inntil {most}*", "inntil {most}*")
FROM_TO = Text("{least} til {most}*", "{least} til {most}*")
AT_LEAST_MONEY = Text("minst {least}*", "minst {least}*")
NOT_KNOWN = Text("ikke kjent", "ikkje kjent")
SUM = Text("Sum i år", "Sum i år")
HAS = Text("Kommunen har oppgitt inntil {have}", "Kommunen har oppgitt inntil {have}")
HAS_UP_TO = Text("har inntil {have}", "har inntil {have}")
HAS_NOTHING = Text("har ingen", "har ingen")
HAS_NONE = Text("Kommunen har ingen egne penger", "Kommunen har ingen eigne pengar")
HAS_ASSUMED = Text("Vi regner med inntil {have}*", "Vi reknar med inntil {have}*")
GRANT = Text("kan søke om inntil {most}", "kan søkje om inntil {most}")
LOAN = Text("kan søke om lån inntil {most}", "kan søkje om lån inntil {most}")
DECIDED_LATER = Text("beløpet er ikke kjent", "beløpet er ikkje kjent")
REST_PAID = Text("{rest} betaler {payers}", "{rest} betaler {payers}")
REST_MISSING = Text("{rest} mangler", "{rest} manglar")
REST_OPEN = Text("resten betaler {payers}", "resten betaler {payers}")
MONEY_TITLE = Text("Årets tiltak koster kommunen {cost}.", "Tiltaka i år kostar kommunen {cost}.")
MONEY_TITLE_UNKNOWN = Text("Egne penger i år: {cost}.", "Eigne pengar i år: {cost}.")
MONEY_TOLD = Text("{name}: {own}", "{name}: {own}")
MONEY_TOLD_OTHERS = Text("{name}: {own}; {others}", "{name}: {own}; {others}")
MONEY_SOURCE = Text(
    "Egen kostnad er vårt grove anslag*. {has}.", "Eigen kostnad er vårt grove overslag*. {has}."
)
MONEY_SOURCE_OPEN = Text(
    "Egen kostnad er vårt grove anslag*.", "Eigen kostnad er vårt grove overslag*."
)
NEVER_ADDED = Text(
    "Penger fra andre er ikke innvilget, og de blir ikke lagt sammen.",
    "Pengar frå andre er ikkje innvilga, og dei blir ikkje lagde saman.",
)
HELD = Text(
    "Tiltak {numbers} kan koste mer, men er pålagt ved lov og blir gjort med pengene som finnes.",
    "Tiltak {numbers} kan koste meir, men er pålagt ved lov og blir gjort med pengane som finst.",
)
