"""What the memo itself says: headings, columns and the sentences of the proposal.

What is said of a case, a need or a scheme stands in `report`. Slots are filled with ready words.
"""

from wizard.domain.text import Counted, Text
from wizard.memo.model import Paper

# --- head

DRAFT = Text("Utkast", "Utkast")
NAMES = {
    Paper.MEMO: Text("Tiltaksnotat for {title}", "Tiltaksnotat for {title}"),
    Paper.SHORT: Text("Kortnotat for {title}", "Kortnotat for {title}"),
    Paper.QUESTIONS: Text("Spørreark for {title}", "Spørjeark for {title}"),
    Paper.STATUS: Text("Statusnotat for {title}", "Statusnotat for {title}"),
}
KINDS = {
    Paper.MEMO: Text("Tiltaksnotat om bolig og bosetting", "Tiltaksnotat om bustad og busetjing"),
    Paper.SHORT: Text("Kortnotat om bolig og bosetting", "Kortnotat om bustad og busetjing"),
    Paper.QUESTIONS: Text("Spørreark om bolig og bosetting", "Spørjeark om bustad og busetjing"),
    Paper.STATUS: Text("Statusnotat om bolig og bosetting", "Statusnotat om bustad og busetjing"),
}
TITLE = Text("{title} bør begynne med {doing}", "{title} bør byrje med {doing}")
TITLE_EMPTY = Text(
    "{title}: vi foreslår ingen nye tiltak nå", "{title}: vi føreslår ingen nye tiltak no"
)
TITLE_NO_ROOM = Text(
    "{title} har ikke plass til nye tiltak i år", "{title} har ikkje plass til nye tiltak i år"
)
TITLE_QUESTIONS = Text(
    "{title}: dette må dere finne ut først", "{title}: dette må de finne ut først"
)
TOOL = Text("Virkemiddelveiviseren", "Verkemiddelvegvisaren")
INDEPENDENT = Text(
    "Laget med Virkemiddelveiviseren. Uavhengig verktøy. Ikke laget av Husbanken. "
    "* er vår vurdering.",
    "Laga med Verkemiddelvegvisaren. Uavhengig verktøy. Ikkje laga av Husbanken. "
    "* er vår vurdering.",
)
PAGE = (Text("Side", "Side"), Text("av", "av"))
ABOUT = Text(
    "Utkast til saksgrunnlag om bolig og bosetting",
    "Utkast til saksgrunnlag om bustad og busetjing",
)
OWNED = Text(
    "{Leader} eier saken og avgjør hva som legges fram.",
    "{Leader} eig saka og avgjer kva som blir lagt fram.",
)

PLACE = Text("{kind} · {name} ({number}), {county}", "{kind} · {name} ({number}), {county}")

# --- the first page

ASK_FIRST = Text("Spørsmål som kan endre rådet:", "Spørsmål som kan endre rådet:")
ASKED_OF = Text("{question} (Spør {knows}.)", "{question} (Spør {knows}.)")

PROPOSAL = Text("Forslag til vedtak", "Framlegg til vedtak")
TASK = Text(
    "{Body} ber {leader} {task} (tiltak {n}), {ready}.",
    "{Body} bed {leader} {task} (tiltak {n}), {ready}.",
)
TASKS = Text("{Body} ber {leader} også {tasks}.", "{Body} bed {leader} òg {tasks}.")
TASKS_ALONE = Text("{Body} ber {leader} {tasks}.", "{Body} bed {leader} {tasks}.")
DONE_BEFORE = Text(
    "{Body} tar til orientering at {leader} skal {tasks} før {body} møtes {day}.",
    "{Body} tek til orientering at {leader} skal {tasks} før {body} møtest {day}.",
)
DATED = Text("{task} (tiltak {n}, {ready})", "{task} (tiltak {n}, {ready})")
# A council cannot adopt that something is ready at the earliest.
READY = Text("ferdig {day}", "ferdig {day}")
READY_OR_SOON = Text(
    "ferdig {day} eller så snart som mulig etter", "ferdig {day} eller så snart som råd etter"
)
READY_SOON = Text("ferdig så snart som mulig", "ferdig så snart som råd")
MISSED = Text("Fristen {day} blir da ikke holdt.", "Fristen {day} blir då ikkje halden.")
FRAME = Text("Ramme: {frame}.", "Ramme: {frame}.")
IF_GRANTED = Text(
    "Etter søknaden går tiltak {n} videre bare hvis {who} gir tilsagn om penger.",
    "Etter søknaden går tiltak {n} vidare berre dersom {who} gir tilsegn om pengar.",
)
SPENT = Text("Om tiltak {n}: {told}", "Om tiltak {n}: {told}")
IF_CLEARED = Text("Dette avklares først: {what}", "Dette blir avklart først: {what}")
IF_CHANGED = Text("Det forutsetter dette: {what}.", "Det føreset dette: {what}.")
CHANGED_TO = Text("«{name}» blir {to}", "«{name}» blir {to}")
REST_LATER = Text(
    "Tiltakene i vedlegg 1 som venter, vurderes i økonomiplanen. Resten tas til orientering.",
    "Tiltaka i vedlegg 1 som ventar, blir vurderte i økonomiplanen. Resten er til orientering.",
)
REST_LATER_SHORT = Text(
    "Tiltakene som venter, vurderes i økonomiplanen. De står i tiltaksnotatet.",
    "Tiltaka som ventar, blir vurderte i økonomiplanen. Dei står i tiltaksnotatet.",
)
TAKE_NOTE = Text(
    "{Body} tar notatet ellers til orientering.", "{Body} tek elles notatet til orientering."
)
TAKE_NOTE_ALONE = Text("{Body} tar notatet til orientering.", "{Body} tek notatet til orientering.")
MAKE_CONTACT = Text(
    "{Body} ber {leader} {tasks} innen {day}. Ramme: bare arbeidstid.",
    "{Body} bed {leader} {tasks} innan {day}. Ramme: berre arbeidstid.",
)
FIND_ROOM = Text(
    "{Body} ber {leader} legge fram hva som skal til for å få plass til det notatet anbefaler.",
    "{Body} bed {leader} leggje fram kva som skal til for å få plass til det notatet tilrår.",
)
REPORT_ANSWERS = Text(
    "{Leader} legger fram det som krever vedtak, avklarer de åpne spørsmålene og melder tilbake "
    "til {body} innen {day}.",
    "{Leader} legg fram det som krev vedtak, avklarer dei opne spørsmåla og melder tilbake til "
    "{body} innan {day}.",
)
REPORT_BACK = Text(
    "{Leader} legger fram det som krever vedtak, og melder tilbake til {body} innen {day}.",
    "{Leader} legg fram det som krev vedtak, og melder tilbake til {body} innan {day}.",
)

