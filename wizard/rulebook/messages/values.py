"""What can be wrong with records, lists and single values."""

from wizard.domain.text import Text

A_VALUE = Text("en enkelt verdi", "ein enkelt verdi")
A_LIST = Text("en liste", "ei liste")
A_RECORD = Text("felt med verdier", "felt med verdiar")
WRONG_FORM = Text(
    "Her skal det stå {wanted}, ikke {found}.", "Her skal det stå {wanted}, ikkje {found}."
)
FIELDS_WANTED = Text(
    "Her skal det stå felt med verdier, ikke {found}. Felt som kan stå her: {known}.",
    "Her skal det stå felt med verdiar, ikkje {found}. Felt som kan stå her: {known}.",
)
DASHES_WANTED = Text(
    "Her skal det stå en liste. Begynn hvert ledd med bindestrek og mellomrom: «- ».",
    "Her skal det stå ei liste. Start kvart ledd med bindestrek og mellomrom: «- ».",
)
BRACKETS_WANTED = Text(
    "Her skal det stå en liste. Sett verdien i hakeparenteser.",
    "Her skal det stå ei liste. Set verdien i hakeparentesar.",
)
CURLY_QUOTES = Text(
    'Her er skrå anførselstegn, slik tekstprogrammer lager dem. Bruk de rette: " på begge sider.',
    'Her er skrå hermeteikn, slik tekstprogram lagar dei. Bruk dei rette: " på begge sider.',
)
NO_VALUE = Text("Verdien mangler.", "Verdien manglar.")
EMPTY_LIST = Text("Listen er tom.", "Lista er tom.")
NO_LETTERS = Text(
    "Her er det ingen bokstaver å søke etter. Skriv et ord, eller ta det bort.",
    "Her er det ingen bokstavar å søkje etter. Skriv eit ord, eller ta det bort.",
)
TWICE = Text("«{id}» står to ganger i listen.", "«{id}» står to gonger i lista.")
UNKNOWN_KEY = Text("Ukjent felt «{key}» i {what}.", "Ukjent felt «{key}» i {what}.")
UNKNOWN_KEY_AMONG = Text(
    "Ukjent felt «{key}» i {what}. Kjente felt: {known}.",
    "Ukjent felt «{key}» i {what}. Kjende felt: {known}.",
)
COMMA_IN_NUMBER = Text(
    "«{key}» er lest som et eget felt, for det står etter et komma. Skriv tallet med punktum.",
    "«{key}» er lese som eit eige felt, for det står etter eit komma. Skriv talet med punktum.",
)
COMMA_IN_TEXT = Text(
    "«{key}» er lest som et eget felt, for det står etter et komma. Sett hele teksten i "
    "anførselstegn.",
    "«{key}» er lese som eit eige felt, for det står etter eit komma. Set heile teksten i "
    "hermeteikn.",
)
NO_SPACE_AFTER_COLON = Text(
    "Det mangler et mellomrom etter kolon i «{key}».",
    "Det manglar eit mellomrom etter kolon i «{key}».",
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
NOT_AN_OPTION = Text(
    "«{raw}» er ikke et av svarene i {place}. Lov er: {allowed}.",
    "«{raw}» er ikkje eit av svara i {place}. Lov er: {allowed}.",
)
TEXT_CUT = Text(
    "Teksten stopper ved «#», for resten blir lest som en merknad. Sett hele i anførselstegn.",
    "Teksten stoppar ved «#», for resten blir lesen som ein merknad. Set heile i hermeteikn.",
)
BAD_ID = Text(
    "«{raw}» kan ikke være id. Den må begynne med en bokstav og ha bare a-z, tall, - og _.",
    "«{raw}» kan ikkje vere id. Han må starte med ein bokstav og ha berre a-z, tal, - og _.",
)
NOT_THE_STEM = Text(
    "Id-en «{id}» er ikke den samme som filnavnet «{stem}».",
    "Id-en «{id}» er ikkje den same som filnamnet «{stem}».",
)
TAKEN_ID = Text("«{id}» er allerede brukt i {place}.", "«{id}» er alt brukt i {place}.")
UNKNOWN_ID = Text("{kind} «{id}» finnes ikke.", "{kind} «{id}» finst ikkje.")
UNKNOWN_ID_NEW = Text(
    "{kind} «{id}» finnes ikke. Er det noe nytt, legger du det først inn i {where}.",
    "{kind} «{id}» finst ikkje. Er det noko nytt, legg du det først inn i {where}.",
)
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
ONLY_SLOTS = Text(
    "Krøllparenteser brukes her bare til {allowed}.",
    "Krøllparentesar blir her berre brukte til {allowed}.",
)
NO_FULL_STOP = Text(
    "Teksten skal ikke ha punktum eller et annet tegn til slutt. Programmet setter det.",
    "Teksten skal ikkje ha punktum eller eit anna teikn til slutt. Programmet set det.",
)
VERB_FIRST = Text("Teksten begynner med verbet, uten «å».", "Teksten startar med verbet, utan «å».")
CAPITAL_FIRST = Text(
    "En overskrift begynner med stor bokstav.", "Ei overskrift startar med stor bokstav."
)
NO_CAPITAL = Text(
    "Et oppdrag står inne i en setning og begynner med liten bokstav.",
    "Eit oppdrag står inne i ei setning og startar med liten bokstav.",
)
UNEQUAL_SLOTS = Text(
    "Bokmål og nynorsk må vise de samme tallene. Bare den ene teksten har {only}.",
    "Bokmål og nynorsk må vise dei same tala. Berre den eine teksten har {only}.",
)
NOT_A_NUMBER = Text(
    "«{raw}» er ikke et tall. Skriv {wanted}.", "«{raw}» er ikkje eit tal. Skriv {wanted}."
)
NOT_WHOLE = Text("«{raw}» må være {wanted}.", "«{raw}» må vere {wanted}.")
OUT_OF_RANGE = Text("«{raw}» må være {wanted}.", "«{raw}» må vere {wanted}.")
FRACTION = Text(
    "«{raw}» er en brøk. Skriv den som desimaltall: {wanted}.",
    "«{raw}» er ein brøk. Skriv han som desimaltal: {wanted}.",
)
UNCLEAR = Text(
    "«{raw}» kan bety {readings}. Skriv det du mener.",
    "«{raw}» kan bety {readings}. Skriv det du meiner.",
)
DOUBTFUL = Text("«{raw}» er uklart.", "«{raw}» er uklart.")
OTHER_UNIT = Text(
    "Her skal det ikke stå «{raw}». Skriv bare tallet.",
    "Her skal det ikkje stå «{raw}». Skriv berre talet.",
)
A_NUMBER = Text("et tall", "eit tal")
A_WHOLE_NUMBER = Text("et helt tall", "eit heilt tal")
NOT_A_DATE = Text(
    "«{raw}» er ikke en dato. Skriv år, måned og dag, slik som 2026-11-22.",
    "«{raw}» er ikkje ein dato. Skriv år, månad og dag, slik som 2026-11-22.",
)
NOT_YET = Text(
    "{raw} er etter i dag, {today}. Her skal det stå en dag som har vært.",
    "{raw} er etter i dag, {today}. Her skal det stå ein dag som har vore.",
)
FAR_AWAY = Text(
    "{raw} er langt fra vår tid. Her kan det stå en dag fra {first} til {last}.",
    "{raw} er langt frå vår tid. Her kan det stå ein dag frå {first} til {last}.",
)
NO_SUCH_DAY = Text("«{raw}» finnes ikke i kalenderen.", "«{raw}» finst ikkje i kalenderen.")
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
    "«{raw}» er ikkje ei adresse som startar med https://.",
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
