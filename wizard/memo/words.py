"""What the memo itself says: headings, columns and the sentences of the proposal.

What is said of a case, a need or a scheme stands in `report`. Slots are filled with ready words.
"""

from wizard.domain.text import Counted, Text

# --- title

DRAFT = Text("Utkast", "Utkast")
TITLE = Text("Tiltaksnotat for {title}", "Tiltaksnotat for {title}")
LEAD = Text(
    "Virkemidler og tiltak for bolig og bosetting som bør brukes sammen",
    "Verkemiddel og tiltak for bustad og busetjing som bør brukast saman",
)
LEAD_OF_EMPTY = Text(
    "Virkemidler og tiltak for bolig og bosetting, vurdert for kommunen",
    "Verkemiddel og tiltak for bustad og busetjing, vurderte for kommunen",
)
STATUS = Text("Status", "Status")
MARK = Text("Tegn", "Teikn")
WHO_OWNS = Text(
    "Utkast. {Leader} eier saken og avgjør hva som legges fram.",
    "Utkast. {Leader} eig saka og avgjer kva som blir lagt fram.",
)
MADE_WITH = Text("Laget med", "Laga med")
TOOL = Text("Virkemiddelveiviseren", "Verkemiddelvegvisaren")
INDEPENDENT = Text(
    "Uavhengig verktøy. Ikke laget av Husbanken.", "Uavhengig verktøy. Ikkje laga av Husbanken."
)
ABOUT = Text(
    "Utkast til saksgrunnlag om bolig og bosetting",
    "Utkast til saksgrunnlag om bustad og busetjing",
)

# --- proposal

PROPOSAL = Text("Forslag til vedtak", "Framlegg til vedtak")
ADOPT = Text(
    "{Council} legger tiltaksnotatet av {day} til grunn for arbeidet med bolig og bosetting.",
    "{Council} legg tiltaksnotatet av {day} til grunn for arbeidet med bustad og busetjing.",
)
TAKE_NOTE = Text(
    "{Council} tar tiltaksnotatet av {day} til orientering.",
    "{Council} tek tiltaksnotatet av {day} til orientering.",
)
TASK = Text("{Council} ber {leader} {task}.", "{Council} bed {leader} {task}.")
OWNER = Text("Ansvar:", "Ansvar:")
WHEN = Text("Tid:", "Tid:")
NOTE = Text("Merk:", "Merk:")
FRAME = Text("Ramme:", "Ramme:")
ON_CONDITION = Text("Forutsetning:", "Føresetnad:")
CLEAR_UP_FIRST = Text("Avklar først:", "Avklar først:")
INTO_ECONOMIC_PLAN = Text(
    "Dette vurderes i arbeidet med økonomiplanen: {schemes}.",
    "Dette blir vurdert i arbeidet med økonomiplanen: {schemes}.",
)
CONFLICT = Text("Dette går ikke opp:", "Dette går ikkje opp:")
OTHER_CHOICE = Text("{Council} kan velge annerledes:", "{Council} kan velje annleis:")
MAKE_CONTACT = Text(
    "Ingenting i planen dekker {needs} alene. {Council} ber {leader} {tasks}.",
    "Ingenting i planen dekkjer {needs} åleine. {Council} bed {leader} {tasks}.",
)
REPORT_ANSWERS = Text(
    "{Leader} avklarer de åpne spørsmålene i notatet og melder tilbake til {council} innen {day}.",
    "{Leader} avklarer dei opne spørsmåla i notatet og melder tilbake til {council} innan {day}.",
)
REPORT_BACK = Text(
    "{Leader} melder tilbake til {council} innen {day}.",
    "{Leader} melder tilbake til {council} innan {day}.",
)

# --- summary and situation

SUMMARY = Text("Kort oppsummert", "Kort oppsummert")
SITUATION = Text("Situasjonen", "Situasjonen")
SHARES = Text("Andeler i prosent: {bars}.", "Andelar i prosent: {bars}.")
SHARES_FROM = Text("Andeler i prosent. Kilde: {sources}.", "Andelar i prosent. Kjelde: {sources}.")
FIGURES = Text("Tallene som rådet bygger på", "Tala som rådet byggjer på")
FIGURE_COLUMNS = (
    Text("Opplysning", "Opplysning"),
    Text("Verdi", "Verdi"),
    Text("Kilde og år", "Kjelde og år"),
)
MISSING = Text("Tall som ikke finnes for kommunen:", "Tal som ikkje finst for kommunen:")
NEEDS = Text("Behovene, ut fra tall og svar", "Behova, ut frå tal og svar")
NEED_COLUMNS = (Text("Behov", "Behov"), Text("Styrke", "Styrke"), Text("Fordi", "Fordi"))
ABSENT = Text("Ikke et problem, ut fra svarene:", "Ikkje eit problem, ut frå svara:")

# --- bundle and schemes

