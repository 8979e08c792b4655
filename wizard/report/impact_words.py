"""The program's phrases about what an edit of the rules means."""

from wizard.domain.impact import Part
from wizard.domain.schemes import Funding
from wizard.domain.text import Counted, Text

NOTHING = Text(
    "Ingenting er endret i reglene: de to regelverkene sier det samme alle dager.",
    "Ingenting er endra i reglane: dei to regelverka seier det same alle dagar.",
)
CHANGED = Text("Endringen", "Endringa")
EFFECT = Text("Virkningen", "Verknaden")
WHO = Text("Hvem det gjelder", "Kven det gjeld")
LOOKED = Text("Hva vi så på", "Kva vi såg på")

SINCE = Text("fra {begins}", "frå {begins}")
BETWEEN = Text("fra {begins} til og med {ends}", "frå {begins} til og med {ends}")
UNTIL = Text("til og med {ends}", "til og med {ends}")
ALWAYS = Text("alle dager, også før i dag", "alle dagar, også før i dag")

LINE = Text("{what}, {period}.", "{what}, {period}.")
RAISED = Text("«{name}» er hevet fra {old} til {new}", "«{name}» er heva frå {old} til {new}")
LOWERED = Text("«{name}» er senket fra {old} til {new}", "«{name}» er senka frå {old} til {new}")
SET = Text("«{name}» er satt til {new}", "«{name}» er sett til {new}")
UNSET = Text(
    "«{name}» har ikke lenger noen verdi (før: {old})",
    "«{name}» har ikkje lenger nokon verdi (før: {old})",
)
LIST_CHANGED = Text("Listen «{name}»: {moves}", "Lista «{name}»: {moves}")
PLUS = Text("+ {ids}", "+ {ids}")
MINUS = Text("− {ids}", "− {ids}")
NEW = Text("Ny: «{name}»", "Ny: «{name}»")
GONE = Text("Tatt ut: «{name}»", "Teken ut: «{name}»")
RENAMED_ANSWER = Text(
    "Svaret «{old}» på «{name}» heter nå «{new}»", "Svaret «{old}» på «{name}» heiter no «{new}»"
)
RENAMED = Text("«{old}» heter nå «{new}»", "«{old}» heiter no «{new}»")
STARTS = Text("«{name}» trer i kraft", "«{name}» trer i kraft")
ENDS = Text("«{name}» gjelder ikke", "«{name}» gjeld ikkje")
ADDED_PART = Text("«{name}»: + {part} «{id}»{told}", "«{name}»: + {part} «{id}»{told}")
DROPPED_PART = Text("«{name}»: − {part} «{id}»{told}", "«{name}»: − {part} «{id}»{told}")
OTHER_PART = Text(
    "«{name}», {part} «{id}». Før: {old}. Nå: {new}",
    "«{name}», {part} «{id}». Før: {old}. No: {new}",
)
TOLD = Text(" ({told})", " ({told})")
CONDITION = Text(
    "«{name}», {part}. Før: {old}. Nå: {new}", "«{name}», {part}. Før: {old}. No: {new}"
)
NO_CONDITION = Text("uten betingelse", "utan føresetnad")
MONEY = Text("«{name}», pengene. Før: {old}. Nå: {new}", "«{name}», pengane. Før: {old}. No: {new}")
BASIS = Text("«{name}»: hjemmel {old} → {new}", "«{name}»: heimel {old} → {new}")
NO_BASIS = Text("ingen", "ingen")
OTHERWISE = Text("«{name}»: {part}", "«{name}»: {part}")
REOPENS = Text(" Den åpner igjen {day}.", " Ho opnar igjen {day}.")
PLAN = Text("Reglene for handlingsplanen er endret", "Reglane for handlingsplanen er endra")
ONLY_WORDS = Counted(
    Text(
        "Én regel har bare andre ord, kilder eller eksempler: {names}.",
        "Éin regel har berre andre ord, kjelder eller døme: {names}.",
    ),
    Text(
        "{n} regler har bare andre ord, kilder eller eksempler: {names}.",
        "{n} reglar har berre andre ord, kjelder eller døme: {names}.",
    ),
)
ONLY_DATES = Counted(
    Text(
        "Én ordning har bare andre datoer for kontroll: {names}.",
        "Éi ordning har berre andre datoar for kontroll: {names}.",
    ),
    Text(
        "{n} ordninger har bare andre datoer for kontroll: {names}.",
        "{n} ordningar har berre andre datoar for kontroll: {names}.",
    ),
)
BESIDE = Counted(
    Text(
        "Én annen fil er endret, uten at det endrer noe råd: {names}.",
        "Éi anna fil er endra, utan at det endrar noko råd: {names}.",
    ),
    Text(
        "{n} andre filer er endret, uten at det endrer noe råd: {names}.",
        "{n} andre filer er endra, utan at det endrar noko råd: {names}.",
    ),
)

