"""What proofs say, in both written forms."""

from wizard.domain.proofs import Claim
from wizard.domain.text import Counted, Text

# --- what is proven, by claim

PROVEN = {
    Claim.NEEDS: Text(
        "Hvert stort behov har en ordning som kan bære det, eller rådet sier hvem kommunen "
        "kan spørre.",
        "Kvart stort behov har ei ordning som kan bere det, eller rådet seier kven kommunen "
        "kan spørje.",
    ),
    Claim.RIVALS: Text(
        "To ordninger som utelukker hverandre, kommer aldri i samme plan.",
        "To ordningar som utelukkar kvarandre, kjem aldri i same plan.",
    ),
    Claim.CONDITIONS: Text(
        "Hver betingelse avgjør noe for noen.", "Kvar føresetnad avgjer noko for nokon."
    ),
    Claim.REQUIREMENTS: Text(
        "Hvert krav avgjør noe for noen.", "Kvart krav avgjer noko for nokon."
    ),
    Claim.OPTIONS: Text(
        "Hvert svar kan velges av noen, og betyr noe for en regel eller er prøvd i et eksempel.",
        "Kvart svar kan veljast av nokon, og tyder noko for ein regel eller er prøvd i eit døme.",
    ),
    Claim.SCHEMES: Text(
        "Hver ordning som gjelder, kan bli rådet til noen.",
        "Kvar ordning som gjeld, kan bli rådd til nokon.",
    ),
    Claim.EDITIONS: Text(
        "Ingen ordning mangler regler en dag, og ingen regel mangler satsen sin.",
        "Inga ordning manglar reglar ein dag, og ingen regel manglar satsen sin.",
    ),
    Claim.EQUAL: Text(
        "De to regelverkene gir samme vurdering av alle ordninger og behov.",
        "Dei to regelverka gir same vurdering av alle ordningar og behov.",
    ),
}
LOOKED = {
    Claim.NEEDS: Counted(Text("{n} behov", "{n} behov"), Text("{n} behov", "{n} behov")),
    Claim.RIVALS: Counted(Text("{n} par", "{n} par"), Text("{n} par", "{n} par")),
    Claim.CONDITIONS: Counted(
        Text("{n} betingelse", "{n} føresetnad"), Text("{n} betingelser", "{n} føresetnader")
    ),
    Claim.REQUIREMENTS: Counted(Text("{n} krav", "{n} krav"), Text("{n} krav", "{n} krav")),
    Claim.OPTIONS: Counted(Text("{n} svar", "{n} svar"), Text("{n} svar", "{n} svar")),
    Claim.SCHEMES: Counted(
        Text("{n} ordning", "{n} ordning"), Text("{n} ordninger", "{n} ordningar")
    ),
    Claim.EDITIONS: Counted(Text("{n} utgave", "{n} utgåve"), Text("{n} utgaver", "{n} utgåver")),
    Claim.EQUAL: Counted(
        Text("{n} ordning og behov", "{n} ordning og behov"),
        Text("{n} ordninger og behov", "{n} ordningar og behov"),
    ),
}

# --- what stands in the way

