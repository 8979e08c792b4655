"""Proofs of a rulebook as plain data for JSON. The keys are Norwegian, as in `plain`."""

import json
from collections.abc import Mapping
from decimal import Decimal

from wizard.domain.proofs import Assumed, Claim, Finding, Note, Proof, Proofs, Shown
from wizard.domain.text import Language, Text
from wizard.plain.values import Json
from wizard.store import casefile


def plain_proofs(
    proofs: Proofs, proven: Mapping[Claim, Text], language: Language
) -> dict[str, Json]:
    """Return every proof with its findings; `proven` words the claims, by their names."""
    return {
        "holder": proofs.hold,
        "forutsetninger": _assumed(proofs.assumed),
        "bevis": [_proof(each, proven, language) for each in proofs.proofs],
    }


def _assumed(assumed: Assumed) -> Json:
    return {
        "fra": assumed.first.isoformat(),
        "i_dag": assumed.today.isoformat(),
        "perioder": assumed.periods,
        "kommuner": assumed.municipalities,
        "tall_som_ikke_kan_rettes": list[Json](assumed.as_they_are),
        "utregnede_tall_som_er_fri": list[Json](assumed.free),
        "grenser": {
            id_: {"minst": _end(low), "hoyst": _end(high)}
            for id_, (low, high) in assumed.ranges.items()
        },
    }


def _end(end: Decimal | None) -> Json:
    return None if end is None else str(end)


def _proof(proof: Proof, proven: Mapping[Claim, Text], language: Language) -> Json:
    return {
        "pastand": proof.claim.value,
        "tekst": proven[proof.claim].to(language),
        "holder": proof.holds,
        "undersokt": proof.looked,
        "situasjoner": proof.situations,
        "for_innviklet": list[Json](proof.unproven),
        "funn": [_finding(each, language) for each in proof.findings],
        "merknader": [_note(each, language) for each in proof.notes],
    }


def _finding(finding: Finding, language: Language) -> Json:
    return {
        "sted": str(finding.place),
        "gjelder": finding.subject,
        "del": finding.part or None,
        "hva": finding.what.to(language),
        "rett": finding.mend.to(language),
        "forklart": finding.explained.to(language) if finding.explained else None,
        "vises_av": _shown(finding.shown, language),
    }


def _note(note: Note, language: Language) -> Json:
    return {
        "gjelder": note.subject,
        "hva": note.what.to(language),
        "vises_av": _shown(note.shown, language),
    }


def _shown(shown: Shown | None, language: Language) -> Json:
    if shown is None:
        return None
    return {
        "dato": shown.on.isoformat(),
        "sier": shown.says.to(language),
        "svarfil": json.loads(casefile.write(shown.case)),
    }
