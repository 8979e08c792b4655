"""What the measures say of law and fact, held against the text that carries it.

Each row is one rule of a measure: words that must stand in it and words that must not, in both
languages, with the section that says so. The sections were read on 28 July 2026.
"""

# ruff: noqa: E501 - one claim is one row

from datetime import date
from typing import NamedTuple

import pytest

from wizard.domain.schemes import Requirement, Scheme, SchemeKind, Term
from wizard.domain.sources import Confidence, Level
from wizard.domain.text import Language, Text
from wizard.paths import RULES
from wizard.rulebook import load
from wizard.voice.labels import Labels

_BOOK = load(RULES)
_MEASURES = [each for each in _BOOK.schemes.values() if each.kind is SchemeKind.MEASURE]
_DAY = date(2026, 11, 22)
_PROCUREMENT = ("felles-utlysning-med-naboer", "langtidsleie-av-privat")
_IN_ROBEK = ("kjop-oppgrader-selg", "leie-til-eie", "provebolig")
_SHY_OF_RISK = (
    "kommunal-garanti",
    "kommunal-tilbakekjopsavtale",
    "offentlig-privat-utbyggingsselskap",
)

Words = tuple[str, ...]


class _Claim(NamedTuple):
    """What a rule of a measure says, and where its section is; `never` stands in neither form."""

    scheme: str
    rule: str
    section: str
    nb: Words
    nn: Words
    never: Words


