"""What could be otherwise, in words: what would settle it, what to change, how near it is."""

from decimal import Decimal

from wizard.domain.advice import Change, Loss, RunnerUp, Verdict
from wizard.domain.conditions import AllOf, AnyOf, Condition, FactTest, Not, Operator, RateRef
from wizard.domain.edges import Edge, NeedFlip
from wizard.domain.facts import ChangedBy, Unit
from wizard.domain.schemes import VerdictKind
from wizard.domain.settling import Power, Settler, SettlingAnswer, WorthAsking
from wizard.domain.text import Text
from wizard.domain.values import FactValue
from wizard.engine.voice import numbers, words
from wizard.engine.voice.offers import Offers

# What an answer makes of an ordning.
_RESULTS = {
    VerdictKind.RECOMMENDED: Text("anbefalt", "tilrådd"),
    VerdictKind.CONDITIONAL: Text("anbefalt på et vilkår", "tilrådd på eit vilkår"),
    VerdictKind.AFTER_CHANGE: Text(
        "mulig når kommunen har endret noe", "mogleg når kommunen har endra noko"
    ),
    VerdictKind.OPEN: Text("fortsatt uavklart", "framleis uavklart"),
    VerdictKind.EXCLUDED: Text("ikke mulig", "ikkje mogleg"),
    VerdictKind.NOT_RELEVANT: Text("ikke aktuell", "ikkje aktuell"),
}
_HAVE_IT = Text("noe dere har", "noko de har")
_ALWAYS = Text("{question} Svaret avgjør. {answers}.", "{question} Svaret avgjer. {answers}.")
_SOME = Text("{question} Noen svar avgjør. {answers}.", "{question} Nokre svar avgjer. {answers}.")
_SOME_TOGETHER = Text("{question} Noen svar avgjør alene.", "{question} Nokre svar avgjer åleine.")
_TOGETHER = Text(
    "{question} Svaret teller med, men avgjør ikke alene.",
    "{question} Svaret tel med, men avgjer ikkje åleine.",
)
_NEVER = Text(
    "{question} Svaret har ingenting å si her.", "{question} Svaret har ingenting å seie her."
)
_GIVES = Text("{answer}: {result}", "{answer}: {result}")
_ASK = Text("Spør {who}.", "Spør {who}.")
_INEXACT = Text(
    "Her er det så mange mulige svar at noen av spørsmålene kan vise seg å være uten betydning.",
    "Her er det så mange moglege svar at nokre av spørsmåla kan vise seg å vere utan noko å seie.",
)
_OR = Text("eller", "eller")
_TICKED = Text("kryss for {value}", "kryss for {value}")
_NOT_TICKED = Text("ikke kryss for {value}", "ikkje kryss for {value}")
_AND = Text("{first} og {second}", "{first} og {second}")
_CALCULATED = Text("{name} {answer}", "{name} {answer}")
_CHANGE = Text("«{name}»: fra {old} til {new}. {who}", "«{name}»: frå {old} til {new}. {who}")
_CHANGED_BY = {
    ChangedBy.MUNICIPALITY: Text(
        "Kommunen kan bestemme det; ta det opp med {who}.",
        "Kommunen kan avgjere det; ta det opp med {who}.",
    ),
    ChangedBy.OVER_TIME: Text(
        "Kommunen kan få det til over tid; ta det opp med {who}.",
        "Kommunen kan få det til over tid; ta det opp med {who}.",
    ),
}
_ALTERNATIVELY = Text("Eller: {way}", "Eller: {way}")
_NEAR = Text(
    "{name} er {value}. Det er bare {distance} fra grensen på {limit}{ours}.",
    "{name} er {value}. Det er berre {distance} frå grensa på {limit}{ours}.",
)
_EXACTLY = Text(
    "{name} er {value}, akkurat på grensen{ours}.", "{name} er {value}, akkurat på grensa{ours}."
)
_DOUBTED = Text(
    "{name} er {value}, men tallet er usikkert. Grensen er {limit}{ours}, {distance} unna.",
    "{name} er {value}, men talet er usikkert. Grensa er {limit}{ours}, {distance} unna.",
)
_OURS = Text(" (vår vurdering)", " (vår vurdering)")
_FLIPS = Text(
    "På den andre siden av grensen: {changes}.", "På den andre sida av grensa: {changes}."
)
_BECOMES = Text("{scheme} blir «{label}»", "{scheme} blir «{label}»")
_NEED_BECOMES = Text("behovet «{need}» blir «{label}»", "behovet «{need}» blir «{label}»")
_MORE_FLIP = (
    Text("én vurdering til blir en annen", "éi vurdering til blir ei anna"),
    Text("{n} vurderinger til blir andre", "{n} vurderingar til blir andre"),
)
_ENTERS = Text("{schemes} kommer med i pakken", "{schemes} kjem med i pakka")
_LEAVES = Text("{schemes} går ut av pakken", "{schemes} går ut av pakka")
_SWAP = Text(
    "Nest best er å bytte ut {out} med {into}.", "Nest best er å byte ut {out} med {into}."
)
_DROP = Text("Nest best er å la være {out}.", "Nest best er å la vere {out}.")
_LOSSES = {
    Loss.CARRIED: Text(
        "Da er det ikke lenger noe sikkert grep for {needs}.",
        "Då er det ikkje lenger noko sikkert grep for {needs}.",
    ),
    Loss.COVERED: Text("Da blir {needs} dårligere dekket.", "Då blir {needs} dårlegare dekt."),
    Loss.WAITING: Text(
        "Da må flere grep vente på et svar eller en endring.",
        "Då må fleire grep vente på eit svar eller ei endring.",
    ),
    Loss.WEEKS: Text(
        "Det dekker det samme, men krever {amount} mer arbeid det første året (vår vurdering).",
        "Det dekkjer det same, men krev {amount} meir arbeid det første året (vår vurdering).",
    ),
    Loss.MEMBERS: Text(
        "Det dekker det samme med flere grep.", "Det dekkjer det same med fleire grep."
    ),
    Loss.STRENGTH: Text(
        "Det dekker det samme, men grepene styrker hverandre mindre.",
        "Det dekkjer det same, men grepa styrkjer kvarandre mindre.",
    ),
    Loss.NOTHING: Text(
        "De to er like gode etter våre regler. Dere kan velge fritt.",
        "Dei to er like gode etter våre reglar. De kan velje fritt.",
    ),
}
_MOVES = Text(
    "Svaret har noe å si for {verdicts}{needs}.", "Svaret har noko å seie for {verdicts}{needs}."
)
_VERDICTS = (Text("én vurdering", "éi vurdering"), Text("{n} vurderinger", "{n} vurderingar"))
_NEEDS = (Text("ett behov", "eitt behov"), Text("{n} behov", "{n} behov"))
_BOTH = Text(" og {needs}", " og {needs}")
_SETTLES_ALL = Text("Det kan avgjøre alle alene.", "Det kan avgjere alle åleine.")
_SETTLES = (
    Text("Det kan avgjøre én av dem alene.", "Det kan avgjere éi av dei åleine."),
    Text("Det kan avgjøre {n} av dem alene.", "Det kan avgjere {n} av dei åleine."),
)
_MOST_NAMED = 3
_FIRST = 3


