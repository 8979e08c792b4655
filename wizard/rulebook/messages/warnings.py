"""What somebody should look at in rules that can be used."""

from wizard.domain.text import Text

BOUNDS_TOO_WIDE = Text(
    "«grenser» går fra {low} til {high}. Da slipper {missed} gjennom, og det er halvparten eller "
    "det dobbelte av verdien. Sett dem trangere.",
    "«grenser» går frå {low} til {high}. Då slepp {missed} gjennom, og det er halvparten eller "
    "det doble av verdien. Set dei trongare.",
)
LIMITS_REVERSED = Text(
    "«stor» blir nådd ved {severe}, før «noe», som blir nådd ved {some}. "
    "Den strengeste av de to grensene hører til i «stor».",
    "«stor» blir nådd ved {severe}, før «noe», som blir nådd ved {some}. "
    "Den strengaste av dei to grensene høyrer til i «stor».",
)
OPTION_UNREAD = Text(
    "Ingen regel leser svaret «{id}» på «{fact}», og ingen eksempler prøver det. Skriv en regel, "
    "eller et eksempel som viser at det ikke betyr noe.",
    "Ingen regel les svaret «{id}» på «{fact}», og ingen døme prøver det. Skriv ein regel, eller "
    "eit døme som viser at det ikkje tyder noko.",
)
CARRIES_UNSEEN = Text(
    "«{id}» skal bære behovet «{need}», men «aktuelt» ser verken på behovet eller på det behovet "
    "bygger på. Skriv det i «aktuelt», eller en «begrunnelse».",
    "«{id}» skal bere behovet «{need}», men «aktuelt» ser verken på behovet eller på det behovet "
    "byggjer på. Skriv det i «aktuelt», eller ei «begrunnelse».",
)
LONG_SENTENCE = Text(
    "En setning har {words} ord. Del den, så blir den lettere å lese.",
    "Ei setning har {words} ord. Del setninga, så blir ho lettare å lese.",
)
HEAVY_WORD = Text(
    "«{word}» er tungt. Skriv heller «{instead}».", "«{word}» er tungt. Skriv heller «{instead}»."
)
CARRIES_WITHOUT_ACTING = Text(
    "«{id}» skal bære behovet «{need}», men kommunen handler ikke selv her. "
    "Skriv «rolle: stotte», eller en «begrunnelse».",
    "«{id}» skal bere behovet «{need}», men kommunen handlar ikkje sjølv her. "
    "Skriv «rolle: stotte», eller ei «begrunnelse».",
)
NEED_WITHOUT_PLACE = Text(
    "Behovet «{id}» har ingen plass i «handlingsplan: behov». Da kommer det sist.",
    "Behovet «{id}» har ingen plass i «handlingsplan: behov». Då kjem det sist.",
)
CHECK_OVERDUE = Text(
    "Ordningen «{id}» skulle vært kontrollert innen {by}.",
    "Ordninga «{id}» skulle vore kontrollert innan {by}.",
)
READ_OVERDUE = Text(
    "Kilden «{id}» skulle vært lest igjen innen {by}.",
    "Kjelda «{id}» skulle vore lesen igjen innan {by}.",
)