_SAYS = (
    _Claim("boligsosial-oversikt", "begge-slag", "§ 5", ("både vanlige og tilpassede", "vanskeligstilte på boligmarkedet"), ("både vanlege og tilpassa", "vanskelegstilte på bustadmarknaden"), ()),
    _Claim("boligsosial-oversikt", "planstrategi", "§§ 5 og 10", ("inngår i grunnlaget", "senest 1. juli 2027"), ("ein del av grunnlaget", "seinast 1. juli 2027"), ()),
    _Claim("kartlegging-av-boligbehov", "vanskeligstilte", "§ 5", ("Skal kartleggingen også være oversikten",), ("Skal kartlegginga òg vere oversikta",), ()),
    _Claim("bolig-i-kommuneplanen", "mal", "§ 5", ("fastsetter overordnede mål og strategier", "egnet til"), ("fastset overordna mål og strategiar", "eigna til"), ()),
    _Claim("bolig-i-kommuneplanen", "oversikt", "§ 5", ("inngår i grunnlaget", "bør også drøfte"), ("ein del av grunnlaget", "bør òg drøfte"), ()),
    _Claim("bolig-i-kommuneplanen", "planstrategi", "§ 10-1", ("minst én gang i valgperioden", "senest ett år etter", "minst 30 dager før"), ("minst éin gong i valperioden", "seinast eitt år etter", "minst 30 dagar før"), ()),
    _Claim("langtidsleie-av-privat", "robek", "§ 28-3", ("kan leieavtalen gi utgifter", "ikke gyldig"), ("kan leigeavtalen gi utgifter", "ikkje gyldig"), ()),
    _Claim("leie-til-eie", "eie", "§ 14-15", ("ta opp lån for å kjøpe dem",), ("ta opp lån for å kjøpe dei",), ("låne til dem", "låne til dei")),
    _Claim("kjop-oppgrader-selg", "eie", "§ 14-15", ("varige driftsmidler", "selges igjen"), ("varige driftsmiddel", "seljast igjen"), ()),
    _Claim("flyttetilskudd-til-eldre", "drift", "§ 14-9 og §§ 14-14 til 14-17", ("løpende inntekter eller fond",), ("løpande inntekter eller fond",), ("driftsinntekter",)),
    _Claim("flyttetilskudd-til-eldre", "egne-penger", "§§ 14-14 til 14-17", ("kan ikke ta opp lån", "annen lov"), ("kan ikkje ta opp lån", "anna lov"), ("unntaksvis",)),
    _Claim("kommunalt-byggetilskudd", "drift", "§ 14-9 og §§ 14-14 til 14-17", ("løpende inntekter eller fond",), ("løpande inntekter eller fond",), ("driftsinntekter",)),
    _Claim("kommunal-garanti", "godkjent", "§ 14-19", ("Departementet", "statsforvalteren for departementet", "vedtaket om å stille garantien", "unntatt"), ("Departementet", "statsforvaltaren for departementet", "vedtaket om å stille garantien", "unntekne"), ()),
    _Claim("kommunal-garanti", "risiko", "§ 14-19", ("en vesentlig økonomisk risiko", "ikke stilt for næringsvirksomhet"), ("ein vesentleg økonomisk risiko", "ikkje stilt for næringsverksemd"), ()),
    _Claim("kommunal-garanti", "pant", "§ 14-20", ("eiendelene", "forpliktelser"), ("eigedelane", "plikter"), ("egen eiendom", "eigen eigedom")),
    _Claim("kommunal-tilbakekjopsavtale", "avklaring", "§ 14-19", ("avklart om avtalen er en garanti", "staten godkjenne vedtaket", "næringsvirksomhet"), ("avklart om avtalen er ein garanti", "staten godkjenne vedtaket", "næringsverksemd"), ()),
    _Claim("offentlig-privat-utbyggingsselskap", "garanti", "§ 14-19", ("næringsvirksomhet", "vesentlig økonomisk risiko"), ("næringsverksemd", "vesentleg økonomisk risiko"), ("garanterer",)),
    _Claim("offentlig-privat-utbyggingsselskap", "lan", "§§ 14-14 og 14-15", ("ikke opp lån til en del av aksjene", "alle aksjene"), ("ikkje opp lån til ein del av aksjane", "alle aksjane"), ("låner bare", "låner berre")),
    _Claim("krav-om-borettslag-i-plan", "i-plan", "§ 11-10 nr. 6 og § 12-7 nr. 15", ("nødvendig", "bestemte tomter", "arealdelen av kommuneplanen"), ("nødvendig", "bestemte tomter", "arealdelen av kommuneplanen"), ()),
    _Claim("krav-om-borettslag-i-plan", "andre-eiere", "§§ 4-2 og 4-3", ("minst fem andeler", "kommunen, staten og andre", "til sammen høyst 10 prosent", "20 prosent av andelene til", "minst 70 %"), ("minst fem andelar", "kommunen, staten og andre", "til saman høgst 10 prosent", "20 prosent av andelane til", "minst 70 %"), ()),
    _Claim("seniorboliger-med-delelosning", "borettslag", "§§ 4-2 og 4-3", ("minst fem andeler", "til sammen høyst 10 prosent", "minst 70 %"), ("minst fem andelar", "til saman høgst 10 prosent", "minst 70 %"), ()),
    _Claim("seniorboliger-med-delelosning", "alder", "§ 1-5", ("Vedtektene", "setter ikke krav til alder"), ("Vedtektene", "set ikkje krav til alder"), ()),
    _Claim("nedsatt-konsesjonsgrense", "forskrift", "§ 7", ("er eller har vært i bruk som helårsbolig", "bare der reguleringsplanen sier bolig"), ("er eller har vore i bruk som heilårsbustad", "berre der reguleringsplanen seier bustad"), ()),
    _Claim("nedsatt-konsesjonsgrense", "nodvendig", "§ 7", ("Kommunen ber om", "bare så langt det er nødvendig", "bør være helårsboliger"), ("Kommunen bed om", "berre så langt det er nødvendig", "bør vere heilårsbustader"), ()),
    _Claim("nedsatt-konsesjonsgrense", "helar", "§ 7", ("forplikter seg", "kjøperen eller andre", "så lenge kjøperen eier", "innen ett år etter kjøpet"), ("forpliktar seg", "kjøparen eller andre", "så lenge kjøparen er eigar", "innan eitt år etter kjøpet"), ()),
    _Claim("byggefrist-for-tomter", "kjopt", "§ 4", ("konsesjonsfritt", "enkelttomt", "fem år"), ("konsesjonsfritt", "enkelttomt", "fem år"), ("byrja",)),
    _Claim("provebolig", "kort", "§ 9-3", ("minst tre år", "saklig grunn", "skriftlig senest når avtalen blir inngått", "slik grunnen sier"), ("minst tre år", "sakleg grunn", "skriftleg seinast når avtalen blir inngått", "slik grunnen seier"), ()),
    _Claim("ombruk-av-kommunale-bygg", "bruksendring", "§§ 20-1 og 20-2", ("ikke bolig fra før", "før bruken blir endret"), ("ikkje bustad frå før", "før bruken blir endra"), ()),
)  # fmt: skip

# An official text that we read to mean this, without its saying so: the reason stands in the rule.
_OUR_READING = {
    ("flyttetilskudd-til-eldre", "egne-penger"),
    ("flyttetilskudd-til-eldre", "drift"),
    ("kommunalt-byggetilskudd", "drift"),
    ("leie-til-eie", "eie"),
    ("offentlig-privat-utbyggingsselskap", "lan"),
    *((scheme, "okonomi") for scheme in _IN_ROBEK),
}


def _in(language: Language, text: Text, day: date = _DAY) -> str:
    """Return a text with its rates filled in, and ordinary spaces."""
    return Labels(_BOOK, day, language).text(text).replace("\N{NO-BREAK SPACE}", " ")


