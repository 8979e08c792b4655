"""Everything that can be said about a rulebook, in both written forms of Norwegian."""

from collections.abc import Iterable

from wizard.domain.text import Text

_LONGEST = 60
_MOST_LISTED = 15
_WRITTEN = frozenset({"raw", "key", "id"})
_MEANT = Text(" Mente du «{}»?", " Meinte du «{}»?")


def fill(message: Text, /, meant: str | None = None, **parts: object) -> Text:
    """Return the message with its slots filled, and what was probably meant."""
    nb = message.nb.format(**{name: _shown(name, part).nb for name, part in parts.items()})
    nn = message.nn.format(**{name: _shown(name, part).nn for name, part in parts.items()})
    if meant:
        nb, nn = nb + _MEANT.nb.format(meant), nn + _MEANT.nn.format(meant)
    return Text(nb, nn)


def _shown(name: str, part: object) -> Text:
    """Return a part as it is shown; what somebody wrote is cut to what fits in a sentence."""
    if isinstance(part, Text):
        return part
    shown = " ".join(str(part).split())
    if name in _WRITTEN and len(shown) > _LONGEST:
        shown = shown[: _LONGEST - 1] + "…"
    return Text(shown, shown)


def listed(words: Iterable[str]) -> str:
    """Return the words for use in a sentence, not too many of them."""
    shown = list(words)
    rest = ["…"] if len(shown) > _MOST_LISTED else []
    return ", ".join(shown[:_MOST_LISTED] + rest)


def out_of_range(minimum: object, maximum: object) -> Text:
    """Return the message for a number outside a range with one or two ends."""
    if minimum is not None and maximum is not None:
        return OUT_OF_RANGE
    return TOO_LOW if maximum is None else TOO_HIGH


# --- files and folders

NO_FOLDER = Text(
    "Finner ikke mappen med regler: {folder}.", "Finn ikkje mappa med reglar: {folder}."
)
MISSING_FILE = Text(
    "Filen mangler. Den hører til i mappen med regler.",
    "Fila manglar. Ho høyrer til i mappa med reglar.",
)
NO_FILES = Text("Mappen må ha minst én .yaml-fil.", "Mappa må ha minst éi .yaml-fil.")
STRAY_FILE = Text(
    "Filen hører ikke til her. Regler leses bare fra disse: {known}.",
    "Fila høyrer ikkje til her. Reglar blir berre lesne frå desse: {known}.",
)
WRONG_ENDING = Text("Filnavnet må slutte på .yaml.", "Filnamnet må slutte på .yaml.")
STRAY_FOLDER = Text(
    "Mappen hører ikke til her. Regler leses bare fra disse: {known}.",
    "Mappa høyrer ikkje til her. Reglar blir berre lesne frå desse: {known}.",
)
BAD_FILE_NAME = Text(
    "Filnavnet kan bare ha små bokstaver a-z, tall og bindestrek.",
    "Filnamnet kan berre ha små bokstavar a-z, tal og bindestrek.",
)
BAD_THEME_FILE = Text(
    "Filnavnet må begynne med to sifre og bindestrek, slik som «30-boligbehov.yaml».",
    "Filnamnet må byrje med to siffer og bindestrek, slik som «30-boligbehov.yaml».",
)
SAME_NUMBER = Text(
    "Tallet {number} er allerede brukt av {place}. Tallet er rekkefølgen.",
    "Talet {number} er alt brukt av {place}. Talet er rekkjefølgja.",
)
UNREADABLE_FILE = Text("Filen kan ikke åpnes.", "Fila kan ikkje opnast.")
FILE_TOO_LARGE = Text("Filen er større enn {most} kB.", "Fila er større enn {most} kB.")
BYTE_ORDER_MARK = Text(
    "Filen begynner med et usynlig tegn (BOM). Lagre den som UTF-8 uten BOM.",
    "Fila byrjar med eit usynleg teikn (BOM). Lagre ho som UTF-8 utan BOM.",
)
NOT_UTF8 = Text(
    "Filen er ikke UTF-8 her. Lagre den som UTF-8.", "Fila er ikkje UTF-8 her. Lagre ho som UTF-8."
)
HIDDEN_CHARACTER = Text(
    "Her står et tegn som ikke synes ({code}). Fjern det.",
    "Her står eit teikn som ikkje synest ({code}). Fjern det.",
)
EMPTY_FILE = Text("Filen er tom.", "Fila er tom.")

