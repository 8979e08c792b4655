"""What the rules say of a scheme beyond any case: its money, dates, duty, doubts and neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wizard.domain.advice import NextDeadline
from wizard.domain.schemes import Deadline, Duty, Edition, Funding, Scheme
from wizard.domain.values import Unknown
from wizard.engine.planning.deadlines import next_deadline
from wizard.engine.verdicts import reservations_of
from wizard.voice import numbers, rule_words, words
from wizard.voice.labels import Labels
from wizard.voice.offers import deadline_of
from wizard.voice.verdicts import reservation_of


def duty_of(duty: Duty, labels: Labels) -> str:
    """Return since or from when the law demands it, and which law."""
    held = rule_words.DUTY_SINCE if duty.since <= labels.as_of else rule_words.DUTY_FROM
    return labels.say(held, day=labels.day(duty.since), basis=labels.basis(duty.basis))


def relations_of(scheme: Scheme, labels: Labels) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each way that it hangs together with others, with the ids of those, where it does."""
    for attribute, label in rule_words.RELATIONS:
        if ids := getattr(scheme, attribute):
            yield labels.say(label), ids


def funding_of(edition: Edition, scheme: Scheme, labels: Labels) -> str:
    """Return whether there is money; empty for what the municipality pays itself."""
    own_money = not scheme.is_instrument and edition.funding is Funding.OPEN
    return "" if own_money else labels.say(rule_words.FUNDING[edition.funding])


def deadlines_of(edition: Edition, scheme: Scheme, labels: Labels) -> str:
    """Return every date to apply by, and how long an application takes to prepare."""
    return "; ".join(_deadline(each, scheme, labels) for each in edition.deadlines)


def next_deadline_of(edition: Edition, scheme: Scheme, labels: Labels) -> str:
    """Return the next date to apply by after the day of the labels."""
    found: NextDeadline | None = next_deadline(edition.deadlines, labels.as_of)
    return deadline_of(scheme, found, labels)


def doubts_about_scheme(edition: Edition, scheme: Scheme, labels: Labels) -> Iterator[str]:
    """Yield what to be careful about whoever uses it, as sentences."""
    for kind in reservations_of(scheme, edition, labels.rulebook.rates, labels.as_of):
        yield reservation_of(kind, scheme, labels)
    if edition.funding is Funding.CLOSED:
        yield labels.say(words.CLOSED)


@dataclass(frozen=True, slots=True)
class RateLine:
    """A rate that money depends on, what it is on the day and since when, and where that stands.

    `link` is empty where the rate is our own view.
    """

    name: str
    value: str
    since: str
    basis: str
    link: str


def rates_of(edition: Edition, labels: Labels) -> Iterator[RateLine]:
    """Yield each rate that the money is made of, as far as anybody knows it on the day."""
    rulebook, day = labels.rulebook, labels.as_of
    for id_ in dict.fromkeys(edition.amount.rates):
        rate = rulebook.rates[id_]
        dated, basis = rate.in_force(day), rate.basis_on(day)
        if dated is None or isinstance(dated.value, Unknown):
            continue
        yield RateLine(
            name=rate.name.to(labels.language),
            value=labels.rate(id_),
            since=labels.day(dated.valid_from),
            basis=labels.basis_or_reason(basis, rate.reason),
            link=rulebook.sources[basis.source].link if basis else "",
        )


def _deadline(deadline: Deadline, scheme: Scheme, labels: Labels) -> str:
    if deadline.on:
        text = labels.day(deadline.on)
    elif deadline.yearly:
        day = numbers.day(date(2000, *deadline.yearly), labels.language)
        text = labels.say(rule_words.YEARLY, day=day.removesuffix(" 2000"))
    elif deadline.rolling:
        text = _rolling(scheme, labels)
    else:
        text = labels.say(rule_words.UNKNOWN_DEADLINE)
    if deadline.preparation_weeks:
        text += f", {labels.say(rule_words.PREPARE, weeks=deadline.preparation_weeks)}"
    return f"{text} ({labels.say(rule_words.CHECK)})" if deadline.check else text


def _rolling(scheme: Scheme, labels: Labels) -> str:
    if scheme.duty:
        day = labels.day(scheme.duty.since)
        due = scheme.duty.since <= labels.as_of
        return labels.say(words.DUE_SINCE, day=day) if due else day
    return labels.say(words.ROLLING if scheme.is_instrument else words.OWN_TIME)
