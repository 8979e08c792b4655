"""Why a step of a release is refused, each with what to do."""

from wizard.domain.text import Counted, Text

NO_NAME = Text("Skriv navnet ditt etter «--av».", "Skriv namnet ditt etter «--av».")
LONG_NAME = Text(
    "Navnet er for langt. Bruk høyst {most} tegn.", "Namnet er for langt. Bruk høgst {most} teikn."
)
BAD_NAME = Text(
    "Navnet har ingen bokstaver, eller tegn som ikke kan skrives ut. Skriv det på nytt.",
    "Namnet har ingen bokstavar, eller teikn som ikkje kan skrivast ut. Skriv det på nytt.",
)
NO_NOTE = Text(
    "Skriv hva som er endret, på bokmål etter «--endring» og på nynorsk etter «--endring-nn».",
    "Skriv kva som er endra, på bokmål etter «--endring» og på nynorsk etter «--endring-nn».",
)
LONG_NOTE = Text(
    "Det som er skrevet om endringen, har over {most} tegn eller tegn som ikke kan skrives ut. "
    "Kort det ned.",
    "Det som er skrive om endringa, har over {most} teikn eller teikn som ikkje kan skrivast ut. "
    "Kort det ned.",
)
DAMAGED = Text(
    "{file} er skadet eller endret for hånd. Hent den tilbake fra git eller en kopi.",
    "{file} er skadd eller endra for hand. Hent ho tilbake frå git eller ein kopi.",
)
NO_RULES = Text(
    "{draft} har ingen regler. Oppgi mappen der utkastet ligger.",
    "{draft} har ingen reglar. Oppgi mappa der utkastet ligg.",
)
NO_SHELF = Text(
    "Mappen {folder} finnes ikke, så ingen regler er kontrollert der. Er det feil mappe, rett "
    "«--til». Ellers må noen først kjøre «{command}».",
    "Mappa {folder} finst ikkje, så ingen reglar er kontrollerte der. Er det feil mappe, rett "
    "«--til». Elles må nokon først køyre «{command}».",
)
NOT_CHECKED = Text(
    "Reglene i {draft} er ikke kontrollert: {folder} har ikke skrevet ned noe om dem. Kjør først "
    "«{command}».",
    "Reglane i {draft} er ikkje kontrollerte: {folder} har ikkje noko skrive om dei. Køyr først "
    "«{command}».",
)
CHANGED_SINCE = Text(
    "Reglene i {draft} er ikke de som {name} kontrollerte som {release}. Dette er endret: {files}. "
    "Det som er endret, må kontrolleres og godkjennes: Kjør «{command}».",
    "Reglane i {draft} er ikkje dei som {name} kontrollerte som {release}. Dette er endra: "
    "{files}. Det som er endra, må kontrollerast og godkjennast: Køyr «{command}».",
)
CHANGED_MEANWHILE = Text(
    "Noen endret filer i {draft} imens. Prøv igjen.",
    "Nokon endra filer i {draft} imens. Prøv igjen.",
)
NEW_FILE = Text("{file} (ny)", "{file} (ny)")
GONE_FILE = Text("{file} (borte)", "{file} (borte)")
AND_MORE_FILES = Counted(
    Text("{files} og én fil til", "{files} og éi fil til"),
    Text("{files} og {n} filer til", "{files} og {n} filer til"),
)
NOTHING_NEW = Text(
    "Ingenting i {draft} er annerledes enn i reglene i drift ({release}). Det er ikke noe å gi ut.",
    "Ingenting i {draft} er annleis enn i reglane i drift ({release}). Det er ikkje noko å gi ut.",
)
TAKES_BACK = Text(
    "Merk: Disse filene i {draft} er som i {release}, og ikke som i reglene i drift: {files}. Er "
    "utkastet laget av en kopi av {release}, tar det bort det som er nytt i drift. Lag det da på "
    "nytt av {live}.",
    "Merk: Desse filene i {draft} er som i {release}, og ikkje som i reglane i drift: {files}. Er "
    "utkastet laga av ein kopi av {release}, tek det bort det som er nytt i drift. Lag det då på "
    "nytt av {live}.",
)
SAME_PERSON = Text(
    "{name} har selv laget {release}. En annen må godkjenne den.",
    "{name} har sjølv laga {release}. Ein annan må godkjenne ho.",
)
APPROVED_ALREADY = Text(
    "{release} er alt godkjent av {name}. Ta den i drift med «{command}».",
    "{release} er alt godkjend av {name}. Ta ho i drift med «{command}».",
)
NOT_APPROVED = Text(
    "{release} er kontrollert, men ikke godkjent. En annen enn {name} må kjøre «{command}».",
    "{release} er kontrollert, men ikkje godkjend. Ein annan enn {name} må køyre «{command}».",
)
OTHER_LIVE = Text(
    "Reglene i drift er blitt andre siden {release} ble kontrollert: {name} tok {live} i drift. "
    "Kontroller på nytt, mot dem som gjelder nå: Kjør «{command}».",
    "Reglane i drift er blitt andre sidan {release} vart kontrollert: {name} tok {live} i drift. "
    "Kontroller på nytt, mot dei som gjeld no: Køyr «{command}».",
)
LIVE_ALREADY = Text(
    "{release} er alt i drift. Ingenting er endret.",
    "{release} er alt i drift. Ingenting er endra.",
)
NONE_LIVE = Text(
    "{folder} har ingen regler i drift. Gi ut noen først.",
    "{folder} har ingen reglar i drift. Gi ut nokre først.",
)
NONE_BEFORE = Text(
    "{release} er de første reglene som ble gitt ut hit. Det er ingen å gå tilbake til.",
    "{release} er dei første reglane som vart gitt ut hit. Det er ingen å gå tilbake til.",
)
NEVER_LIVE = Text(
    "«{name}» har ikke vært i drift her. Disse har vært det: {known}.",
    "«{name}» har ikkje vore i drift her. Desse har vore det: {known}.",
)
CHANGED_FILES = Text(
    "Filene i {folder} er ikke de som ble gitt ut. Hent dem tilbake fra git eller en kopi.",
    "Filene i {folder} er ikkje dei som vart gitt ut. Hent dei tilbake frå git eller ein kopi.",
)
NOT_WRITTEN = Text(
    "Kan ikke skrive i {folder} ({why}). Reglene i drift er som før.",
    "Kan ikkje skrive i {folder} ({why}). Reglane i drift er som før.",
)