# --- the situation

SITUATION = Text("Situasjonen", "Situasjonen")
NEEDS = Text("Behovene, det viktigste først", "Behova, det viktigaste først")
NEED_COLUMNS = (Text("Behov", "Behov"), Text("Styrke", "Styrke"), Text("Fordi", "Fordi"))
ABSENT = Text("Ikke et problem, ut fra svarene:", "Ikkje eit problem, ut frå svara:")
MATRIX = Text("Hva tiltakene svarer på", "Kva tiltaka svarar på")
MATRIX_CAPTION = Text(
    "● kan dekke behovet alene. ○ hjelper på.", "● kan dekkje behovet åleine. ○ hjelper på."
)
CARRIES, HELPS, NEITHER = "●", "○", "–"
UNCOVERED = Counted(
    Text(
        "Ingenting i planen dekker dette behovet alene: {needs}.",
        "Ingenting i planen dekkjer dette behovet åleine: {needs}.",
    ),
    Text(
        "Ingenting i planen dekker disse behovene alene: {needs}.",
        "Ingenting i planen dekkjer desse behova åleine: {needs}.",
    ),
)

# --- money and measures

MONEY = Text("Penger", "Pengar")
BEHIND_EXAMPLES = Text("Tallene bak regneeksemplene:", "Tala bak reknedøma:")
MEASURES = Text("Tiltakene i år", "Tiltaka i år")
WHY_HERE = Text("Hvorfor her", "Kvifor her")
MUST_BE_DONE = Text("Dette må til", "Dette må til")
FIND_OUT = Text("Finn ut:", "Finn ut:")
REQUIREMENTS = Text("Krav", "Krav")
TERMS = Text("Må være oppfylt", "Må vere oppfylt")
CHECK_TERM = Text("Kontroller med forvalteren.", "Kontroller med forvaltaren.")
LAW = Text("Hjemmel", "Heimel")
GROUNDS = Text("Grunnlag", "Grunnlag")
HOLDS_FOR_THE_REST = Text("Gjelder der ikke annet er nevnt.", "Gjeld der ikkje anna er nemnt.")
STEP_COLUMNS = (
    Text("Steg i tiltak {n}", "Steg i tiltak {n}"),
    Text("Hvem", "Kven"),
    Text("Når", "Når"),
)
DEADLINE = Text("Frist", "Frist")
RESERVATIONS = Text("Forbehold", "Atterhald")
WATCH_OUT = Text("Pass på", "Pass på")
OTHER_CHOICE = Text("{Council} kan velge annerledes:", "{Council} kan velje annleis:")
BEFORE_MEETING = Text(
    "{Body} møtes {day}. Det som begynner før det, kan {leader} gjøre uten vedtak.",
    "{Body} møtest {day}. Det som startar før det, kan {leader} gjere utan vedtak.",
)

# --- what comes after

