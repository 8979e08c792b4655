"""Pages about the tool itself: privacy, cookies, accessibility, whom to reach, the rules."""

from flask import Blueprint, render_template

from wizard.catalogue.pages import abolished_names
from wizard.voice.labels import Labels
from wizard.voice.words import OURS_MEANS
from wizard.web.language import language
from wizard.web.services import services

BLUEPRINT = Blueprint("pages", __name__, url_prefix="/<language:language>")


@BLUEPRINT.get("/personvern")
def privacy() -> str:
    """Say what is kept, how long, and what is not."""
    return render_template(f"web/sider/personvern.{language()}.html", owner=services().owner)


@BLUEPRINT.get("/informasjonskapsler")
def cookies() -> str:
    """List the cookies: what each is for, and how long it stays."""
    return render_template("web/sider/informasjonskapsler.html")


@BLUEPRINT.get("/kontakt")
def contact() -> str:
    """Say who answers for the service, and how to reach them."""
    return render_template("web/sider/kontakt.html", owner=services().owner)


@BLUEPRINT.get("/tilgjengelighet")
def accessibility() -> str:
    """Say how accessible the tool is, and where to complain."""
    url = services().settings.accessibility_url
    return render_template(f"web/sider/tilgjengelighet.{language()}.html", declaration=url)


@BLUEPRINT.get("/slettet")
def deleted() -> str:
    """Confirm that a case is gone."""
    return render_template("web/slettet.html")


@BLUEPRINT.get("/regler")
def rules() -> str:
    """Say how the rules are made and kept, when each scheme was read, and what they rest on."""
    rulebook = services().rulebook
    labels = Labels(rulebook, services().today(), language())
    schemes = sorted(rulebook.schemes.values(), key=lambda each: each.name.to(language()))
    sources = sorted(rulebook.sources.values(), key=lambda each: each.title.to(language()))
    return render_template(
        "web/regler.html",
        rulebook=rulebook,
        schemes=schemes,
        sources=sources,
        abolished=abolished_names(rulebook, language()),
        today=labels.as_of,
        ours_means=labels.say(OURS_MEANS),
    )
