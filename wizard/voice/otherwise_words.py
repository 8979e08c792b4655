"""The phrases of what could be otherwise."""

from wizard.domain.facts import ChangedBy
from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Counted, Text

# What an answer makes of an ordning.
RESULTS = {
    VerdictKind.RECOMMENDED: Text("anbefalt", "tilrådd"),
    VerdictKind.CONDITIONAL: Text("anbefalt på et vilkår", "tilrådd på eit vilkår"),
    VerdictKind.AFTER_CHANGE: Text(
        "mulig når kommunen har endret noe", "mogleg når kommunen har endra noko"
    ),
    VerdictKind.OPEN: Text("fortsatt uavklart", "framleis uavklart"),
    VerdictKind.EXCLUDED: Text("ikke mulig", "ikkje mogleg"),
    VerdictKind.NOT_RELEVANT: Text("ikke aktuell", "ikkje aktuell"),
}
HAVE_IT = Text("har dere alt", "har de alt")
ALWAYS = Text("{question} Svaret avgjør. {answers}.", "{question} Svaret avgjer. {answers}.")
SOME = Text("{question} Noen svar avgjør. {answers}.", "{question} Nokre svar avgjer. {answers}.")
SOME_TOGETHER = Text("{question} Noen svar avgjør alene.", "{question} Nokre svar avgjer åleine.")
TOGETHER = Text(
    "{question} Svaret teller med, men avgjør ikke alene.",
    "{question} Svaret tel med, men avgjer ikkje åleine.",
)
NEVER = Text(
    "{question} Svaret har ingenting å si her.", "{question} Svaret har ingenting å seie her."
)
GIVES = Text("{answer}: {result}", "{answer}: {result}")
ASK = Text("Spør {who}.", "Spør {who}.")
INEXACT = Text(
    "Her er det så mange mulige svar at noen av spørsmålene kan vise seg å være uten betydning.",
    "Her er det så mange moglege svar at nokre av spørsmåla kan vise seg å ikkje ha noko å seie.",
)
TICKED = Text("kryss for {value}", "kryss for {value}")
NOT_TICKED = Text("ikke kryss for {value}", "ikkje kryss for {value}")
CALCULATED = Text("{name} {answer}", "{name} {answer}")
CHANGE = Text("«{name}»: fra {old} til {new}. {who}", "«{name}»: frå {old} til {new}. {who}")
CHANGED_BY = {
    ChangedBy.MUNICIPALITY: Text(
        "Kommunen kan endre det. Ta det opp med {who}.",
        "Kommunen kan endre det. Ta det opp med {who}.",
    ),
    ChangedBy.OVER_TIME: Text(
        "Kommunen kan arbeide for det. Ta det opp med {who}.",
        "Kommunen kan arbeide for det. Ta det opp med {who}.",
    ),
}
ALTERNATIVELY = Text("Eller: {way}", "Eller: {way}")
NEAR = Text(
    "{number}. Grensen er {limit}. Det skiller {gap}.",
    "{number}. Grensa er {limit}. Det skil {gap}.",
)
EXACTLY = Text("{number}, akkurat på grensen{ours}.", "{number}, akkurat på grensa{ours}.")
DOUBTED = Text(
    "{number}, men tallet er usikkert. Grensen er {limit}. Det skiller {gap}.",
    "{number}, men talet er usikkert. Grensa er {limit}. Det skil {gap}.",
)
FLIPS = Text("På den andre siden av grensen: {changes}.", "På den andre sida av grensa: {changes}.")
BECOMES = Text("{scheme} blir «{label}»", "{scheme} blir «{label}»")
NEED_BECOMES = Text("behovet «{need}» blir «{label}»", "behovet «{need}» blir «{label}»")
MORE_FLIP = Counted(
    Text("én vurdering til blir en annen", "éi vurdering til blir ei anna"),
    Text("{n} vurderinger til blir andre", "{n} vurderingar til blir andre"),
)
ENTERS = Text("{schemes} kommer med i årets grep", "{schemes} kjem med i grepa for i år")
LEAVES = Text("{schemes} går ut av årets grep", "{schemes} går ut av grepa for i år")
MOVES = Text(
    "Svaret har noe å si for {verdicts}{needs}.", "Svaret har noko å seie for {verdicts}{needs}."
)
VERDICTS = Counted(Text("én vurdering", "éi vurdering"), Text("{n} vurderinger", "{n} vurderingar"))
NEEDS = Counted(Text("ett behov", "eitt behov"), Text("{n} behov", "{n} behov"))
BOTH = Text(" og {needs}", " og {needs}")
SETTLES_ALL = Text("Ett svar her kan avgjøre alle.", "Eitt svar her kan avgjere alle.")
SETTLES = Counted(
    Text("Det kan avgjøre én av dem alene.", "Det kan avgjere éi av dei åleine."),
    Text("Det kan avgjøre {n} av dem alene.", "Det kan avgjere {n} av dei åleine."),
)
