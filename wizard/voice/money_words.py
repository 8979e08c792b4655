"""The phrases of the financing sketch."""

from wizard.domain.money import Payer
from wizard.domain.schemes import AmountBasis, AmountKind
from wizard.domain.text import Counted, Text

KR = Text("{n}\u00a0kr", "{n}\u00a0kr")
MILLIONS = Counted(
    Text("{n}\u00a0million\u00a0kr", "{n}\u00a0million\u00a0kr"),
    Text("{n}\u00a0millioner\u00a0kr", "{n}\u00a0millionar\u00a0kr"),
)
ABOUT = Text("om lag {sum}", "om lag {sum}")
ROUNDED = Text(
    "«Om lag» betyr at beløpet er rundet av. Det som mangler, er regnet av de rundede beløpene.",
    "«Om lag» tyder at beløpet er runda av. Det som manglar, er rekna av dei runda beløpa.",
)
OUR_VIEW = Text("{area}*", "{area}*")

EXAMPLE = Text("Regneeksempel: {example}", "Reknedøme: {example}")
COSTS = Text(
    "En bolig på {area} koster {cost} å bygge.",
    "Ein bustad på {area} kostar {cost} å byggje.",
)
COSTS_AND_WORTH = Text(
    "En bolig på {area} koster {cost} å bygge og er verdt {value}.",
    "Ein bustad på {area} kostar {cost} å byggje og er verd {value}.",
)
WORTH = Text(
    "En bolig på {area} er verdt {value}.",
    "Ein bustad på {area} er verd {value}.",
)
# What is given begins with this: right after the example, or far from it.
THEN = Text("Da", "Då")
IN_THE_EXAMPLE = Text("I regneeksempelet", "I reknedømet")
FACT = Text("{name}: {value}. {source}.", "{name}: {value}. {source}.")
ASK_FOR_MORE = Text(
    "Vi kan ikke regne ut mer før vi vet dette: {questions}",
    "Vi kan ikkje rekne ut meir før vi veit dette: {questions}",
)
ASK_FOR_ALL = Text(
    "Vi kan ikke regne ut noe eksempel før vi vet dette: {questions}",
    "Vi kan ikkje rekne ut noko døme før vi veit dette: {questions}",
)
NO_RATE = Text(
    "Vi kan ikke regne ut beløpet, for denne satsen er ukjent: {rates}.",
    "Vi kan ikkje rekne ut beløpet, for denne satsen er ukjend: {rates}.",
)

WHOLES = {
    AmountBasis.COST: Text("kostnaden", "kostnaden"),
    AmountBasis.VALUE: Text("verdien", "verdien"),
    AmountBasis.LOWEST: Text(
        "det laveste av kostnaden og verdien", "det lågaste av kostnaden og verdien"
    ),
}
GIVES = {
    AmountKind.SHARE: Text(
        "{lead} kan tilskuddet være inntil {most}, som er {share} av {whole}.",
        "{lead} kan tilskotet vere inntil {most}, som er {share} av {whole}.",
    ),
    AmountKind.LOAN_TO_VALUE: Text(
        "{lead} kan lånet være inntil {most}, som er {share} av {whole}.",
        "{lead} kan lånet vere inntil {most}, som er {share} av {whole}.",
    ),
    AmountKind.EXCEPTION: Text(
        "{lead} kan lånet uten unntaket være inntil {most}, som er {share} av {whole}.",
        "{lead} kan lånet utan unntaket vere inntil {most}, som er {share} av {whole}.",
    ),
}
WHOLE_COST = Text(
    "{lead} er {share} av {whole} nok til hele kostnaden. {who} avgjør hvor mye det blir.",
    "{lead} er {share} av {whole} nok til heile kostnaden. {who} avgjer kor mykje det blir.",
)
CAPPED = Text(
    "{lead} kan beløpet være inntil {most}, som er det meste noen kan få.",
    "{lead} kan beløpet vere inntil {most}, som er det meste nokon kan få.",
)
RANGE = Text(
    "Tilskuddet kan bli {least} til {most}. Det høyeste krever en kostnad på minst {at}.",
    "Tilskotet kan bli {least} til {most}. Det høgaste krev ein kostnad på minst {at}.",
)
REACHED = Text(
    "Tilskuddet kan bli inntil {most}. Det krever en kostnad på minst {at}.",
    "Tilskotet kan bli inntil {most}. Det krev ein kostnad på minst {at}.",
)
MISSING = Text(
    "Da mangler {rest}, som {payers} må skaffe.", "Då manglar {rest}, som {payers} må skaffe."
)
REST = Text("Resten, {rest}, må {payers} skaffe.", "Resten, {rest}, må {payers} skaffe.")
PAYS = Text("Resten betaler {payers}.", "Resten betaler {payers}.")
EXCEPTION = Text(
    "{who} kan låne ut mer, høyst alt som mangler, men avgjør det i hver sak. Se «{name}».",
    "{who} kan låne ut meir, høgst alt som manglar, men avgjer det i kvar sak. Sjå «{name}».",
)
OWN_EXCEPTION = Text(
    "Med unntaket kan det som mangler, bli alt fra 0 kr til {rest}. {who} avgjør det i hver sak.",
    "Med unntaket kan det som manglar, bli alt frå 0 kr til {rest}. {who} avgjer det i kvar sak.",
)
SAME_COST = Text(
    "Kan ikke betale for det samme som {others}, så beløpene kan ikke legges sammen.",
    "Kan ikkje betale for det same som {others}, så beløpa kan ikkje leggjast saman.",
)
PAYERS = {
    Payer.HOUSEHOLD: Text("husstanden", "husstanden"),
    Payer.DEVELOPER: Text("utbyggeren", "utbyggjaren"),
    Payer.MUNICIPALITY: Text("kommunen", "kommunen"),
    Payer.APPLICANT: Text("søkeren", "søkjaren"),
}
