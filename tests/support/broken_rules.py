"""Mistakes in what rules mean: conditions, facts, schemes and the whole book."""

# ruff: noqa: E501 - one mistake is one row

from rule_folder import Break

from wizard.rulebook.messages import rules as say
from wizard.rulebook.messages import values

_LOAN, _ALLOT = "virkemidler/utleielan-kommune.yaml", "virkemidler/utleielan-tildeling.yaml"
_REFERRAL, _GRANT = (
    "virkemidler/utleielan-tilvisning.yaml",
    "virkemidler/tilskudd-til-utleieboliger.yaml",
)
_DISTRICT = "virkemidler/tilskudd-etablering-og-tilpasning-i-distriktskommuner.yaml"
_START, _LIFE = "virkemidler/startlan.yaml", "virkemidler/lan-til-livslopsboliger.yaml"
_FIGURES, _DERIVED, _SOURCES = "kommunetall.yaml", "nokkeltall.yaml", "kilder.yaml"
_RATES, _MORE_RATES = "satser/lan.yaml", "satser/tilskudd.yaml"
_PLACE, _ASK = "sporreskjema/10-kommunen.yaml", "sporreskjema/20-boligbehov.yaml"
_MARKET, _CAPACITY = "sporreskjema/30-marked.yaml", "sporreskjema/40-kapasitet.yaml"
_NEED, _EXCEPTION = "behov/rekruttering.yaml", "virkemidler/distriktsunntak.yaml"
_HEAD, _DOUBT = "regelverk.yaml", "rimelighet.yaml"
_SOURCE = """\
- {id: overflodig, tittel: {nb: x, nn: y}, utgiver: z, lenke: "https://example.org/side", lest: 2026-01-01, les_igjen: 2027-01-01}
"""
_RATE = """\
overflodig: {navn: {nb: x, nn: y}, enhet: ar, grenser: {fra: 1, til: 1}, hjemmel: {kilde: ssb-06035}, verdier: [{fra: 2026-01-01, er: "1"}]}
"""
_QUESTION = """\
  - {id: overflodig, navn: {nb: x, nn: y}, tekst: {nb: x, nn: y}, hvorfor: {nb: x, nn: y}, hvor_finner_jeg: {nb: x, nn: y},
     type: ja_nei, kan_endres: aldri, hvem_vet: plan}
"""
_ROUND = """
  type: desimaltall
  enhet: forhold
- id: runde
  navn: {nb: x, nn: y}
  beregning: {produkt: [verdi_kost, verdi_kost]}"""
_DOUBT_TOO = """\
regler:
  - id: enda-flere-uker
    gjelder: [uker_til_boligarbeid]
    hvis: {{opplysning: uker_til_boligarbeid, minst: "{minst}"}}
    melding:
      nb: Stemmer dette? Dere skrev {{tall:uker_til_boligarbeid}}.
      nn: Stemmer dette? De skreiv {{tall:uker_til_boligarbeid}}.
    eksempler:
      - {{navn: mange, dato: "2026-11-22", opplysninger: {{uker_til_boligarbeid: "{minst}"}}, gir: tvil}}
      - {{navn: få, dato: "2026-11-22", opplysninger: {{uker_til_boligarbeid: "1"}}, gir: ingen_tvil}}
"""
_OFTEN = "{opplysning: rekruttering_stoppes, er: ofte}"
_OWN = "{opplysning: kommunen_vil_eie_selv, er_en_av: [ja, helst_ikke]}"