# --- form

SEVERAL_DOCUMENTS = Text(
    "Filen kan bare ha ett dokument. Fjern linjen med «---».",
    "Fila kan berre ha eitt dokument. Fjern linja med «---».",
)
TOO_DEEP = Text(
    "Innrykket er mer enn {most} nivåer dypt.", "Innrykket er meir enn {most} nivå djupt."
)
ALIAS = Text(
    "Henvisninger med * brukes ikke i reglene. Skriv verdien, eller sett den i anførselstegn.",
    "Tilvisingar med * blir ikkje brukte i reglane. Skriv verdien, eller set han i hermeteikn.",
)
ANCHOR = Text(
    "Merker med & brukes ikke i reglene. Sett verdien i anførselstegn hvis tegnet hører til.",
    "Merke med & blir ikkje brukte i reglane. Set verdien i hermeteikn om teiknet høyrer til.",
)
TAG = Text(
    "Koder med ! brukes ikke i reglene. Sett verdien i anførselstegn hvis tegnet hører til.",
    "Kodar med ! blir ikkje brukte i reglane. Set verdien i hermeteikn om teiknet høyrer til.",
)
KEY_NOT_A_WORD = Text("Et feltnavn må være ett ord.", "Eit feltnamn må vere eitt ord.")
REPEATED_KEY = Text(
    "Feltet «{key}» står to ganger. Det første er på linje {line}.",
    "Feltet «{key}» står to gonger. Det første er på linje {line}.",
)
STRAY_COLON = Text(
    "Her er et kolon for mye, eller feil innrykk. Sett teksten i anførselstegn hvis den har kolon.",
    "Her er eit kolon for mykje, eller feil innrykk. Set teksten i hermeteikn om han har kolon.",
)
MISSING_COLON = Text(
    "Det mangler kolon etter et feltnavn på denne linjen eller linjen før.",
    "Det manglar kolon etter eit feltnamn på denne linja eller linja før.",
)
BAD_INDENT = Text(
    "Innrykket stemmer ikke med linjene over. Felt på samme nivå må begynne i samme kolonne.",
    "Innrykket stemmer ikkje med linjene over. Felt på same nivå må byrje i same kolonne.",
)
OPEN_LIST = Text(
    "Listen er ikke avsluttet: det mangler komma eller «]».",
    "Lista er ikkje avslutta: det manglar komma eller «]».",
)
OPEN_BRACE = Text("Det mangler komma eller «}}».", "Det manglar komma eller «}}».")
OPEN_QUOTE = Text("Et anførselstegn er ikke lukket.", "Eit hermeteikn er ikkje lukka.")
BAD_ESCAPE = Text(
    "Omvendt skråstrek har en egen mening i doble anførselstegn. Bruk enkle i stedet.",
    "Omvend skråstrek har ei eiga meining i doble hermeteikn. Bruk enkle i staden.",
)
STRAY_SIGN = Text(
    "En verdi kan ikke begynne med dette tegnet. Sett den i anførselstegn.",
    "Ein verdi kan ikkje byrje med dette teiknet. Set han i hermeteikn.",
)
TAB = Text(
    "Linjen er rykket inn med tabulator. Bruk mellomrom.",
    "Linja er rykt inn med tabulator. Bruk mellomrom.",
)
NOT_YAML = Text(
    "Filen er ikke gyldig YAML her. Se på denne linjen og linjen før.",
    "Fila er ikkje gyldig YAML her. Sjå på denne linja og linja før.",
)

# --- records, lists and words