def _rules(scheme: Scheme) -> tuple[Requirement | Term, ...]:
    edition = scheme.editions[-1]
    return (*edition.requirements, *edition.terms)


def _rule(scheme: str, id_: str) -> Requirement | Term:
    return next(each for each in _rules(_BOOK.schemes[scheme]) if each.id == id_)


def _told(rule: Requirement | Term) -> Text:
    told = rule.text if isinstance(rule, Term) else rule.when_not_met
    assert told is not None
    return told


@pytest.mark.parametrize("claim", _SAYS, ids=lambda claim: f"{claim.scheme}-{claim.rule}")
def test_a_rule_says_what_its_section_says(claim: _Claim) -> None:
    """Its limits, its tense and its modality; not more, and not less."""
    rule = _rule(claim.scheme, claim.rule)
    assert rule.basis is not None
    assert rule.basis.section == claim.section
    for language, words in ((Language.NB, claim.nb), (Language.NN, claim.nn)):
        told = _in(language, _told(rule))
        assert [each for each in words if each not in told] == []
        assert [each for each in claim.never if each in told] == []


def test_what_law_does_not_say_in_so_many_words_is_not_certain() -> None:
    """Certainty A is earned by the text itself."""
    found = {each: _rule(*each).confidence for each in _OUR_READING}
    assert found == dict.fromkeys(_OUR_READING, Confidence.B)


@pytest.mark.parametrize("scheme", _MEASURES, ids=lambda scheme: scheme.id)
def test_only_law_is_certain_in_a_measure(scheme: Scheme) -> None:
    """Certainty A is for acts and regulations; what others did is never more than B."""
    certain = [each.basis for each in _rules(scheme) if each.confidence is Confidence.A]
    assert all(basis and basis.level.is_binding for basis in certain)


@pytest.mark.parametrize("scheme", _MEASURES, ids=lambda scheme: scheme.id)
def test_no_condition_of_a_measure_rests_on_what_others_did(scheme: Scheme) -> None:
    """A page about another kommune demands nothing of this one: then the condition is ours."""
    rests_on = [each.basis for each in _rules(scheme) if each.basis]
    assert [basis for basis in rests_on if basis.level is Level.PRACTICE] == []


@pytest.mark.parametrize("scheme", _SHY_OF_RISK)
def test_shunning_risk_in_robek_is_our_own_judgement(scheme: str) -> None:
    """Kommuneloven asks for approval of loans; it does not forbid what we advise against."""
    gate = _rule(scheme, "okonomi")
    assert gate.basis is None
    assert "Vi mener" in _told(gate).nb
    assert "Vi meiner" in _told(gate).nn


@pytest.mark.parametrize("scheme", _IN_ROBEK)
def test_a_loan_in_robek_needs_approval_and_the_rest_is_our_advice(scheme: str) -> None:
    """Kommuneloven § 28-3 says the first; the second is said to be ours."""
    told = _told(_rule(scheme, "okonomi"))
    assert "må staten godkjenne lån. Vi mener" in told.nb
    assert "må staten godkjenne lån. Vi meiner" in told.nn


@pytest.mark.parametrize("scheme", _PROCUREMENT)
@pytest.mark.parametrize(
    ("day", "limit"),
    [(date(2026, 6, 30), "fra 100 000 kr"), (date(2026, 7, 1), "fra 500 000 kr")],
)
def test_the_limit_of_procurement_is_that_of_the_day(scheme: str, day: date, limit: str) -> None:
    """Anskaffelsesloven § 2 was changed on 1 July 2026; a case keeps the limit of its day."""
    text = _told(_rule(scheme, "anskaffelse"))
    assert limit in _in(Language.NB, text, day)
    assert limit.replace("fra", "frå") in _in(Language.NN, text, day)


def test_too_few_to_follow_up_means_too_few_employees() -> None:
    """And that it takes people is our own judgement: no act says so."""
    for scheme in (
        "byggefrist-for-tomter",
        "nedsatt-konsesjonsgrense",
        "offentlig-privat-utbyggingsselskap",
    ):
        gate = _rule(scheme, "folk")
        assert gate.basis is None
        assert "for få ansatte" in _told(gate).nb
        assert "for få tilsette" in _told(gate).nn