FUNDING = {
    Funding.OPEN: Text("«{name}» er åpen for søknader", "«{name}» er open for søknader"),
    Funding.USED_UP: Text("«{name}»: pengene er brukt opp", "«{name}»: pengane er brukte opp"),
    Funding.UNCERTAIN: Text(
        "«{name}»: det er ikke avklart om det finnes penger",
        "«{name}»: det er ikkje avklart om det finst pengar",
    ),
    Funding.CLOSED: Text("«{name}» er lukket", "«{name}» er lukka"),
}
PARTS = {
    Part.SEVERE: Text("når det er stort", "når det er stort"),
    Part.SOME: Text("når det er der", "når det er der"),
    Part.RELEVANT: Text("når den er aktuell", "når ho er aktuell"),
    Part.IN_PLACE: Text("når den er på plass", "når ho er på plass"),
    Part.REQUIREMENT: Text("krav", "krav"),
    Part.TERM: Text("vilkår", "vilkår"),
    Part.COVERS: Text("behov", "behov"),
    Part.WHEN_UNKNOWN: Text(
        "en annen regel når svaret er ukjent", "ein annan regel når svaret er ukjent"
    ),
    Part.CONTACT: Text("en annen å kontakte", "ein annan å kontakte"),
    Part.ASKED: Text("et annet spørsmål eller andre svar", "eit anna spørsmål eller andre svar"),
    Part.CALCULATED: Text("regnes ut på en annen måte", "blir rekna ut på ein annan måte"),
    Part.VALUE: Text("leses fra en annen kolonne", "blir lesen frå ein annan kolonne"),
    Part.DEADLINES: Text("andre frister", "andre fristar"),
    Part.STEPS: Text("andre steg", "andre steg"),
    Part.APPLICANTS: Text("andre kan søke", "andre kan søkje"),
    Part.COMPANY: Text("skal brukes sammen med andre", "skal brukast saman med andre"),
    Part.CHOICE: Text(
        "en annen plass blant ordningene (arbeid, rekkefølge eller alternativer)",
        "ein annan plass blant ordningane (arbeid, rekkjefølgje eller alternativ)",
    ),
}
MAIN = {True: Text("hoved", "hovud"), False: Text("støtte", "støtte")}

USED = Text("Brukes i: {where}.", "Blir brukt i: {where}.")
NOT_USED = Text("Brukes ikke andre steder.", "Blir ikkje brukt andre stader.")
SCHEMES = Counted(
    Text("ordningen {names}", "ordninga {names}"),
    Text("ordningene {names}", "ordningane {names}"),
)
NEEDS = Counted(
    Text("behovet {names}", "behovet {names}"),
    Text("behovene {names}", "behova {names}"),
)
FACTS = Counted(
    Text("opplysningen {names}", "opplysninga {names}"),
    Text("opplysningene {names}", "opplysningane {names}"),
)
JOURNEYS = Counted(
    Text("situasjonen {names}", "situasjonen {names}"),
    Text("situasjonene {names}", "situasjonane {names}"),
)
TEXTS = Counted(Text("én tekst", "éin tekst"), Text("{n} tekster", "{n} tekstar"))
MORE = Text("{names} og {n} til", "{names} og {n} til")
MORE_KOMMUNER = Counted(
    Text("{names} og én kommune til", "{names} og éin kommune til"),
    Text("{names} og {n} kommuner til", "{names} og {n} kommunar til"),
)
ALL_KOMMUNER = Text(
    "Alle kommunene står i «wizard rules impact» med «--csv» eller «--json».",
    "Alle kommunane står i «wizard rules impact» med «--csv» eller «--json».",
)

PAST = Text("Dette endrer også fortiden.", "Dette endrar også fortida.")
PAST_EDIT = Text("Endring {n} gjelder {period}.", "Endring {n} gjeld {period}.")
PAST_CASES = Counted(
    Text(
        "Én situasjon får et annet råd på sin egen dag: {names}.",
        "Éin situasjon får eit anna råd på sin eigen dag: {names}.",
    ),
    Text(
        "{n} situasjoner får et annet råd på sin egen dag: {names}.",
        "{n} situasjonar får eit anna råd på sin eigen dag: {names}.",
    ),
)
PAST_NOBODY = Text(
    "Ingen av situasjonene får et annet råd på sin egen dag.",
    "Ingen av situasjonane får eit anna råd på sin eigen dag.",
)
ON_DAY = Text("{name} {day}", "{name} {day}")
INSTEAD_RATE = Text(
    "La den gamle linjen stå, og skriv en ny linje i «verdier» med dagen den gjelder fra.",
    "Lat den gamle linja stå, og skriv ei ny linje i «verdier» med dagen ho gjeld frå.",
)
INSTEAD_EDITION = Text(
    "Skriv endringen i en ny utgave under «utgaver», med dagen den gjelder fra.",
    "Skriv endringa i ei ny utgåve under «utgaver», med dagen ho gjeld frå.",
)
INSTEAD_NEW = Text(
    "Gi det nye en utgave med «fra», så gjelder det ikke før den dagen.",
    "Gi det nye ei utgåve med «fra», så gjeld det ikkje før den dagen.",
)
INSTEAD_NONE = Text(
    "Denne delen har ingen dato i reglene. Si fra når du sender endringen, at den gjelder eldre "
    "saker også.",
    "Denne delen har ingen dato i reglane. Sei frå når du sender endringa, at ho gjeld eldre saker "
    "òg.",
)

