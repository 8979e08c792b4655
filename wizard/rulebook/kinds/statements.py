"""`utsagn`: how a number, or a yes and a no, is said in a sentence, wherever a rule looks at it."""

from wizard.domain.facts import FactType, Statement, YesNoStatement
from wizard.domain.text import Text
from wizard.rulebook.messages import rules as say
from wizard.rulebook.records import Record, Spot, optional, required
from wizard.rulebook.shapes import ByKey
from wizard.rulebook.texts import OF_NUMBER, SENTENCE, VALUE


def _check_number(statement: Statement, spot: Spot) -> None:
    if VALUE not in statement.many.nb:
        spot.report(say.NUMBER_NOT_SHOWN, "ellers")


OF_NUMBERS = Record(
    Text("utsagnet", "utsegna"),
    Statement,
    {
        "many": required("ellers", OF_NUMBER),
        "one": optional("en", OF_NUMBER),
        "none": optional("ingen", OF_NUMBER),
    },
    check=_check_number,
)
_OF_YES_AND_NO = Record(
    Text("utsagnet", "utsegna"),
    YesNoStatement,
    {"yes": required("ja", SENTENCE), "no": required("nei", SENTENCE)},
)
STATEMENT = ByKey[Statement | YesNoStatement](
    {"ja": _OF_YES_AND_NO, "nei": _OF_YES_AND_NO}, otherwise=OF_NUMBERS
)


def check_statement(
    type_: FactType, statement: Statement | YesNoStatement | None, spot: Spot
) -> None:
    """Report a statement that does not fit the type of the fact."""
    fits = {Statement: type_.is_number, YesNoStatement: type_ is FactType.YES_NO}
    if statement is not None and not fits[type(statement)]:
        spot.report(say.STATEMENT_DOES_NOT_FIT, "utsagn", type=type_)