A_VALUE = Text("en enkelt verdi", "ein enkelt verdi")
A_LIST = Text("en liste", "ei liste")
A_RECORD = Text("felt med verdier", "felt med verdiar")
WRONG_FORM = Text(
    "Her skal det stå {wanted}, ikke {found}.", "Her skal det stå {wanted}, ikkje {found}."
)
NO_VALUE = Text("Verdien mangler.", "Verdien manglar.")
EMPTY_LIST = Text("Listen er tom.", "Lista er tom.")
TWICE = Text("«{id}» står to ganger i listen.", "«{id}» står to gonger i lista.")
UNKNOWN_KEY = Text("Ukjent felt «{key}» i {what}.", "Ukjent felt «{key}» i {what}.")
UNKNOWN_KEY_AMONG = Text(
    "Ukjent felt «{key}» i {what}. Kjente felt: {known}.",
    "Ukjent felt «{key}» i {what}. Kjende felt: {known}.",
)
MISSING_KEY = Text("Feltet «{key}» mangler i {what}.", "Feltet «{key}» manglar i {what}.")
NONE_OF_ONE = Text(
    "Ett av disse feltene mangler i {what}: {keys}.",
    "Eitt av desse felta manglar i {what}: {keys}.",
)
TWO_OF_ONE = Text(
    "Bare ett av disse feltene kan stå i {what}: {keys}.",
    "Berre eitt av desse felta kan stå i {what}: {keys}.",
)
NOT_ALLOWED = Text(
    "«{raw}» er ikke lov her. Lov er: {allowed}.", "«{raw}» er ikkje lov her. Lov er: {allowed}."
)
BAD_ID = Text(
    "«{raw}» kan ikke være id. En id har bare små bokstaver a-z, tall, og - eller _ imellom.",
    "«{raw}» kan ikkje vere id. Ein id har berre små bokstavar a-z, tal, og - eller _ imellom.",
)
NOT_THE_STEM = Text(
    "Id-en «{id}» er ikke den samme som filnavnet «{stem}».",
    "Id-en «{id}» er ikkje den same som filnamnet «{stem}».",
)
TAKEN_ID = Text("«{id}» er allerede brukt i {place}.", "«{id}» er alt brukt i {place}.")
UNKNOWN_ID = Text("{kind} «{id}» finnes ikke.", "{kind} «{id}» finst ikkje.")
ABOLISHED_SCHEME = Text(
    "Ordningen «{id}» er utgått og kan ikke brukes her.",
    "Ordninga «{id}» er utgått og kan ikkje brukast her.",
)
RESERVED_WORD = Text(
    "«{raw}» har en egen mening og kan ikke være id.",
    "«{raw}» har ei eiga meining og kan ikkje vere id.",
)
MANY_LINES = Text(
    "Teksten må stå i ett avsnitt. Bruk «>» i stedet for «|», og ingen tomme linjer.",
    "Teksten må stå i eitt avsnitt. Bruk «>» i staden for «|», og ingen tomme linjer.",
)
TOO_LONG = Text("Teksten er lengre enn {most} tegn.", "Teksten er lengre enn {most} teikn.")
BAD_SLOT = Text(
    "Krøllparenteser brukes bare til {{sats:id}} og {{tall:id}}.",
    "Krøllparentesar blir berre brukte til {{sats:id}} og {{tall:id}}.",
)
NO_SLOTS_HERE = Text(
    "Denne teksten kan ikke ha krøllparenteser.", "Denne teksten kan ikkje ha krøllparentesar."
)
UNEQUAL_SLOTS = Text(
    "Bokmål og nynorsk må ha de samme {{sats:…}} og {{tall:…}}.",
    "Bokmål og nynorsk må ha dei same {{sats:…}} og {{tall:…}}.",
)
NOT_A_NUMBER = Text(
    "«{raw}» er ikke et tall. Skriv tall med punktum og uten mellomrom.",
    "«{raw}» er ikkje eit tal. Skriv tal med punktum og utan mellomrom.",
)
NOT_WHOLE = Text("«{raw}» må være et helt tall.", "«{raw}» må vere eit heilt tal.")
OUT_OF_RANGE = Text(
    "«{raw}» må være mellom {minimum} og {maximum}.",
    "«{raw}» må vere mellom {minimum} og {maximum}.",
)
TOO_LOW = Text("«{raw}» må være minst {minimum}.", "«{raw}» må vere minst {minimum}.")
TOO_HIGH = Text(
    "«{raw}» kan ikke være mer enn {maximum}.", "«{raw}» kan ikkje vere meir enn {maximum}."
)
NOT_A_DATE = Text(
    "«{raw}» er ikke en dato. Skriv år, måned og dag, slik som 2026-11-22.",
    "«{raw}» er ikkje ein dato. Skriv år, månad og dag, slik som 2026-11-22.",
)
NOT_A_DAY = Text(
    "«{raw}» er ikke en dag i året. Skriv måned og dag, slik som 05-15.",
    "«{raw}» er ikkje ein dag i året. Skriv månad og dag, slik som 05-15.",
)
NOT_A_CODE = Text(
    "«{raw}» er ikke en gyldig kode. Et kommunenummer har fire sifre.",
    "«{raw}» er ikkje ein gyldig kode. Eit kommunenummer har fire siffer.",
)
NOT_A_MUNICIPALITY = Text(
    "«{raw}» er ikke et kommunenummer. Det har fire sifre.",
    "«{raw}» er ikkje eit kommunenummer. Det har fire siffer.",
)
NOT_HTTPS = Text(
    "«{raw}» er ikke en adresse som begynner med https://.",
    "«{raw}» er ikkje ei adresse som byrjar med https://.",
)
NOT_A_CONTACT = Text(
    "«{raw}» er verken en https-adresse eller en e-postadresse.",
    "«{raw}» er verken ei https-adresse eller ei e-postadresse.",
)
ONLY_YES = Text(
    "Her kan det bare stå «ja». Fjern feltet hvis det ikke gjelder.",
    "Her kan det berre stå «ja». Fjern feltet om det ikkje gjeld.",
)
LIST_WANTED = Text(
    "«{fact}» kan ha flere svar. Skriv dem som en liste: [{raw}].",
    "«{fact}» kan ha fleire svar. Skriv dei som ei liste: [{raw}].",
)
ONE_WANTED = Text(
    "«{fact}» kan bare ha én verdi, ikke en liste.",
    "«{fact}» kan berre ha éin verdi, ikkje ei liste.",
)
EMPTY_FOLDER = Text("Mappen er tom: {folder}.", "Mappa er tom: {folder}.")
FOLDER_IN_FOLDER = Text(
    "Her kan det bare ligge .yaml-filer, ikke mapper.",
    "Her kan det berre liggje .yaml-filer, ikkje mapper.",
)