ALWAYS_MET = Text(
    "«{leaf}» i «{part}» avgjør aldri noe: uten den blir svaret det samme for alle.",
    "«{leaf}» i «{part}» avgjer aldri noko: utan han blir svaret det same for alle.",
)
NEVER_MET = Text(
    "«{leaf}» i «{part}» avgjør aldri noe: svaret er det samme som om den aldri var oppfylt.",
    "«{leaf}» i «{part}» avgjer aldri noko: svaret er det same som om han aldri var oppfylt.",
)
MEND_CONDITION = Text(
    "Ta den bort, eller rett det som gjør den overflødig. Er det meningen, skriv hvorfor i "
    "«med_vilje».",
    "Ta han bort, eller rett det som gjer han overflødig. Er det meininga, skriv kvifor i "
    "«med_vilje».",
)
MEND_OUTSIDE = Text(
    "Ta den bort, eller rett det som gjør den overflødig.",
    "Ta han bort, eller rett det som gjer han overflødig.",
)
DEAD_REQUIREMENT = Text(
    "Kravet «{part}» avgjør aldri noe: uten det blir vurderingen den samme for alle.",
    "Kravet «{part}» avgjer aldri noko: utan det blir vurderinga den same for alle.",
)
HIDDEN_REQUIREMENT = Text(
    "Kravet «{part}» får aldri noe å si: den som ikke oppfyller det, "
    "har fått nei av «aktuelt» først.",
    "Kravet «{part}» får aldri noko å seie: den som ikkje oppfyller det, "
    "har fått nei av «aktuelt» først.",
)
MEND_REQUIREMENT = Text(
    "Ta kravet bort, eller rett det. Er det meningen, skriv hvorfor i «med_vilje».",
    "Ta kravet bort, eller rett det. Er det meininga, skriv kvifor i «med_vilje».",
)
DEAD_SCHEME = Text(
    "Ordningen gjelder, men kan ikke bli rådet til noen.",
    "Ordninga gjeld, men kan ikkje bli rådd til nokon.",
)
MEND_SCHEME = Text(
    "Rett «aktuelt» eller kravene, eller avslutt ordningen. Er det meningen, forklar "
    "«ordningen» i «med_vilje».",
    "Rett «aktuelt» eller krava, eller avslutt ordninga. Er det meininga, forklar "
    "«ordningen» i «med_vilje».",
)
NOT_NEEDED = Text(
    "«med_vilje» forklarer «{part}», men den delen avgjør noe.",
    "«med_vilje» forklarer «{part}», men den delen avgjer noko.",
)
MEND_NOT_NEEDED = Text("Ta forklaringen bort.", "Ta forklaringa bort.")
NEVER_ASKED = Text(
    "Spørsmålet kan aldri bli stilt: ingen kommune oppfyller «hvis».",
    "Spørsmålet kan aldri bli stilt: ingen kommune oppfyller «hvis».",
)
NEVER_OFFERED = Text(
    "Ingen kan velge «{option}»: ingen kommune oppfyller «hvis».",
    "Ingen kan velje «{option}»: ingen kommune oppfyller «hvis».",
)
MEND_ASKED = Text("Rett «hvis», eller ta det bort.", "Rett «hvis», eller ta det bort.")
NEVER_READ = Text("Ingen regel bruker svaret.", "Ingen regel bruker svaret.")
BOX_NEVER_READ = Text(
    "Ingen regel bruker svaret «{option}».", "Ingen regel bruker svaret «{option}»."
)
MEND_READ = Text(
    "Bruk det i en regel, eller ta det bort.", "Bruk det i ein regel, eller ta det bort."
)
NEVER_TOLD_APART = Text(
    "Ingen regel skiller «{option}» fra «{other}», og ingen eksempler prøver det.",
    "Ingen regel skil «{option}» frå «{other}», og ingen døme prøver det.",
)
MEND_TOLD_APART = Text(
    "Bruk svaret i en regel eller et eksempel, eller ta det bort.",
    "Bruk svaret i ein regel eller eit døme, eller ta det bort.",
)
BOTH_IN = Text(
    "Planen kan ha både «{one}» og «{other}», som utelukker hverandre.",
    "Planen kan ha både «{one}» og «{other}», som utelukkar kvarandre.",
)
MEND_BOTH_IN = Text(
    "Rett «alternativ_til», eller gjør at bare én av dem er aktuell om gangen.",
    "Rett «alternativ_til», eller gjer at berre éin av dei er aktuell om gongen.",
)
LOST = Text(
    "Behovet kan være stort uten at noen ordning passer, og «{contact}» er utelukket.",
    "Behovet kan vere stort utan at nokon ordning passar, og «{contact}» er utelukka.",
)
NOT_TOLD = Text(
    "Behovet kan være stort uten at noen ordning passer, og rådet sier det ikke.",
    "Behovet kan vere stort utan at nokon ordning passar, og rådet seier det ikkje.",
)
MEND_LOST = Text("Velg en annen «kontakt».", "Vel ein annan «kontakt».")
GAP = Text(
    "Ordningen har ingen utgave fra {first} til {last}.",
    "Ordninga har inga utgåve frå {first} til {last}.",
)
MEND_GAP = Text(
    "La utgavene møtes, eller skriv hvorfor ingenting gjaldt, i «opphold».",
    "Lat utgåvene møtast, eller skriv kvifor ingenting galdt, i «opphold».",
)
OVERLAP = Text(
    "To utgaver gjelder samtidig fra {last} til {first}.",
    "To utgåver gjeld samtidig frå {last} til {first}.",
)
MEND_OVERLAP = Text("La den første slutte før den neste.", "Lat den første slutte før den neste.")
NO_RATE = Text(
    "Satsen «{rate}» har ingen verdi fra {first} til {last}, så ingen kan si om betingelsen "
    "er oppfylt.",
    "Satsen «{rate}» har ingen verdi frå {first} til {last}, så ingen kan seie om "
    "føresetnaden er oppfylt.",
)
MEND_NO_RATE = Text(
    "Legg til verdien i satsen, med dagen den gjelder fra.",
    "Legg til verdien i satsen, med dagen han gjeld frå.",
)
DIFFERS = Text(
    "De to regelverkene gir ulike svar {first}: «{one}» i {mine}, «{other}» i {theirs}.",
    "Dei to regelverka gir ulike svar {first}: «{one}» i {mine}, «{other}» i {theirs}.",
)
DIFFERS_SOMEHOW = Text(
    "De to regelverkene kan gi ulike svar fra {first}. Ingen kommune er funnet der de gjør det.",
    "Dei to regelverka kan gi ulike svar frå {first}. Ingen kommune er funnen der dei gjer det.",
)
DIFFERS_WHILE_OPEN = Text(
    "Likt når alt er besvart. Så lenge noe er åpent fra {first}, er det ikke vist at de sier "
    "det samme.",
    "Likt når alt er svart på. Så lenge noko er ope frå {first}, er det ikkje vist at dei "
    "seier det same.",
)
MEND_DIFFERS = Text(
    "Er endringen meningen, er dette det minste eksempelet på den.",
    "Er endringa meininga, er dette det minste dømet på ho.",
)
MEND_CAN_BE_MEANT = Text(
    "Er det meningen, er det ikke noe å rette.", "Er det meininga, er det ikkje noko å rette."
)
ONLY_IN = Text("Finnes i {here}, men ikke i {there}.", "Finst i {here}, men ikkje i {there}.")
OTHER_TYPE = Text(
    "Har ikke samme svartype i {mine} og {theirs}, og kan ikke sammenlignes.",
    "Har ikkje same svartype i {mine} og {theirs}, og kan ikkje samanliknast.",
)

