"""Putting the site together: addresses, templates, headers, logs, errors."""

from flask import Blueprint, Flask
from jinja2 import StrictUndefined

from wizard.web import (
    access,
    assets,
    compressed,
    errors,
    filters,
    headers,
    hosts,
    limited,
    logs,
    remembered,
    renamed,
)
from wizard.web.api import advice as api_advice
from wizard.web.api import lookups as api_lookups
from wizard.web.converters import LinkConverter
from wizard.web.language import LanguageConverter, give_language, take_language
from wizard.web.services import Services
from wizard.web.views import (
    blank,
    case,
    catalogue,
    comparing,
    follow_up,
    forward,
    health,
    issued,
    keeping,
    login,
    memo,
    mine,
    new_rules,
    pages,
    papers,
    priorities,
    releases,
    renewal,
    result,
    review,
    rule_trial,
    rules,
    start,
    steps,
    trying,
    wellknown,
)

_ABOUT_A_CASE = (
    case,
    keeping,
    forward,
    blank,
    steps,
    priorities,
    result,
    trying,
    comparing,
    renewal,
    new_rules,
    memo,
    papers,
    issued,
    review,
    follow_up,
)

_PUBLIC = (
    assets.BLUEPRINT,
    start.BLUEPRINT,
    mine.BLUEPRINT,
    catalogue.BLUEPRINT,
    blank.PUBLIC,
    pages.BLUEPRINT,
    rules.BLUEPRINT,
    rule_trial.BLUEPRINT,
    login.BLUEPRINT,
    releases.BLUEPRINT,
    wellknown.BLUEPRINT,
    health.BLUEPRINT,
    api_advice.BLUEPRINT,
    api_lookups.BLUEPRINT,
)


def register(app: Flask, services: Services) -> None:
    """Give the app its pages."""
    services.attach(app)
    app.url_map.converters["language"] = LanguageConverter
    app.url_map.converters["link"] = LinkConverter
    app.url_value_preprocessor(take_language)
    app.url_value_preprocessor(limited.check)
    app.url_defaults(give_language)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    filters.register(app)
    for blueprint in (*_PUBLIC, *_case_blueprints()):
        app.register_blueprint(blueprint)
    errors.register(app)
    app.before_request(hosts.check)
    access.register(app)
    renamed.register(app)
    app.after_request(compressed.compress)  # the last to be run
    app.after_request(headers.lead_on)
    app.after_request(remembered.write)
    app.after_request(headers.secure)
    logs.set_up(app)


def _case_blueprints() -> tuple[Blueprint, ...]:
    return tuple(view.BLUEPRINT for view in _ABOUT_A_CASE)
