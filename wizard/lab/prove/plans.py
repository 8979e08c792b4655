"""What is proven of plans: severe needs are met or told of, and rivals are never both in."""

from collections.abc import Iterator, Sequence

from wizard.domain.case import Case
from wizard.domain.proofs import Claim, Finding, Note, Proof, Shown
from wizard.domain.text import Text
from wizard.engine.whatif.diagram import TooLarge
from wizard.lab.prove import words as say
from wizard.lab.prove.cases import Maker
from wizard.lab.prove.needs import Cover, cover, is_left, is_told
from wizard.lab.prove.periods import Period
from wizard.lab.prove.possible import CANNOT
from wizard.lab.prove.rivals import Pair, both_in, pairs, together
from wizard.lab.prove.shown import told_count


def prove_needs(ahead: Sequence[Period], makers: Sequence[Maker]) -> Proof:
    """Return the proof that every severe need is met, or that the advice says whom to turn to."""
    found: dict[str, Finding] = {}
    notes: dict[str, Note] = {}
    looked, unproven = dict[str, None](), dict[str, None]()
    situations = 0
    for period, maker in zip(ahead, makers, strict=True):
        for need in period.rules.needs.values():
            looked[need.id] = None
            try:
                met = cover(period, need)
            except TooLarge:
                unproven[need.id] = None
                continue
            situations = max(situations, met.severe)
            if need.id not in found:
                found.update((need.id, each) for each in _lost(met, maker))
            if met.left != CANNOT and need.id not in notes:
                told = _left(met, maker)
                if isinstance(told, Note):
                    notes[need.id] = told
                else:
                    found[need.id] = told
    return Proof(
        Claim.NEEDS,
        len(looked),
        situations,
        tuple(found.values()),
        tuple(notes.values()),
        tuple(unproven),
    )


def _lost(met: Cover, maker: Maker) -> Iterator[Finding]:
    """Yield a need that nothing meets and whose contact is no use."""
    if met.lost != CANNOT:
        need = met.need
        case = maker.showing(met.period.answered, met.lost, lambda advice: is_left(advice, need.id))
        shown = Shown(case, maker.on, _says(met)) if case else None
        what = say.LOST.format(contact=_contact(met))
        yield Finding(Claim.NEEDS, need.place, need.id, what, say.MEND_LOST, shown)


def _left(met: Cover, maker: Maker) -> Note | Finding:
    """Return how often nothing meets a need, as a finding where the advice does not say so."""
    need, possible = met.need, met.period.answered
    case = maker.showing(possible, met.left, lambda advice: is_left(advice, need.id), full=True)
    shown = Shown(case, maker.on, _says(met)) if case else None
    if case and not is_told(maker.advice(case), need.id):
        return Finding(Claim.NEEDS, need.place, need.id, say.NOT_TOLD, say.MEND_LOST, shown)
    what = say.LEFT.format(
        left=told_count(met.without), severe=told_count(met.severe), contact=_contact(met)
    )
    return Note(need.id, what, shown)


def _contact(met: Cover) -> Text:
    return met.period.rules.schemes[met.need.contact].name


def _says(met: Cover) -> Text:
    return say.SHOWS_LEFT.format(need=met.need.name, contact=_contact(met))


def prove_rivals(ahead: Sequence[Period], makers: Sequence[Maker]) -> Proof:
    """Return the proof that no plan has two schemes that exclude each other."""
    found: dict[tuple[str, str], Finding] = {}
    looked, unproven = set[tuple[str, str]](), dict[str, None]()
    situations = 0
    for period, maker in zip(ahead, makers, strict=True):
        for pair in pairs(period.rules):
            key = (pair.one.id, pair.other.id)
            looked.add(key)
            if key in found:
                continue
            try:
                both = together(period, pair)
            except TooLarge:
                unproven["/".join(key)] = None
                continue
            support = period.outlook.diagrams.support(both)
            situations = max(situations, period.possible.count(both, support))
            if both == CANNOT:
                continue
            case, is_sure = both_in(maker, period, pair, both)
            if case:
                found[key] = _both(pair, maker, case)
            elif not is_sure:
                unproven["/".join(key)] = None
    return Proof(
        Claim.RIVALS, len(looked), situations, tuple(found.values()), unproven=tuple(unproven)
    )


def _both(pair: Pair, maker: Maker, case: Case) -> Finding:
    names = {"one": pair.one.name, "other": pair.other.name}
    shown = Shown(case, maker.on, say.SHOWS_BOTH.format(**names))
    what = say.BOTH_IN.format(**names)
    return Finding(Claim.RIVALS, pair.one.place, pair.one.id, what, say.MEND_BOTH_IN, shown)
