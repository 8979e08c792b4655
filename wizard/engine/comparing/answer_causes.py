"""Causes among the answers themselves, for what only a look at every possible answer can tell.

A verdict or need can be settled, or of a kind, although its conditions taken one by one leave it
open (`settling`). Such a one does not come back when facts are put back under the same conditions;
then the whole case is assessed again, with the answers put back.
"""

from dataclasses import replace

from wizard.domain.advice import Advice, Findings
from wizard.domain.comparison import Because, Cause, CauseKind, Force
from wizard.engine.comparing.causes import find_causes
from wizard.engine.comparing.verdict_causes import need_state, what_moved
from wizard.engine.findings import look
from wizard.engine.whatif.allowed import allowed_values
from wizard.engine.whatif.outlook import outlook_on
from wizard.engine.whatif.settling import Settling

Causes = frozenset[Cause]


class AnswerCauses:
    """Finds causes by assessing the later case again with earlier answers."""

    def __init__(self, before: Advice, after: Advice) -> None:
        """List the answers that differ, as possible causes."""
        self._before, self._after = before, after
        was, now = before.case.answers, after.case.answers
        asked = after.rulebook.facts
        self._changed = tuple(
            Cause(CauseKind.FACT, id_) for id_ in asked if was.get(id_) != now.get(id_)
        )
        self._found: dict[Causes, Findings] = {}

    def need(self, id_: str) -> Because:
        """Return which answers the severity of a need comes of, whatever is between."""

        def outcome(back: Causes) -> object:
            return need_state(self._assessed(back).needs[id_])

        return find_causes(self._changed, outcome, need_state(self._before.needs[id_]))

    def brings_back(self, id_: str, because: Because) -> bool:
        """Tell whether the answers named, put back, bring the earlier need back.

        Only answers can be put back; of anything else nothing can be told here.
        """
        if any(cause.kind is not CauseKind.FACT for cause in because.causes):
            return True
        before = need_state(self._before.needs[id_])
        each = because.force is Force.EACH_NEEDED
        groups = [(cause,) for cause in because.causes] if each else [because.causes]
        whole = ({Cause(CauseKind.FACT, cause.id) for cause in group} for group in groups)
        return all(
            need_state(self._assessed(frozenset(back)).needs[id_]) == before for back in whole
        )

    def verdict(self, id_: str) -> Because:
        """Return which answers a verdict comes of, whatever is between."""
        before = self._before.verdicts[id_]
        seen = what_moved(before, self._after.verdicts[id_])

        def outcome(back: Causes) -> object:
            return seen(self._assessed(back).verdicts[id_])

        return find_causes(self._changed, outcome, seen(before))

    def _assessed(self, back: Causes) -> Findings:
        if back not in self._found:
            self._found[back] = self._assess(back)
        return self._found[back]

    def _assess(self, back: Causes) -> Findings:
        now, book = self._after, self._after.rulebook
        put_back = {cause.id for cause in back}
        kept = {id_: each for id_, each in now.case.answers.items() if id_ not in put_back}
        earlier = {id_: each for id_, each in self._before.case.answers.items() if id_ in put_back}
        case = replace(now.case, answers=kept | earlier)
        looked = look(case, book, now.municipality, now.as_of)
        outlook = outlook_on(book, now.as_of)
        return Settling(outlook, looked, allowed_values(outlook, looked)).found()