BUNDLE = Text("Behovene og årets grep", "Behova og grepa for i år")
MATRIX_COLUMNS = (
    Text("Grep", "Grep"),
    Text("Kan dekke alene", "Kan dekkje åleine"),
    Text("Hjelper på", "Hjelper på"),
)
MATRIX_KEY = Text(
    "Kan dekke alene: er nok for behovet. Hjelper på: gjør det mindre.",
    "Kan dekkje åleine: er nok for behovet. Hjelper på: gjer det mindre.",
)
BEHIND_EXAMPLES = Text("Tallene bak regneeksemplene:", "Tala bak reknedøma:")
WHY_HERE = Text("Hvorfor her", "Kvifor her")
MUST_BE_DONE = Text("Dette må til", "Dette må til")
FIND_OUT = Text("Finn ut:", "Finn ut:")
REQUIREMENTS = Text("Krav", "Krav")
TERMS = Text("Må være oppfylt i prosjektet", "Må vere oppfylt i prosjektet")
CHECK_TERM = Text("Kontroller med forvalteren.", "Kontroller med forvaltaren.")
LAW = Text("Hjemmel", "Heimel")
GROUNDS = Text("Grunnlag", "Grunnlag")
HOLDS_FOR_THE_REST = Text("Gjelder der ikke annet er nevnt.", "Gjeld der ikkje anna er nemnt.")
MONEY_AND_TIME = Text("Penger og tid", "Pengar og tid")
APPLICANTS = Text("Søker: {who}.", "Søkjar: {who}.")
DEADLINE_AND_FIRST_STEP = Text("Frist og første steg", "Frist og første steg")
DEADLINE = Text("Frist:", "Frist:")
STEP = Text("{what} ({owner}).", "{what} ({owner}).")
RESERVATIONS = Text("Forbehold", "Atterhald")
PITFALLS = Text("Fallgruver", "Fallgruver")
EXPERIENCES = Text("Erfaringer", "Erfaringar")
LATER = Text("Neste, etter det første året", "Neste, etter det første året")
LATER_INTRO = Text(
    "Disse venter til årets grep er i gang. Veiviseren viser vilkår og alle steg for hver av dem.",
    "Desse ventar til grepa for i år er i gang. "
    "Vegvisaren viser vilkår og alle steg for kvar av dei.",
)
FIRST_STEP = Text("Første steg: {what} ({owner}).", "Første steg: {what} ({owner}).")
MAKE_KNOWN = Text("Gjør kjent", "Gjer kjent")
NO_ROOM = Text("Ikke plass i planen", "Ikkje plass i planen")

# --- plan, questions, what was considered

PLAN = Text("Handlingsplan", "Handlingsplan")
PLAN_COLUMNS = (Text("Hva", "Kva"), Text("Hvem", "Kven"), Text("Når", "Når"))
UNTIL = Text("(til {day})", "(til {day})")
PLAN_DEADLINE = Text("Frist: {day}", "Frist: {day}")
QUESTIONS = Text("Avklar først", "Avklar først")
QUESTIONS_CAPTION = Text(
    "Svarene kan endre rådet. Det viktigste står først.",
    "Svara kan endre rådet. Det viktigaste står først.",
)
QUESTION_COLUMNS = (
    Text("Spørsmål", "Spørsmål"),
    Text("Hvem vet", "Kven veit"),
    Text("Avgjør", "Avgjer"),
)
AND_MORE = Text("{names} og {n} til", "{names} og {n} til")
MORE_QUESTIONS = Counted(
    Text(
        "I tillegg er ett spørsmål åpent. Veiviseren viser det.",
        "I tillegg er eitt spørsmål ope. Vegvisaren viser det.",
    ),
    Text(
        "I tillegg er {n} spørsmål åpne. Veiviseren viser dem.",
        "I tillegg er {n} spørsmål opne. Vegvisaren viser dei.",
    ),
)
EDGES = Text("Nær en grense", "Nær ei grense")
EDGES_INTRO = Text(
    "Disse tallene er nær en grense, eller usikre. På den andre siden av grensen er rådene andre.",
    "Desse tala er nær ei grense, eller usikre. På den andre sida av grensa er råda andre.",
)
CONSIDERED = Text("Andre ordninger vi har vurdert", "Andre ordningar vi har vurdert")
COVERED_ANYWAY = Text(
    "Hjelper på de samme behovene, men er ikke valgt:",
    "Hjelper på dei same behova, men er ikkje valde:",
)
ADVISER = Text("Egen vurdering", "Eiga vurdering")

# --- appendices

APPENDIX = Text("Kilder og opplysninger", "Kjelder og opplysningar")
SOURCES = Text("Kilder", "Kjelder")
SOURCE = Text("{title}. {publisher}. Lest {day}.", "{title}. {publisher}. Lese {day}.")
RATES = Text("Grenser og satser", "Grenser og satsar")
RATE = Text("{name}: {value}.", "{name}: {value}.")
VERSIONS = Text("Versjoner", "Versjonar")
RULEBOOK = Text("Regelverk", "Regelverk")
RULEBOOK_VERSION = Text(
    "{name}, versjon {version} ({owner}).", "{name}, versjon {version} ({owner})."
)
CASE = Text("Sak", "Sak")
ANSWERS = Text("Opplyst av kommunen", "Opplyst av kommunen")
ANSWER_COLUMNS = (Text("Spørsmål", "Spørsmål"), Text("Svar", "Svar"))
