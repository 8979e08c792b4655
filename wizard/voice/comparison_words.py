"""The program's phrases about what differs between two pieces of advice.

What is counted is the kommuner: a phrase for one at two times, and one for two side by side, where
nothing has changed and nothing is before or after.
"""

from wizard.domain.comparison import Force, RulePart
from wizard.domain.text import Counted, Text

TITLE_ONE_DAY = Text("{name}, {day}", "{name}, {day}")
TITLE_TWO_DAYS = Text("{name}, fra {old} til {day}", "{name}, frå {old} til {day}")
TITLE_TWO = Text("{a}, {old}, og {b}, {day}", "{a}, {old}, og {b}, {day}")
NOTHING = Text("Ingenting er endret.", "Ingenting er endra.")

CASE = Counted(
    Text("Hva som er endret i saken", "Kva som er endra i saka"),
    Text("Hva som er ulikt i sakene", "Kva som er ulikt i sakene"),
)
RULES = Counted(
    Text("Hva som er endret i reglene", "Kva som er endra i reglane"),
    Text("Hva som er ulikt i reglene", "Kva som er ulikt i reglane"),
)
NEEDS = Counted(
    Text("Hva som er endret i behovene", "Kva som er endra i behova"),
    Text("Hva som er ulikt i behovene", "Kva som er ulikt i behova"),
)
VERDICTS = Counted(
    Text("Hva som er endret i vurderingene", "Kva som er endra i vurderingane"),
    Text("Hva som er ulikt i vurderingene", "Kva som er ulikt i vurderingane"),
)
BUNDLE = Counted(
    Text("Hva som er endret i planen", "Kva som er endra i planen"),
    Text("Hva som er ulikt i planene", "Kva som er ulikt i planane"),
)
PRIORITIES = Counted(
    Text("Det som haster mest: før {old}, nå {new}.", "Det som hastar mest: før {old}, no {new}."),
    Text(
        "Det som haster mest: {old} i {a} og {new} i {b}.",
        "Det som hastar mest: {old} i {a} og {new} i {b}.",
    ),
)
OUR_ORDER = Text("vår rekkefølge", "vår rekkjefølgje")
SAME_CASE = Text("Svar og tall er de samme.", "Svar og tal er dei same.")
SAME_RULES = Text("Reglene er de samme.", "Reglane er dei same.")
SAME_NEEDS = Text("Behovene er de samme.", "Behova er dei same.")
SAME_VERDICTS = Text("Vurderingene er de samme.", "Vurderingane er dei same.")
SAME_MEMBERS = Text("Pakken har de samme medlemmene.", "Pakka har dei same medlemene.")
SAME_BUNDLE = Text("Pakken er den samme.", "Pakka er den same.")

FACT = Counted(
    Text("{name} Før: {old}. Nå: {new}.", "{name} Før: {old}. No: {new}."),
    Text("{name} {a}: {old}. {b}: {new}.", "{name} {a}: {old}. {b}: {new}."),
)
NOT_CALCULATED = Text("kan ikke regnes ut", "kan ikkje reknast ut")
NO_SUCH_FACT = Text("står ikke i reglene", "står ikkje i reglane")
FORMER = Counted(Text("Før: {text}", "Før: {text}"), Text("{a}: {text}", "{a}: {text}"))