CONDITIONS = (
    Break("a condition in words", _NEED, _OFTEN, "ofte", say.CONDITION_WANTED, "ofte"),
    Break("a condition about nothing", _NEED, _OFTEN, "{er: ofte}", say.NO_HEAD, "{er: ofte}"),
    Break("a misspelt branch", _LOAN, f"hvis: {_OWN}", f"hvis: {{ale: [{_OWN}]}}", say.NO_HEAD, "ale:", meant="alle"),
    Break("two branches side by side", _LOAN, f"hvis: {_OWN}", f"hvis: {{alle: [{_OWN}], ikke: {_OWN}}}", say.TWO_HEADS, "ikke: {opp"),
    Break("an operator beside a branch", _LOAN, f"hvis: {_OWN}", f"hvis: {{alle: [{_OWN}], minst: noe}}", say.EXTRA_IN_CONDITION, "minst: noe}\n    hjemmel"),
    Break("a need that rests on a need", _NEED, _OFTEN, "{behov: vanskeligstilte, minst: stor}", say.NO_NEEDS_HERE, "behov: vanskeligstilte"),
    Break("a question that rests on a need", _ASK, "hvis: {opplysning: mangler_bolig, inneholder: vanskeligstilte}", "hvis: {behov: rekruttering, minst: noe}", say.NO_NEEDS_HERE, "behov: rekr"),
    Break("a krav that rests on a need", _LOAN, f"hvis: {_OWN}", f"hvis: {{alle: [{_OWN}, {{ikke: {{behov: rekruttering, minst: noe}}}}]}}", say.NO_NEEDS_IN_REQUIREMENT, "behov: rekruttering, minst: noe}}"),
    Break("a need of no severity", _LOAN, "{behov: vanskeligstilte, minst: noe}", "{behov: vanskeligstilte}", say.NEED_WITHOUT_SEVERITY, "{behov: vanskeligstilte}"),
    Break("a fact compared with nothing", _NEED, _OFTEN, "{opplysning: rekruttering_stoppes}", say.NO_OPERATOR, "{opplysning: rekruttering_stoppes}}"),
    Break("an operator that does not exist", _NEED, "er: ofte", "erlik: ofte", say.UNKNOWN_OPERATOR, "erlik"),
    Break("two operators", _NEED, "er: ofte", "er: ofte, er_en_av: [nei]", say.TWO_OPERATORS, "er_en_av: [nei]"),
    Break("`er` about a fact with several answers", _ASK, "inneholder: vanskeligstilte", "er: vanskeligstilte", say.OPERATOR_DOES_NOT_FIT, "er: vanskeligstilte", meant="inneholder"),
    Break("`er_en_av` about a fact with several answers", _ASK, "inneholder_en_av: [t", "er_en_av: [t", say.OPERATOR_DOES_NOT_FIT, "er_en_av: [t", meant="inneholder_en_av"),
    Break("`minst` about a word", _NEED, "er: ofte", "minst: ofte", say.OPERATOR_DOES_NOT_FIT, "minst: ofte"),
    Break("`er` about a number", _DISTRICT, "{opplysning: sentralitetsklasse, minst: ", "{opplysning: sentralitetsklasse, er: ", say.OPERATOR_DOES_NOT_FIT, "er: {sats: distriktsklasse}"),
    Break("a condition twice", _PLACE, '        - {opplysning: fylkesnummer, er: "56"}\n        - {opp', '        - {opplysning: fylkesnummer, er: "56"}\n        - {opplysning: fylkesnummer, er: "56"}\n        - {opp', say.SAME_PART, '{opplysning: fylkesnummer, er: "56"}\n        - {opplysning: sent'),
    Break("a rate in another unit", _DISTRICT, "minst: {sats: distriktsklasse}", "minst: {sats: tildeling_minste_ar}", say.UNITS_DIFFER, "{sats: tildeling"),
    Break("a rate about a word", _NEED, "er: ofte", "er: {sats: verdi_lik_kostnad}", say.UNITS_DIFFER, "{sats: verdi"),
    Break("a list where one value is compared", _DISTRICT, "er_en_av: {sats: finnmark_avtaleomrade}", "er: {sats: finnmark_avtaleomrade}", say.RATE_IS_LIST, "{sats: finnmark"),
    Break("one value where a list is compared", _MORE_RATES, '["5603", "5616", "5618", "5620", "5622", "5624", "5626", "5628", "5630", "5632", "5636"]', '"5603"', say.RATE_IS_NOT_LIST, "{sats: finnmark", where=_DISTRICT),
)  # fmt: skip