LATER = Text("Det som kommer etterpå", "Det som kjem etterpå")
LATER_CAPTION = Text(
    "Venter til årets tiltak er i gang. Vilkår og steg står i vedlegg 1.",
    "Ventar til tiltaka i år er i gang. Vilkår og steg står i vedlegg 1.",
)
LATER_COLUMNS = (
    Text("Tiltak", "Tiltak"),
    Text("Når", "Når"),
    Text("Arbeid", "Arbeid"),
    Text("Egne penger", "Eigne pengar"),
)
MAKE_KNOWN = Text("Gjør kjent", "Gjer kjent")
NO_ROOM = Text("Ikke plass i planen", "Ikkje plass i planen")
QUESTIONS = Text("Avklar først", "Avklar først")
QUESTIONS_CAPTION = Text(
    "Svarene kan endre rådet. Det viktigste står først.",
    "Svara kan endre rådet. Det viktigaste står først.",
)
QUESTION_COLUMNS = (Text("Spørsmål", "Spørsmål"), Text("Spør", "Spør"), Text("Avgjør", "Avgjer"))
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
EDGES = Text("Nær en grense:", "Nær ei grense:")
CONSIDERED = Text("Vurdert, men ikke foreslått", "Vurdert, men ikkje føreslått")
NOT_RELEVANT = Counted(
    Text("I tillegg er én ordning ikke aktuell.", "I tillegg er éi ordning ikkje aktuell."),
    Text("I tillegg er {n} ordninger ikke aktuelle.", "I tillegg er {n} ordningar ikkje aktuelle."),
)
SHOWN = Text(
    "Veiviseren viser grunnen for hver av dem.", "Vegvisaren viser grunnen for kvar av dei."
)
WRITTEN_BY = Text("Skrevet av {who}.", "Skrive av {who}.")

# --- appendices

APPENDIX = Text("Vedlegg {n}: {name}", "Vedlegg {n}: {name}")
TERMS_ALONE = Text("Vilkår", "Vilkår")
TERMS_APPENDIX = Text("Vilkår, og steg for det som venter", "Vilkår, og steg for det som ventar")
STEPS_LEAD = Text("Steg", "Steg")
SOURCES = Text("Kilder", "Kjelder")
SOURCES_INTRO = Text("Numrene er de små tallene i teksten.", "Numra er dei små tala i teksten.")
RATES = Text("Grenser som er brukt", "Grenser som er brukte")
RATE = Text("{name}: {value}.", "{name}: {value}.")
ANSWERS = Text("Tall og svar", "Tal og svar")
FIGURES_CAPTION = Text("Tallene som rådet bygger på", "Tala som rådet byggjer på")
FIGURE_COLUMNS = (Text("Opplysning", "Opplysning"), Text("Verdi", "Verdi"))
MISSING = Text("Tall som ikke finnes for kommunen:", "Tal som ikkje finst for kommunen:")
ANSWER_COLUMNS = (Text("Spørsmål", "Spørsmål"), Text("Svar", "Svar"))
UNANSWERED = Counted(
    Text("Ett spørsmål er ikke besvart.", "Eitt spørsmål er ikkje svart på."),
    Text("{n} spørsmål er ikke besvart.", "{n} spørsmål er ikkje svarte på."),
)
VERSIONS = Text("Versjoner og sjekksummer", "Versjonar og sjekksummar")
RULEBOOK = Text("Regelverk", "Regelverk")
RULEBOOK_VERSION = Text(
    "{name}, versjon {version} ({owner}).", "{name}, versjon {version} ({owner})."
)
CASE = Text("Sak", "Sak")

# --- the question sheet

SHEET = Text("Hvem kan svare på hva", "Kven kan svare på kva")
SHEET_INTRO = Text(
    "Kommunen har svart på for lite til at vi kan gi råd. Fordel spørsmålene på dem som vet. "
    "«Vet ikke» er også et svar.",
    "Kommunen har svart på for lite til at vi kan gi råd. Fordel spørsmåla på dei som veit. "
    "«Veit ikkje» er òg eit svar.",
)
SHEET_FOR_MEMO = Text(
    "Disse spørsmålene er åpne. Fordel dem på dem som vet. «Vet ikke» er også et svar.",
    "Desse spørsmåla er opne. Fordel dei på dei som veit. «Veit ikkje» er òg eit svar.",
)
NOBODY_KNOWS = Text("Noen i kommunen", "Nokon i kommunen")
GIVEN = Text("Svarene så langt", "Svara så langt")
ALL_ANSWERED = Text("Ingen spørsmål står åpne.", "Ingen spørsmål står opne.")
OPEN_DATA = Text("Dette vet vi fra før", "Dette veit vi frå før")

# --- what an adviser adds

ADVISER = Text("Rådgiver", "Rådgivar")
ADVISER_HAS_CHANGED = Text("{who}. Har endret planen", "{who}. Har endra planen")
ADVISER_HAS_ASSESSED = Text("{who}. Har skrevet en vurdering", "{who}. Har skrive ei vurdering")
ADVISER_REVIEW = Text("Rådgiverens vurdering", "Vurderinga til rådgivaren")
ADVISER_WROTE = Text("Skrevet av rådgiver:", "Skrive av rådgivar:")
ADVISER_CHANGED = Text("Dette har rådgiveren endret", "Dette har rådgivaren endra")
ADVISER_REASON = Text("Rådgiverens grunn: {reason}", "Grunnen til rådgivaren: {reason}")
ADVISER_ON_OTHERS = Text("Om andre tiltak", "Om andre tiltak")
ADVISER_SAYS = Text("Rådgiverens vurdering, {who}:", "Vurderinga til rådgivaren, {who}:")