# --- conditions

NO_HEAD = Text(
    "En betingelse må ha ett av disse feltene: {heads}.",
    "Eit vilkår må ha eitt av desse felta: {heads}.",
)
TWO_HEADS = Text(
    "«{first}» og «{second}» kan ikke stå i samme betingelse. Sett dem under «alle» eller «minst_en».",
    "«{first}» og «{second}» kan ikkje stå i same vilkår. Set dei under «alle» eller «minst_en».",
)
EXTRA_IN_CONDITION = Text(
    "«{key}» passer ikke i denne betingelsen.", "«{key}» passar ikkje i dette vilkåret."
)
NO_NEEDS_HERE = Text(
    "Et behov kan ikke brukes her, bare opplysninger.",
    "Eit behov kan ikkje brukast her, berre opplysningar.",
)
NEED_WITHOUT_SEVERITY = Text(
    "Feltet «minst» mangler: noe eller stor.", "Feltet «minst» manglar: noe eller stor."
)
NO_OPERATOR = Text(
    "Opplysningen må sammenlignes med noe. Bruk ett av disse feltene: {known}.",
    "Opplysninga må samanliknast med noko. Bruk eitt av desse felta: {known}.",
)
UNKNOWN_OPERATOR = Text(
    "«{key}» er ingen sammenligning. Bruk ett av disse feltene: {known}.",
    "«{key}» er inga samanlikning. Bruk eitt av desse felta: {known}.",
)
TWO_OPERATORS = Text(
    "«{first}» og «{second}» kan ikke stå sammen. Lag to betingelser under «alle».",
    "«{first}» og «{second}» kan ikkje stå saman. Lag to vilkår under «alle».",
)
OPERATOR_DOES_NOT_FIT = Text(
    "«{operator}» passer ikke til «{fact}», som er av typen {type}. Bruk {allowed}.",
    "«{operator}» passar ikkje til «{fact}», som er av typen {type}. Bruk {allowed}.",
)
NO_UNIT = Text("ingen enhet", "inga eining")
UNITS_DIFFER = Text(
    "Satsen «{rate}» er i {rate_unit}, men «{fact}» er i {unit}.",
    "Satsen «{rate}» er i {rate_unit}, men «{fact}» er i {unit}.",
)
RATE_IS_LIST = Text(
    "Satsen «{rate}» er en liste og passer ikke til «{operator}».",
    "Satsen «{rate}» er ei liste og passar ikkje til «{operator}».",
)
RATE_IS_NOT_LIST = Text(
    "Satsen «{rate}» er ikke en liste og passer ikke til «{operator}».",
    "Satsen «{rate}» er ikkje ei liste og passar ikkje til «{operator}».",
)

