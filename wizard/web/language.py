"""The language of a request: it stands first in the address, and nowhere else."""

from urllib.parse import urlencode

from flask import g, request, url_for
from markupsafe import escape
from werkzeug.routing import BaseConverter

from wizard.domain.text import Counted, Language, Text

OTHER = {Language.NB: Language.NN, Language.NN: Language.NB}

# What browsers call Norwegian. `no` is Norwegian of either kind: bokmål is what most of them mean.
_TAGS = {"nb": Language.NB, "no": Language.NB, "nn": Language.NN, "no-nyn": Language.NN}


class LanguageConverter(BaseConverter):
    """Reads `nb` or `nn` in an address."""

    regex = "nb|nn"

    def to_python(self, value: str) -> Language:
        """Return the language."""
        return Language(value)

    def to_url(self, value: Language | str) -> str:
        """Return the part of the address."""
        return Language(value).value


def take_language(_endpoint: str | None, values: dict[str, object] | None) -> None:
    """Take the language out of the address, so that no view has to."""
    if values and "language" in values:
        g.language = values.pop("language")


def give_language(endpoint: str, values: dict[str, object]) -> None:
    """Put the language into addresses that are made."""
    if not endpoint.startswith(("static", "assets", "wellknown", "api", "login.back")):
        values.setdefault("language", language())


def language() -> Language:
    """Return the language of the page being made."""
    known: Language | None = g.get("language")
    return known or guessed_language()


def guessed_language() -> Language:
    """Return the language that the browser asks for; bokmål when it asks for neither."""
    for tag, quality in request.accept_languages:  # the most wanted first
        whole = tag.lower().replace("_", "-")
        wanted = _TAGS.get(whole) or _TAGS.get(whole.partition("-")[0])
        if wanted and quality > 0:
            return wanted
    return Language.NB


def language_of_path(path: str) -> Language:
    """Return the language of an address that leads nowhere."""
    first = path.strip("/").partition("/")[0]
    return Language(first) if first in set(Language) else guessed_language()


def t(nb: str, nn: str, **slots: object) -> str:
    """Return the wording in the page's language, its slots filled.

    Templates write both languages side by side. What fills a slot is escaped, unless it is markup.
    """
    return _markup(nb, nn).to(language(), **slots)


def counted(n: int, one: tuple[str, str], many: tuple[str, str], **slots: object) -> str:
    """Return the wording for so many, where one is said otherwise than many."""
    return Counted(_markup(*one), _markup(*many)).of(n, **slots).to(language())


def _markup(nb: str, nn: str) -> Text:
    """Return what templates write as markup, so that slots are escaped when they are filled."""
    return Text(escape(nb), escape(nn))


def say(text: Text, **parts: object) -> str:
    """Return the program's own text in the page's language, its slots filled."""
    return text.to(language(), **parts)


def address_in_other_language() -> str:
    """Return the address of the same page in the other language."""
    other = OTHER[language()]
    if request.endpoint is None or "language" not in request.url_rule.arguments:  # type: ignore[union-attr]
        return url_for("start.start", language=other)
    path = url_for(request.endpoint, **{**(request.view_args or {}), "language": other})
    # The query is put on by hand: `url_for` takes `_anchor` and its like for its own.
    query = urlencode(list(request.args.items(multi=True)))
    return f"{path}?{query}" if query else path
