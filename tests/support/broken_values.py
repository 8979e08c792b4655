"""Mistakes in records, lists and single values."""

# ruff: noqa: E501 - one mistake is one row

from rule_folder import Break

from wizard.rulebook.messages import values as say

_LOAN = "virkemidler/utleielan-kommune.yaml"
_REFERRAL = "virkemidler/utleielan-tilvisning.yaml"
_MAST, _SOURCES, _RATES = "regelverk.yaml", "kilder.yaml", "satser/lan.yaml"
_ASK, _MARKET = "sporreskjema/20-boligbehov.yaml", "sporreskjema/30-marked.yaml"
_JOURNEY, _NEED = "situasjoner/hammerfest.yaml", "behov/rekruttering.yaml"

BREAKS = (
    Break("a list where one value belongs", _MAST, "eier: Prosjektet Virkemiddelveiviseren", "eier: [x]", say.WRONG_FORM, "[x]"),
    Break("fields where a list belongs", _LOAN, "soker: [kommune]", "soker:\n  id: kommune", say.DASHES_WANTED, "id: kommune"),
    Break("one value where a list belongs", _LOAN, "soker: [kommune]", "soker: kommune", say.BRACKETS_WANTED, "kommune\nkommunens", meant="[kommune]"),
    Break("quotation marks from a word processor", _RATES, 'er: "85"', "er: \u201c85\u201d", say.CURLY_QUOTES, "\u201c85", meant='"85"'),
    Break("a decimal comma without quotes", _RATES, 'er: "85"', "er: 85,5", say.COMMA_IN_NUMBER, "5}", meant="85.5"),
    Break("no space after a colon", _RATES, 'er: "85"', "er:85", say.NO_SPACE_AFTER_COLON, "er:85", meant="er: 85"),
    Break("a rate in words", _RATES, 'er: "85"', "er: sats:andel", say.NOT_A_NUMBER, "sats:andel", meant="{sats: andel}"),
    Break("a word where fields belong", _NEED, "stor: {hvis: {", "stor: ofte\nx: {hvis: {", say.FIELDS_WANTED, "ofte"),
    Break("a field without a value", _MAST, "eier: Prosjektet Virkemiddelveiviseren", "eier:", say.NO_VALUE, "\nkontakt"),
    Break("a text of blanks", _MAST, "eier: Prosjektet Virkemiddelveiviseren", 'eier: "  "', say.NO_VALUE, '"  "'),
    Break("an empty list", _LOAN, "soker: [kommune]", "soker: []", say.EMPTY_LIST, "[]"),
    Break("an applicant named twice", _LOAN, "[kommune]", "[kommune, kommune]", say.TWICE, "kommune]"),
    Break("a krav with the id of another", _LOAN, "vilkar:\n  - id: netto-tilvekst", "vilkar:\n  - id: varighet", say.TWICE, "id: varighet\n    tekst:\n      nb: Boligene leies"),
    Break("a misspelt field", _LOAN, "nar_ikke:", "nar_ikkje:", say.UNKNOWN_KEY, "nar_ikkje", meant="nar_ikke"),
    Break("a field from somewhere else", _SOURCES, "  utgiver: Lovdata", "  farge: x\n  utgiver: Lovdata", say.UNKNOWN_KEY_AMONG, "farge"),
    Break("a field left out", _LOAN, "    hvis: {opplysning: kommunen_vil_eie_selv, er_en_av: [ja, helst_ikke]}\n", "", say.MISSING_KEY, "id: eie-selv"),
    Break("neither legal basis nor judgement", _NEED, "basis: vurdering\n", "", say.NONE_OF_ONE, "id: rekr"),
    Break("a deadline of two kinds", _LOAN, "[{lopende: ja}]", '[{lopende: ja, dato: "2026-05-15"}]', say.TWO_OF_ONE, 'dato: "2026-05'),
    Break("a word outside the closed set", _LOAN, "forvalter: husbanken", "forvalter: husbank", say.NOT_ALLOWED, "husbank\n", meant="husbanken"),
    Break("a kind of scheme in the wrong folder", _LOAN, "slag: lan", "slag: tiltak", say.NOT_ALLOWED, "tiltak"),
    Break("an option that the question does not have", _NEED, "er: ofte", "er: offte", say.NOT_AN_OPTION, "offte", meant="ofte"),
    Break("an answer that the question does not have", _JOURNEY, "[tilflyttere]", "[tilflytere]", say.NOT_AN_OPTION, "[tilf", meant="tilflyttere"),
    Break("an id with capital letters", _LOAN, "id: eie-selv", "id: Eie_Selv", say.BAD_ID, "Eie_Selv", meant="eie_selv"),
    Break("an id that is not the file's name", _LOAN, "id: utleielan-kommune", "id: utleielan", say.NOT_THE_STEM, "utleielan\n"),
    Break("a source with the id of another", _SOURCES, "id: ssb-klass-128", "id: ssb-klass-131", say.TAKEN_ID, "ssb-klass-131\n  tittel: {nb: Standard for sentralitet"),
    Break("a question with the id of a figure", _MARKET, "id: byggekostnad_m2", "id: pris_enebolig_m2", say.TAKEN_ID, "pris_enebolig_m2\n    navn"),
    Break("a source that does not exist", _LOAN, "kilde: for-2019-11-18-1546", "kilde: for-2019-11-18-1564", say.UNKNOWN_ID, "for-2019-11-18-1564", meant="for-2019-11-18-1546"),
    Break("a source that nobody has written", _LOAN, "kilde: for-2019-11-18-1546", "kilde: for-2031-01-01-1", say.UNKNOWN_ID_NEW, "for-2031-01-01-1"),
    Break("a text that a comment cuts off", _MAST, "eier: Prosjektet Virkemiddelveiviseren", "eier: Prosjekt nr. #4", say.TEXT_CUT, "Prosjekt nr."),
    Break("a source of one value that does not exist", _RATES, "for-2019-11-18-1546, sted: endret", "for-2019-11-18-1564, sted: endret", say.UNKNOWN_ID, "for-2019-11-18-1564", meant="for-2019-11-18-1546"),
    Break("a basis of one value, misspelt", _RATES, '"85", hjemmel', '"85", heimel', say.UNKNOWN_KEY, "heimel", meant="hjemmel"),
    Break("a rate that does not exist", _LOAN, "{sats: belaning_kommune}", "{sats: belaning_komune}", say.UNKNOWN_ID, "belaning_komune", meant="belaning_kommune"),
    Break("a rate in a text that does not exist", _LOAN, "minst {sats:utleie_minste_ar}.\n      nn: Bustadene blir leigde ut til vanskelegstilte i minst {sats:utleie_minste_ar}", "minst {sats:utleie_ar}.\n      nn: Bustadene blir leigde ut til vanskelegstilte i minst {sats:utleie_ar}", say.UNKNOWN_ID, "Boligene leies ut", meant="utleie_minste_ar"),
    Break("a need that does not exist", _LOAN, "{behov: vanskeligstilte, minst", "{behov: vanskelegstilte, minst", say.UNKNOWN_ID, "vanskelegstilte, minst", meant="vanskeligstilte"),
    Break("a fact that does not exist", _LOAN, "opplysning: kommunen_vil_eie_selv", "opplysning: kommunen_vil_eie", say.UNKNOWN_ID, "kommunen_vil_eie,", meant="kommunen_vil_eie_selv"),
    Break("a scheme that does not exist", _LOAN, "[utleielan-tilvisning, ", "[utleielan-tilvising, ", say.UNKNOWN_ID, "utleielan-tilvising,", meant="utleielan-tilvisning"),
    Break("somebody to call who does not exist", _NEED, "kontakt: startlan", "kontakt: startlaan", say.UNKNOWN_ID, "startlaan", meant="startlan"),
    Break("a scheme that no longer exists", _LOAN, "[utleielan-tilvisning, ", "[tilskudd-til-istandsetting, ", say.ABOLISHED_SCHEME, "tilskudd-til-istandsetting"),
    Break("an option that every question has", _ASK, "id: av_og_til", "id: vet_ikke", say.RESERVED_WORD, "vet_ikke"),
    Break("a text of two paragraphs", _MAST, "eier: Prosjektet Virkemiddelveiviseren", "eier: |\n  Ett\n\n  To", say.MANY_LINES, "|"),
    Break("a text nobody reads", _MAST, "eier: P", f"eier: {'x ' * 1500}P", say.TOO_LONG, "x x"),
    Break("braces that are not a rate", _LOAN, "Prosjektet gir flere", "Prosjektet {gir} flere", say.BAD_SLOT, "Prosjektet {gir}"),
    Break("a rate in a name", _LOAN, "nb: Lån til kommunale utleieboliger", "nb: 'Lån i {sats:utleie_minste_ar}'", say.NO_SLOTS_HERE, "'Lån"),
    Break("a rate in one written form only", _LOAN, "nn: Prosjektet gir", "nn: Prosjektet i {sats:utleie_minste_ar} gir", say.UNEQUAL_SLOTS, "Prosjektet i"),
    Break("a decimal comma", _RATES, 'er: "85"', 'er: "85,5"', say.NOT_A_NUMBER, '"85,5"', meant="85.5"),
    Break("a thousands separator and a unit", "satser/tilskudd.yaml", '"800000"', "800 000 kr", say.NOT_A_NUMBER, "800 000", meant="800000"),
    Break("a number with an exponent", _RATES, 'er: "85"', "er: 8e1", say.NOT_A_NUMBER, "8e1"),
    Break("infinity", _RATES, 'er: "85"', "er: .inf", say.NOT_A_NUMBER, ".inf"),
    Break("half a day", _LOAN, '{dager: "60"}', '{dager: "60.5"}', say.NOT_WHOLE, '"60.5"'),
    Break("an answer of half a week", _JOURNEY, '"12"', '"12.5"', say.NOT_WHOLE, '"12.5"'),
    Break("more weeks than there are", _LOAN, 'uker: "12"', 'uker: "1200"', say.OUT_OF_RANGE, '"1200"'),
    Break("an answer outside its range", _JOURNEY, '"45000"', '"450000"', say.OUT_OF_RANGE, '"450000"'),
    Break("a date written the Norwegian way", _LOAN, 'kontrollert: "2026-07-28"', "kontrollert: 28.7.2026", say.NOT_A_DATE, "28.7.2026", meant="2026-07-28"),
    Break("a day that does not exist", _LOAN, 'kontrollert: "2026-07-28"', "kontrollert: 2026-02-30", say.NO_SUCH_DAY, "2026-02-30", meant="2026-02-28"),
    Break("a date with a short year", _LOAN, 'kontrollert: "2026-07-28"', "kontrollert: 28.7.26", say.NOT_A_DATE, "28.7.26", meant="2026-07-28"),
    Break("a yearly day that is not every year", _LOAN, "[{lopende: ja}]", '[{arlig: "02-29"}]', say.NOT_A_DAY, '"02-29"'),
    Break("a kommunenummer without its zero", "satser/tilskudd.yaml", '"5603", ', '"301", ', say.NOT_A_CODE, '"301"'),
    Break("a kommune by name", _JOURNEY, 'kommune: "5603"', "kommune: Hammerfest", say.NOT_A_MUNICIPALITY, "Hammerfest\ndato"),
    Break("a link without https", _SOURCES, "lenke: https:", "lenke: http:", say.NOT_HTTPS, "http:", meant="https://lovdata.no/dokument/SF/forskrift/2019-11-18-1546"),
    Break("a link to nowhere", _SOURCES, "lenke: https://lovdata.no/dokument/SF/forskrift/2019-11-18-1546", "lenke: https://[x", say.NOT_HTTPS, "https://[x"),
    Break("a contact that is a name", _MAST, "regelverk@example.org", "Ola Nordmann", say.NOT_A_CONTACT, "Ola"),
    Break("a no where only yes makes sense", _LOAN, "{lopende: ja}", "{lopende: nei}", say.ONLY_YES, "nei}]"),
    Break("one answer where there can be several", _JOURNEY, "[tilflyttere]", "tilflyttere", say.LIST_WANTED, "tilflyttere"),
    Break("several answers where there can be one", _JOURNEY, "rekruttering_stoppes: ofte", "rekruttering_stoppes: [ofte, nei]", say.ONE_WANTED, "[ofte"),
)  # fmt: skip