# --- dates and sources

DATES_SWAPPED = Text("«{later}» er før «{earlier}».", "«{later}» er før «{earlier}».")
DATES_NOT_RISING = Text(
    "Verdiene må stå i rekkefølge etter «{key}», den eldste først.",
    "Verdiane må stå i rekkjefølgje etter «{key}», den eldste først.",
)
JUDGED_WITHOUT_REASON = Text(
    "En egen vurdering må ha en «begrunnelse».", "Ei eiga vurdering må ha ei «begrunnelse»."
)
REASON_WITHOUT_JUDGEMENT = Text(
    "«begrunnelse» hører bare til «basis: vurdering», ikke til en hjemmel.",
    "«begrunnelse» høyrer berre til «basis: vurdering», ikkje til ein heimel.",
)
LIST_AND_SINGLE = Text(
    "En sats er enten en liste eller en enkelt verdi i alle perioder.",
    "Ein sats er anten ei liste eller ein enkelt verdi i alle periodar.",
)
LIST_OF_NUMBERS = Text(
    "En sats i {unit} kan ikke være en liste.", "Ein sats i {unit} kan ikkje vere ei liste."
)

# --- facts

UNIT_MISSING = Text("Typen {type} må ha «enhet».", "Typen {type} må ha «enhet».")
UNIT_DOES_NOT_FIT = Text(
    "Enheten «{unit}» passer ikke til typen {type}.",
    "Eininga «{unit}» passar ikkje til typen {type}.",
)
OPTIONS_MISSING = Text("Typen {type} må ha «valg».", "Typen {type} må ha «valg».")
OPTIONS_NOT_WANTED = Text("Typen {type} kan ikke ha «valg».", "Typen {type} kan ikkje ha «valg».")
RANGE_MISSING = Text(
    "Typen {type} må ha «grenser» med «fra» og «til».",
    "Typen {type} må ha «grenser» med «fra» og «til».",
)
RANGE_NOT_WANTED = Text(
    "Typen {type} kan ikke ha «grenser».", "Typen {type} kan ikkje ha «grenser»."
)
RANGE_SWAPPED = Text("«til» er mindre enn «fra».", "«til» er mindre enn «fra».")
OTHERWISE_WITHOUT_CONDITION = Text(
    "«ellers» har bare mening sammen med «hvis».", "«ellers» har berre meining saman med «hvis»."
)
UNKNOWN_FIGURE = Text("Kommunetallet «{id}» finnes ikke.", "Kommunetalet «{id}» finst ikkje.")
SHOWN_TWICE = Text(
    "Kommunetallet «{id}» står allerede i spørreskjemaet.",
    "Kommunetalet «{id}» står alt i spørjeskjemaet.",
)
ASKED_LATER = Text(
    "«{id}» kan ikke avhenge av «{fact}», som ikke er spurt om før. Flytt ett av spørsmålene.",
    "«{id}» kan ikkje avhenge av «{fact}», som det ikkje er spurt om før. Flytt eitt av spørsmåla.",
)
WRONG_NUMBER_OF_OPERANDS = Text(
    "«{operation}» tar to opplysninger (sum, minste og storste kan ta flere).",
    "«{operation}» tek to opplysningar (sum, minste og storste kan ta fleire).",
)
CIRCLE = Text("Beregningen går i ring: {ids}.", "Utrekninga går i ring: {ids}.")
OPERAND_NOT_A_NUMBER = Text(
    "«{id}» er ikke et tall og kan ikke regnes med.",
    "«{id}» er ikkje eit tal og kan ikkje reknast med.",
)
UNITS_DO_NOT_ADD_UP = Text(
    "Disse enhetene kan ikke regnes sammen: {units}.",
    "Desse einingane kan ikkje reknast saman: {units}.",
)
WRONG_RESULT_UNIT = Text(
    "Svaret på beregningen er ikke i «{unit}».", "Svaret på utrekninga er ikkje i «{unit}»."
)

# --- schemes

