"""What can be wrong with conditions, facts and schemes, and with the book as a whole."""

from wizard.domain.text import Text

# --- municipalities that a text names

NAMES_WITHOUT_OWN_TEXT = Text(
    "«kommuner» og «egen» hører sammen: numrene til kommunene som er nevnt i steget, og teksten "
    "når saken gjelder en av dem selv.",
    "«kommuner» og «egen» høyrer saman: numra til kommunane som er nemnde i steget, og teksten "
    "når saka gjeld ein av dei sjølv.",
)
# --- conditions

CONDITION_WANTED = Text(
    "Her skal det stå en betingelse i krøllparenteser, slik som {{opplysning: …, er: …}}. "
    "Bruk {heads}.",
    "Her skal det stå ein føresetnad i krøllparentesar, slik som {{opplysning: …, er: …}}. "
    "Bruk {heads}.",
)
NO_HEAD = Text(
    "En betingelse må ha ett av disse feltene: {heads}.",
    "Ein føresetnad må ha eitt av desse felta: {heads}.",
)
TWO_HEADS = Text(
    "Sett «{first}» og «{second}» under «alle» eller «minst_en».",
    "Set «{first}» og «{second}» under «alle» eller «minst_en».",
)
EXTRA_IN_CONDITION = Text(
    "«{key}» passer ikke i denne betingelsen.", "«{key}» passar ikkje i denne føresetnaden."
)
NO_NEEDS_HERE = Text(
    "Et behov kan ikke brukes her, bare opplysninger.",
    "Eit behov kan ikkje brukast her, berre opplysningar.",
)
NO_NEEDS_IN_REQUIREMENT = Text(
    "Et krav kan ikke spørre om et behov, bare om opplysninger. Flytt behovet til «aktuelt».",
    "Eit krav kan ikkje spørje om eit behov, berre om opplysningar. Flytt behovet til «aktuelt».",
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
    "«{first}» og «{second}» kan ikkje stå saman. Lag to føresetnader under «alle».",
)
OPERATOR_DOES_NOT_FIT = Text(
    "«{operator}» passer ikke til «{fact}», som er av typen {type}. Bruk {allowed}.",
    "«{operator}» passar ikkje til «{fact}», som er av typen {type}. Bruk {allowed}.",
)
SAME_PART = Text("Dette står allerede lenger opp.", "Dette står alt lenger opp.")
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

# --- facts

