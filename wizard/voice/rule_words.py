"""What the rules say of a scheme beyond any case, in both written forms."""

from wizard.domain.schemes import Funding
from wizard.domain.text import Text

FUNDING = {
    Funding.OPEN: Text("Åpen.", "Open."),
    Funding.USED_UP: Text("Årets penger er brukt opp.", "Pengane for i år er brukte opp."),
    Funding.UNCERTAIN: Text(
        "Uavklart. Vi har ikke sett at det er penger i år.",
        "Uavklart. Vi har ikkje sett at det er pengar i år.",
    ),
    Funding.CLOSED: Text("Stengt.", "Stengd."),
}
YEARLY = Text("{day} hvert år", "{day} kvart år")
UNKNOWN_DEADLINE = Text("Fristen er ikke kjent", "Fristen er ikkje kjend")
PREPARE = Text("regn med {weeks} uker til å forberede", "rekn med {weeks} veker til å førebu")
CHECK = Text("kontroller fristen", "kontroller fristen")
RELATIONS = (
    ("first", Text("Må være på plass først", "Må vere på plass først")),
    ("only_with", Text("Bare sammen med en av disse", "Berre saman med ei av desse")),
    ("alternative_to", Text("Alternativ til", "Alternativ til")),
    ("not_same_cost", Text("Ikke til samme kostnad som", "Ikkje til same kostnad som")),
    ("strengthens", Text("Virker godt sammen med", "Verkar godt saman med")),
)
# A name that a scheme had, or will have; people come with a paper of another day.
WAS_CALLED = Text("Het «{name}» til og med {day}.", "Heitte «{name}» til og med {day}.")
WILL_BE_CALLED = Text("Heter «{name}» fra {day}.", "Heiter «{name}» frå {day}.")
DUTY_SINCE = Text(
    "Loven har krevd dette siden {day}. {basis}.", "Lova har kravd dette sidan {day}. {basis}."
)
DUTY_FROM = Text("Loven krever dette fra {day}. {basis}.", "Lova krev dette frå {day}. {basis}.")

# How many municipalities a scheme may suit, by open figures alone.
TALLY_NONE = Text(
    "Åpne tall alene sier ikke hvilke kommuner dette er noe for. "
    "Det avgjøres av svarene fra kommunen.",
    "Opne tal åleine seier ikkje kva kommunar dette er noko for. "
    "Det blir avgjort av svara frå kommunen.",
)
TALLY_ALL = Text(
    "Ut fra åpne tall alene kan dette være aktuelt i alle {total} kommuner.",
    "Ut frå opne tal åleine kan dette vere aktuelt i alle {total} kommunar.",
)
TALLY_MAY_SUIT = Text(
    "Ut fra åpne tall alene kan dette være aktuelt i {n} av {total} kommuner.",
    "Ut frå opne tal åleine kan dette vere aktuelt i {n} av {total} kommunar.",
)
TALLY_DOES_NOT = Text(
    "Ut fra åpne tall alene er dette ikke aktuelt i {n} av {total} kommuner.",
    "Ut frå opne tal åleine er dette ikkje aktuelt i {n} av {total} kommunar.",
)
TALLY_OPEN = Text(
    "I de andre avgjør svarene fra kommunen.", "I dei andre avgjer svara frå kommunen."
)
TALLIED = Text(
    "Regnet ut {day} med reglene i versjon {version}.",
    "Rekna ut {day} med reglane i versjon {version}.",
)