FACTS = (
    Break("a source to be read again before it was read", _SOURCES, 'les_igjen: "2027-01-31"', 'les_igjen: "2025-01-31"', say.DATES_SWAPPED, '"2025-01-31"'),
    Break("a source that is only a site", _SOURCES, "https://lovdata.no/dokument/SF/forskrift/2019-11-18-1546", "https://lovdata.no/", say.ONLY_A_SITE, "https://lovdata.no/"),
    Break("a page that is known and said to be unknown", _SOURCES, '  lest: "2026-07-28"', '  siden_ukjent: ja\n  lest: "2026-07-28"', say.PAGE_IS_KNOWN, "ja\n"),
    Break("a legal basis that is only a site", _SOURCES, "https://www.husbanken.no/bransje/lan-og-tilskudd/utleieboliger/", "https://www.husbanken.no", say.RESTS_ON_A_SITE, "husbanken-utleieboliger, niva", where=_REFERRAL),
    Break("a check due before it was made", _LOAN, '"2027-06-30"', '"2025-06-30"', say.DATES_SWAPPED, '"2025-06-30"'),
    Break("a source to be read again in another age", _SOURCES, 'les_igjen: "2027-01-31"', 'les_igjen: "2207-01-31"', say.DATES_FAR_APART, '"2207-01-31"', meant="2027-01-31"),
    Break("a check due in another age", _LOAN, '"2027-06-30"', '"2072-06-30"', say.DATES_FAR_APART, '"2072-06-30"', meant="2027-06-30"),
    Break("two rates on one day", _RATES, '{fra: "2025-02-17"', '{fra: "2020-01-01"', say.SAME_DAY, '{fra: "2020-01-01", er: "90"'),
    Break("rates in the wrong order", _RATES, '{fra: "2025-02-17"', '{fra: "2019-02-17"', say.DATES_NOT_RISING, '{fra: "2019'),
    Break("a judgement without a reason", _NEED, "begrunnelse: {nb: Arbeidsgiverne merker det først., nn: Arbeidsgivarane merkar det først.}\n", "", say.JUDGED_WITHOUT_REASON, "vurdering"),
    Break("a reason beside a legal basis", _RATES, "sted: § 7-4}\n", "sted: § 7-4}\n  begrunnelse: {nb: x, nn: y}\n", say.REASON_WITHOUT_JUDGEMENT, "{nb: x"),
    Break("a legal basis without confidence", _ALLOT, "andre ledd}\n    sikkerhet: A", "andre ledd}", say.CONFIDENCE_MISSING, "{kilde: for-2019-11-18-1546, sted: § 3-2 andre ledd}"),
    Break("confidence in a judgement of our own", _ALLOT, "hjemmel: {kilde: for-2019-11-18-1546, sted: § 3-2 andre ledd}", "basis: vurdering", say.CONFIDENCE_IN_OURSELVES, "A"),
    Break("a sentence of what is not a number", _MARKET, "id: har_privat_utbygger\n", "id: har_privat_utbygger\n    utsagn: {ellers: {nb: x, nn: y}}\n", say.STATEMENT_DOES_NOT_FIT, "{ellers: {nb: x"),
    Break("a sentence of a number that does not show it", _MARKET, "id: byggekostnad_m2\n", "id: byggekostnad_m2\n    utsagn: {ellers: {nb: Det koster, nn: Det kostar}}\n", say.NUMBER_NOT_SHOWN, "{nb: Det koster"),
    Break("a rate that is a list and then is not", _MORE_RATES, '"5636"]\n', '"5636"]\n    - {fra: "2026-01-01", er: "5603"}\n', say.LIST_AND_SINGLE, "- fra:"),
    Break("years that go backwards", _RATES, 'er: "20"', 'er: "-20"', say.NEGATIVE_RATE, '"-20"'),
    Break("a list of numbers", _RATES, 'er: "85"', 'er: ["85"]', say.LIST_OF_NUMBERS, '"85"]'),
    Break("a number without a unit", _CAPACITY, "    enhet: arsverk\n", "", say.UNIT_MISSING, "id: arsverk"),
    Break("a percentage in kroner", _FIGURES, "type: kroner", "type: prosent", say.UNIT_DOES_NOT_FIT, "kroner_per_m2"),
    Break("a choice between nothing", _MARKET, "    valg:\n      - {id: aktivt, tekst: {nb: Aktivt, nn: Aktivt}}\n      - {id: lite, tekst: {nb: Lite, nn: Lite}}\n", "", say.OPTIONS_MISSING, "id: startlan_bruk"),
    Break("options beside yes and no", _PLACE, "    type: ja_nei\n", "    type: ja_nei\n    valg: [{id: kanskje, tekst: {nb: K, nn: K}}]\n", say.OPTIONS_NOT_WANTED, "[{id: kanskje"),
    Break("a number without a range", _CAPACITY, '    grenser: {fra: "0", til: "50"}\n', "", say.RANGE_MISSING, "id: arsverk"),
    Break("a word with a range", _MARKET, "    type: ja_nei\n", '    type: ja_nei\n    grenser: {fra: "0", til: "1"}\n', say.RANGE_NOT_WANTED, '{fra: "0"'),
    Break("a figure of words with a range", _PLACE, "kommunetall: sentralitetsklasse", "kommunetall: fylkesnummer", say.RANGE_NOT_WANTED, '{fra: "1"'),
    Break("a range that ends before it begins", _CAPACITY, '{fra: "0", til: "50"}', '{fra: "50", til: "0"}', say.RANGE_SWAPPED, '"0"}'),
    Break("an otherwise without a condition", _CAPACITY, "    hvem_vet: plan\n", '    hvem_vet: plan\n    ellers: "1"\n', say.OTHERWISE_WITHOUT_CONDITION, '"1"\n'),
    Break("a prefilled figure that does not exist", _MARKET, "kommunetall: pris_enebolig_m2", "kommunetall: pris_enebolig", say.UNKNOWN_FIGURE, "pris_enebolig\n", meant="pris_enebolig_m2"),
    Break("a figure shown twice", _MARKET, "kommunetall: pris_enebolig_m2", "kommunetall: sentralitetsklasse", say.SHOWN_TWICE, "sentralitetsklasse\n"),
    Break("a question that waits for a later one", _PLACE, '{opplysning: fylkesnummer, er: "56"}', "{opplysning: har_privat_utbygger, er: ja}", say.ASKED_LATER, "{opplysning: har_privat"),
    Break("a question that waits for what a later one decides", _PLACE, '{opplysning: fylkesnummer, er: "56"}', '{opplysning: verdi_kost, under: "1"}', say.ASKED_LATER, "{opplysning: verdi_kost"),
    Break("a line about an option that goes on", _ASK, "De som kommer hit.", "De som kommer hit" + " og hit" * 15, say.LINE_TOO_LONG, "{nb: De som kommer"),
    Break("a line that says what the option says", _ASK, "{nb: De som kommer hit., nn: Dei som kjem hit.}", "{nb: Tilflyttere, nn: Tilflyttarar}", say.LINE_SAYS_NOTHING, "{nb: Tilflyttere, nn: Tilflyttarar}}"),
    Break("two options with the same line", _ASK, "tekst: {nb: Vanskeligstilte, nn: Vanskelegstilte}}", "tekst: {nb: Vanskeligstilte, nn: Vanskelegstilte}, om: {nb: De som kommer hit., nn: Dei som kjem hit.}}", say.SAME_OPTION, "{id: vanskeligstilte, tekst"),
    Break("two options with the same text", _ASK, "tekst: {nb: Vanskeligstilte, nn: Vanskelegstilte}", "tekst: {nb: Tilflyttere, nn: Tilflyttarar}", say.SAME_OPTION, "{id: vanskeligstilte, tekst"),
    Break("a line about an option in one written form", _ASK, "{nb: De som kommer hit., nn: Dei som kjem hit.}", "{nb: De som kommer hit.}", values.MISSING_KEY, "{nb: De som kommer"),
    Break("a search word that is the name", _NEED, "kort: {", 'sokeord: [mangler folk, "folk får jobb,  men ikke bolig"]\nkort: {', say.SEARCH_WORD_IS_NAME, '"folk får'),
    Break("a search word without letters", _NEED, "kort: {", 'sokeord: [mangler folk, "–"]\nkort: {', values.NO_LETTERS, '"–"]'),
    Break("a search word twice", _NEED, "kort: {", 'sokeord: [mangler folk, "Mangler  folk"]\nkort: {', values.TWICE, '"Mangler  folk"]'),
    Break("a name that is gone in one written form", "utgatt/tilskudd-til-istandsetting.yaml", "[Tilskudd til istandsetting, ", "[{nb: Tilskudd til istandsetting}, ", values.MISSING_KEY, "{nb: Tilskudd til i"),
    Break("an option that stands before every group", _ASK, "gruppe: {nb: Nye her, nn: Nye her}, ", "", say.FIRST_WITHOUT_GROUP, "- {id: tilflyttere"),
    Break("an option that waits for a later question", _ASK, 'hvis: {opplysning: sentralitetsklasse, minst: "2"}', "hvis: {opplysning: har_privat_utbygger, er: ja}", say.ASKED_LATER, "{opplysning: har_privat"),
    Break("a page with a question that is not there", _ASK, "sporsmal: [mangler_bolig]", "sporsmal: [mangler_bolg]", say.NOT_IN_THIS_FILE, "mangler_bolg]", meant="mangler_bolig"),
    Break("a question on two pages", _ASK, "[vanskeligstilte_uten_bolig, ", "[vanskeligstilte_uten_bolig, mangler_bolig, ", say.ON_TWO_PAGES, "mangler_bolig, rek"),
    Break("a question on no page", _ASK, "[vanskeligstilte_uten_bolig, rekruttering_stoppes]", "[vanskeligstilte_uten_bolig]", say.ON_NO_PAGE, "id: rekruttering_stoppes"),
    Break("a prefilled figure on no page", _MARKET, "[pris_enebolig_m2, byggekostnad_m2", "[byggekostnad_m2", say.ON_NO_PAGE, "- id: pris\n"),
    Break("six questions on a page", _MARKET, "trenger_oppfolging]\n  - id: startlan\n    navn: {nb: Startlån, nn: Startlån}\n    sporsmal: [", "trenger_oppfolging, ", say.TOO_MANY_ON_PAGE, "startlan_bruk]"),
    Break("pages in another order than the questions", _ASK, "[vanskeligstilte_uten_bolig, rekruttering_stoppes]", "[rekruttering_stoppes, vanskeligstilte_uten_bolig]", say.PAGES_OUT_OF_ORDER, "vanskeligstilte_uten_bolig]"),
    Break("a ratio between three", _DERIVED, "[pris_enebolig_m2, byggekostnad_m2]", "[pris_enebolig_m2, byggekostnad_m2, byggekostnad_m2]", say.WRONG_NUMBER_OF_OPERANDS, "[pris_enebolig_m2, byggekostnad_m2, "),
    Break("a calculation from itself", _DERIVED, "[pris_enebolig_m2, byggekostnad_m2]", "[pris_enebolig_m2, verdi_kost]", say.CIRCLE, "id: verdi_kost"),
    Break("two calculations from each other", _DERIVED, "[pris_enebolig_m2, byggekostnad_m2]}", "[pris_enebolig_m2, runde]}" + _ROUND, say.CIRCLE, "id: runde"),
    Break("a calculation with words", _DERIVED, "[pris_enebolig_m2, ", "[kommunenummer, ", say.OPERAND_NOT_A_NUMBER, "id: verdi_kost"),
    Break("apples and pears", _DERIVED, "{forhold: [pris_enebolig_m2, ", "{sum: [sentralitetsklasse, ", say.UNITS_DO_NOT_ADD_UP, "id: verdi_kost"),
    Break("a ratio in kroner", _DERIVED, "type: desimaltall\n  enhet: forhold", "type: kroner\n  enhet: kroner", say.WRONG_RESULT_UNIT, "id: verdi_kost", meant="forhold"),
    Break("a ratio of the wrong type", _DERIVED, "type: desimaltall", "type: prosent", say.UNIT_DOES_NOT_FIT, "id: verdi_kost"),
    Break("a dwelling measured in people", "regelverk.yaml", "areal: eksempelbolig_m2", "areal: belaning_person", say.WRONG_DWELLING_UNIT, "belaning_person, "),
    Break("a capacity in years", "regelverk.yaml", "uker: uker_til_boligarbeid", "uker: arsverk_samfunnsplan", say.WRONG_CAPACITY_UNIT, "arsverk_samfunnsplan\n"),
    Break("a meeting that is no date", "regelverk.yaml", "neste_mote: neste_kommunestyremote", "neste_mote: uker_til_boligarbeid", say.NOT_A_DATE_FACT, "uker_til_boligarbeid, saksfrist"),
    Break("a wait for a meeting in percent", "regelverk.yaml", "saksfrist: saksfrist_uker", "saksfrist: andel_arsverk_til_bolig", say.WRONG_COUNCIL_UNIT, "andel_arsverk_til_bolig}"),
)  # fmt: skip

