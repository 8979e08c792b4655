"""The program's phrases for causes: what stands after «fordi», without a full stop."""

from wizard.domain.conditions import Severity
from wizard.domain.text import Counted, Text

ANSWERS = Counted(
    Text("kommunen nå svarer «{value}» på «{name}»", "kommunen no svarar «{value}» på «{name}»"),
    Text("{b} svarer «{value}» på «{name}»", "{b} svarar «{value}» på «{name}»"),
)
TICKS = Counted(
    Text(
        "kommunen nå krysser av for «{value}» på «{name}»",
        "kommunen no kryssar av for «{value}» på «{name}»",
    ),
    Text(
        "bare {b} krysser av for «{value}» på «{name}»",
        "berre {b} kryssar av for «{value}» på «{name}»",
    ),
)
NO_LONGER_TICKS = Counted(
    Text(
        "kommunen ikke lenger krysser av for «{value}» på «{name}»",
        "kommunen ikkje lenger kryssar av for «{value}» på «{name}»",
    ),
    Text(
        "bare {a} krysser av for «{value}» på «{name}»",
        "berre {a} kryssar av for «{value}» på «{name}»",
    ),
)
NOT_ASKED = Counted(
    Text("spørsmålet «{name}» ikke lenger gjelder", "spørsmålet «{name}» ikkje lenger gjeld"),
    Text("spørsmålet «{name}» ikke gjelder i {b}", "spørsmålet «{name}» ikkje gjeld i {b}"),
)
UNANSWERED = Counted(
    Text("«{name}» ikke lenger er besvart", "«{name}» ikkje lenger er svart på"),
    Text("«{name}» ikke er besvart i {b}", "«{name}» ikkje er svart på i {b}"),
)
NO_FIGURE = Counted(
    Text(
        "det ikke lenger finnes noe tall for «{name}»",
        "det ikkje lenger finst noko tal for «{name}»",
    ),
    Text(
        "det ikke finnes noe tall for «{name}» i {b}", "det ikkje finst noko tal for «{name}» i {b}"
    ),
)
FIGURE = Counted(
    Text("«{name}» er endret fra {old} til {new}", "«{name}» er endra frå {old} til {new}"),
    Text("«{name}» er {old} i {a} og {new} i {b}", "«{name}» er {old} i {a} og {new} i {b}"),
)
NEW_FIGURE = Counted(
    Text("«{name}» nå er {new}", "«{name}» no er {new}"),
    Text(
        "«{name}» er {new} i {b}, men ikke kjent i {a}",
        "«{name}» er {new} i {b}, men ikkje kjend i {a}",
    ),
)
HANGS_ON_OTHERS = Text(
    "det er andre svar som mangler om «{name}»", "det er andre svar som manglar om «{name}»"
)
FACT_GONE = Text("«{name}» er tatt ut av regelverket", "«{name}» er teke ut av regelverket")

RATE = Text(
    "satsen «{name}» er endret fra {old} til {new}", "satsen «{name}» er endra frå {old} til {new}"
)
RATE_LIST = Text("listen «{name}» er endret", "lista «{name}» er endra")

NEEDS = {
    Severity.NONE: Counted(
        Text(
            "kommunen ikke lenger har behovet «{name}»",
            "kommunen ikkje lenger har behovet «{name}»",
        ),
        Text("{b} ikke har behovet «{name}»", "{b} ikkje har behovet «{name}»"),
    ),
    Severity.SOME: Counted(
        Text(
            "kommunen nå har behovet «{name}» i noen grad",
            "kommunen no har behovet «{name}» i nokon grad",
        ),
        Text("{b} har behovet «{name}» i noen grad", "{b} har behovet «{name}» i nokon grad"),
    ),
    Severity.SEVERE: Counted(
        Text("behovet «{name}» nå er stort", "behovet «{name}» no er stort"),
        Text("behovet «{name}» er stort i {b}", "behovet «{name}» er stort i {b}"),
    ),
}
NEED_OPEN = Counted(
    Text("behovet «{name}» nå ikke er avklart", "behovet «{name}» no ikkje er avklart"),
    Text("behovet «{name}» ikke er avklart i {b}", "behovet «{name}» ikkje er avklart i {b}"),
)
NEED_STILL_OPEN = Text(
    "det er andre svar som mangler om behovet «{name}»",
    "det er andre svar som manglar om behovet «{name}»",
)

