"""What can be wrong with files and with their form."""

from wizard.domain.text import Text

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
BACKSLASH = Text(
    "Mellom mappen og filen skal det stå «/», ikke «\\».",
    "Mellom mappa og fila skal det stå «/», ikkje «\\».",
)
CANNOT_BE_CALLED = Text("Ingen regelfil kan hete «{raw}».", "Inga regelfil kan heite «{raw}».")
NOT_INSIDE = Text(
    "Skriv bare mappen i reglene og filen, slik som «tiltak/nytt-tiltak.yaml».",
    "Skriv berre mappa i reglane og fila, slik som «tiltak/nytt-tiltak.yaml».",
)
BELONGS_ELSEWHERE = Text(
    "Dette hører ikke til i «{here}». Feltene er de som brukes i «{home}».",
    "Dette høyrer ikkje til i «{here}». Felta er dei som blir brukte i «{home}».",
)
NO_SUCH_FILE = Text("Ingen regelfil heter «{raw}».", "Inga regelfil heiter «{raw}».")
BAD_FILE_NAME = Text(
    "Filnavnet kan bare ha små bokstaver a-z, tall og bindestrek.",
    "Filnamnet kan berre ha små bokstavar a-z, tal og bindestrek.",
)
BAD_THEME_FILE = Text(
    "Filnavnet må begynne med to sifre og bindestrek, slik som «30-boligbehov.yaml».",
    "Filnamnet må starte med to siffer og bindestrek, slik som «30-boligbehov.yaml».",
)
SAME_NUMBER = Text(
    "Tallet {number} er allerede brukt av {place}. Tallet er rekkefølgen.",
    "Talet {number} er alt brukt av {place}. Talet er rekkjefølgja.",
)
UNREADABLE_FILE = Text("Filen kan ikke åpnes.", "Fila kan ikkje opnast.")
NOT_A_FILE = Text(
    "Dette er ikke en vanlig fil. Ta det bort, eller lag en vanlig fil med samme navn.",
    "Dette er ikkje ei vanleg fil. Ta det bort, eller lag ei vanleg fil med same namn.",
)
FILE_TOO_LARGE = Text("Filen er større enn {most} kB.", "Fila er større enn {most} kB.")
BYTE_ORDER_MARK = Text(
    "Filen begynner med et usynlig tegn (BOM). Lagre den som UTF-8 uten BOM.",
    "Fila startar med eit usynleg teikn (BOM). Lagre ho som UTF-8 utan BOM.",
)
NOT_UTF8 = Text(
    "Linje {line} har et tegn som ikke kan leses, for filen er ikke lagret som UTF-8. Lagre den "
    "som UTF-8.",
    "Linje {line} har eit teikn som ikkje kan lesast, for fila er ikkje lagra som UTF-8. Lagre ho "
    "som UTF-8.",
)
HIDDEN_CHARACTER = Text(
    "Her står et tegn som ikke synes ({code}). Fjern det.",
    "Her står eit teikn som ikkje synest ({code}). Fjern det.",
)
UNPRINTABLE = Text(
    "Skriften i notatet og regelboken har ikke tegnet {sign}. Bruk et annet tegn, eller ord.",
    "Skrifta i notatet og regelboka har ikkje teiknet {sign}. Bruk eit anna teikn, eller ord.",
)
PASTED = Text(
    "Her står et tegn som er limt inn, og som ikke er det dere ser ({code}). Skriv det på nytt.",
    "Her står eit teikn som er limt inn, og som ikkje er det de ser ({code}). Skriv det på nytt.",
)
EMPTY_FILE = Text("Filen er tom.", "Fila er tom.")
NOT_RULES = Text("{folder} er ikke en mappe med regler.", "{folder} er ikkje ei mappe med reglar.")
EMPTY_FOLDER = Text("Mappen er tom: {folder}.", "Mappa er tom: {folder}.")
FOLDER_IN_FOLDER = Text(
    "Her kan det bare ligge .yaml-filer, ikke mapper.",
    "Her kan det berre liggje .yaml-filer, ikkje mapper.",
)

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
NOTHING = Text(
    "«{raw}» betyr at her står ingenting. Skriv verdien, ta bort feltet, eller sett ordet i "
    "anførselstegn.",
    "«{raw}» tyder at her står ingenting. Skriv verdien, ta bort feltet, eller set ordet i "
    "hermeteikn.",
)
HARD_SPACE = Text(
    "Her står et hardt mellomrom, som er limt inn. Bytt det med et vanlig mellomrom.",
    "Her står eit hardt mellomrom, som er limt inn. Byt det med eit vanleg mellomrom.",
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
    "Det mangler kolon på denne linjen, eller innrykket er feil.",
    "Det manglar kolon på denne linja, eller innrykket er feil.",
)
MISSING_DASH = Text(
    "Her ventes en bindestrek. Begynn linjen med «- », eller rykk den inn under linjen over.",
    "Her er det venta ein bindestrek. Start linja med «- », eller rykk ho inn under linja over.",
)
BAD_INDENT = Text(
    "Innrykket stemmer ikke med linjene over. Felt på samme nivå må begynne i samme kolonne.",
    "Innrykket stemmer ikkje med linjene over. Felt på same nivå må starte i same kolonne.",
)
AFTER_VALUE = Text(
    "Her står det noe etter en verdi som er avsluttet. Sett hele teksten i anførselstegn.",
    "Her står det noko etter ein verdi som er avslutta. Set heile teksten i hermeteikn.",
)
OPEN_LIST = Text(
    "Listen som begynner her, mangler komma eller «]».",
    "Lista som startar her, manglar komma eller «]».",
)
OPEN_BRACE = Text(
    "Feltene som begynner her, mangler komma eller «}}». En tekst med kolon eller komma må stå i "
    "anførselstegn.",
    "Felta som startar her, manglar komma eller «}}». Ein tekst med kolon eller komma må stå i "
    "hermeteikn.",
)
OPEN_QUOTE = Text(
    "Anførselstegnet som begynner her, er ikke lukket.",
    "Hermeteiknet som startar her, er ikkje lukka.",
)
BAD_ESCAPE = Text(
    "Omvendt skråstrek har en egen mening i doble anførselstegn. Bruk enkle i stedet.",
    "Omvend skråstrek har ei eiga meining i doble hermeteikn. Bruk enkle i staden.",
)
STRAY_SIGN = Text(
    "En verdi kan ikke begynne med dette tegnet. Sett den i anførselstegn.",
    "Ein verdi kan ikkje starte med dette teiknet. Set han i hermeteikn.",
)
TAB = Text(
    "Linjen er rykket inn med tabulator. Bruk mellomrom.",
    "Linja er rykt inn med tabulator. Bruk mellomrom.",
)
NOT_YAML = Text(
    "Filen er ikke gyldig YAML her. Se på denne linjen og linjen før.",
    "Fila er ikkje gyldig YAML her. Sjå på denne linja og linja før.",
)
