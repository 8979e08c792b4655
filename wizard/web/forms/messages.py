"""What a field says when it cannot read what was typed. Each names its question."""

from wizard.domain.text import Text

NOT_A_NUMBER = Text("{name}: Skriv et tall{within}.", "{name}: Skriv eit tal{within}.")
NOT_WHOLE = Text("{name}: Skriv et helt tall{within}.", "{name}: Skriv eit heilt tal{within}.")
NOT_A_YEAR = Text("{name}: Skriv ett årstall{within}.", "{name}: Skriv eitt årstal{within}.")
FRACTION = Text(
    "{name}: Skriv tallet med komma, ikke som brøk. Skriv et tall{within}.",
    "{name}: Skriv talet med komma, ikkje som brøk. Skriv eit tal{within}.",
)
UNCLEAR = Text(
    "{name}: «{typed}» kan bety {first} eller {second}. Skriv det dere mener.",
    "{name}: «{typed}» kan bety {first} eller {second}. Skriv det de meiner.",
)
PERHAPS = Text(
    "{name}: «{typed}» er uklart. Mente dere {first}?",
    "{name}: «{typed}» er uklart. Meinte de {first}?",
)
OTHER_UNIT = Text(
    "{name}: Skriv tallet i {unit}, ikke i {found}.",
    "{name}: Skriv talet i {unit}, ikkje i {found}.",
)
NO_UNIT = Text(
    "{name}: Skriv bare tallet, uten «{found}».", "{name}: Skriv berre talet, utan «{found}»."
)
NOT_A_DATE = Text(
    "{name}: Skriv en dato som finnes, for eksempel {example}.",
    "{name}: Skriv ein dato som finst, til dømes {example}.",
)
SHORT_YEAR = Text(
    "{name}: Skriv året med fire siffer, for eksempel {example}.",
    "{name}: Skriv året med fire siffer, til dømes {example}.",
)
PART_OF_DATE = Text(
    "{name}: Fyll ut dag, måned og år, for eksempel {example}.",
    "{name}: Fyll ut dag, månad og år, til dømes {example}.",
)
MEETING_HELD = Text(
    "{name}: Det er for sent til møtet {found}. "
    "Skriv datoen for det neste møtet, fra {first} til {last}.",
    "{name}: Det er for seint til møtet {found}. "
    "Skriv datoen for det neste møtet, frå {first} til {last}.",
)
FAR_MEETING = Text(
    "{name}: Skriv en dato fra {first} til {last}.",
    "{name}: Skriv ein dato frå {first} til {last}.",
)
UNKNOWN_OPTION = Text("{name}: Velg et av svarene.", "{name}: Vel eit av svara.")
BOTH = Text(
    "{name}: Dere har både svart og krysset av for «Vet ikke». Behold bare det ene.",
    "{name}: De har både svart og kryssa av for «Veit ikkje». Behald berre det eine.",
)
NONE_AND_MORE = Text(
    "{name}: Dere har krysset av for «Ingen av disse» og noe mer. Behold bare det ene.",
    "{name}: De har kryssa av for «Ingen av desse» og noko meir. Behald berre det eine.",
)
TOO_LONG = Text(
    "{name}: Teksten har {found} tegn. Den kan ha høyst {limit}.",
    "{name}: Teksten har {found} teikn. Han kan ha høgst {limit}.",
)
UNPRINTABLE = Text(
    "{name}: Notatet kan ikke vise dette: {signs}. Fjern det, eller skriv det på en annen måte.",
    "{name}: Notatet kan ikkje vise dette: {signs}. Fjern det, eller skriv det på ein annan måte.",
)
OTHER_TEXT = Text(
    "{name}: Noen andre har lagret en annen tekst mens denne siden sto åpen. Den står under ruten. "
    "Teksten deres står i ruten, og er ikke lagret. Sett dem sammen, og lagre en gang til.",
    "{name}: Nokon andre har lagra ein annan tekst medan denne sida stod open. Han står under "
    "ruta. Teksten dykkar står i ruta, og er ikkje lagra. Set dei saman, og lagre ein gong til.",
)
OTHER_LINE = Text(
    "{name}: Noen andre har lagret noe annet mens denne siden sto åpen. Det står under feltet. "
    "Det dere skrev, er ikke lagret. Lagre en gang til hvis det skal gjelde.",
    "{name}: Nokon andre har lagra noko anna medan denne sida stod open. Det står under feltet. "
    "Det de skreiv, er ikkje lagra. Lagre ein gong til dersom det skal gjelde.",
)
TAKEN_AWAY = Text(
    "{name}: Noen andre har tømt feltet mens denne siden sto åpen. Det dere skrev, er ikke "
    "lagret. Lagre en gang til hvis det skal gjelde.",
    "{name}: Nokon andre har tømt feltet medan denne sida stod open. Det de skreiv, er ikkje "
    "lagra. Lagre ein gong til dersom det skal gjelde.",
)
EARLY_MEETING = Text(
    "Møtet er før {day}, som er dagen notatet gjelder for. Kontroller datoen.",
    "Møtet er før {day}, som er dagen notatet gjeld for. Kontroller datoen.",
)
CONFLICT = Text(
    "{name}: Noen andre har svart «{stored}» mens denne siden sto åpen. "
    "Svaret deres er ikke lagret. Lagre en gang til hvis det skal gjelde.",
    "{name}: Nokon andre har svart «{stored}» medan denne sida stod open. "
    "Svaret dykkar er ikkje lagra. Lagre ein gong til dersom det skal gjelde.",
)
STALE = Text(
    "Siden har stått åpen for lenge, eller nettleseren har slettet informasjonskapselen. "
    "Det dere skrev, står her fortsatt. Send det en gang til.",
    "Sida har stått open for lenge, eller nettlesaren har sletta informasjonskapselen. "
    "Det de skreiv, står her framleis. Send det ein gong til.",
)
