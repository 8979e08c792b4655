"""Every route says whom it lets in, and lets in nobody else."""

from collections.abc import Iterator

import pytest
from flask import Flask
from page_kinds import Ground
from pages import Site
from werkzeug.routing import Rule

from wizard.app import create_app
from wizard.domain.text import Language
from wizard.settings import Settings
from wizard.store.cases import Access
from wizard.web import services_of
from wizard.web.access import Whom, declared

NO_LINK = "aaaaaaaaaaaaaaaaaaaaaaaaaa"
# Whom each takes a form from, or shows a question to: everything else of a case is for its readers.
OWNERS = {
    "case.ask_to_delete", "case.delete", "steps.page", "steps.short", "steps.only", "steps.undo",
    "priorities.save", "result.undo", "trying.save", "renewal.renew", "renewal.take_back",
    "memo.save", "follow_up.save", "follow_up.begin", "follow_up.delete",
    "review.ask_to_withdraw", "review.invite", "new_rules.seen",
}  # fmt: skip
REVIEWERS = {"review.undo", "review.ask_to_remove", "review.remove"}
VALUES = {"scheme": "grunnlan", "number": 1, "theme": "okonomi", "page": "1", "kind": "leser",
          "who": "plan"}  # fmt: skip


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """Return the site with the real rules."""
    from wizard import rulebook  # noqa: PLC0415
    from wizard.paths import RULES  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("access")
    return create_app(Settings(folder=folder, renderers=0), rulebook.load(RULES))


def routes(app: Flask) -> Iterator[tuple[Rule, str]]:
    """Yield each route with each of the two methods that it answers to."""
    for rule in app.url_map.iter_rules():
        yield from ((rule, method) for method in ("GET", "POST") if method in (rule.methods or ()))


def test_every_route_declares_whom_it_lets_in(app: Flask) -> None:
    """And those of a case are for whoever the list above says."""
    for rule, method in routes(app):
        whom = declared(app, rule.endpoint, method)
        assert whom is not None, rule.endpoint
        if "link" not in rule.arguments:
            operators_ = rule.endpoint.startswith("rule_trial.")
            assert whom is (Whom.OPERATOR if operators_ else Whom.ANYBODY), rule.endpoint
        elif rule.endpoint in OWNERS and (method == "POST" or rule.endpoint.count("ask_to")):
            assert whom is Whom.OWNER, rule.endpoint
        elif rule.endpoint in REVIEWERS:
            assert whom is Whom.REVIEWER, rule.endpoint
        elif rule.endpoint == "review.save":
            assert whom is Whom.ADVISER
        elif not rule.endpoint.startswith("blank_of_case."):
            assert whom is Whom.READER, rule.endpoint


@pytest.mark.parametrize("access", [*Access, None])
def test_every_route_is_closed_to_whom_it_does_not_let_in(
    app: Flask, access: Access | None
) -> None:
    """Each kind of link on each route, with a good token; nothing that is refused is written."""
    known, ground = services_of(app), Ground(app)
    with app.test_client() as client:
        token = Site(client).token()
        for rule, method in routes(app):
            if "link" not in rule.arguments:
                continue
            owner = ground.fresh()
            stored = known.store.open(owner, known.today())
            known.store.invite_adviser(stored, invited=True)
            links = {
                Access.OWNER: owner,
                Access.ADVISER: stored.adviser_link,
                Access.READER: stored.reading_link,
                None: NO_LINK,
            }
            given = {name: VALUES[name] for name in rule.arguments if name in VALUES}
            values = {"language": Language.NB, "link": links[access], **given}
            address = app.url_map.bind("localhost").build(rule.endpoint, values)
            data = {"csrf_token": token} if method == "POST" else None
            status = client.open(address, method=method, data=data).status_code
            whom = declared(app, rule.endpoint, method)
            assert whom
            if access is None:
                assert status == 404, rule.endpoint
            elif whom.value is None or access in whom.value:
                # One thing more: the owner puts back a review only where it was taken away.
                assert status < 500, rule.endpoint
                assert status != 403 or rule.endpoint == "review.undo", rule.endpoint
            else:
                assert status == 403, rule.endpoint
                assert known.store.open(owner, known.today()) == known.store.open(
                    owner, known.today()
                )


def test_a_view_that_declares_nothing_lets_nobody_in(site: Site, app: Flask) -> None:
    """A new page is closed until somebody has said whom it is for."""
    fresh = Flask(__name__)
    fresh.add_url_rule("/ny", view_func=lambda: "hemmelig", endpoint="ny")
    assert declared(fresh, "ny", "GET") is None
    del site, app


def test_a_reader_changes_nothing(app: Flask) -> None:
    """Whatever is sent by the reading link, the rows of the case are as they were."""
    known, ground = services_of(app), Ground(app)
    owner = ground.fresh()
    stored = known.store.open(owner, known.today())
    with app.test_client() as client:
        token = Site(client).token()
        for rule, method in routes(app):
            if "link" not in rule.arguments or method != "POST":
                continue
            given = {name: VALUES[name] for name in rule.arguments if name in VALUES}
            values = {"language": Language.NB, "link": stored.reading_link, **given}
            address = app.url_map.bind("localhost").build(rule.endpoint, values)
            form = {"csrf_token": token, "vurdering": "x", "language": "nn", "ga": "lag",
                    "spurt": "boligmangel_antall", "svar_boligmangel_antall": "77"}  # fmt: skip
            client.post(address, data=form)
    assert known.store.open(owner, known.today()) == stored
