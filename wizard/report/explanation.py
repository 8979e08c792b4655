"""The whole tree of one verdict in words, as the engine saw it."""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.domain.advice import Origin, Outcome, Verdict
from wizard.domain.conditions import AllOf, AnyOf, FactTest, NeedTest, Not, Operator
from wizard.domain.facts import FactType
from wizard.domain.text import Text
from wizard.domain.values import Truth
from wizard.report.truths import Status, status
from wizard.voice.wording import Wording
from wizard.voice.words import OURS, OURS_MEANS

_ALL = Text("Alle disse:", "Alle desse:")
_ANY = Text("Minst én av disse:", "Minst éin av desse:")
_NOT = Text("Ikke:", "Ikkje:")
_IN_FORCE = Text("Regler som gjelder {day}", "Reglar som gjeld {day}")
_IN_PLACE = Text("Kommunen har dette fra før", "Kommunen har dette frå før")
_RELEVANT = Text("Ordningen er aktuell for kommunen", "Ordninga er aktuell for kommunen")
_REQUIREMENT = Text("Krav: {basis}", "Krav: {basis}")
_NEED = Text("Behovet «{name}»: {severity}", "Behovet «{name}»: {severity}")
_SEVERE = Text("Stort behov når:", "Stort behov når:")
_SOME = Text("Noe behov når:", "Noko behov når:")
_SETTLED = Text(
    "Vurderingen er avgjort: ingen åpne spørsmål kan endre den.",
    "Vurderinga er avgjord: ingen opne spørsmål kan endre ho.",
)
_OPEN = Text("Vurderingen kan endre seg med svaret på:", "Vurderinga kan endre seg med svaret på:")
_CHANGE = Text("Dette kan kommunen endre:", "Dette kan kommunen endre:")
_MONEY = Text("Hvem betaler hva:", "Kven betaler kva:")
_EDGE = Text("Nær en grense:", "Nær ei grense:")
_WANTED = Text("Her trengs {wanted}.", "Her trengst {wanted}.")
_CHOSEN = frozenset({Operator.IS, Operator.IS_ONE_OF})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the explanation. `status` is absent for headings.

    `outcome` is the condition that the line tells of, where it is one or a part of one.
    """

    depth: int
    text: str
    status: Status | None = None
    outcome: Outcome | None = None

    def __str__(self) -> str:
        mark = f"{self.status.mark} " if self.status else ""
        return f"{'  ' * self.depth}{mark}{self.text}"


def explain(wording: Wording, scheme: str) -> tuple[Line, ...]:
    """Return why the verdict on one scheme is what it is, leaf by leaf.

    Raises:
        KeyError: there is no such scheme.

    """
    verdict = wording.advice.verdicts[scheme]
    below = (
        *_gates(wording, verdict),
        *_needs(wording, verdict),
        *_settling(wording, verdict),
        *_changing(wording, verdict),
        *_edges(wording, verdict),
        *_money(wording, verdict),
    )
    reasons = [Line(1, reason) for reason in wording.verdicts.reasons(verdict)]
    if any(OURS in line.text for line in (*reasons, *below)):
        reasons.append(Line(1, wording.labels.say(OURS_MEANS)))
    heading = f"{wording.labels.scheme_name(scheme)}: {wording.verdicts.label(verdict)}"
    return (Line(0, heading), *reasons, *below)


def _gates(wording: Wording, verdict: Verdict) -> Iterable[Line]:
    if verdict.edition is None:
        return
    yield Line(0, wording.labels.say(_IN_FORCE, day=wording.labels.day(wording.advice.as_of)))
    if verdict.in_place_outcome:
        yield _judged(wording, 1, wording.labels.say(_IN_PLACE), verdict.in_place_outcome)
        yield from _tree(wording, verdict.in_place_outcome, 2)
    if verdict.relevant:
        yield _judged(wording, 1, wording.labels.say(_RELEVANT), verdict.relevant)
        yield from _tree(wording, verdict.relevant, 2)
    for requirement in verdict.edition.requirements:
        outcome = verdict.requirements.get(requirement.id)
        if outcome:
            basis = wording.labels.basis(requirement.basis)
            heading = wording.labels.say(_REQUIREMENT, basis=basis)
            yield _judged(wording, 1, heading, outcome)
            yield from _tree(wording, outcome, 2)


def _judged(wording: Wording, depth: int, text: str, outcome: Outcome) -> Line:
    return Line(depth, text, status(outcome.truth, wording.labels))


def _part(wording: Wording, depth: int, text: str, outcome: Outcome) -> Line:
    return Line(depth, text, status(outcome.truth, wording.labels), outcome)


def _tree(
    wording: Wording, outcome: Outcome, depth: int, *, turned: bool = False
) -> Iterable[Line]:
    """Yield a condition and its parts; `turned` ones stand under a "not", and should not be met."""
    match outcome.condition:
        case FactTest() | NeedTest():
            told = wording.sentences.leaf(outcome) if turned else _leaf(wording, outcome)
            yield _part(wording, depth, told, outcome)
            return
        case AllOf():
            heading = _ALL
        case AnyOf():
            heading = _ANY
        case Not():
            heading, turned = _NOT, not turned
    yield _part(wording, depth, wording.labels.say(heading), outcome)
    for part in outcome.parts:
        yield from _tree(wording, part, depth + 1, turned=turned)


def _leaf(wording: Wording, outcome: Outcome) -> str:
    """Return what is so; of a choice that is not the right one, also which would have been."""
    sentence, test = wording.sentences.leaf(outcome), outcome.condition
    if outcome.truth is not Truth.NOT_MET or not isinstance(test, FactTest):
        return sentence
    if test.operator not in _CHOSEN or test.words is not None or not _is_choice(wording, test.fact):
        return sentence
    wanted = wording.labels.say(_WANTED, wanted=wording.otherwise.range(test.fact, test))
    return f"{sentence} {wanted}"


def _is_choice(wording: Wording, fact: str) -> bool:
    known = wording.advice.facts.get(fact)
    asked = known is not None and known.origin is Origin.ANSWERED
    return asked and wording.advice.rulebook.facts[fact].type is FactType.CHOICE


def _needs(wording: Wording, verdict: Verdict) -> Iterable[Line]:
    """Explain the needs that the verdict looked at, since they decide most of it."""
    for need in _needs_in(verdict):
        finding = wording.advice.needs[need]
        name, severity = wording.labels.need_name(need), wording.labels.severities(finding.possible)
        yield Line(0, wording.labels.say(_NEED, name=name, severity=severity))
        for heading, outcome in ((_SEVERE, finding.severe), (_SOME, finding.some)):
            if outcome:
                yield _judged(wording, 1, wording.labels.say(heading), outcome)
                yield from _tree(wording, outcome, 2)


def _needs_in(verdict: Verdict) -> list[str]:
    outcomes = (verdict.in_place_outcome, verdict.relevant, *verdict.requirements.values())
    found = (need for outcome in outcomes if outcome for need in _needs_of(outcome))
    return list(dict.fromkeys(found))


def _needs_of(outcome: Outcome) -> Iterable[str]:
    if isinstance(outcome.condition, NeedTest):
        yield outcome.condition.need
    for part in outcome.parts:
        yield from _needs_of(part)


def _settling(wording: Wording, verdict: Verdict) -> Iterable[Line]:
    yield Line(0, wording.labels.say(_SETTLED if verdict.settled else _OPEN))
    for line in wording.otherwise.settling(verdict, everything=True):
        yield Line(1, line)


def _changing(wording: Wording, verdict: Verdict) -> Iterable[Line]:
    if verdict.ways:
        yield Line(0, wording.labels.say(_CHANGE))
    for line in (*wording.otherwise.changes(verdict), *wording.otherwise.other_ways(verdict)):
        yield Line(1, line)


def _money(wording: Wording, verdict: Verdict) -> Iterable[Line]:
    lines = wording.financing.of(verdict.scheme)
    if lines:
        yield Line(0, wording.labels.say(_MONEY))
    for line in (*lines, *wording.financing.rounding(lines)):
        yield Line(1, line)


def _edges(wording: Wording, verdict: Verdict) -> Iterable[Line]:
    lines = wording.otherwise.edges(verdict)
    if lines:
        yield Line(0, wording.labels.say(_EDGE))
    for line in lines:
        yield Line(1, line)
