"""`utsagn`: how a number is said in a sentence, wherever a rule looks at it."""

from wizard.domain.facts import FactType, Statement
from wizard.domain.text import Text
from wizard.rulebook.messages import rules as say
from wizard.rulebook.records import Record, Spot, optional, required
from wizard.rulebook.texts import OF_NUMBER

STATEMENT = Record(
    Text("utsagnet", "utsegna"),
    Statement,
    {
        "many": required("ellers", OF_NUMBER),
        "one": optional("en", OF_NUMBER),
        "none": optional("ingen", OF_NUMBER),
    },
)


def check_statement(type_: FactType, statement: Statement | None, spot: Spot) -> None:
    """Report a statement of what is not a number."""
    if statement is not None and not type_.is_number:
        spot.report(say.STATEMENT_NOT_WANTED, "utsagn", type=type_)
