"""What is well formed and can hardly be meant: what the guards of the rules say."""

from wizard.domain.text import Text

NO_BOUNDS = Text(
    "Satsen «{id}» mangler «grenser»: det laveste og det høyeste tallet som er til å tro.",
    "Satsen «{id}» manglar «grenser»: det lågaste og det høgaste talet som er til å tru.",
)
OUTSIDE_BOUNDS = Text(
    "{value} er utenfor «grenser», som går fra {low} til {high}. Rett tallet. Er tallet riktig, "
    "får verdien egne «grenser».",
    "{value} er utanfor «grenser», som går frå {low} til {high}. Rett talet. Er talet rett, får "
    "verdien eigne «grenser».",
)
HIGHER, LOWER = Text("høyere", "høgare"), Text("lavere", "lågare")
JUMP = Text(
    "Verdien er {percent} % {which} enn den før. Er den riktig, skriver du hvorfor i «sprang».",
    "Verdien er {percent} % {which} enn den før. Er han rett, skriv du kvifor i «sprang».",
)
REASON_WITHOUT_JUMP = Text(
    "«sprang» hører bare til en verdi som er mer enn {most} % fra den før. Ta det bort.",
    "«sprang» høyrer berre til ein verdi som er meir enn {most} % frå den før. Ta det bort.",
)
SAME_VALUE = Text(
    "Verdien er den samme som den før. Rett tallet, eller ta bort linjen.",
    "Verdien er den same som den før. Rett talet, eller ta bort linja.",
)
DROPPED = Text(
    "Utgaven før har dette under «{key}», og denne har det ikke: {ids}. Er det slutt, skriver du "
    "«{ended}: [{ids}]».",
    "Utgåva før har dette under «{key}», og denne har det ikkje: {ids}. Er det slutt, skriv du "
    "«{ended}: [{ids}]».",
)
NOT_DROPPED = Text(
    "«{ended}» nevner «{id}», men det er ikke noe som falt bort med denne utgaven.",
    "«{ended}» nemner «{id}», men det er ikkje noko som fall bort med denne utgåva.",
)
STRENGTHENS_RIVAL = Text(
    "«styrker» nevner «{id}», men de to er alternativer, og bare én av dem blir med.",
    "«styrker» nemner «{id}», men dei to er alternativ, og berre éin av dei blir med.",
)
NEEDS_RIVALS = Text(
    "Ordningen må ha med både «{first}» og «{second}», men de er alternativer til hverandre. Da "
    "kan den aldri bli med. Endre «{key}» her, eller «alternativ_til» hos en av de to.",
    "Ordninga må ha med både «{first}» og «{second}», men dei er alternativ til kvarandre. Då kan "
    "ho aldri bli med. Endre «{key}» her, eller «alternativ_til» hos ein av dei to.",
)
BEYOND_REACH = Text(
    "«{fact}» kan aldri oppfylle dette. Det kan bare være {room}.",
    "«{fact}» kan aldri oppfylle dette. Det kan berre vere {room}.",
)
ALWAYS_MET = Text(
    "«{fact}» oppfyller alltid dette, for det kan bare være {room}.",
    "«{fact}» oppfyller alltid dette, for det kan berre vere {room}.",
)
NEVER_MET = Text(
    "En betingelse her kan aldri bli oppfylt: delene i den utelukker hverandre.",
    "Ein føresetnad her kan aldri bli oppfylt: delane i han utelukkar kvarandre.",
)
NEVER_ASKED = Text(
    "Spørsmålet blir aldri stilt: delene i «hvis» utelukker hverandre.",
    "Spørsmålet blir aldri stilt: delane i «hvis» utelukkar kvarandre.",
)
NEVER_OFFERED = Text(
    "Et svar i «valg» blir aldri vist: delene i «hvis» utelukker hverandre.",
    "Eit svar i «valg» blir aldri vist: delane i «hvis» utelukkar kvarandre.",
)
