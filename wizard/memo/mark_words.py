"""What the list of sources says of the numbers beside the figures, in bokmål and nynorsk."""

from wizard.domain.text import Counted, Text
from wizard.voice.cites import Provenance

FIGURE = Text("{title}, {day}.", "{title}, {day}.")
DOCUMENT = Text("{title}. {publisher}. Lest {day}.", "{title}. {publisher}. Lese {day}.")
RATE = Text("Sats: {name}. {basis}, gjelder fra {day}.", "Sats: {name}. {basis}, gjeld frå {day}.")
OUR_RATE = Text("Grense: {name}. Vår vurdering.", "Grense: {name}. Vår vurdering.")
SCHEME = Text("Kildene til {name}: {sources}.", "Kjeldene til {name}: {sources}.")
CALCULATED = Text("Regnet ut av {operands}.", "Rekna ut av {operands}.")
OPERAND = Text("{name} ({source})", "{name} ({source})")
RATES = Counted(
    Text("satsen {names}", "satsen {names}"), Text("satsene {names}", "satsane {names}")
)
PERIOD = Text(
    "Ukene kommunen har på ett år, ganget med {n} år.",
    "Vekene kommunen har på eitt år, gonga med {n} år.",
)
LACKING_WEEKS = Text(
    "Regnet ut av ukene tiltakene tar (vår vurdering) og ukene kommunen har på {n} år.",
    "Rekna ut av vekene tiltaka tek (vår vurdering) og vekene kommunen har på {n} år.",
)
LACKING_MONEY = Text(
    "Regnet ut av kostnaden ved tiltakene (vår vurdering) og pengene kommunen har på {n} år.",
    "Rekna ut av kostnaden ved tiltaka (vår vurdering) og pengane kommunen har på {n} år.",
)
# What is the same wherever it stands.
SAME = {
    Provenance.ANSWER: Text("Oppgitt av kommunen.", "Oppgitt av kommunen."),
    Provenance.CASE_FILE: Text(
        "Kom med svarfilen. Vi vet ikke hvor tallet er fra.",
        "Kom med svarfila. Vi veit ikkje kvar talet er frå.",
    ),
    Provenance.RULE: Text("Grensen står i regelverket.", "Grensa står i regelverket."),
    Provenance.GAP: Text(
        "Regnet ut av tallet og grensen i samme setning.",
        "Rekna ut av talet og grensa i same setning.",
    ),
    Provenance.EFFORT: Text(
        "Anslag over ukene som tiltakene tar. Vår vurdering.",
        "Overslag over vekene som tiltaka tek. Vår vurdering.",
    ),
    Provenance.OURS: Text("Vår vurdering.", "Vår vurdering."),
}
# An operand of a calculation, in brackets after its name.
BY_MUNICIPALITY = Text("oppgitt av kommunen", "oppgitt av kommunen")
CHANGED_BY_MUNICIPALITY = Text("endret av kommunen", "endra av kommunen")
OUR_VIEW = Text("vår vurdering", "vår vurdering")
FROM_CASE_FILE = Text("kom med svarfilen", "kom med svarfila")

LATER = Text(
    "Tallet er fra en senere dag enn notatet.", "Talet er frå ein seinare dag enn notatet."
)
LATER_OPERAND = Text(
    "Noe av dette er fra en senere dag enn notatet.",
    "Noko av dette er frå ein seinare dag enn notatet.",
)
