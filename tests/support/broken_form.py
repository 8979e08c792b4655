"""Mistakes in the form of a file: one for each thing that can be said about it."""

# ruff: noqa: E501 - one mistake is one row

from rule_folder import Break

from wizard.rulebook.messages import form as say
from wizard.rulebook.messages import values

_LOAN = "virkemidler/utleielan-kommune.yaml"
_MAST = "regelverk.yaml"

BREAKS = (
    Break("a colon too many", _MAST, "eier: P", "eier: a: P", say.STRAY_COLON, ": P"),
    Break("a colon too few", _MAST, "eier: Prosjektet", "eier Prosjektet", say.MISSING_COLON, "eier P"),
    Break("a field too far to the left", _LOAN, "  - id: varighet", " - id: varighet", say.BAD_INDENT, "- id: varighet"),
    Break("a field one step out of line", "kilder.yaml", "  utgiver: L", " utgiver: L", say.BAD_INDENT, "utgiver: L"),
    Break("words after a quoted text", _MAST, "eier: Pro", 'eier: "De" Pro', say.AFTER_VALUE, "Prosjektet"),
    Break("a dated value without its dash", "satser/lan.yaml", '[{fra: "2020-01-01", er: "85"}, {fra: "2025-02-17", er: "90"}]', '\n    - {fra: "2020-01-01", er: "85"}\n    {fra: "2025-02-17", er: "90"}', say.MISSING_DASH, '{fra: "2025'),
    Break("an item without its dash", _LOAN, "  - id: varighet", "  id: varighet", say.MISSING_DASH, "id: varighet"),
    Break("a list that never ends", _LOAN, "soker: [kommune]", "soker: [kommune", say.OPEN_LIST, "[kommune\n"),
    Break("braces that never end", _MAST, "{nb: De v", "{nb: De {v", say.OPEN_BRACE, "{nb: De"),
    Break("a quotation mark that is not closed", _MAST, 'versjon: "2026.11"', 'versjon: "2026.11', say.OPEN_QUOTE, '"2026.11'),
    Break("a quotation mark that only the next one closes", _LOAN, "  av: {nb: kostnaden for prosjektet, nn", '  av: {nb: "kostnaden for prosjektet, nn: "x", en', say.OPEN_QUOTE, '"kostnaden'),
    Break("a quotation mark that is closed lines below", _MAST, "eier: P", 'eier: "P', say.OPEN_QUOTE, '"P'),
    Break("a single one that is closed lines below", _MAST, "eier: P", "eier: 'P\nx: 'y'\nz: P", say.OPEN_QUOTE, "'P"),
    Break("a hard space before a field", _MAST, "  uker", "\u00a0 uker", say.HARD_SPACE, "\u00a0"),
    Break("a hard space after a colon", _MAST, "  uker: ", "  uker:\u00a0", say.HARD_SPACE, "\u00a0"),
    Break("a hard space after a colon in braces", _LOAN, "{nb: kostnaden", "{nb:\u00a0kostnaden", say.HARD_SPACE, "\u00a0"),
    Break("a hard space after a dash", "kilder.yaml", "- id: ssb", "-\u00a0id: ssb", say.HARD_SPACE, "\u00a0"),
    Break("a text that is nothing", _MAST, "eier: Prosjektet Virkemiddelveiviseren", "eier: ~", say.NOTHING, "~"),
    Break("nothing in a word", _LOAN, "nn: kostnaden for prosjektet", "nn: null", say.NOTHING, "null"),
    Break("a backslash that means something else", _MAST, "eier: P", 'eier: "C:\\Qx"\nx: P', say.BAD_ESCAPE, "\\Qx"),
    Break("a value that begins with a sign", _MAST, "eier: P", "eier: @P", say.STRAY_SIGN, "@P"),
    Break("a text in bold", _MAST, "eier: P", "**eier**: P", say.STRAY_SIGN, "*eier"),
    Break("an indent by tab", _MAST, "  uker", "\tuker", say.TAB, "\tuker"),
    Break("a stray bracket", _MAST, "eier: P", "eier: }P", say.NOT_YAML, "}P"),
    Break("an anchor", _MAST, "eier: P", "eier: &e P", say.ANCHOR, "&e"),
    Break("an alias", _MAST, "eier: Prosjektet Virkemiddelveiviseren", "eier: *e", say.ALIAS, "*e"),
    Break("a tag", _MAST, 'versjon: "', 'versjon: !!float "', say.TAG, "!!float"),
    Break("a second document", _MAST, "eier: P", "---\neier: P", say.SEVERAL_DOCUMENTS, "---"),
    Break("a key that is a list", _MAST, "eier: P", "[eier]: P", say.KEY_NOT_A_WORD, "[eier]"),
    Break("a repeated key", _MAST, "kontakt:", "eier: En annen\nkontakt:", say.REPEATED_KEY, "eier: En"),
    Break("a character that turns text around", _MAST, "eier: P", "eier: \u202eP", say.HIDDEN_CHARACTER, "\u202e"),
    Break("a hidden character by escape", _MAST, "eier: Prosjektet Virkemiddelveiviseren", 'eier: "P\\u200bQ"', say.HIDDEN_CHARACTER, '"P'),
    Break("an emoji", _MAST, "eier: P", "eier: P 😀", say.UNPRINTABLE, "😀"),
    Break("a letter of another alphabet", _LOAN, "nb: Boligene leies", "nb: Б\u043eligene leies", say.UNPRINTABLE, "Б"),
    Break("Word's own bullet", _MAST, "eier: P", "eier: \uf0b7 P", say.PASTED, "\uf0b7", meant="•"),
    Break("a ligature from a PDF", _MAST, "eier: P", "eier: De\ufb01nert P", say.PASTED, "\ufb01", meant="fi"),
    Break("a letter and a loose ring", _MAST, "eier: P", "eier: Pa\u030a P", say.PASTED, "a\u030a", meant="å"),
    Break("a soft hyphen on the second line of a text", _MAST, "eier: P", "eier: Pro\n  sjek\u00adtet\nx: P", say.HIDDEN_CHARACTER, "\u00ad"),
    Break("an emoji by escape", _MAST, "eier: Prosjektet Virkemiddelveiviseren", 'eier: "P \\U0001F600"', say.UNPRINTABLE, '"P'),
    Break("a byte order mark", _MAST, "navn:", "\ufeffnavn:", say.BYTE_ORDER_MARK, "\ufeff"),
    Break("more levels than anybody can follow", _MAST, "eier: P", f"eier: {'[' * 60}x{']' * 60}\nx: P", say.TOO_DEEP, "[" * 20 + "x"),
    Break("a file beyond all sizes", _MAST, "eier: P", f"eier: {'x' * 600_000}P", say.FILE_TOO_LARGE, "navn"),
    Break("a list where a value belongs", _MAST, "eier: P", "eier: [x]\nx: P", values.WRONG_FORM, "[x]"),
)  # fmt: skip
