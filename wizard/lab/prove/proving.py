"""All proofs of one rulebook, each with what was found in its way."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from wizard.domain.advice import Advice
from wizard.domain.conditions import leaves
from wizard.domain.facts import Option, Question
from wizard.domain.place import Place
from wizard.domain.proofs import Assumed, Claim, Finding, Note, Proof, Proofs, Shown
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text
from wizard.engine.conditions import Situation, evaluate
from wizard.engine.law import NOT_RELEVANT_ANYWAY, Standing
from wizard.engine.whatif.drawing import MET, TRUTHS
from wizard.lab.mutants import show
from wizard.lab.prove import words as say
from wizard.lab.prove.cases import Maker
from wizard.lab.prove.changed import ASKED
from wizard.lab.prove.dead import Dead, Deadness
from wizard.lab.prove.history import Hole, NoRate, holes, unknown_rates
from wizard.lab.prove.options import Options
from wizard.lab.prove.periods import Period, first_day, periods
from wizard.lab.prove.plans import prove_needs, prove_rivals
from wizard.lab.prove.possible import not_asked
from wizard.lab.prove.shown import owner_shown, told_day
from wizard.municipalities import Municipalities

# What a scheme is called among its own explanations, where nobody is ever advised it.
_WHOLE = "ordningen"


def prove(rulebook: Rulebook, municipalities: Municipalities, today: date) -> Proofs:
    """Return every proof of a rulebook, with what is found made into cases that show it."""
    return _Proving(rulebook, municipalities, today).all()


def assumed_of(
    rulebook: Rulebook, municipalities: Municipalities, today: date, periods_: int
) -> Assumed:
    """Return what proofs over so many periods of a rulebook take for granted."""
    asked = [item for theme in rulebook.themes for item in theme.items]
    ends = {item.fact: (item.minimum, item.maximum) for item in asked}
    return Assumed(
        first=first_day(rulebook),
        today=today,
        periods=periods_,
        ranges={id_: each for id_, each in ends.items() if each != (None, None)},
        as_they_are=not_asked(rulebook),
        municipalities=len(municipalities.all),
        free=tuple(rulebook.derived),
    )


class _Proving:
    def __init__(self, rulebook: Rulebook, municipalities: Municipalities, today: date) -> None:
        self.book = rulebook
        self.municipalities = municipalities
        self.today = today
        self.periods = list(periods(rulebook, municipalities, today))
        self.ahead = [each for each in self.periods if each.ahead]
        self.dead, self.options = Deadness(), Options()
        # The rules of today first: what makes a difference there need not be looked into again.
        behind = [each for each in reversed(self.periods) if not each.ahead]
        for each in (*self.ahead, *behind):
            self.dead.look(each)
            self.options.look(each)
        self.situations = _situations(self.ahead[0])

    def all(self) -> Proofs:
        """Return the proofs in the order that they are told."""
        makers = [self._maker(each.day) for each in self.ahead]
        parts = (self._conditions(), self._requirements(), self._schemes())
        proofs = (
            prove_needs(self.ahead, makers),
            prove_rivals(self.ahead, makers),
            *self._excused(parts),
            self._options(),
            self._editions(),
        )
        periods_ = len(self.periods)
        return Proofs(assumed_of(self.book, self.municipalities, self.today, periods_), proofs)

    def _maker(self, on: date) -> Maker:
        return Maker(self.book, self.municipalities, self.today, on)

    # --- parts of rules

    def _conditions(self) -> Proof:
        found = tuple(self._dead(Claim.CONDITIONS, each) for each in self.dead.dead_leaves)
        looked = {key[:-1] for key in self.dead.leaves.looked if isinstance(key, tuple)}
        unproven = tuple(sorted(self.dead.unproven))
        return Proof(Claim.CONDITIONS, len(looked), self.situations, found, unproven=unproven)

    def _requirements(self) -> Proof:
        watched = self.dead.requirements
        found = tuple(self._dead(Claim.REQUIREMENTS, each) for each in watched.dead.values())
        return Proof(Claim.REQUIREMENTS, len(watched.looked), self.situations, found)

    def _dead(self, claim: Claim, dead: Dead) -> Finding:
        what, mend = self._told(dead)
        return Finding(
            claim, dead.place, dead.owner, what, mend, self._showing(dead), part=dead.part
        )

    def _told(self, dead: Dead) -> tuple[Text, Text]:
        if dead.leaf is None:
            hidden = self._is_hidden(dead)
            told = say.HIDDEN_REQUIREMENT if hidden else say.DEAD_REQUIREMENT
            return told.format(part=dead.part), say.MEND_REQUIREMENT
        told = say.ALWAYS_MET if dead.truth == MET else say.NEVER_MET
        mend = say.MEND_CONDITION if dead.owner in self.book.schemes else say.MEND_OUTSIDE
        return told.format(leaf=show(dead.leaf), part=dead.part), mend

    def _is_hidden(self, dead: Dead) -> bool:
        """Tell whether all who do not meet a requirement hear first that it is not for them."""
        diagrams = dead.period.outlook.diagrams
        ends = diagrams.apply(lambda there, end: end + 1 if there else 0, dead.hidden, dead.whole)
        standings = {Standing(end - 1) for end in diagrams.terminals(ends) if end}
        return bool(standings) and standings <= NOT_RELEVANT_ANYWAY

    def _showing(self, dead: Dead) -> Shown | None:
        """Return a case where the part is otherwise than it could as well be, if there is any."""
        maker = self._maker(dead.period.day)
        unlike = ~TRUTHS[dead.truth]

        def shows(advice: Advice) -> bool:
            situation = Situation(maker.on, advice.rulebook.rates, advice.values, advice.needs)
            return evaluate(dead.condition, situation).truth is unlike

        case = maker.showing(dead.period.answered, dead.hidden, shows)
        case = case or maker.anyone(lambda _: True)
        return Shown(case, maker.on, owner_shown(maker.advice(case), dead.owner)) if case else None

    def _schemes(self) -> Proof:
        never = [each for each in self.dead.in_force if each not in self.dead.advised]
        found = tuple(
            Finding(
                Claim.SCHEMES,
                self.book.schemes[id_].place,
                id_,
                say.DEAD_SCHEME,
                say.MEND_SCHEME,
                self._any(id_),
                part=_WHOLE,
            )
            for id_ in sorted(never)
            if id_ not in self.dead.unproven
        )
        ended = (each for each in self.book.schemes if each not in self.dead.in_force)
        notes = tuple(Note(each, say.ENDED) for each in ended)
        return Proof(Claim.SCHEMES, len(self.dead.in_force), self.situations, found, notes)

    def _any(self, owner: str, on: date | None = None) -> Shown | None:
        maker = self._maker(on or self.ahead[0].day)
        case = maker.anyone(lambda _: True)
        return Shown(case, maker.on, owner_shown(maker.advice(case), owner)) if case else None

    def _excused(self, proofs: Iterable[Proof]) -> Iterator[Proof]:
        """Yield the proofs with what the rule files explain, and what they explain in vain."""
        excuses = {
            (scheme.id, each.part): each
            for scheme in self.book.schemes.values()
            for each in scheme.on_purpose
        }
        for proof in proofs:
            found = []
            for each in proof.findings:
                excuse = excuses.pop((each.subject, each.part), None)
                found.append(replace(each, explained=excuse.reason) if excuse else each)
            if proof.claim is Claim.SCHEMES:
                found += [
                    Finding(
                        Claim.SCHEMES,
                        each.place,
                        scheme,
                        say.NOT_NEEDED.format(part=part),
                        say.MEND_NOT_NEEDED,
                        self._any(scheme),
                        part=part,
                    )
                    for (scheme, part), each in excuses.items()
                ]
            yield replace(proof, findings=tuple(found))

    # --- questions

    def _options(self) -> Proof:
        found = [
            *(
                self._asking(each, each.place, say.NEVER_ASKED, say.MEND_ASKED)
                for each in self.options.never_asked(self.book)
            ),
            *(
                self._asking(
                    each,
                    _place(each, option),
                    say.NEVER_OFFERED.format(option=option.id),
                    say.MEND_ASKED,
                )
                for each, option in self.options.never_offered(self.book)
            ),
            *(
                self._asking(
                    each,
                    each.place,
                    say.BOX_NEVER_READ.format(option=option.id) if option else say.NEVER_READ,
                    say.MEND_READ,
                )
                for each, option in self.options.never_read(self.book)
            ),
            *(
                self._asking(
                    each,
                    each.place,
                    say.NEVER_TOLD_APART.format(option=option.id, other=other.id),
                    say.MEND_TOLD_APART,
                )
                for each, option, other in self.options.never_told_apart(self.book)
            ),
        ]
        notes = tuple(
            Note(question.id, say.ALIKE.format(one=one.id, other=other.id))
            for question, one, other in self.options.alike(self.book)
        )
        looked = sum(max(1, len(each.options)) for each in self.book.questions.values())
        return Proof(Claim.OPTIONS, looked, 0, tuple(found), notes)

    def _asking(self, question: Question, place: Place, what: Text, mend: Text) -> Finding:
        shown = self._any(question.id)
        return Finding(Claim.OPTIONS, place, question.id, what, mend, shown, part=ASKED)

    # --- days

    def _editions(self) -> Proof:
        schemes = self.book.schemes.values()
        found = [self._hole(each) for scheme in schemes for each in holes(scheme)]
        rates: dict[tuple[str, Place], NoRate] = {}
        for period in self.periods:
            for each in unknown_rates(period):
                known = rates.setdefault((each.rate, each.place), each)
                if known.is_history and not each.is_history:
                    rates[each.rate, each.place] = each
        found += [self._no_rate(each) for each in rates.values() if not each.is_history]
        notes = {each.rate: _began(each) for each in rates.values() if each.is_history}
        looked = sum(len(each.editions) for each in schemes)
        return Proof(Claim.EDITIONS, looked, 0, tuple(found), tuple(notes.values()))

    def _hole(self, hole: Hole) -> Finding:
        what = (say.OVERLAP if hole.overlaps else say.GAP).format(
            first=told_day(hole.first), last=told_day(hole.last)
        )
        mend = say.MEND_OVERLAP if hole.overlaps else say.MEND_GAP
        on = max(min(hole.first, hole.last), first_day(self.book))
        shown = self._any(hole.scheme.id, on)
        return Finding(
            Claim.EDITIONS,
            hole.scheme.place,
            hole.scheme.id,
            what,
            mend,
            shown,
            explained=hole.reason,
        )

    def _no_rate(self, missing: NoRate) -> Finding:
        period = missing.period
        first, last = told_day(period.first), told_day(missing.last)
        what = say.NO_RATE.format(rate=missing.rate, first=first, last=last)
        return Finding(
            Claim.EDITIONS,
            missing.place,
            missing.owner,
            what,
            say.MEND_NO_RATE,
            self._any(missing.owner, period.day),
        )


def _began(missing: NoRate) -> Note:
    return Note(
        missing.owner, say.BEFORE_RATE.format(rate=missing.rate, last=told_day(missing.last))
    )


def _place(question: Question, option: Option) -> Place:
    """Return where it says who is offered an option."""
    return leaves(option.applies)[0].place if option.applies else question.place


def _situations(period: Period) -> int:
    """Return how many situations there are, counted for each rule by what it tells apart."""
    outlook, possible = period.outlook, period.possible
    diagrams = {*outlook.verdicts.values(), *outlook.needs.values()}
    supports = (outlook.diagrams.support(each) for each in diagrams)
    return sum(possible.count(possible.around(each), each) for each in supports)