SCHEMES = (
    Break("an edition without an amount", _LOAN, "finansiering: apen\n", "", say.MISSING_IN_EDITION, "id: utleielan-kommune"),
    Break("a reason for a gap before the first edition", _DISTRICT, '  - fra: "2025-04-30"\n', '  - fra: "2025-04-30"\n    opphold: {nb: x, nn: y}\n', say.GAP_BEFORE_FIRST, 'fra: "2025-04-30"'),
    Break("an edition that never begins", _DISTRICT, '  - fra: "2026-02-28"\n    hjemmel', "  - hjemmel", say.NO_BEGINNING, "hjemmel: {kilde: for-2025-04-29-709, sted: endret", meant="2026-02-28"),
    Break("an edition before it that never ends", _DISTRICT, '    til: "2026-02-27"\n', "", say.EARLIER_IS_OPEN, 'fra: "2026-02-28"', meant="2026-02-27"),
    Break("two editions on one day", _DISTRICT, 'til: "2026-02-27"', 'til: "2026-03-27"', say.OVERLAP, 'fra: "2026-02-28"', meant="2026-03-28"),
    Break("the newest edition first", _DISTRICT, 'fra: "2026-02-28"', 'fra: "2024-02-28"', say.EDITIONS_NOT_RISING, 'fra: "2024-02-28"'),
    Break("a gap without a reason", _DISTRICT, 'til: "2026-02-27"', 'til: "2026-01-27"', say.GAP_WITHOUT_REASON, 'fra: "2026-02-28"'),
    Break("a reason without a gap", _DISTRICT, '  - fra: "2026-02-28"\n', '  - fra: "2026-02-28"\n    opphold: {nb: x, nn: y}\n', say.REASON_WITHOUT_GAP, 'fra: "2026-02-28"'),
    Break("an edition that ends before it begins", _DISTRICT, 'til: "2026-02-27"', 'til: "2025-02-27"', say.DATES_SWAPPED, 'fra: "2025-04-30"'),
    Break("an end without advice", _DISTRICT, '  - fra: "2026-02-28"\n', '  - fra: "2026-02-28"\n    til: "2026-12-31"\n', say.END_WITHOUT_ADVICE, '- fra: "2025'),
    Break("advice without an end", _LOAN, "kontrollert:", "avsluttet: {nb: x, nn: y}\nkontrollert:", say.ADVICE_WITHOUT_END, "{nb: x"),
    Break("a band for a loan", _LOAN, "  type: belaning\n", '  type: belaning\n  band: "2"\n', say.BAND_NOT_WANTED, '"2"\n'),
    Break("a loan of nobody knows what", _LOAN, "  av: {nb: kostnaden for prosjektet, nn: kostnaden for prosjektet}\n", "", say.OF_MISSING, "belaning\n"),
    Break("a loan of an unknown share", _LOAN, "  andel: {sats: belaning_kommune}\n", "", say.SHARE_MISSING, "belaning\n"),
    Break("a basis for what is free to decide", _START, "belop: {type: skjonn}", "belop: {type: skjonn, grunnlag: verdi}", say.ONLY_FOR_A_SHARE, "verdi}\nfrister"),
    Break("an exception from nobody knows what", _EXCEPTION, "  grunnlag: verdi\n", "", say.BASIS_MISSING, "unntak\n  andel"),
    Break("a share in years", _LOAN, "andel: {sats: belaning_kommune}", "andel: {sats: verdi_lik_kostnad}", say.WRONG_AMOUNT_UNIT, "{sats: verdi_lik_kostnad}"),
    Break("a cap in per cent", _LIFE, "  grunnlag: verdi\n", "  tak: {sats: belaning_kommune}\n", say.WRONG_AMOUNT_UNIT, "{sats: belaning_kommune}"),
    Break("a share for somebody who cannot apply", _LIFE, "gjelder: person", "gjelder: samskipnad", say.CANNOT_APPLY, "id: lan-til-livslopsboliger"),
    Break("a share of a dwelling that nobody has described", "regelverk.yaml", "eksempelbolig: {areal: eksempelbolig_m2, byggekostnad: byggekostnad_m2, pris: pris_enebolig_m2}\n", "", say.NO_DWELLING, "id: distriktsunntak", where=_EXCEPTION),
    Break("a step that names a kommune, and has no text for it", _LOAN, 'innen: {dager: "60"}', 'kommuner: ["4036"]', say.NAMES_WITHOUT_OWN_TEXT, '["4036"]'),
    Break("a text of its own for nobody", _LOAN, 'innen: {dager: "60"}', "egen: {nb: x, nn: y}", say.NAMES_WITHOUT_OWN_TEXT, "{nb: x, nn: y}"),
    Break("a step that meets nothing", _LOAN, 'innen: {dager: "60"}', "oppfyller: eie-sjelv", say.MEETS_NOTHING, "- id: oversikt", meant="eie-selv"),
    Break("a plan that leaves out a tier", _HEAD, "kapasitet, poeng]", "kapasitet]", say.TIERS_LACKING, "[plikt"),
    Break("money asked as a number", _HEAD, "sporsmal: kommunen_vil_eie_selv", "sporsmal: uker_til_boligarbeid", say.NOT_A_CHOICE_FACT, "uker_til_boligarbeid, har"),
    Break("money for an answer that is not there", _HEAD, "har: {ja:", "har: {jo:", say.NOT_AN_ANSWER, "{jo: 1000"),
    Break("a step after a later one", _LOAN, 'innen: {dager: "60"}', "etter: [soknad]", say.NOT_AN_EARLIER_STEP, "id: oversikt"),
    Break("a scheme that waits for itself", _LOAN, "alternativ_til: [utleielan-tilvisning, ", "alternativ_til: [utleielan-kommune, ", say.RELATED_TO_ITSELF, "[utleielan-kommune"),
    Break("a companion that is an alternative", _ALLOT, "alternativ_til: [utleielan-kommune, ", "alternativ_til: [tilskudd-til-utleieboliger, ", say.BOTH_WITH_AND_INSTEAD, "[tilskudd-til-utleieboliger, "),
    Break("an explanation of a part that is not there", _LOAN, "alternativ_til: [utleielan-tilvisning, ", "med_vilje: [{hva: eie-sjelv, begrunnelse: {nb: Loven sier det., nn: Lova seier det.}}]\nalternativ_til: [utleielan-tilvisning, ", say.EXPLAINS_NOTHING, "[{hva", meant="eie-selv"),
    Break("a copy that kept its name", "virkemidler/utleielan-kommune.yaml", "{nb: Lån til kommunale utleieboliger", "{nb: Startlån", say.SAME_NAME, "{nb: Startlån"),
    Break("companions that lean on each other", _GRANT, "styrker:", "bare_sammen_med: {minst_en: [utleielan-tildeling]}\nstyrker:", say.CIRCLE_OF_SCHEMES, "bare_sammen_med: {minst_en: [utleielan-tildeling]}"),
    Break("an alternative that comes first", _LOAN, "alternativ_til: [utleielan-tilvisning, ", "forst: {minst_en: [utleielan-tilvisning]}\nalternativ_til: [utleielan-tilvisning, ", say.BOTH_WITH_AND_INSTEAD, "[utleielan-tilvisning, "),
    Break("in place and recommended", _LOAN, "    gir: anbefalt\n", "    gir: anbefalt\n    pa_plass: ja\n", say.IN_PLACE_IS_NOT_RELEVANT, "ja\n  - navn: Kommunen vil ikke"),
    Break("a need without an example that is open", _NEED, "opplysninger: {}, gir: uavklart", "opplysninger: {rekruttering_stoppes: nei}, gir: ingen", say.NO_NEED_EXAMPLE, "- {navn: Ofte"),
    Break("no example that is recommended", _LOAN, "gir: anbefalt", "gir: betinget", say.NO_RECOMMENDED_EXAMPLE, "- navn: Kommunen vil eie"),
    Break("no example that is refused", _LOAN, "gir: etter-endring", "gir: betinget", say.NO_NEGATIVE_EXAMPLE, "- navn: Kommunen vil eie"),
    Break("no example that is open", _LOAN, "gir: betinget", "gir: anbefalt", say.NO_OPEN_EXAMPLE, "- navn: Kommunen vil eie"),
    Break("an example that gives a vilkår as reason", _LOAN, "fordi: [eie-selv]", "fordi: [eie-sjelv]", say.NOT_A_REQUIREMENT, "navn: Kommunen vil ikke", meant="eie-selv"),
    Break("a journey with a reason the scheme does not have", "situasjoner/hammerfest.yaml", "    pa_plass: ja\n", "    pa_plass: ja\n    fordi: [avtale]\n", say.NOT_A_REQUIREMENT, "ordning: startlan"),
    Break("a journey that puts too much first", "situasjoner/hammerfest.yaml", "i_ar:", "prioritering: [rekruttering, plankapasitet, vanskeligstilte, rekruttering]\ni_ar:", say.TOO_MANY_PRIORITIES, "[rekruttering, plank"),
    Break("a source nobody uses", _SOURCES, "- id: ssb-06035", _SOURCE + "- id: ssb-06035", say.UNUSED, "overflodig"),
    Break("a rate nobody uses", _RATES, "belaning_person:", _RATE + "belaning_person:", say.UNUSED, "overflodig"),
    Break("a question nobody uses", _CAPACITY, "sporsmal:\n", "sporsmal:\n" + _QUESTION, say.UNUSED, "{id: overflodig"),
)  # fmt: skip

