"""What the pages of the rules say of their own, in both written forms."""

from wizard.domain.facts import Operation
from wizard.domain.text import Counted, Text
from wizard.rulebook.references import RuleKind

KINDS = {
    RuleKind.SCHEME: Text("Ordninger og tiltak", "Ordningar og tiltak"),
    RuleKind.NEED: Text("Behov", "Behov"),
    RuleKind.RATE: Text("Satser og grenser", "Satsar og grenser"),
    RuleKind.QUESTION: Text("Spørsmål", "Spørsmål"),
    RuleKind.FIGURE: Text("Tall", "Tal"),
    RuleKind.SOURCE: Text("Kilder", "Kjelder"),
}
ONE = {
    RuleKind.SCHEME: Text("Ordning", "Ordning"),
    RuleKind.NEED: Text("Behov", "Behov"),
    RuleKind.RATE: Text("Sats", "Sats"),
    RuleKind.QUESTION: Text("Spørsmål", "Spørsmål"),
    RuleKind.FIGURE: Text("Tall", "Tal"),
    RuleKind.SOURCE: Text("Kilde", "Kjelde"),
}
OPERATIONS = {
    Operation.SUM: Text("Summen av disse:", "Summen av desse:"),
    Operation.DIFFERENCE: Text("Det første minus det andre:", "Det første minus det andre:"),
    Operation.PRODUCT: Text("Disse ganget med hverandre:", "Desse gonga med kvarandre:"),
    Operation.RATIO: Text("Det første delt på det andre:", "Det første delt på det andre:"),
    Operation.PERCENT_OF: Text(
        "Hvor mange prosent det første er av det andre:",
        "Kor mange prosent det første er av det andre:",
    ),
    Operation.LEAST: Text("Det minste av disse:", "Det minste av desse:"),
    Operation.GREATEST: Text("Det største av disse:", "Det største av desse:"),
}
CHART = Text("{name}, som en linje i trinn: {steps}.", "{name}, som ei linje i trinn: {steps}.")
STEP = Text("{value} fra {day}", "{value} frå {day}")
ADDED = Text("Nye: {names}", "Nye: {names}")
DROPPED = Text("Ute: {names}", "Ute: {names}")
MEMBERS = Counted(Text("én på listen", "éin på lista"), Text("{n} på listen", "{n} på lista"))
