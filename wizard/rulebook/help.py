"""What each key of a rule file means, in one sentence, for editors to show beside it.

By the record's name in a sentence, then by key. Keys that mean the same wherever they stand are
under the empty name. A test holds this table to the declarations: every key has its help, and no
help is left over.
"""

# ruff: noqa: E501 - one help text is one row

from collections.abc import Mapping

ANYWHERE = ""

HELP: Mapping[str, Mapping[str, str]] = {
    ANYWHERE: {
        "id": "Kort navn med små bokstaver og bindestrek. Andre filer viser hit, så endre den aldri.",
        "navn": "Det folk ser, på bokmål og nynorsk.",
        "nb": "Teksten på bokmål.",
        "nn": "Teksten på nynorsk.",
        "kort": "Én eller to setninger om hva dette er.",
        "tekst": "Det folk leser. {sats:…} setter inn en sats, {tall:…} et tall fra saken.",
        "hjemmel": "Hvor det står: kilde, sted og nivå.",
        "basis": "Skriv «vurdering» når grensen er vår egen og ikke har noen hjemmel.",
        "begrunnelse": "Hvorfor vi har valgt dette. Vises sammen med «vår vurdering».",
        "sikkerhet": "A: en gjeldende offisiell tekst sier det. B: offisiell, men gammel, udatert eller tolket av oss. C: annen kilde.",
        "kilde": "Id-en til en kilde i kilder.yaml.",
        "hvis": "Betingelsen, bygd av alle, minst_en og ikke over opplysninger. Behov hører hjemme i «aktuelt».",
        "eksempler": "Små situasjoner med svaret de skal gi. De prøves av «wizard rules test».",
        "dato": 'Dagen det gjelder, år-måned-dag, for eksempel "2026-11-22".',
        "opplysninger": "Det som er kjent. Det som ikke står her, er ukjent.",
        "avgjores_av": "Opplysningene som må til for å få et sikkert svar. Kan utelates.",
        "enhet": "Hva tallet måles i.",
        "type": "Hva slags verdi dette er.",
        "merknad": "Tekst som vises som den er.",
        "fra": "Første dag eller laveste verdi, som også er med.",
        "til": "Siste dag eller høyeste verdi, som også er med.",
        "behov": "Id-en til et behov.",
        "kommunetall": "Id-en til et tall i kommunetall.yaml. Det vises ferdig utfylt, og kommunen kan rette det.",
        "hvor_finner_jeg": "Hvem i kommunen som vet det, eller hvor det står.",
        "hvem_vet": "Hvem i kommunen som kan svare.",
        "grenser": "Laveste og høyeste tall som er til å tro. Et årstall (type: ar) kan aldri være senere enn i år.",
        "valg": "Svaralternativene. «Vet ikke» kommer av seg selv.",
        "krav": "Det opplysninger om kommunen avgjør. Et krav kan endre vurderingen.",
        "vilkar": "Det som må være oppfylt i prosjektet, husstanden eller avtalen. Endrer aldri vurderingen.",
        "frister": "Når kommunen må søke.",
        "finansiering": "Om det er penger: «apen», «brukt_opp», «uavklart» eller «lukket».",
        "belop": "Hva ordningen gir eller koster.",
        "steg": "Det kommunen gjør, i rekkefølge.",
        "soker": "Hvem som kan søke.",
        "sokeord": "Det folk skriver når de leter uten å kjenne navnet, på bokmål og nynorsk om hverandre.",
        "gir": "Svaret reglene skal gi.",
        "pa_plass": "Når kommunen allerede har dette. Da blir det «Allerede på plass».",
        "utsagn": "Slik sier programmet tallet, eller et ja og et nei, i en setning. Utelates det, brukes navnet.",
        "fordi": "Kravene vurderingen bygger på. Kan utelates.",
        "forvalter": "Hvem som driver ordningen.",
        "kommunens_rolle": "Bestemmer verbet i overskriften: Søk om, Gjør kjent, Legg til rette for.",
        "handling": "Det kommunen gjør, i egne ord. Utelates det, lager programmet overskriften av rollen og navnet.",
        "dekker": "Behovene ordningen svarer på.",
        "innsats": "Hvor mye arbeid kommunen får det første året.",
        "virkning": "Hva kommunens del gjør: «handler», «forbereder» (kunnskap og hjelp) eller «informerer» (andre søker). Utelates den, følger den av slag og rolle.",
        "forst": "Noe som må være på plass eller med i pakken først.",
        "bare_sammen_med": "Ordningen virker bare sammen med minst én av disse.",
        "alternativ_til": "Ordninger som gjør samme nytten. Høyst én av dem blir med.",
        "ikke_for_samme_kostnad": "Ordninger som ikke kan betale for det samme.",
        "styrker": "Ordninger som virker bedre sammen med denne.",
        "ved_ukjent": "«avklar»: vent til noen har svart. «anbefal»: anbefales nettopp fordi kommunen ikke vet.",
        "aktuelt": "Når situasjonen kaller på ordningen. Utelates den, gjelder den alltid.",
        "erfaringer": "Dokumenterte erfaringer fra andre, med kilde.",
        "fallgruver": "Det som ofte går galt.",
    },
    "den utgåtte ordningen": {
        "navn": "Alle navn folk bruker på den.",
        "start": "Den første dagen den gjaldt, hvis noen har sagt det.",
        "slutt": "Den siste dagen den gjaldt, eller «ukjent».",
        "fantes": "Skriv «nei» når navnet aldri har vært en ordning.",
        "hva_skjedde": "Hva som skjedde, og hva som gjelder nå.",
        "bruk_i_stedet": "Ordningene som kan brukes i stedet.",
    },
    "den tidligere id-en": {
        "ordning": "Id-en ordningen har nå.",
        "opplysning": "Id-en spørsmålet eller tallet har nå.",
        "behov": "Id-en behovet har nå.",
        "sats": "Id-en satsen har nå.",
        "kilde": "Id-en kilden har nå.",
        "var": "Id-en den hadde før. Gamle saker og lenker finner fram med den.",
    },
    "utsagnet": {
        "ellers": "Setningen om tallet, uten punktum. {verdi} er tallet med enhet.",
        "en": "Setningen når tallet er 1, hvis den blir annerledes.",
        "ingen": "Setningen når tallet er 0, hvis den blir annerledes.",
        "ja": "Setningen når svaret er ja, uten punktum.",
        "nei": "Setningen når svaret er nei, uten punktum.",
    },
    "setningen": {
        "oppfylt": "Setningen som vises når betingelsen er oppfylt, uten punktum.",
        "ikke_oppfylt": "Setningen som vises når betingelsen ikke er oppfylt, uten punktum.",
    },
    "nøkkeltallet": {"beregning": "Regneoperasjonen og opplysningene den bruker."},
    "beregningen": {
        "sum": "Legger sammen.",
        "differanse": "Det første minus det andre.",
        "produkt": "Ganger sammen to.",
        "forhold": "Det første delt på det andre.",
        "prosent_av": "Det første som prosent av det andre.",
        "minste": "Det minste av dem.",
        "storste": "Det største av dem.",
    },
    "kravet": {
        "nar_oppfylt": "Setningen som vises når kravet er oppfylt. Ellers lager programmet en.",
        "nar_ikke": "Setningen som vises når kravet ikke er oppfylt. Ellers lager programmet en.",
    },
    "beløpet": {
        "andel": "Satsen for hvor stor del som dekkes.",
        "tak": "Satsen for det meste det kan bli.",
        "gulv": "Satsen for det minste det kan bli.",
        "av": "Hva andelen regnes av, i ord.",
        "grunnlag": "Hva andelen regnes av i regneeksempelet: kostnad, verdi eller laveste (den laveste av de to).",
        "minste_kostnad": "Satsen for den laveste kostnaden som gir penger.",
        "gjelder": "Søkeren andelen gjelder. Utelates den, gjelder den alle som kan søke.",
        "band": "Kommunens egen kostnad: 0 bare arbeidstid, 1 under 200 000, 2 under 1 million, 3 under 5 millioner, 4 mer.",
    },
    "fristen": {
        "arlig": 'Måned og dag hvert år, for eksempel "05-15".',
        "lopende": "Skriv «ja» når kommunen kan søke hele året.",
        "ukjent": "Skriv «ja» når vi ikke vet fristen.",
        "forberedelse_uker": "Hvor mange uker før fristen arbeidet må begynne.",
        "margin_dager": "Hvor mange dager før fristen søknaden skal være ferdig. Utelates den, er det sju.",
        "kontroller": "Skriv «ja» når leseren må kontrollere fristen selv.",
        "dager": "Hvor mange dager etter vedtaket.",
    },
    "steget": {
        "ansvar": "Hvem som gjør det.",
        "innen": "Hvor lang tid det kan ta.",
        "etter": "Stegene som må være ferdige først.",
        "oppfyller": "Kravet som er oppfylt når steget er gjort.",
        "kommuner": "Numrene til kommunene som er nevnt i teksten.",
        "egen": "Teksten når saken gjelder en av disse kommunene selv.",
    },
    "utgaven": {
        "opphold": "Hvorfor ingenting gjaldt mellom denne utgaven og den før.",
        "avsluttet_krav": "Kravene som utgaven før hadde, og som det er slutt på.",
        "avsluttet_vilkar": "Vilkårene som utgaven før hadde, og som det er slutt på.",
    },
    "eksempelet": {
        "navn": "Én linje om det spesielle i eksempelet.",
        "behov": "Behovene og hvor store de er.",
    },
    "forklaringen": {
        "hva": "Delen som aldri avgjør noe: «aktuelt», «pa_plass», et krav eller «ordningen».",
        "begrunnelse": "Hvorfor den likevel står der.",
    },
    "vurderingen": {
        "ordning": "Id-en til ordningen.",
        "begrunnelse": "Hvorfor et menneske mener at dette er riktig.",
    },
    "tvilen": {
        "kolonne": "Kolonnen i datafilen som viser tvilen.",
        "er": "Tvilen gjelder når cellen er nettopp dette.",
        "under": "Tvilen gjelder når tallet i cellen er lavere enn dette.",
    },
    "kommunetallet": {
        "kolonne": "Kolonnen i datafilen.",
        "per": "Dagen eller året tallet gjelder.",
        "forbehold": "Vises alltid sammen med tallet.",
        "tvil": "Grunner til å tvile, som bare gjelder noen kommuner.",
    },
    "situasjonen": {
        "kommune": "Kommunenummeret, fire siffer i anførselstegn.",
        "maalform": "Språket i notatet: «nb» eller «nn».",
        "svar": "Kommunens svar. Skriv «vet_ikke» der den ikke vet.",
        "vurderinger": "Det vi mener reglene skal si om ordningene, og hvorfor.",
        "i_ar": "Nøyaktig disse grepene det første året, i denne rekkefølgen.",
        "neste": "Nøyaktig disse grepene etter det, i denne rekkefølgen.",
        "ikke_plass": "Det planen ikke har plass til. Utelates den, skal alt få plass.",
        "gjor_kjent": "Ordningene andre søker om, og kommunen forteller om.",
        "ikke_spurt": "Spørsmålene som ikke gjelder kommunen, ut fra de andre svarene.",
        "hoved": "Hvilke ordninger i pakken som bærer hvert behov.",
        "prioritering": "Behovene kommunen selv setter først, høyst tre.",
    },
    "kapasiteten": {
        "uker": "Spørsmålet om arbeidsuker det neste året.",
        "arsverk": "Spørsmålet som brukes når ukene er ukjent.",
        "andel": "Satsen for hvor stor del av årsverket som kan gå til boligarbeid.",
        "lav": "Satsen for lav kapasitet, i uker.",
        "behov": "Behovet som hjelper på kapasiteten.",
    },
    "eksempelboligen": {
        "areal": "Satsen for størrelsen, i m2.",
        "byggekostnad": "Opplysningen om hva det koster å bygge, per m2.",
        "pris": "Opplysningen om hva boliger selges for, per m2.",
        "merknad": "Det leseren bør vite om verdien vi regner ut.",
    },
    "kommunestyret": {
        "neste_mote": "Spørsmålet om når kommunestyret møtes neste gang.",
        "saksfrist": "Satsen for hvor mange uker før møtet en sak må være klar.",
    },
    "handlingsplanen": {
        "mest_i_aret": "Hvor mange grep det høyst blir plass til det første året.",
        "slingring_prosent": "Hvor mye summen av anslåtte uker kan gå over ukene kommunen har oppgitt. Notatet sier fra når det skjer.",
        "ar": "Hvor mange år planen varer.",
        "minst_besvart_prosent": "Hvor stor del av spørsmålene som må ha et svar før kommunen får et forslag.",
        "rekkefolge": "Hva året blir valgt etter, det viktigste først: plikt, behov, frist, kapasitet og poeng.",
        "egne_penger": "Hva svaret om egne penger betyr i kroner.",
        "gjor_kjent": "Tiltaket som samler alle ordningene andre søker om.",
        "behov": "Vår rekkefølge mellom behov som er like store.",
    },
    "pengene": {
        "sporsmal": "Spørsmålet om egne penger.",
        "har": "Det meste hvert svar kan bety, i kroner. Et svar uten øvre grense utelates.",
        "ukjent": "Det vi regner med når ingen har svart, i kroner.",
    },
    "plassen": {"begrunnelse": "Hvorfor behovet står nettopp her."},
    "regelverket": {
        "eier": "Hvem som har ansvaret for reglene.",
        "kontakt": "Nettadresse eller e-post.",
        "versjon": 'Versjonen folk snakker om, for eksempel "2026.11".',
        "gjelder_fra": "Første dag det finnes regler for. Saker fra før den dagen blir avvist.",
        "kapasitet": "Hva programmet bruker når det fordeler arbeidet over tid.",
        "eksempelbolig": "Boligen programmet regner ut lån og tilskudd for.",
        "kommunestyret": "Hva programmet bruker når det legger saker til et møte.",
        "handlingsplan": "Grensene og rekkefølgen handlingsplanen blir laget etter.",
        "satser": "Hva vi krever av satsene.",
        "bare_i_figurer": "Kilder til tall som notatet bare tegner, og som ingen regel bygger på.",
        "sporreskjema": "Hvor lang tid spørsmålene tar. Kommunen får se minuttene.",
        "vis_frem": "Situasjonene som nye brukere kan prøve fra forsiden.",
    },
    "behovet": {
        "stor": "Når behovet er stort.",
        "noe": "Når det er et behov, men ikke stort.",
        "kontakt": "Rådgivningen kommunen kan ringe når ingenting passer.",
    },
    "spørsmålet": {
        "navn": "Kort navn til tabeller.",
        "tekst": "Selve spørsmålet.",
        "hvorfor": "Hvorfor vi spør.",
        "kan_endres": "Hvem som kan endre dette: «aldri», «andre», «over_tid» eller «kommunen».",
        "hvis": "Spørsmålet stilles bare når dette er oppfylt.",
        "ellers": "Verdien når spørsmålet ikke stilles.",
    },
    "temaet": {
        "tema": "Overskriften på temaet.",
        "ingress": "Én eller to setninger øverst i temaet.",
        "sporsmal": "Spørsmålene i temaet, i rekkefølge.",
        "sider": "Sidene i temaet, i samme rekkefølge som spørsmålene. Utelates det, blir det fem spørsmål på hver side.",
    },
    "svaret å velge": {
        "om": "Én linje, høyst 110 tegn, om hva dette er. For den som aldri har hørt navnet.",
        "gruppe": "Overskriften over dette svaret og dem under, til neste «gruppe».",
        "hvis": "Svaret vises bare når dette er oppfylt eller ukjent. Bare for det en kommune umulig kan ha.",
    },
    "rimeligheten": {
        "avvik_fra_tall": "Når et svar er langt fra tallet vi har fra før.",
        "nokkeltall": "Tall som bare trengs i betingelsene her. De vises aldri.",
        "regler": "Når to svar ikke passer sammen, eller et svar er til å tvile på.",
    },
    "avviket fra tall": {
        "melding": "Det kommunen leser. {svar} er det den skrev, {tall} det vi har, {kilde} utgiveren og {dato} dagen.",
        "tall": "Hvor langt fra hvert tall et svar kan være. Alle tall som er ferdig utfylt, må stå her.",
    },
    "avviket": {
        "ganger": "Vi spør når svaret er mer enn så mange ganger tallet, eller mindre enn en så stor del av det.",
        "forskjell": "Vi spør når svaret er mer enn så mye over eller under tallet. Måles i enheten til tallet.",
    },
    "tvilen om et svar": {
        "gjelder": "Spørsmålene meldingen står ved. Betingelsen må se på alle.",
        "hvis": "Betingelsen for å spørre igjen. Er den ukjent, spør vi ikke.",
        "melding": "Det kommunen leser. Begynn med «Stemmer dette?». Meldingen stopper ingenting.",
    },
    "spørreskjemaet": {
        "minutter_per_sporsmal": "Tiden det tar å lese og svare på ett spørsmål. Vår vurdering.",
        "minutter_a_sporre_noen": "Tiden det tar å spørre en kollega. Vår vurdering.",
    },
    "siden": {
        "id": "Kort navn med små bokstaver. Det står i adressen, så endre det aldri.",
        "navn": "Hva siden handler om. Det er overskriften på siden.",
        "sporsmal": "Høyst fem spørsmål fra denne filen. Kommunetall som er ferdig utfylt, teller ikke med.",
    },
    "henvisningen til en sats": {
        "sats": "Id-en til en sats. Verdien på datoen i saken blir brukt."
    },
    "verdien": {
        "er": "Verdien fra den dagen, eller «ukjent». En liste skrives i hakeparentes.",
        "hjemmel": "Bare når denne verdien kommer av noe annet enn satsens egen hjemmel.",
        "grenser": "Bare når denne verdien er utenfor satsens egne grenser, og det er riktig.",
        "sprang": "Hvorfor verdien er så langt fra den før. Bare for den som leser reglene.",
    },
    "satsen": {
        "verdier": "Verdiene, den eldste først.",
        "grenser": "Laveste og høyeste tall satsen kan ha. Så trangt at det halve og det dobbelte faller utenfor. Vår vurdering.",
    },
    "satsene": {
        "storste_sprang_prosent": "Endrer en sats seg mer enn dette fra én verdi til den neste, må verdien ha «sprang»."
    },
    "listen over ordninger": {"minst_en": "Minst én av disse ordningene."},
    "dekningen": {
        "rolle": "«hoved» kan bære behovet, «stotte» hjelper.",
        "begrunnelse": "Hvorfor rollen er slik, når det ikke er opplagt.",
    },
    "plikten": {"fra": "Dagen plikten gjelder fra."},
    "handlingen": {
        "overskrift": "Overskriften, som begynner med verbet: «Lag en boligpolitisk plan».",
        "oppdrag": "Det samme som et oppdrag til noen: «lage en boligpolitisk plan».",
    },
    "innsatsen": {"uker": "Kommunens arbeidsuker det første året."},
    "erfaringen": {
        "tekst": "Det som er dokumentert fra en annen kommune.",
        "kommuner": "Numrene til kommunene som er nevnt i teksten.",
    },
    "ordningen": {
        "slag": "Én av «lan», «tilskudd», «stonad», «radgivning» og «tiltak».",
        "plikt": "Når loven pålegger alle kommuner dette.",
        "utgaver": "Hva som gjaldt når. Et felt i en utgave gjelder foran det samme feltet i ordningen.",
        "med_vilje": "Deler av reglene som aldri avgjør noe, og hvorfor de står der likevel.",
        "avsluttet": "Hva som kan brukes i stedet når siste utgave har tatt slutt.",
        "kontrollert": "Dagen reglene ble lest.",
        "kontroller_innen": "Senest da må noen lese dem på nytt.",
    },
    "kilden": {
        "tittel": "Hva kilden heter.",
        "utgiver": "Hvem som har gitt den ut.",
        "lenke": "Adressen til siden. Den begynner med https.",
        "siden_ukjent": "ja, når vi bare kjenner nettstedet. Da kan bare en erfaring vise til kilden.",
        "lest": "Dagen teksten ble lest.",
        "les_igjen": "Senest da må den leses på nytt.",
    },
    "hjemmelen": {
        "sted": "Paragraf eller kapittel.",
        "niva": "forskrift (også når nøkkelen mangler), lov, retningslinje, utlysning eller praksis.",
    },
}


def help_for(what: str, key: str) -> str:
    """Return the help for a key of a record.

    Raises:
        KeyError: nobody has written it.

    """
    own = HELP.get(what, {})
    return own[key] if key in own else HELP[ANYWHERE][key]