DOUBTS = (
    Break("a doubt about what the condition does not look at", _DOUBT, "gjelder: [uker_til_boligarbeid]", "gjelder: [banker_avslar]", say.DOUBT_OF_SOMETHING_ELSE, "[banker_avslar]"),
    Break("a doubt about what nobody answers", _DOUBT, "gjelder: [uker_til_boligarbeid]", "gjelder: [uker_per_arsverk]", say.NOT_ANSWERED, "[uker_per_arsverk]"),
    Break("a message that shows what can be unknown", _DOUBT, "melding:\n      nb: Stemmer dette? Dere skrev {tall:uker_til_boligarbeid}.\n      nn: Stemmer dette? De skreiv {tall:uker_til_boligarbeid}.", "melding: {nb: 'Er det {tall:byggekostnad_m2}?', nn: 'Er det {tall:byggekostnad_m2}?'}", say.SHOWN_UNSEEN, "{nb: 'Er det"),
    Break("a message that shows a helper", _DOUBT, "melding:\n      nb: Stemmer dette? Dere skrev {tall:uker_til_boligarbeid}.\n      nn: Stemmer dette? De skreiv {tall:uker_til_boligarbeid}.", "melding: {nb: 'Er det {tall:uker_per_arsverk}?', nn: 'Er det {tall:uker_per_arsverk}?'}", say.HELPER_ELSEWHERE, "{nb: 'Er det"),
    Break("a need that rests on a helper of doubts", _NEED, _OFTEN, "{opplysning: uker_per_arsverk, minst: 2}", say.HELPER_ELSEWHERE, "uker_per_arsverk"),
    Break("a doubt in the words of another", _DOUBT, "regler:\n", _DOUBT_TOO.format(minst="60"), say.SAME_DOUBT, "id: mange-uker"),
    Break("a limit for a figure that is not filled in", _DOUBT, "{kommunetall: sentralitetsklasse", "{kommunetall: kommunenummer", say.NOT_A_PREFILLED_NUMBER, "kommunenummer"),
    Break("a figure without a limit", _DOUBT, '    - {kommunetall: sentralitetsklasse, forskjell: "1"}\n', "", say.NO_DEVIATION, "- {kommunetall: pris"),
)  # fmt: skip

BREAKS = (*CONDITIONS, *FACTS, *SCHEMES, *DOUBTS)
