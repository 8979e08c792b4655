"""Why a step of a release is refused, each with what to do."""

from wizard.domain.text import Text

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
NOT_CHECKED = Text(
    "Akkurat disse reglene er ikke kontrollert. Er de endret etterpå, må de kontrolleres på nytt: "
    "Kjør «wizard rules publish» med «--endring».",
    "Akkurat desse reglane er ikkje kontrollerte. Er dei endra etterpå, må dei kontrollerast på "
    "nytt: Køyr «wizard rules publish» med «--endring».",
)
SAME_PERSON = Text(
    "{name} har selv laget utgivelsen. En annen må godkjenne den.",
    "{name} har sjølv laga utgivinga. Ein annan må godkjenne ho.",
)
APPROVED_ALREADY = Text(
    "{release} er alt godkjent av {name}. Kjør «wizard rules publish» med «--live».",
    "{release} er alt godkjend av {name}. Køyr «wizard rules publish» med «--live».",
)
NOT_APPROVED = Text(
    "{release} er kontrollert, men ikke godkjent. En annen enn {name} må kjøre "
    "«wizard rules approve».",
    "{release} er kontrollert, men ikkje godkjend. Ein annan enn {name} må køyre "
    "«wizard rules approve».",
)
OTHER_LIVE = Text(
    "Reglene i drift er blitt andre siden {release} ble kontrollert. Kontroller på nytt, mot dem "
    "som gjelder nå: Kjør «wizard rules publish» med «--endring».",
    "Reglane i drift er blitt andre sidan {release} vart kontrollert. Kontroller på nytt, mot dei "
    "som gjeld no: Køyr «wizard rules publish» med «--endring».",
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