MISSING_IN_EDITION = Text(
    "Feltet «{key}» mangler. Det må stå i ordningen eller i utgaven.",
    "Feltet «{key}» manglar. Det må stå i ordninga eller i utgåva.",
)
GAP_BEFORE_FIRST = Text(
    "«opphold» hører ikke til i den første utgaven.",
    "«opphold» høyrer ikkje til i den første utgåva.",
)
OPEN_PERIOD = Text(
    "Utgaven før må ha «til», og denne må ha «fra».",
    "Utgåva før må ha «til», og denne må ha «fra».",
)
OVERLAP = Text(
    "Utgaven begynner {fra}, før utgaven før er slutt.",
    "Utgåva byrjar {fra}, før utgåva før er slutt.",
)
GAP_WITHOUT_REASON = Text(
    "Det er et hull etter {until}. Forklar det med «opphold».",
    "Det er eit hol etter {until}. Forklar det med «opphold».",
)
REASON_WITHOUT_GAP = Text(
    "«opphold» forklarer et hull, men utgaven følger rett etter den før.",
    "«opphold» forklarer eit hol, men utgåva følgjer rett etter den før.",
)
END_WITHOUT_ADVICE = Text(
    "Den siste utgaven har «til». Da må «avsluttet» si hva som kan brukes i stedet.",
    "Den siste utgåva har «til». Då må «avsluttet» seie kva som kan brukast i staden.",
)
ADVICE_WITHOUT_END = Text(
    "«avsluttet» hører bare til når den siste utgaven har «til».",
    "«avsluttet» høyrer berre til når den siste utgåva har «til».",
)
BAND_NOT_WANTED = Text(
    "«band» hører bare til «type: egen_kostnad».", "«band» høyrer berre til «type: egen_kostnad»."
)
SHARE_MISSING = Text(
    "Feltet «andel» mangler. «{type}» må ha det.", "Feltet «andel» manglar. «{type}» må ha det."
)
NOT_AN_EARLIER_STEP = Text(
    "«{id}» er ikke et steg som står før dette.", "«{id}» er ikkje eit steg som står før dette."
)
RELATED_TO_ITSELF = Text(
    "Ordningen kan ikke nevne seg selv i «{key}».", "Ordninga kan ikkje nemne seg sjølv i «{key}»."
)
BOTH_WITH_AND_INSTEAD = Text(
    "«{id}» kan ikke både brukes sammen med ordningen og være et alternativ til den.",
    "«{id}» kan ikkje både brukast saman med ordninga og vere eit alternativ til henne.",
)
CIRCLE_OF_SCHEMES = Text("«{key}» går i ring: {ids}.", "«{key}» går i ring: {ids}.")
IN_PLACE_IS_NOT_RELEVANT = Text(
    "Det som er på plass, får «ikke-aktuelt», ikke «{gives}».",
    "Det som er på plass, får «ikke-aktuelt», ikkje «{gives}».",
)
NO_RECOMMENDED_EXAMPLE = Text(
    "Det mangler et eksempel som gir «anbefalt».", "Det manglar eit eksempel som gir «anbefalt»."
)
NO_NEGATIVE_EXAMPLE = Text(
    "Det mangler et eksempel som gir «utelukket», «ikke-aktuelt» eller «etter-endring».",
    "Det manglar eit eksempel som gir «utelukket», «ikke-aktuelt» eller «etter-endring».",
)
NO_OPEN_EXAMPLE = Text(
    "Det mangler et eksempel der noe er ukjent, som gir «betinget» eller «ma-avklares».",
    "Det manglar eit eksempel der noko er ukjent, som gir «betinget» eller «ma-avklares».",
)
NOT_A_REQUIREMENT = Text(
    "«{id}» er ikke et krav i ordningen på denne datoen.",
    "«{id}» er ikkje eit krav i ordninga på denne datoen.",
)

# --- the whole book

WRONG_CAPACITY_UNIT = Text(
    "«{id}» brukes som «{key}» i kapasiteten og må være i {unit}.",
    "«{id}» blir brukt som «{key}» i kapasiteten og må vere i {unit}.",
)
UNUSED = Text(
    "{kind} «{id}» brukes ikke av noen regel. Bruk den, eller fjern den.",
    "{kind} «{id}» blir ikkje brukt av nokon regel. Bruk ho, eller fjern ho.",
)
CHECK_OVERDUE = Text(
    "Ordningen «{id}» skulle vært kontrollert innen {by}.",
    "Ordninga «{id}» skulle vore kontrollert innan {by}.",
)
READ_OVERDUE = Text(
    "Kilden «{id}» skulle vært lest igjen innen {by}.",
    "Kjelda «{id}» skulle vore lesen igjen innan {by}.",
)