DAY = Text(
    "{day}: {changed} av {looked} par får et annet råd, i {kommuner} av {all} kommuner.",
    "{day}: {changed} av {looked} par får eit anna råd, i {kommuner} av {all} kommunar.",
)
ZERO = Text(
    "{day}: Ingen av {looked} par får et annet råd. Endringen kom i bruk i {touched} av dem.",
    "{day}: Ingen av {looked} par får eit anna råd. Endringa kom i bruk i {touched} av dei.",
)
UNTOUCHED = Text(
    "{day}: Ingen av {looked} par får et annet råd. Ingen av dem berøres av endringen.",
    "{day}: Ingen av {looked} par får eit anna råd. Ingen av dei blir råka av endringa.",
)
NOT_THAT_DAY = Text(
    "{day}: Ingen av {looked} par får et annet råd. Endringen gjelder ikke den dagen.",
    "{day}: Ingen av {looked} par får eit anna råd. Endringa gjeld ikkje den dagen.",
)
GAINED = Text("får", "får")
LOST = Text("mister", "mistar")
OTHER = Text("får en annen vurdering av", "får ei anna vurdering av")
MOVE = Text(
    "{verb} «{name}» ({moves}): {pairs} par i {kommuner}{because}. {where}",
    "{verb} «{name}» ({moves}): {pairs} par i {kommuner}{because}. {where}",
)
NEED_MOVE = Text(
    "behovet «{name}» ({moves}): {pairs} par i {kommuner}{because}. {where}",
    "behovet «{name}» ({moves}): {pairs} par i {kommuner}{because}. {where}",
)
FROM_TO = Text("{old} → {new}", "{old} → {new}")
SO_MANY = Text("{move}: {n} par", "{move}: {n} par")
MONEY_MOVE = Text(
    "andre penger fra «{name}»: {pairs} par i {kommuner}{because}. {where}",
    "andre pengar frå «{name}»: {pairs} par i {kommuner}{because}. {where}",
)
RESERVED = Text(
    "andre forbehold om «{name}»: {pairs} par i {kommuner}{because}. {where}",
    "andre atterhald om «{name}»: {pairs} par i {kommuner}{because}. {where}",
)
ENTERS = Text(
    "«{name}» kommer inn i planen for året: {pairs} par i {kommuner}{because}. {where}",
    "«{name}» kjem inn i planen for året: {pairs} par i {kommuner}{because}. {where}",
)
LEAVES = Text(
    "«{name}» går ut av planen for året: {pairs} par i {kommuner}{because}. {where}",
    "«{name}» går ut av planen for året: {pairs} par i {kommuner}{because}. {where}",
)
BECAUSE = Text(", på grunn av endring {numbers}", ", på grunn av endring {numbers}")
BECAUSE_OF_ALL = Text(", på grunn av endringene samlet", ", på grunn av endringane samla")
KOMMUNER = Counted(Text("én kommune", "éin kommune"), Text("{n} kommuner", "{n} kommunar"))
NO_SCHEME = Text("finnes ikke", "finst ikkje")
REST = Counted(
    Text(
        "Én linje til står i «wizard rules impact» med «--csv» eller «--json».",
        "Éi linje til står i «wizard rules impact» med «--csv» eller «--json».",
    ),
    Text(
        "{n} linjer til står i «wizard rules impact» med «--csv» eller «--json».",
        "{n} linjer til står i «wizard rules impact» med «--csv» eller «--json».",
    ),
)
HOW = Counted(
    Text(
        "Et par er en kommune med ett sett svar: ingen svar, eller svarene i situasjonen. Alle "
        "{kommuner} kommuner er sett på med begge, før og etter endringen. "
        "Svarene er de som ble gitt etter reglene før.",
        "Eit par er ein kommune med eitt sett svar: ingen svar, eller svara i situasjonen. Alle "
        "{kommuner} kommunar er sett på med begge, før og etter endringa. "
        "Svara er dei som vart gitte etter reglane før.",
    ),
    Text(
        "Et par er en kommune med ett sett svar: ingen svar, eller svarene i én av {n} "
        "situasjoner. Alle {kommuner} kommuner er sett på med alle svarene, før og etter "
        "endringen. Svarene er de som ble gitt etter reglene før.",
        "Eit par er ein kommune med eitt sett svar: ingen svar, eller svara i éin av {n} "
        "situasjonar. Alle {kommuner} kommunar er sett på med alle svara, før og etter endringa. "
        "Svara er dei som vart gitte etter reglane før.",
    ),
)
STORED = Text(
    "Av {looked} lagrede saker får {changed} et annet råd i dag.{where}",
    "Av {looked} lagra saker får {changed} eit anna råd i dag.{where}",
)
STORED_WHERE = Text(
    " Kommuner med minst fem saker: {names}.", " Kommunar med minst fem saker: {names}."
)
NOTICE = Text(
    "{changed} av {looked} par får et annet råd", "{changed} av {looked} par får eit anna råd"
)