INSTRUMENT = Text("ordningen", "ordninga")
MEASURE = Text("tiltaket", "tiltaket")
NEW_SCHEME = Text("{name} er ny i regelverket", "{name} er ny i regelverket")
GONE_SCHEME = Text("{name} er tatt ut av regelverket", "{name} er teke ut av regelverket")
# By whether the day is one when an edition begins; otherwise one ends.
IN_FORCE = {
    True: Text("{name} gjelder fra {day}", "{name} gjeld frå {day}"),
    False: Text("{name} gjaldt til og med {day}", "{name} galdt til og med {day}"),
}
NOT_IN_FORCE = {
    True: Text("{name} først gjelder fra {day}", "{name} først gjeld frå {day}"),
    False: Text("{name} bare gjaldt til og med {day}", "{name} berre galdt til og med {day}"),
}
OTHER_EDITION = Text("{name} har fått nye regler fra {day}", "{name} har fått nye reglar frå {day}")
OTHER_RULES = Text("reglene for {name} er endret", "reglane for {name} er endra")
NEED_RULES = Text("reglene for behovet er endret", "reglane for behovet er endra")
CHANGEABLE = Text(
    "reglene sier noe annet om hvem som kan endre «{name}»",
    "reglane seier noko anna om kven som kan endre «{name}»",
)

VERDICT = Counted(
    Text(
        "vurderingen av «{name}» gikk fra «{old}» til «{new}»",
        "vurderinga av «{name}» gjekk frå «{old}» til «{new}»",
    ),
    Text(
        "vurderingen av «{name}» er «{old}» i {a} og «{new}» i {b}",
        "vurderinga av «{name}» er «{old}» i {a} og «{new}» i {b}",
    ),
)
OWN_VERDICT = Counted(
    Text("vurderingen gikk fra «{old}» til «{new}»", "vurderinga gjekk frå «{old}» til «{new}»"),
    Text(
        "vurderingen er «{old}» i {a} og «{new}» i {b}",
        "vurderinga er «{old}» i {a} og «{new}» i {b}",
    ),
)
SETTLED = Counted(
    Text("vurderingen av «{name}» nå er avgjort", "vurderinga av «{name}» no er avgjord"),
    Text("vurderingen av «{name}» er avgjort i {b}", "vurderinga av «{name}» er avgjord i {b}"),
)
UNSETTLED = Counted(
    Text(
        "vurderingen av «{name}» ikke lenger er avgjort",
        "vurderinga av «{name}» ikkje lenger er avgjord",
    ),
    Text(
        "vurderingen av «{name}» ikke er avgjort i {b}",
        "vurderinga av «{name}» ikkje er avgjord i {b}",
    ),
)
MONEY = Text(
    "det er annerledes hvor sikkert det er om det er penger i «{name}»",
    "det er annleis kor sikkert det er om det er pengar i «{name}»",
)
DAY = Text("dagen eller fristene er andre", "dagen eller fristane er andre")
PRIORITIES = Counted(
    Text("kommunen nå setter andre behov først", "kommunen no set andre behov først"),
    Text("{b} setter andre behov først", "{b} set andre behov først"),
)
ENOUGH_ANSWERED = Counted(
    Text("kommunen nå har svart på nok", "kommunen no har svart på nok"),
    Text("{b} har svart på nok", "{b} har svart på nok"),
)
TOO_LITTLE_ANSWERED = Counted(
    Text("kommunen nå har svart på for lite", "kommunen no har svart på for lite"),
    Text("{b} har svart på for lite", "{b} har svart på for lite"),
)
PLAN_RULES = Text("reglene for handlingsplanen er endret", "reglane for handlingsplanen er endra")