def test_the_overview_has_been_a_duty_since_the_act_came_into_force() -> None:
    """Only the demands on planstrategi and kommuneplan had four years (boligsosialloven § 10)."""
    overview, plan = (
        _BOOK.schemes[each] for each in ("boligsosial-oversikt", "bolig-i-kommuneplanen")
    )
    assert overview.duty is not None
    assert plan.duty is not None
    assert (overview.duty.since, overview.duty.basis.section) == (date(2023, 7, 1), "§ 5")
    assert (plan.duty.since, plan.duty.basis.section) == (date(2027, 7, 1), "§§ 5 og 10")
    assert "siden 1. juli 2023" in overview.short.nb
    assert "sidan 1. juli 2023" in overview.short.nn
    assert all(deadline.on is None for deadline in overview.editions[-1].deadlines)


def _everything(scheme: str) -> Text:
    """Return all that a measure says, except what others did."""
    known = _BOOK.schemes[scheme]
    edition = known.editions[-1]
    texts = [known.name, known.short, *known.pitfalls, *(step.text for step in edition.steps)]
    texts += [_told(each) for each in _rules(known) if isinstance(each, Term) or each.when_not_met]
    texts += [edition.amount.note] if edition.amount.note else []
    return Text("\n".join(each.nb for each in texts), "\n".join(each.nn for each in texts))


@pytest.mark.parametrize(
    ("scheme", "nb", "nn"),
    [
        ("bolyst-team", ("hjelper innbyggerne med å gjøre ideene om til ett prosjekt",), ("hjelper innbyggjarane med å gjere ideane om til eitt prosjekt",)),
        ("byggefrist-for-tomter", ("en ubebygd enkelttomt for bolig uten konsesjon",), ("ei ubygd enkelttomt for bustad utan konsesjon",)),
        ("felles-prosjektleder", ("kan dekke noe av lønnen", "penger fra statsforvalteren til fornying"), ("kan dekkje noko av løna", "pengar frå statsforvaltaren til fornying")),
        ("langtidsleie-av-privat", ("færre enn kommunen tror den trenger",), ("færre enn kommunen trur det trengst",)),
        ("offentlig-privat-utbyggingsselskap", ("sitter i styret, er inhabile når selskapet er part", "Stokkøya i Åfjord er pilot"), ("sit i styret, er inhabile når selskapet er part", "Stokkøya i Åfjord er pilot")),
        ("kommunal-tilbakekjopsavtale", ("Lebesby er pilot",), ("Lebesby er pilot",)),
        ("kommunalt-byggetilskudd", ("gir fra inntil 60 000 til 500 000 kroner",), ("gir frå inntil 60 000 til 500 000 kroner",)),
    ],
)  # fmt: skip
def test_a_measure_is_said_as_a_person_would_say_it(scheme: str, nb: Words, nn: Words) -> None:
    """Rewordings that a reading of the landed rules asked for."""
    told = _everything(scheme)
    assert [each for each in nb if each not in told.nb] == []
    assert [each for each in nn if each not in told.nn] == []


@pytest.mark.parametrize(
    ("scheme", "never"),
    [
        ("bolyst-team", ("stopper når den personen slutter", "stoppar når den personen sluttar", "arbeidstid som fin")),
        ("dialog-med-banken", ("Banken sier sjelden", "Banken seier sjeldan")),
        ("kafe-i-eksisterende-bygg", ("får få gjester",)),
        ("kommunal-tilbakekjopsavtale", ("har prøvd det",)),
        ("nedsatt-konsesjonsgrense", ("bare boplikten som holder", "berre buplikta som held")),
        ("offentlig-privat-utbyggingsselskap", ("ugilde", "er prøvd på Stokkøya")),
    ],
)  # fmt: skip
def test_what_nobody_has_seen_is_not_claimed(scheme: str, never: Words) -> None:
    """A claim without a source is left out."""
    told = _everything(scheme)
    assert [each for each in never if each in told.nb or each in told.nn] == []


@pytest.mark.parametrize("scheme", _BOOK.schemes.values(), ids=lambda scheme: scheme.id)
def test_no_step_with_a_day_of_its_own_waits_for_the_budget_of_the_year(scheme: Scheme) -> None:
    """A year's budget has its day, in December: «with the budget» in May would be two days."""
    steps = [step for step in scheme.editions[-1].steps if step.days is not None]
    for step in steps:
        assert "sammen med budsjettet" not in step.text.nb
        assert "saman med budsjettet" not in step.text.nn


def test_the_plan_of_a_grant_to_move_waits_for_homes_as_its_pitfall_says() -> None:
    """Without homes to move to the grant does not fit, so its steps do not go on without them."""
    told = _everything("flyttetilskudd-til-eldre")
    for form, words in (
        (told.nb, ("ikke før det finnes tilgjengelige boliger", "vent med resten til boligene")),
        (told.nn, ("ikkje før det finst tilgjengelege bustader", "vent med resten til bustadene")),
    ):
        assert [each for each in words if each not in form] == []
