"""What is said of a plan that is followed up."""

from wizard.domain.follow_up import MeasureState, PlanPart
from wizard.domain.text import Counted, Text

STATES = {
    MeasureState.DONE: Text("Gjort", "Gjort"),
    MeasureState.BEGUN: Text("I gang", "I gang"),
    MeasureState.DROPPED: Text("Droppet", "Droppa"),
    MeasureState.NOT_BEGUN: Text("Ikke begynt", "Ikkje byrja"),
}
NOT_SAID = Text("Ikke merket", "Ikkje merkt")
PARTS = {
    PlanPart.CORE: Text("Tiltakene for det første året", "Tiltaka for det første året"),
    PlanPart.LATER: Text("Tiltakene som skulle komme etterpå", "Tiltaka som skulle kome etterpå"),
    PlanPart.MADE_KNOWN: Text("Dette skulle gjøres kjent", "Dette skulle gjerast kjent"),
}
# A measure whose scheme is no longer in the rules has nothing left but its address.
NO_LONGER = Text("«{id}» (ikke lenger i reglene)", "«{id}» (ikkje lenger i reglane)")

DONE_SAID_OTHERWISE = Text(
    "Dere har merket «{name}» som gjort, men svart at dere ikke har det på plass.",
    "De har merkt «{name}» som gjort, men svart at de ikkje har det på plass.",
)
DONE_NOT_SAID = Text(
    "Dere har merket «{name}» som gjort, men ikke svart på om dere har det på plass.",
    "De har merkt «{name}» som gjort, men ikkje svart på om de har det på plass.",
)
DONE_OF = Text("{done} av {n} gjort", "{done} av {n} gjort")
PROGRESS = Counted(
    Text("{n} av {of} tiltak er gjort.", "{n} av {of} tiltak er gjort."),
    Text("{n} av {of} tiltak er gjort.", "{n} av {of} tiltak er gjorde."),
)
IN_STATE = {
    MeasureState.BEGUN: Text("{n} er i gang", "{n} er i gang"),
    MeasureState.NOT_BEGUN: Text("{n} er ikke begynt", "{n} er ikkje byrja"),
    MeasureState.DROPPED: Text("{n} er droppet", "{n} er droppa"),
    None: Text("{n} er uten merke", "{n} er utan merke"),
}
NOTHING_LEFT = Text(
    "Ingenting gjenstår av det første året.", "Ingenting står att av det første året."
)
LEFT = Counted(
    Text(
        "Ett tiltak gjenstår. Det er satt opp med {weeks} arbeid. Ramme: {frame}.",
        "Eitt tiltak står att. Det er sett opp med {weeks} arbeid. Ramme: {frame}.",
    ),
    Text(
        "{n} tiltak gjenstår. De er satt opp med {weeks} arbeid til sammen. Ramme: {frame}.",
        "{n} tiltak står att. Dei er sette opp med {weeks} arbeid til saman. Ramme: {frame}.",
    ),
)
BEGUN_TOO = Text(
    "Det som alt er brukt på tiltak i gang, er ikke trukket fra.",
    "Det som alt er brukt på tiltak i gang, er ikkje trekt frå.",
)

FIGURE = Text(
    "{name}: {old} ({old_source}) er nå {new} ({new_source}).",
    "{name}: {old} ({old_source}) er no {new} ({new_source}).",
)
FIGURE_ALONE = Text("{name}: {old}, nå {new}.", "{name}: {old}, no {new}.")
NOT_KNOWN = Text("ikke kjent", "ikkje kjent")
FIGURE_CAME = Text(
    "{name}: ikke kjent før, nå {new} ({new_source}).",
    "{name}: ikkje kjent før, no {new} ({new_source}).",
)
FIGURE_GONE = Text(
    "{name}: {old} ({old_source}) finnes ikke i de nye tallene.",
    "{name}: {old} ({old_source}) finst ikkje i dei nye tala.",
)
CORRECTED = Text(
    "Dere har rettet det til {own}. Det blir stående.",
    "De har retta det til {own}. Det blir ståande.",
)
CORRECTED_ALIKE = Text(
    "Dere hadde rettet det til {own}, som er det samme som det nye tallet.",
    "De hadde retta det til {own}, som er det same som det nye talet.",
)
REDATED = Counted(
    Text(
        "Ett tall er av nyere dato, men har samme verdi.",
        "Eitt tal er av nyare dato, men har same verdi.",
    ),
    Text(
        "{n} tall er av nyere dato, men har samme verdi.",
        "{n} tal er av nyare dato, men har same verdi.",
    ),
)