# What is called one thing on one side, and another on the other.
OTHER_NAME = Counted(
    Text("{name} (før: {other})", "{name} (før: {other})"),
    Text("{name} (i {a}: {other})", "{name} (i {a}: {other})"),
)
DAYS = Text(
    "Reglene er de som gjelder {old}, og de som gjelder {day}.",
    "Reglane er dei som gjeld {old}, og dei som gjeld {day}.",
)
THE_NEED = Text("Behovet «{name}»", "Behovet «{name}»")
THE_RATE = Text("Satsen «{name}»", "Satsen «{name}»")
RENAMED = Counted(
    Text("{what} heter nå «{new}».", "{what} heiter no «{new}»."),
    Text("{what} i {a} heter «{new}» i {b}.", "{what} i {a} heiter «{new}» i {b}."),
)
RULEBOOKS = Text(
    "Regelverkene er ulike: versjon {old} ({old_hash}) og versjon {new} ({new_hash}).",
    "Regelverka er ulike: versjon {old} ({old_hash}) og versjon {new} ({new_hash}).",
)
RATE_LIST_IN = Text("Nye: {ids}.", "Nye: {ids}.")
RATE_LIST_OUT = Text("Ute: {ids}.", "Ute: {ids}.")
RATES_UNKNOWN = Counted(
    Text(
        "Én sats står bare i reglene for den ene dagen.",
        "Éin sats står berre i reglane for den eine dagen.",
    ),
    Text(
        "{n} satser står bare i reglene for den ene dagen.",
        "{n} satsar står berre i reglane for den eine dagen.",
    ),
)

PARTS = {
    RulePart.ADDED: Text("ny i regelverket", "ny i regelverket"),
    RulePart.GONE: Text("tatt ut av regelverket", "teke ut av regelverket"),
    RulePart.BEGUN: Text("gjelder nå", "gjeld no"),
    RulePart.ENDED: Text("gjelder ikke lenger", "gjeld ikkje lenger"),
    RulePart.CONDITIONS: Text("andre regler for når det gjelder", "andre reglar for når det gjeld"),
    RulePart.REQUIREMENTS: Text("andre krav", "andre krav"),
    RulePart.TERMS: Text("andre eller omskrevne vilkår", "andre eller omskrivne vilkår"),
    RulePart.MONEY: Text("andre regler for pengene", "andre reglar for pengane"),
    RulePart.DEADLINES: Text("andre frister", "andre fristar"),
    RulePart.STEPS: Text("andre steg eller søkere", "andre steg eller søkjarar"),
    RulePart.ROLE_IN_BUNDLE: Text(
        "en annen plass blant de andre ordningene", "ein annan plass blant dei andre ordningane"
    ),
}
RULE = Text("«{name}»: {parts}.", "«{name}»: {parts}.")
# By whether the day is one when an edition begins; otherwise one ends.
IN_FORCE = {
    True: Text("gjelder fra {day}", "gjeld frå {day}"),
    False: Text("gjaldt til og med {day}", "galdt til og med {day}"),
}
NOT_IN_FORCE = {
    True: Text("gjelder først fra {day}", "gjeld først frå {day}"),
    False: Text("gjaldt til og med {day}", "galdt til og med {day}"),
}

NEED = Counted(
    Text("Behovet «{name}» gikk fra {old} til {new}", "Behovet «{name}» gjekk frå {old} til {new}"),
    Text(
        "Behovet «{name}» er {old} i {a} og {new} i {b}",
        "Behovet «{name}» er {old} i {a} og {new} i {b}",
    ),
)
SEVERITY_AMONG = Text("ikke avklart ({all})", "ikkje avklart ({all})")

VERDICT = Counted(
    Text("{scheme} gikk fra «{old}» til «{new}»", "{scheme} gjekk frå «{old}» til «{new}»"),
    Text(
        "{scheme} er «{old}» i {a} og «{new}» i {b}", "{scheme} er «{old}» i {a} og «{new}» i {b}"
    ),
)
VERDICT_NEW = Text("{scheme} er nå «{new}»", "{scheme} er no «{new}»")
VERDICT_GONE = Text("{scheme} var «{old}»", "{scheme} var «{old}»")
SETTLED = Counted(
    Text(
        "{scheme} er fortsatt «{new}», og nå er det avgjort",
        "{scheme} er framleis «{new}», og no er det avgjort",
    ),
    Text(
        "{scheme} er «{new}» begge steder, men avgjort bare i {b}",
        "{scheme} er «{new}» begge stader, men avgjort berre i {b}",
    ),
)
UNSETTLED = Counted(
    Text(
        "{scheme} er fortsatt «{new}», men det er ikke lenger avgjort",
        "{scheme} er framleis «{new}», men det er ikkje lenger avgjort",
    ),
    Text(
        "{scheme} er «{new}» begge steder, men avgjort bare i {a}",
        "{scheme} er «{new}» begge stader, men avgjort berre i {a}",
    ),
)
INSTRUMENT = Text("Ordningen «{name}»", "Ordninga «{name}»")
MEASURE = Text("Tiltaket «{name}»", "Tiltaket «{name}»")

