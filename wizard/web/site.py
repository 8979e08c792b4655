"""Putting the site together: addresses, templates, headers, logs, errors."""

from flask import Blueprint, Flask
from jinja2 import StrictUndefined

from wizard.web import assets, errors, filters, headers, logs
from wizard.web.converters import LinkConverter
from wizard.web.language import LanguageConverter, give_language, take_language
from wizard.web.services import Services
from wizard.web.views import (
    case,
    comparing,
    issued,
    memo,
    pages,
    papers,
    priorities,
    renewal,
    result,
    start,
    steps,
    trying,
)

_ABOUT_A_CASE = (case, steps, priorities, result, trying, comparing, renewal, memo, papers, issued)


def register(app: Flask, services: Services) -> None:
    """Give the app its pages."""
    services.attach(app)
    app.url_map.converters["language"] = LanguageConverter
    app.url_map.converters["link"] = LinkConverter
    app.url_value_preprocessor(take_language)
    app.url_defaults(give_language)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    filters.register(app)
    for blueprint in (assets.BLUEPRINT, start.BLUEPRINT, pages.BLUEPRINT, *_case_blueprints()):
        app.register_blueprint(blueprint)
    errors.register(app)
    app.after_request(headers.lead_on)
    app.after_request(headers.secure)
    logs.set_up(app)


def _case_blueprints() -> tuple[Blueprint, ...]:
    return tuple(view.BLUEPRINT for view in _ABOUT_A_CASE)
