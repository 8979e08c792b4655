"""What the status note itself says; what is said of measures and figures stands in `voice`."""

from wizard.domain.text import Counted, Text

TITLE_DONE = Text(
    "{title} har gjort {done} av {n} tiltak i planen",
    "{title} har gjort {done} av {n} tiltak i planen",
)
TITLE_NONE_DONE = Text(
    "{title} har ikke fullført noen av tiltakene i planen ennå",
    "{title} har ikkje fullført nokon av tiltaka i planen enno",
)
TITLE_NO_MEASURES = Text("{title}: status for planen", "{title}: status for planen")

PLAN = Text("Planen", "Planen")
PLAN_TOLD = Counted(
    Text(
        "Handlingsplanen fra {day} hadde ett tiltak for det første året. "
        "{Leader} skulle melde tilbake innen {report}.",
        "Handlingsplanen frå {day} hadde eitt tiltak for det første året. "
        "{Leader} skulle melde tilbake innan {report}.",
    ),
    Text(
        "Handlingsplanen fra {day} hadde {n} tiltak for det første året. "
        "{Leader} skulle melde tilbake innen {report}.",
        "Handlingsplanen frå {day} hadde {n} tiltak for det første året. "
        "{Leader} skulle melde tilbake innan {report}.",
    ),
)
STATUS = Text("Status", "Status")
LEFT = Text("Gjenstår", "Står att")
LATER = Text("Etterpå", "Etterpå")
NEW_FIGURES = Text("Nye tall", "Nye tal")
NEW_RULES = Text("Nye regler", "Nye reglar")
SAME_FIGURES = Text(
    "Tallene i saken er de samme som i planen.", "Tala i saka er dei same som i planen."
)
SOME_FIGURES = Counted(
    Text("Ett tall i saken er endret, se nederst.", "Eitt tal i saka er endra, sjå nedst."),
    Text("{n} tall i saken er endret, se nederst.", "{n} tal i saka er endra, sjå nedst."),
)
SAME_RULES = Text(
    "Reglene for tiltakene som gjenstår, er ikke endret siden {day}.",
    "Reglane for tiltaka som står att, er ikkje endra sidan {day}.",
)
RULES_DIFFER = Text(
    "Reglene er endret siden {day} for {names}.", "Reglane er endra sidan {day} for {names}."
)
NEW_EDITION = Text(
    "Regelverket har fått en ny utgave siden planen. Det som er rettet i den, er ikke med her.",
    "Regelverket har fått ei ny utgåve sidan planen. Det som er retta i ho, er ikkje med her.",
)
ADVICE_CAME = Text("Nytt i rådene er å {tasks}.", "Nytt i råda er å {tasks}.")

MEASURES = Text("Tiltakene i planen", "Tiltaka i planen")
COLUMNS = (
    Text("Tiltak", "Tiltak"),
    Text("Status", "Status"),
    Text("Hvorfor", "Kvifor"),
)
NOTHING_SAID = Text("–", "–")
WHOLE_REASONS = Text(
    "Noen begrunnelser er kortet ned eller utelatt her. De står hele i saken.",
    "Nokre grunngjevingar er korta ned eller utelatne her. Dei står heile i saka.",
)
THE_REST = Text(
    "Tiltakene etter det første året står i saken.",
    "Tiltaka etter det første året står i saka.",
)
FIGURES = Text("Tall som er endret siden planen", "Tal som er endra sidan planen")
MORE_FIGURES = Counted(
    Text(
        "Ett tall til er endret. Veiviseren viser det.",
        "Eitt tal til er endra. Vegvisaren viser det.",
    ),
    Text(
        "{n} tall til er endret. Veiviseren viser dem.",
        "{n} tal til er endra. Vegvisaren viser dei.",
    ),
)

TAKE_NOTE = Text("{Body} tar statusen til orientering.", "{Body} tek statusen til orientering.")
FINISH = Text(
    "{Body} ber {leader} fullføre {tasks}.",
    "{Body} bed {leader} fullføre {tasks}.",
)
BEGIN = Text(
    "{Body} ber {leader} begynne med {tasks}, eller si hva som hindrer det.",
    "{Body} bed {leader} byrje med {tasks}, eller seie kva som hindrar det.",
)
DROP = Text(
    "Dette går ut av planen: {tasks}.",
    "Dette går ut av planen: {tasks}.",
)
DUTY_STANDS = Text("Plikten gjelder fortsatt.", "Plikta gjeld framleis.")
RENEW = Text(
    "{Leader} legger fram en ny plan for det neste året innen {day}, når året i planen er ute.",
    "{Leader} legg fram ein ny plan for det neste året innan {day}, når året i planen er ute.",
)
RENEW_LATE = Text(
    "Det første året i planen varte til {ended}. {Leader} legger fram en ny plan innen {day}.",
    "Det første året i planen varte til {ended}. {Leader} legg fram ein ny plan innan {day}.",
)
REPORT = Text(
    "{Leader} melder tilbake til {body} innen {day}.",
    "{Leader} melder tilbake til {body} innan {day}.",
)