TOLD = Counted(
    Text("Nytt å gjøre kjent: «{name}»", "Nytt å gjere kjent: «{name}»"),
    Text("Bare {b} skal gjøre «{name}» kjent", "Berre {b} skal gjere «{name}» kjent"),
)
NOT_TOLD = Counted(
    Text("Ikke lenger å gjøre kjent: «{name}»", "Ikkje lenger å gjere kjent: «{name}»"),
    Text("Bare {a} skal gjøre «{name}» kjent", "Berre {a} skal gjere «{name}» kjent"),
)
IN = Counted(
    Text("Inn i planen: «{name}»", "Inn i planen: «{name}»"),
    Text("Bare i planen til {b}: «{name}»", "Berre i planen til {b}: «{name}»"),
)
OUT = Counted(
    Text("Ut av planen: «{name}»", "Ut av planen: «{name}»"),
    Text("Bare i planen til {a}: «{name}»", "Berre i planen til {a}: «{name}»"),
)
ROLE = Counted(
    Text(
        "«{name}» skal nå svare på {new}. Før: {old}", "«{name}» skal no svare på {new}. Før: {old}"
    ),
    Text(
        "«{name}» skal svare på {old} i {a} og {new} i {b}",
        "«{name}» skal svare på {old} i {a} og {new} i {b}",
    ),
)
NO_NEED = Text("ingen behov alene", "ingen behov åleine")
PHASE = Counted(
    Text(
        "«{name}» er flyttet fra «{old}» til «{new}»", "«{name}» er flytt frå «{old}» til «{new}»"
    ),
    Text(
        "«{name}» begynner «{old}» i {a} og «{new}» i {b}",
        "«{name}» startar «{old}» i {a} og «{new}» i {b}",
    ),
)
COVERED = Counted(
    Text(
        "Behovet «{name}» står ikke lenger uten svar.",
        "Behovet «{name}» står ikkje lenger utan svar.",
    ),
    Text(
        "Bare i {a} står behovet «{name}» uten svar.",
        "Berre i {a} står behovet «{name}» utan svar.",
    ),
)
NOT_SEVERE = Counted(
    Text(
        "Behovet «{name}» regnes ikke lenger som stort. "
        "Derfor trenger ikke planen noe som dekker det alene.",
        "Behovet «{name}» blir ikkje lenger rekna som stort. "
        "Difor treng ikkje planen noko som dekkjer det åleine.",
    ),
    Text(
        "Bare i {a} regnes behovet «{name}» som stort, og der står det uten svar.",
        "Berre i {a} blir behovet «{name}» rekna som stort, og der står det utan svar.",
    ),
)
UNCOVERED = Counted(
    Text("{sentence}", "{sentence}"),
    Text(
        "Bare i {b} står behovet «{name}» uten svar.",
        "Berre i {b} står behovet «{name}» utan svar.",
    ),
)
DEADLINE = Counted(
    Text(
        "Frist for «{name}». Før: {old}. Nå: {new}.", "Frist for «{name}». Før: {old}. No: {new}."
    ),
    Text(
        "Frist for «{name}». {a}: {old}. {b}: {new}.", "Frist for «{name}». {a}: {old}. {b}: {new}."
    ),
)

BECAUSE = Text("{what}, fordi {causes}.", "{what}, fordi {causes}.")
SHARED = Text("Fordi {causes}:", "Fordi {causes}:")
FORCES = {
    Force.EACH_ENOUGH: Text("(hver grunn er nok alene)", "(kvar grunn er nok åleine)"),
    Force.TOGETHER: Text("(bare sammen forklarer de det)", "(berre saman forklarer dei det)"),
}
