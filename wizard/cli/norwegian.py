"""What click says of itself, in Norwegian: headings of help, and what is wrong with a command.

Click asks gettext for each of its phrases. A catalogue for gettext is a binary file that the
environment of each machine picks; these few phrases are always the same, so click is given them
straight. A phrase that is not here stays English.
"""

from click import core, decorators, exceptions, formatting, parser, types

_ONE = {
    "Usage:": "Bruk:",
    "Options": "Valg",
    "Commands": "Kommandoer",
    "Show this message and exit.": "Vis denne hjelpen.",
    "default: {default}": "ellers {default}",
    "required": "må være med",
    "Error: {message}": "Feil: {message}",
    "Aborted!": "Avbrutt.",
    "Try '{command} {option}' for help.": "Skriv «{command} {option}» for å få hjelp.",
    "No such command {name!r}.": "Kommandoen «{name}» finnes ikke.",
    "No such option {name!r}.": "Valget «{name}» finnes ikke.",
    "Missing command.": "Skriv hvilken kommando.",
    "Missing argument": "Dette mangler:",
    "Missing option": "Dette mangler:",
    "Missing parameter": "Dette mangler:",
    "Invalid value: {message}": "{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint}: {message}",
    "Option {name!r} does not take a value.": "Valget «{name}» tar ingen verdi.",
    "{value!r} is not a valid {number_type}.": "«{value}» er ikke et tall som kan brukes.",
    "{value} is not in the range {range}.": "{value} er ikke i området {range}.",
    "file": "fil",
    "directory": "mappe",
    "path": "sti",
    "{name} {filename!r} does not exist.": "«{filename}» finnes ikke.",
    "{name} {filename!r} is a file.": "«{filename}» er en fil, ikke en mappe.",
    "{name} {filename!r} is a directory.": "«{filename}» er en mappe, ikke en fil.",
    "{name} {filename!r} is not readable.": "«{filename}» kan ikke leses.",
    "{name} {filename!r} is not writable.": "«{filename}» kan ikke skrives.",
}
# By their English singular: one, and several.
_COUNTED = {
    "Did you mean {possibility}?": (
        "Mente du {possibility}?",
        "(Mente du en av disse: {possibilities}?)",
    ),
    "Got unexpected extra argument ({args})": ("Dette er for mye: {args}",) * 2,
    "Option {name!r} requires an argument.": (
        "Valget «{name}» må ha en verdi.",
        "Valget «{name}» må ha {nargs} verdier.",
    ),
    "{value!r} is not {choice}.": (
        "«{value}» er ikke {choice}.",
        "«{value}» er ikke en av {choices}.",
    ),
}


def speak_norwegian() -> None:
    """Let click use these phrases, and these words for what an option takes, from now on."""
    types.StringParamType.name = "tekst"
    for number in (types.IntParamType, types.IntRange, types.FloatParamType, types.FloatRange):
        number.name = "tall"
    for module in (core, decorators, exceptions, formatting, parser, types):
        for name, phrase in (("_", _phrase), ("ngettext", _counted)):
            if hasattr(module, name):
                setattr(module, name, phrase)


def _phrase(english: str) -> str:
    return _ONE.get(english, english)


def _counted(one: str, many: str, n: int) -> str:
    return _COUNTED.get(one, (one, many))[n != 1]
