"""The small examples beside each scheme, need and doubt, run as they stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wizard.domain.advice import NeedFinding, Verdict
from wizard.domain.conditions import Condition, FactTest, RateRef, leaves
from wizard.domain.plausibility import Plausibility, PlausibilityExample
from wizard.domain.rulebook import Need, NeedExample, Rulebook
from wizard.domain.schemes import Example, Scheme
from wizard.domain.text import Text
from wizard.domain.values import FactValue, Truth, Unknown, Value
from wizard.engine.conditions import Situation
from wizard.engine.facts import derive, find_need
from wizard.engine.plausibility import doubted
from wizard.engine.verdicts import Judge
from wizard.lab.expectations import Expected, differences, severity_differences
from wizard.rulebook.problems import Problem

_NO_RATE = Text(
    "stemmer ikke, for satsen «{rate}» har ingen verdi {day}. La de gamle verdiene stå.",
    "stemmer ikkje, for satsen «{rate}» har ingen verdi {day}. Lat dei gamle verdiane stå.",
)
_DIFFERS = Text("Eksempelet «{name}» {difference}", "Dømet «{name}» {difference}")
_DOUBTS = {
    True: Text(
        "skal gi «tvil», men betingelsen er ikke oppfylt.",
        "skal gi «tvil», men føresetnaden er ikkje oppfylt.",
    ),
    False: Text(
        "skal gi «ingen_tvil», men betingelsen er oppfylt.",
        "skal gi «ingen_tvil», men føresetnaden er oppfylt.",
    ),
}
_UNTESTED = {
    Truth.MET: Text(
        "Ingen eksempler oppfyller kravet «{requirement}». Legg til ett der det er oppfylt.",
        "Ingen døme oppfyller kravet «{requirement}». Legg til eitt der det er oppfylt.",
    ),
    Truth.NOT_MET: Text(
        "Ingen eksempler bryter kravet «{requirement}». Legg til ett med «fordi: [{requirement}]».",
        "Ingen døme bryt kravet «{requirement}». Legg til eitt med «fordi: [{requirement}]».",
    ),
}


@dataclass(frozen=True, slots=True)
class Result:
    """How many were run, and what did not hold."""

    count: int
    problems: tuple[Problem, ...]


def run_examples(rulebook: Rulebook) -> Result:
    """Judge every example alone, companions left aside, and compare with what it claims."""
    problems: list[Problem] = []
    count = 0
    for scheme in rulebook.schemes.values():
        for example in scheme.examples:
            count += 1
            problems.extend(_problems(example, scheme_differences(rulebook, scheme, example)))
    for need in rulebook.needs.values():
        for each in need.examples:
            count += 1
            problems.extend(_problems(each, need_differences(rulebook, need, each)))
    for rule in rulebook.plausibility.rules:
        for claim in rule.examples:
            count += 1
            problems.extend(_problems(claim, doubt_differences(rulebook, rule, claim)))
    return Result(count, tuple(problems))


def scheme_differences(rulebook: Rulebook, scheme: Scheme, example: Example) -> Iterable[Text]:
    """Yield what the rules say of a scheme's example otherwise than the example claims."""
    claimed = Expected(example.gives, example.in_place, example.because, example.settled_by)
    found = [*differences(claimed, judge_example(rulebook, scheme, example))]
    then, edition = scheme.on(example.on), scheme.edition_on(example.on)
    conditions = [then.relevant, then.in_place]
    conditions += [each.condition for each in edition.requirements] if edition else []
    yield from _explained(found, rulebook, conditions, example.on)


def need_differences(rulebook: Rulebook, need: Need, example: NeedExample) -> Iterable[Text]:
    """Yield what the rules say of a need's example otherwise than the example claims."""
    facts = derive(rulebook, example.facts)
    finding = find_need(need, Situation(example.on, rulebook.rates, facts, {}))
    found = [*severity_differences(example.gives, example.settled_by, finding)]
    return _explained(found, rulebook, [need.severe, need.some], example.on)


def doubt_differences(
    rulebook: Rulebook, rule: Plausibility, example: PlausibilityExample
) -> Iterable[Text]:
    """Yield what the rules say of an answer otherwise than the example claims."""
    doubts = rule.id in doubted_in(rulebook, example.on, example.facts)
    found = [] if doubts is example.doubts else [_DOUBTS[example.doubts]]
    return _explained(found, rulebook, [rule.condition], example.on)


def doubted_in(rulebook: Rulebook, day: date, facts: Mapping[str, Value]) -> set[str]:
    """Return the rules of plausibility that doubt something; what is not listed is unknown."""
    return {rule.id for rule in doubted(rulebook, derive(rulebook, facts), day)}


def _explained(
    found: list[Text], rulebook: Rulebook, conditions: Iterable[Condition | None], day: date
) -> list[Text]:
    """Return what differs; when a rate has no value that day, only that, for it is the cause."""
    ids = {
        leaf.operand.id: None
        for condition in conditions
        for leaf in (leaves(condition) if condition else ())
        if isinstance(leaf, FactTest) and isinstance(leaf.operand, RateRef)
    }
    unknown = [id_ for id_ in ids if isinstance(rulebook.rates[id_].on(day), Unknown)]
    return [_NO_RATE.format(rate=id_, day=str(day)) for id_ in unknown if found] or found


def _problems(
    example: Example | NeedExample | PlausibilityExample, found: Iterable[Text]
) -> Iterable[Problem]:
    for each in found:
        message = _DIFFERS.format(name=example.name, difference=each)
        yield Problem(example.place, message)


def judge_example(rulebook: Rulebook, scheme: Scheme, example: Example) -> Verdict:
    """Return the verdict in the example's situation; what it does not list is unknown."""
    facts: Mapping[str, FactValue] = derive(rulebook, example.facts)
    needs = {need: NeedFinding(need, (severity,)) for need, severity in example.needs.items()}
    situation = Situation(example.on, rulebook.rates, facts, needs)
    return Judge(situation, rulebook.facts).verdict(scheme.on(example.on))


def untested_requirements(rulebook: Rulebook) -> Iterable[Problem]:
    """Yield every requirement that no example meets, or that none fails to meet."""
    for scheme in rulebook.schemes.values():
        verdicts = [judge_example(rulebook, scheme, example) for example in scheme.examples]
        seen = {
            (id_, outcome.truth)
            for verdict in verdicts
            for id_, outcome in verdict.requirements.items()
        }
        requirements = {
            each.id: each for edition in scheme.editions for each in edition.requirements
        }
        for requirement in requirements.values():
            for truth, message in _UNTESTED.items():
                if (requirement.id, truth) not in seen:
                    text = message.format(requirement=requirement.id)
                    yield Problem(requirement.place, text)