UNIT_MISSING = Text("Typen {type} må ha «enhet».", "Typen {type} må ha «enhet».")
UNIT_DOES_NOT_FIT = Text(
    "Enheten «{unit}» passer ikke til typen {type}.",
    "Eininga «{unit}» passar ikkje til typen {type}.",
)
NUMBER_NOT_SHOWN = Text(
    "Setningen må vise tallet. Skriv {{verdi}} der det skal stå.",
    "Setninga må vise talet. Skriv {{verdi}} der det skal stå.",
)
STATEMENT_DOES_NOT_FIT = Text(
    "Et tall har «utsagn» med «ellers», og typen ja_nei med «ja» og «nei». Dette er typen {type}.",
    "Eit tal har «utsagn» med «ellers», og typen ja_nei med «ja» og «nei». Dette er typen {type}.",
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
SEARCH_WORD_IS_NAME = Text(
    "«{word}» er navnet selv, og det kjenner søket. Ta det bort fra «sokeord».",
    "«{word}» er namnet sjølv, og det kjenner søket. Ta det bort frå «sokeord».",
)
SAME_OPTION = Text(
    "«{id}» har samme «{key}» som «{other}». Skriv hva som skiller dem.",
    "«{id}» har same «{key}» som «{other}». Skriv kva som skil dei.",
)
LINE_SAYS_NOTHING = Text(
    "Linjen sier det samme som «tekst». Skriv hva det er, eller ta bort «om».",
    "Linja seier det same som «tekst». Skriv kva det er, eller ta bort «om».",
)
SAME_DOUBT = Text(
    "«{id}» har samme «{key}» som «{other}». Ta bort den ene, eller skriv hva som skiller dem.",
    "«{id}» har same «{key}» som «{other}». Ta bort den eine, eller skriv kva som skil dei.",
)
LINE_TOO_LONG = Text(
    "Linjen har {n} tegn, og grensen er {most}. Skriv den kortere.",
    "Linja har {n} teikn, og grensa er {most}. Skriv ho kortare.",
)
FIRST_WITHOUT_GROUP = Text(
    "Det første svaret, «{id}», mangler «gruppe». Enten har alle svar en gruppe, eller ingen.",
    "Det første svaret, «{id}», manglar «gruppe». Anten har alle svar ei gruppe, eller ingen.",
)
NOT_IN_THIS_FILE = Text(
    "Spørsmålet «{id}» står ikke i denne filen.", "Spørsmålet «{id}» står ikkje i denne fila."
)
ON_TWO_PAGES = Text(
    "«{id}» står allerede på siden «{page}». Et spørsmål kan bare stå på én side.",
    "«{id}» står alt på sida «{page}». Eit spørsmål kan berre stå på éi side.",
)
ON_NO_PAGE = Text(
    "«{id}» står ikke på noen av sidene. Skriv det under «sider».",
    "«{id}» står ikkje på nokon av sidene. Skriv det under «sider».",
)
TOO_MANY_ON_PAGE = Text(
    "Siden har {n} spørsmål, og grensen er {most}. La dette begynne en ny side.",
    "Sida har {n} spørsmål, og grensa er {most}. Lat dette starte ei ny side.",
)
PAGES_OUT_OF_ORDER = Text(
    "«{id}» står før «{before}» i filen. La sidene ha samme rekkefølge som spørsmålene.",
    "«{id}» står før «{before}» i fila. Lat sidene ha same rekkjefølgje som spørsmåla.",
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

# --- plausibility

DOUBT_OF_SOMETHING_ELSE = Text(
    "Betingelsen ser ikke på «{id}». Da kan den ikke si om svaret er rimelig.",
    "Føresetnaden ser ikkje på «{id}». Då kan han ikkje seie om svaret er rimeleg.",
)
NOT_ANSWERED = Text(
    "«{id}» er ikke noe kommunen svarer på. Bruk et spørsmål eller et tall i spørreskjemaet.",
    "«{id}» er ikkje noko kommunen svarer på. Bruk eit spørsmål eller eit tal i spørjeskjemaet.",
)
SHOWN_UNSEEN = Text(
    "Teksten viser «{id}», men betingelsen ser ikke på det. Da kan det være ukjent.",
    "Teksten viser «{id}», men føresetnaden ser ikkje på det. Då kan det vere ukjent.",
)
HELPER_ELSEWHERE = Text(
    "«{id}» er bare til å regne med i rimelighet.yaml. Flytt det til nokkeltall.yaml.",
    "«{id}» er berre til å rekne med i rimelighet.yaml. Flytt det til nokkeltall.yaml.",
)
NOT_A_PREFILLED_NUMBER = Text(
    "«{id}» er ikke et tall som er ferdig utfylt i spørreskjemaet.",
    "«{id}» er ikkje eit tal som er ferdig utfylt i spørjeskjemaet.",
)
NO_DEVIATION = Text(
    "«{id}» mangler her. Si hvor langt et svar kan være fra tallet før vi spør igjen.",
    "«{id}» manglar her. Sei kor langt eit svar kan vere frå talet før vi spør igjen.",
)

# --- action plans

NOT_A_CHOICE_FACT = Text(
    "«{id}» er ikke et spørsmål med valg.", "«{id}» er ikkje eit spørsmål med val."
)
NOT_AN_ANSWER = Text(
    "«{id}» er ikke et av svarene på «{fact}»: {options}.",
    "«{id}» er ikkje eit av svara på «{fact}»: {options}.",
)
TIERS_LACKING = Text(
    "Disse mangler i rekkefølgen: {lacking}. Alle må ha en plass.",
    "Desse manglar i rekkjefølgja: {lacking}. Alle må ha ein plass.",
)

MEETS_NOTHING = Text(
    "Et steg sier at det oppfyller «{id}», men ordningen har ikke noe slikt krav.",
    "Eit steg seier at det oppfyller «{id}», men ordninga har ikkje noko slikt krav.",
)

# --- dates and sources

DATES_SWAPPED = Text(
    "«{later}» er {last}, men det er før «{earlier}», som er {first}. Rett den ene.",
    "«{later}» er {last}, men det er før «{earlier}», som er {first}. Rett den eine.",
)
DATES_FAR_APART = Text(
    "«{later}» er {last}, mer enn {years} år etter «{earlier}», som er {first}.",
    "«{later}» er {last}, meir enn {years} år etter «{earlier}», som er {first}.",
)
SAME_DAY = Text(
    "To verdier begynner {day}. Den nye må ha sin egen dato.",
    "To verdiar startar {day}. Den nye må ha sin eigen dato.",
)
DATES_NOT_RISING = Text(
    "Verdiene må stå i rekkefølge etter «{key}», den eldste først.",
    "Verdiane må stå i rekkjefølgje etter «{key}», den eldste først.",
)
JUDGED_WITHOUT_REASON = Text(
    "En egen vurdering må ha en «begrunnelse».", "Ei eiga vurdering må ha ei «begrunnelse»."
)
CONFIDENCE_MISSING = Text(
    "Det som bygger på en hjemmel, må ha en «sikkerhet»: A, B eller C.",
    "Det som byggjer på ein heimel, må ha ei «sikkerhet»: A, B eller C.",
)
CONFIDENCE_IN_OURSELVES = Text(
    "Vår egen vurdering har ingen «sikkerhet». Ta bort linjen.",
    "Vår eiga vurdering har inga «sikkerhet». Ta bort linja.",
)
REASON_WITHOUT_JUDGEMENT = Text(
    "«begrunnelse» hører bare til «basis: vurdering», ikke til en hjemmel.",
    "«begrunnelse» høyrer berre til «basis: vurdering», ikkje til ein heimel.",
)
ONLY_A_SITE = Text(
    "Lenken går bare til et nettsted. Skriv adressen til selve siden. Er siden ikke til å finne, "
    "skriver du «siden_ukjent: ja».",
    "Lenkja går berre til ein nettstad. Skriv adressa til sjølve sida. Er sida ikkje til å finne, "
    "skriv du «siden_ukjent: ja».",
)
PAGE_IS_KNOWN = Text(
    "«siden_ukjent» hører bare til når lenken går til et nettsted. Fjern linjen.",
    "«siden_ukjent» høyrer berre til når lenkja går til ein nettstad. Fjern linja.",
)
RESTS_ON_A_SITE = Text(
    "Kilden «{id}» er bare et nettsted. Bare en erfaring kan vise dit. "
    "Bruk en kilde der siden er kjent.",
    "Kjelda «{id}» er berre ein nettstad. Berre ei erfaring kan vise dit. "
    "Bruk ei kjelde der sida er kjend.",
)
LIST_AND_SINGLE = Text(
    "En sats er enten en liste eller en enkelt verdi i alle perioder.",
    "Ein sats er anten ei liste eller ein enkelt verdi i alle periodar.",
)
NEGATIVE_RATE = Text(
    "En sats i {unit} kan ikke være negativ.", "Ein sats i {unit} kan ikkje vere negativ."
)
LIST_OF_NUMBERS = Text(
    "En sats i {unit} kan ikke være en liste.", "Ein sats i {unit} kan ikkje vere ei liste."
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
EARLIER_IS_OPEN = Text(
    "Utgaven før har ikke «til». Sett den til dagen før denne begynner.",
    "Utgåva før har ikkje «til». Set ho til dagen før denne startar.",
)
NO_BEGINNING = Text(
    "Utgaven må ha «fra», for det står en utgave før den.",
    "Utgåva må ha «fra», for det står ei utgåve føre denne.",
)
EDITIONS_NOT_RISING = Text(
    "Utgaven begynner {fra}, men den over begynner {before}. Den eldste skal stå først.",
    "Utgåva startar {fra}, men den over startar {before}. Den eldste skal stå først.",
)
OVERLAP = Text(
    "Utgaven begynner {fra}, men utgaven før varer til og med {til}.",
    "Utgåva startar {fra}, men utgåva før varer til og med {til}.",
)
GAP_WITHOUT_REASON = Text(
    "Ingen utgave gjelder fra {first} til {last}. Sett «fra» til {first}, eller skriv hvorfor i "
    "«opphold».",
    "Inga utgåve gjeld frå {first} til {last}. Set «fra» til {first}, eller skriv kvifor i "
    "«opphold».",
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
ONLY_FOR_A_SHARE = Text(
    "«{key}» hører bare til disse typene: {types}.",
    "«{key}» høyrer berre til desse typane: {types}.",
)
BASIS_MISSING = Text(
    "Feltet «grunnlag» mangler. Et unntak må si hva den vanlige grensen regnes av.",
    "Feltet «grunnlag» manglar. Eit unntak må seie kva den vanlege grensa blir rekna av.",
)
WRONG_AMOUNT_UNIT = Text(
    "Satsen «{id}» må være i {unit} for å stå i «{key}».",
    "Satsen «{id}» må vere i {unit} for å stå i «{key}».",
)
CANNOT_APPLY = Text(
    "«gjelder» er {applicant}, men {applicant} kan ikke søke. Se «soker».",
    "«gjelder» er {applicant}, men {applicant} kan ikkje søkje. Sjå «soker».",
)
OF_MISSING = Text(
    "Feltet «av» mangler. Det sier hva beløpet regnes av.",
    "Feltet «av» manglar. Det seier kva beløpet blir rekna av.",
)
NOT_AN_EARLIER_STEP = Text(
    "«{id}» er ikke et steg som står før dette.", "«{id}» er ikkje eit steg som står før dette."
)
RELATED_TO_ITSELF = Text(
    "Ordningen kan ikke nevne seg selv i «{key}».", "Ordninga kan ikkje nemne seg sjølv i «{key}»."
)
BOTH_WITH_AND_INSTEAD = Text(
    "«{id}» står både i «{key}» og i «alternativ_til», men et alternativ kommer i stedet for "
    "ordningen. Ta bort det ene.",
    "«{id}» står både i «{key}» og i «alternativ_til», men eit alternativ kjem i staden for "
    "ordninga. Ta bort det eine.",
)
EXPLAINS_NOTHING = Text(
    "«{part}» er ingen del av ordningen. Skriv «aktuelt», «pa_plass», «ordningen» eller et krav.",
    "«{part}» er ingen del av ordninga. Skriv «aktuelt», «pa_plass», «ordningen» eller eit krav.",
)
SAME_NAME = Text(
    "Navnet «{name}» er allerede brukt i {place}.", "Namnet «{name}» er alt brukt i {place}."
)
CIRCLE_OF_SCHEMES = Text(
    "«{key}» går i ring: {ids}. Ta bort «{id}» her, eller bryt ringen i en av de andre filene.",
    "«{key}» går i ring: {ids}. Ta bort «{id}» her, eller bryt ringen i ei av dei andre filene.",
)
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
NO_NEED_EXAMPLE = Text(
    "Det mangler et eksempel som gir «{gives}».", "Det manglar eit eksempel som gir «{gives}»."
)
TOO_MANY_PRIORITIES = Text(
    "Her står det {n} behov, og grensen er {most}. Behold de viktigste, for eksempel {kept}.",
    "Her står det {n} behov, og grensa er {most}. Behald dei viktigaste, til dømes {kept}.",
)
NOT_A_REQUIREMENT = Text(
    "«{id}» er ikke et krav i ordningen på denne datoen.",
    "«{id}» er ikkje eit krav i ordninga på denne datoen.",
)

# --- the whole book

WRONG_DWELLING_UNIT = Text(
    "«{id}» må være i {unit} for å beskrive eksempelboligen.",
    "«{id}» må vere i {unit} for å skildre eksempelbustaden.",
)
NO_DWELLING = Text(
    "«grunnlag» kan ikke regnes ut. Skriv «eksempelbolig» i regelverk.yaml først.",
    "«grunnlag» kan ikkje reknast ut. Skriv «eksempelbolig» i regelverk.yaml først.",
)
WRONG_CAPACITY_UNIT = Text(
    "«{id}» må være i {unit} for å si noe om kapasiteten.",
    "«{id}» må vere i {unit} for å seie noko om kapasiteten.",
)
NOT_A_DATE_FACT = Text(
    "«{id}» må være av typen dato for å si når kommunestyret møtes.",
    "«{id}» må vere av typen dato for å seie når kommunestyret møtest.",
)
WRONG_COUNCIL_UNIT = Text(
    "«{id}» må være i {unit} for å si når saker til kommunestyret må være klare.",
    "«{id}» må vere i {unit} for å seie når saker til kommunestyret må vere klare.",
)
UNUSED = Text(
    "{kind} «{id}» brukes ikke av noen regel. Bruk den, eller fjern den.",
    "{kind} «{id}» blir ikkje brukt av nokon regel. Bruk ho, eller fjern ho.",
)