class Otherwise(Offers):
    """Wording of what the advice hangs on."""

    def questions(self, verdict: Verdict) -> list[str]:
        """Return the open questions that the verdict hangs on."""
        return [self.question(fact) for fact in verdict.settled_by]

    def settling(self, verdict: Verdict, *, everything: bool = False) -> list[str]:
        """Return what each open question can do to the verdict, the one that does most first.

        With `everything`, also those that only seem to matter.
        """
        found = [
            self._settler(each)
            for each in verdict.settlers
            if everything or each.power is not Power.NEVER
        ]
        return found if verdict.exact or not found else [*found, self.say(_INEXACT)]

    def _settler(self, settler: Settler) -> str:
        templates = {
            Power.ALWAYS: _ALWAYS,
            Power.SOME: _SOME if settler.answers else _SOME_TOGETHER,
            Power.TOGETHER: _TOGETHER,
            Power.NEVER: _NEVER,
        }
        answers = "; ".join(self._leads_to(settler.question, each) for each in settler.answers)
        answers = f"{answers[:1].upper()}{answers[1:]}"
        question = self.question(settler.question)
        sentence = self.say(templates[settler.power], question=question, answers=answers)
        ask = "" if settler.power is Power.NEVER else self.ask(settler.question)
        return f"{sentence} {ask}".rstrip()

    def ask(self, question: str) -> str:
        """Return whom to ask; empty where nobody is said to know."""
        who = self.knows(question)
        return self.say(_ASK, who=who) if who else ""

    def _leads_to(self, question: str, answer: SettlingAnswer) -> str:
        result = _HAVE_IT if answer.in_place else _RESULTS[answer.kind]
        return self.say(_GIVES, answer=self.range(question, answer.answer), result=self.say(result))

    def range(self, question: str, answer: Condition) -> str:
        """Return which answers a condition on one fact stands for, as they stand in a sentence."""
        match answer:
            case AllOf(parts) | AnyOf(parts):
                words_for = [self.range(question, part) for part in parts]
                last = _OR if isinstance(answer, AnyOf) else None
                return self.sentences.listed(words_for, last)
            case Not(FactTest() as test):
                return self.say(_NOT_TICKED, value=self._operand(test))
            case FactTest():
                return self._named(question, answer)
        raise TypeError(f"not answers to one question: {answer!r}")

    def _named(self, question: str, test: FactTest) -> str:
        templates = {
            Operator.AT_LEAST: words.AT_LEAST,
            Operator.BELOW: words.BELOW,
            Operator.CONTAINS: _TICKED,
            Operator.CONTAINS_ANY: _TICKED,
        }
        operand, template = self._operand(test), templates.get(test.operator)
        if template is None:
            return operand
        answer = self.say(template, limit=operand, value=operand)
        if test.fact == question:
            return answer
        return self.say(_CALCULATED, name=self.fact_name(test.fact).lower(), answer=answer)

    def _operand(self, test: FactTest) -> str:
        operand: FactValue = (
            self.rulebook.rates[test.operand.id].on(self.advice.as_of)
            if isinstance(test.operand, RateRef)
            else test.operand
        )
        if isinstance(operand, frozenset):
            options = [each.id for each in self._all_facts[test.fact].options if each.id in operand]
            shown = [f"«{self.value(test.fact, each)}»" for each in options]
            return self.sentences.listed(shown, _OR)
        shown_one = self.value(test.fact, operand)
        return f"«{shown_one}»" if isinstance(operand, str) else shown_one

    def ask_first(self) -> list[tuple[str, str]]:
        """Return the three questions worth asking first: each with what it moves and who knows."""
        return [
            (
                self.question(each.question),
                f"{self.worth_asking(each)} {self.ask(each.question)}".rstrip(),
            )
            for each in self.advice.worth_asking[:_FIRST]
        ]

    def worth_asking(self, worth: WorthAsking) -> str:
        """Return what the answer to an open question moves, in a sentence or two."""
        verdicts = self._count(_VERDICTS, len(worth.moves))
        needs = self._count(_NEEDS, len(worth.needs))
        both = self.say(_BOTH, needs=needs) if worth.needs and worth.moves else ""
        found = self.say(_MOVES, verdicts=verdicts if worth.moves else needs, needs=both)
        if worth.settles and len(worth.moves) > 1:
            everything = len(worth.settles) == len(worth.moves)
            more = self._count(_SETTLES, len(worth.settles))
            found += f" {self.say(_SETTLES_ALL) if everything else more}"
        return found

    def _count(self, one_or_many: tuple[Text, Text], count: int) -> str:
        one, many = one_or_many
        return self.say(one) if count == 1 else self.say(many, n=count)

    def changes(self, verdict: Verdict) -> list[str]:
        """Return what the municipality would have to change, in the way that asks least of it."""
        return [self._change(change) for change in verdict.changes]

    def other_ways(self, verdict: Verdict) -> list[str]:
        """Return the other ways to the same end, a line each."""
        return [
            self.say(_ALTERNATIVELY, way=" ".join(self._change(change) for change in way))
            for way in verdict.ways[1:]
        ]

    def _change(self, change: Change) -> str:
        fact = self._all_facts[change.fact]
        old = self._now(change.fact)
        who = self.say(_CHANGED_BY[fact.changed_by], who=self.knows(change.fact))
        new = self.range(change.fact, change.wanted)
        return self.say(_CHANGE, name=self.fact_name(change.fact), old=old, new=new, who=who)

    def _now(self, fact: str) -> str:
        value = self.advice.facts[fact].value
        shown = self.value(fact, value)
        return f"«{shown}»" if isinstance(value, str | frozenset) else shown

    def edges(self, verdict: Verdict) -> list[str]:
        """Return how near the verdict, or the place in the bundle, is to being another."""
        return [
            self.edge(each, verdict.scheme)
            for each in self.advice.edges
            if each.touches(verdict.scheme)
        ]

    def edge(self, edge: Edge, scheme: str = "") -> str:
        """Return how near a figure is to a limit, and what would be otherwise beyond it."""
        return f"{self._distance(edge)} {self._beyond(edge, scheme)}"

    def _distance(self, edge: Edge) -> str:
        fact = self._all_facts[edge.fact]
        value, limit = numbers.compared(edge.value, edge.limit, fact.unit, self.language)
        ours = any(self.rulebook.rates[rate].reason for rate in edge.rates)
        template = _DOUBTED if edge.doubted else _NEAR if edge.distance else _EXACTLY
        return self.say(
            template,
            name=fact.name.to(self.language),
            value=value,
            limit=limit,
            distance=self.number(edge.distance, Unit.PERCENT),
            ours=self.say(_OURS) if ours else "",
        )

    def _beyond(self, edge: Edge, scheme: str) -> str:
        flips = [each for each in edge.flips if scheme in {"", each.scheme}]
        parts = [] if scheme else [self._need_flip(each) for each in edge.needs]
        parts += [
            self.say(
                _BECOMES,
                scheme=self.scheme_inline(each.scheme),
                label=self.say(words.IN_PLACE if each.in_place else words.VERDICTS[each.kind]),
            )
            for each in flips[:_MOST_NAMED]
        ]
        if len(flips) > _MOST_NAMED:
            parts.append(self._count(_MORE_FLIP, len(flips) - _MOST_NAMED))
        for template, schemes in ((_LEAVES, edge.leaves), (_ENTERS, edge.enters)):
            named = [self.scheme_inline(each) for each in schemes if scheme in {"", each}]
            if named:
                parts.append(self.say(template, schemes=self.sentences.listed(named)))
        return self.say(_FLIPS, changes="; ".join(parts))

    def _need_flip(self, flip: NeedFlip) -> str:
        severity = flip.severity
        label = words.SEVERITY_OPEN if severity is None else words.SEVERITIES[severity]
        return self.say(_NEED_BECOMES, need=self.need_name(flip.need), label=self.say(label))

    def runner_up(self, runner_up: RunnerUp) -> str:
        """Return the second best bundle, and what it would give up."""
        out = self.sentences.listed([self.scheme_inline(each) for each in runner_up.leaves])
        into = [self.scheme_inline(each) for each in runner_up.enters]
        swap = (
            self.say(_SWAP, out=out, into=self.sentences.listed(into))
            if into
            else self.say(_DROP, out=out)
        )
        needs = [f"«{self.need_name(need)}»" for need in runner_up.needs]
        weeks = self.number(Decimal(runner_up.amount), Unit.WEEKS)
        loss = self.say(
            _LOSSES[runner_up.loss],
            needs=self.sentences.listed(needs) if needs else "",
            amount=weeks,
        )
        return f"{swap} {loss}"
