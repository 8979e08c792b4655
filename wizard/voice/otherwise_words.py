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
# What an answer does. The first part follows other words, so its verb stands first.
WITH_ANSWER = Text("Med svaret {does}.", "Med svaret {does}.")
ANSWER_HERE = Text("Svar her, så {does} ({takes}).", "Svar her, så {does} ({takes}).")
TAKES = Text(
    "om lag {minutes} hvis dere må spørre {who}", "om lag {minutes} dersom de må spørje {who}"
)
MINUTES = Counted(Text("ett minutt", "eitt minutt"), Text("{n} minutter", "{n} minutt"))
SETTLES = Counted(
    Text("blir én ordning avklart", "blir éi ordning avklart"),
    Text("blir {n} ordninger avklart", "blir {n} ordningar avklarte"),
)
MAY_SETTLE = Counted(
    Text("kan én ordning bli avklart", "kan éi ordning bli avklart"),
    Text("kan {n} ordninger bli avklart", "kan {n} ordningar bli avklarte"),
)
MAY_SETTLE_TOO = Counted(
    Text("{does}, og én til kan bli det", "{does}, og éi til kan bli det"),
    Text("{does}, og {n} til kan bli det", "{does}, og {n} til kan bli det"),
)
COUNTS = Counted(
    Text("kommer én ordning nærmere et svar", "kjem éi ordning nærare eit svar"),
    Text("kommer {n} ordninger nærmere et svar", "kjem {n} ordningar nærare eit svar"),
)
COUNTS_TOO = Counted(
    Text("{does}, og én kommer nærmere et svar", "{does}, og éi kjem nærare eit svar"),
    Text("{does}, og {n} kommer nærmere et svar", "{does}, og {n} kjem nærare eit svar"),
)
CLEARS = Counted(
    Text("blir ett behov klarere", "blir eitt behov klarare"),
    Text("blir {n} behov klarere", "blir {n} behov klarare"),
)
CLEARS_TOO = Counted(
    Text("{does}, og ett behov blir klarere", "{does}, og eitt behov blir klarare"),
    Text("{does}, og {n} behov blir klarere", "{does}, og {n} behov blir klarare"),
)
