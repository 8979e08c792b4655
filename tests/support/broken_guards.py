"""Mistakes that are well formed, and can hardly be meant."""

# ruff: noqa: E501 - one mistake is one row

from rule_folder import Break

from wizard.rulebook.messages import guards as say
from wizard.rulebook.messages import values

_RATES, _MORE_RATES = "satser/lan.yaml", "satser/tilskudd.yaml"
_LOAN, _ALLOT = "virkemidler/utleielan-kommune.yaml", "virkemidler/utleielan-tildeling.yaml"
_GRANT, _START = "virkemidler/tilskudd-til-utleieboliger.yaml", "virkemidler/startlan.yaml"
_DISTRICT = "virkemidler/tilskudd-etablering-og-tilpasning-i-distriktskommuner.yaml"
_PLACE, _ASK, _MARKET = (
    "sporreskjema/10-kommunen.yaml",
    "sporreskjema/20-boligbehov.yaml",
    "sporreskjema/30-marked.yaml",
)
_NEED = "behov/rekruttering.yaml"
_OFTEN = "{opplysning: rekruttering_stoppes, er: ofte}"
_NEWEST = '  - fra: "2026-02-28"\n'

BREAKS = (
    Break("a rate that can be anything", _RATES, '  grenser: {fra: "30", til: "60"}\n', "", say.NO_BOUNDS, "navn: {nb: Andel boliger"),
    Break("a rate outside what it can be", _RATES, 'er: "40"', 'er: "80"', say.OUTSIDE_BOUNDS, '"80"'),
    Break("a loan of 180 per cent", _RATES, 'er: "90"', 'er: "180"', values.OUT_OF_RANGE, '"180"'),
    Break("a class that is not there", _MORE_RATES, 'er: "5"}', 'er: "7"}', values.OUT_OF_RANGE, '"7"'),
    Break("a jump without a reason", _RATES, '{fra: "2025-02-17", er: "90"}', '{fra: "2025-02-17", er: "60", grenser: {fra: "50", til: "80"}}', say.JUMP, '"60"'),
    Break("a reason without a jump", _RATES, 'er: "90"}', 'er: "90", sprang: {nb: x, nn: y}}', say.REASON_WITHOUT_JUMP, '"90"'),
    Break("a value twice", _RATES, 'er: "90"}', 'er: "85"}', say.SAME_VALUE, '"85"}]'),
    Break("a kommune twice in a list", _MORE_RATES, '"5636"]', '"5603"]', values.TWICE, '"5603"]'),
    Break("a krav that falls away unsaid", _DISTRICT, _NEWEST, _NEWEST + "    krav: []\n", say.DROPPED, 'fra: "2026-02-28"'),
    Break("a vilkår that falls away unsaid", _DISTRICT, _NEWEST, _NEWEST + "    vilkar: []\n", say.DROPPED, 'fra: "2026-02-28"'),
    Break("a krav that is said to be gone and is not", _DISTRICT, _NEWEST, _NEWEST + "    avsluttet_krav: [avtale]\n", say.NOT_DROPPED, 'fra: "2026-02-28"'),
    Break("a vilkår that is gone before there was any", _DISTRICT, '  - fra: "2025-04-30"\n', '  - fra: "2025-04-30"\n    avsluttet_vilkar: [jobb]\n', say.NOT_DROPPED, 'fra: "2025-04-30"'),
    Break("alternatives that strengthen each other", _LOAN, "innsats:", "styrker: [utleielan-tildeling]\ninnsats:", say.STRENGTHENS_RIVAL, "styrker: [utleielan-tildeling]"),
    Break("alternatives that strengthen each other in one edition", _DISTRICT, _NEWEST, _NEWEST + "    alternativ_til: [startlan]\n", say.STRENGTHENS_RIVAL, "styrker:"),
    Break("what calls for it in one edition, and never can", _DISTRICT, _NEWEST, _NEWEST + f"    aktuelt: {{alle: [{_OFTEN}, {{ikke: {_OFTEN}}}]}}\n", say.NEVER_MET, "id: tilskudd-etablering"),
    Break("an alternative to what it needs through another", _GRANT, "styrker:", "forst: {minst_en: [utleielan-kommune]}\nstyrker:", say.NEEDS_RIVALS, "bare_sammen_med:", where=_ALLOT),
    Break("a threshold beyond what the answer can be", "behov/plankapasitet.yaml", "{sats: lav_kapasitet_uker}", '"0"', say.BEYOND_REACH, "{opplysning: uker_til_boligarbeid"),
    Break("a threshold that every answer passes", "behov/plankapasitet.yaml", "under: {sats: lav_kapasitet_uker}", 'minst: "0"', say.ALWAYS_MET, "{opplysning: uker_til_boligarbeid"),
    Break("all the answers there are", _NEED, "er: ofte", "er_en_av: [ofte, av_og_til, nei]", say.ALWAYS_MET, "{opplysning: rekruttering_stoppes"),
    Break("two answers at once", _NEED, f"hvis: {_OFTEN}", f"hvis: {{alle: [{_OFTEN}, {{opplysning: rekruttering_stoppes, er: nei}}]}}", say.NEVER_MET, "id: rekruttering"),
    Break("a question for nobody", _PLACE, "minst: {sats: distriktsklasse_delvis}", "minst: {sats: distriktsklasse}", say.NEVER_ASKED, "id: prosjekt_i_utsatt_del"),
    Break("an option for nobody", _ASK, 'hvis: {opplysning: sentralitetsklasse, minst: "2"}', 'hvis: {alle: [{opplysning: sentralitetsklasse, minst: "3"}, {opplysning: sentralitetsklasse, under: "3"}]}', say.NEVER_OFFERED, "id: mangler_bolig"),
)  # fmt: skip
