"""What is proven of our own rules; each case of a proof opens in the wizard and shows it."""

import io
import json

import pytest
from clock import Clock
from pages import Site

from wizard.domain.proofs import Claim, Finding, Note, Proofs
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.lab.prove.proving import prove
from wizard.lab.prove.words import PROVEN
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA
from wizard.plain.proofs import plain_proofs
from wizard.store import casefile


@pytest.fixture(scope="module")
def proofs(real_book: Rulebook) -> Proofs:
    """Return the proofs of our rules, as of the day of the app."""
    return prove(real_book, load_municipalities(DATA), Clock()())


def test_all_is_proven_of_our_own_rules_or_explained_in_them(proofs: Proofs) -> None:
    """No alarm is false: what decides nothing says in the rule file why it stands there."""
    assert proofs.hold
    assert {(each.subject, each.part) for each in proofs.findings} == {
        ("boligsosial-oversikt", "aktuelt"),
        ("kartlegging-av-boligbehov", "aktuelt"),
        ("distriktsunntak", "bank"),
    }
    assert not any(each.unproven for each in proofs.proofs)


def test_each_case_opens_in_the_wizard_and_shows_what_it_is_for(
    proofs: Proofs, real_site: Site, real_book: Rulebook
) -> None:
    told: list[Finding | Note] = []
    for proof in proofs.proofs:
        told += [*proof.findings, *proof.notes]
    shown = [each for each in told if each.shown is not None]
    assert len(shown) >= len(list(proofs.findings))
    for each in shown:
        assert each.shown is not None
        file = (io.BytesIO(casefile.write(each.shown.case).encode()), "sak.json")
        page = real_site.post("/nb/svarfil", {"file": file})
        address = page.response.request.path.removesuffix("svar")
        result = real_site.get(address + "rad")
        if each.subject in real_book.needs:
            contact = real_book.schemes[real_book.needs[each.subject].contact].name.nb
            assert real_book.needs[each.subject].name.nb in result.text
            assert contact in result.text


def test_the_same_proofs_as_json(proofs: Proofs) -> None:
    plain = json.loads(json.dumps(plain_proofs(proofs, PROVEN, Language.NN)))
    assert plain["holder"] is True
    assert {each["pastand"] for each in plain["bevis"]} == set(Claim) - {Claim.EQUAL}
    assert plain["forutsetninger"]["kommuner"] == len(load_municipalities(DATA).all)
    assert plain["forutsetninger"]["grenser"]["andel_67"] == {"minst": "0", "hoyst": "100"}
    needs = plain["bevis"][0]
    assert all(note["vises_av"]["svarfil"]["kommune"] for note in needs["merknader"])
