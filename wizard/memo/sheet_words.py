"""What the columns of the plan are called, and what stands where there is no number."""

from wizard.domain.text import Text

NUMBER = Text("Nr.", "Nr.")
YEAR = Text("År i planen", "År i planen")
MEASURE = Text("Tiltak", "Tiltak")
STEP_NUMBER = Text("Steg nr.", "Steg nr.")
STEP = Text("Steg", "Steg")
RESPONSIBLE = Text("Ansvarlig", "Ansvarleg")
BEGINS = Text("Begynn", "Start")
DEADLINE = Text("Frist", "Frist")
READY = Text("Ferdig", "Ferdig")
WHEN = Text("Tid i ord", "Tid i ord")
WEEKS = Text("Uker", "Veker")
LEAST = Text("Egne penger, minst (kr)", "Eigne pengar, minst (kr)")
MOST = Text("Egne penger, mest (kr)", "Eigne pengar, mest (kr)")
STATUS = Text("Status", "Status")
RESERVATIONS = Text("Forbehold", "Atterhald")

UNKNOWN = Text("ikke kjent", "ikkje kjent")
NO_UPPER_END = Text("ingen øvre grense", "inga øvre grense")