# --- what is worth knowing all the same

LEFT = Text(
    "I {left} av {severe} situasjoner der behovet er stort, passer ingen ordning. Da sier "
    "rådet: spør «{contact}».",
    "I {left} av {severe} situasjonar der behovet er stort, passar inga ordning. Då seier "
    "rådet: spør «{contact}».",
)
ENDED = Text("Avsluttet.", "Avslutta.")
BEFORE_RATE = Text(
    "Satsen «{rate}» er ikke kjent til og med {last}. Da er svaret ukjent, ikke nei.",
    "Satsen «{rate}» er ikkje kjend til og med {last}. Då er svaret ukjent, ikkje nei.",
)
ALIKE = Text(
    "«{one}» og «{other}» gir alltid samme svar.", "«{one}» og «{other}» gir alltid same svar."
)

# --- what a case shows

SHOWS = Text("{name}: {what}", "{name}: {what}")
OR = Text("{one} eller {other}", "{one} eller {other}")
SHOWS_ASKED = Text("blir spurt om", "blir spurt om")
SHOWS_NOT_ASKED = Text("blir ikke spurt om", "blir ikkje spurt om")
SHOWS_BOTH = Text("Planen har både {one} og {other}.", "Planen har både {one} og {other}.")
SHOWS_LEFT = Text(
    "{need}: stort behov, ingen ordning passer, spør {contact}",
    "{need}: stort behov, inga ordning passar, spør {contact}",
)
