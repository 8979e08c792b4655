"""Every kind of page that the site has, once: what is measured and tried, is tried on all of them.

A new page is a new line in `KINDS`. `unlisted` tells which addresses of the site nobody listed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from new_rules import newer
from werkzeug.routing import Rule

from wizard import advice
from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Language
from wizard.store.cases import StoredCase
from wizard.store.issued import Paper
from wizard.web.services import Services, services_of

# What answers with something else than a page, or leads on to one.
NO_PAGES = frozenset(
    {
        "static",
        "assets.root",
        "assets.icon",
        "assets.font",
        "case.download",
        "issued.answers",
        "steps.first",
        "steps.theme",
        "forward.answer",
        "blank.pdf",
        "health.alive",
        "health.ready",
        "blank_of_case.pdf",
        "papers.pdf",
        "papers.docx",
        "papers.calendar",
        "papers.table",
        "papers.plan",
        "login.begin",
        "login.back",
        "wellknown.security",
        "api.index",
        "api.municipalities",
        "api.municipality",
        "api.questions",
        "api.schemes",
        "api.scheme",
        "api.needs",
        "api.need",
        "api.rates",
        "api.rate",
        "api.document",
    }
)
# Shown only while something else goes on (`test_memo_is_made.py` tries it), where operators log in
# (`test_login.py`), and where rules are published (`test_releases_page.py`).
TRIED_ELSEWHERE = frozenset(
    {
        "papers.making",
        "blank.making",
        "blank_of_case.making",
        "login.show",
        "releases.show",
    }
)
# As old as a case can be that has been renewed since, by other rules than today's.
_LONG_AGO = date(2026, 3, 25)
_MERGED = "1507"  # is now two municipalities


@dataclass(frozen=True)
class Mistake:
    """What somebody types that cannot be right: a text in the first box that fits the selector."""

    box: str = ""
    text: str = ""


@dataclass(frozen=True)
class PageKind:
    """A page, and the state it is seen in.

    What the address needs and `values` do not say, is filled in from the case: one page for each
    theme, or each kind of verdict. `case` names the link it is opened by.
    """

    endpoint: str
    state: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    case: str = "owner"
    mistake: Mistake | None = None
    path: str = ""

    def __str__(self) -> str:
        """Return the name that a test is known by."""
        return f"{self.endpoint or self.path}{' ' if self.state else ''}{self.state}"


KINDS = (
    PageKind("start.start"),
    PageKind("start.choose"),
    PageKind("start.choose", "unknown", mistake=Mistake("#typed", "Blåfjella")),
    PageKind("start.upload"),
    PageKind("start.upload", "no file", mistake=Mistake()),
    PageKind("start.start", "no link", mistake=Mistake("#pasted", "ingen lenke")),
    PageKind("mine.show"),
    PageKind("blank.show"),
    PageKind("pages.privacy"),
    PageKind("pages.cookies"),
    PageKind("pages.contact"),
    PageKind("pages.accessibility"),
    PageKind("pages.deleted"),
    PageKind("rules.overview"),
    PageKind("rules.overview", "searched", {"q": "belåning"}),
    PageKind("rules.page", "scheme", {"kind": "ordning", "id": "startlan"}),
    PageKind("rules.page", "need", {"kind": "behov", "id": "plankapasitet"}),
    PageKind("rules.page", "rate", {"kind": "sats", "id": "belaning_person"}),
    PageKind("rules.page", "question", {"kind": "sporsmal", "id": "boligmangel_antall"}),
    PageKind("rules.page", "figure", {"kind": "tall", "id": "folketall"}),
    PageKind("rules.page", "source", {"kind": "kilde", "id": "for-2026-03-26-506"}),
    PageKind("rules.changes"),
    PageKind("rules.change"),
    PageKind("rule_trial.show"),
    PageKind(
        "rule_trial.show",
        "wrong",
        {"fil": "satser/husbanken-lan.yaml"},
        mistake=Mistake("textarea", "navn: ["),
    ),
    PageKind("catalogue.browse"),
    PageKind("catalogue.browse", "searched", {"q": "grunnlån"}),
    PageKind("catalogue.browse", "nothing found", {"q": "xyzzy"}),
    PageKind("catalogue.scheme"),
    PageKind("catalogue.need"),
    PageKind("", "nothing there", path="/{language}/finnes-ikke"),
    PageKind("", "no such case", path="/{language}/sak/aaaaaaaaaaaaaaaaaaaaaaaaaa/rad"),
    PageKind("case.overview"),
    PageKind("case.overview", "blank", case="blank"),
    PageKind("case.overview", "read only", case="reader"),
    PageKind("case.overview", "old", case="old"),
    PageKind("case.overview", "rules changed", case="changed"),
    PageKind("case.save"),
    PageKind("case.save", "new", {"ny": "ja"}),
    PageKind("case.save", "read only", case="reader"),
    PageKind("keeping.sheet", "", {"kind": "leser"}),
    PageKind("keeping.municipality", case="merged"),
    PageKind("forward.show"),
    PageKind("forward.sheet", "", {"who": "plan"}, case="blank"),
    PageKind("forward.thanks", "", {"who": "plan"}, case="blank"),
    PageKind("blank_of_case.show"),
    PageKind("case.ask_to_delete"),
    PageKind("forward.sheet"),
    PageKind("steps.page"),
    PageKind(
        "steps.page",
        "wrong",
        {"theme": "kommunen", "page": "tall"},
        mistake=Mistake("[type=text]", "mange"),
    ),
    PageKind("steps.short", case="blank"),
    PageKind("steps.only", values={"bare": "boligmangel_antall", "fra": "svar"}),
    PageKind("steps.check"),
    PageKind("steps.check", "blank", case="blank"),
    PageKind("steps.check", "read only", case="reader"),
    PageKind("priorities.show"),
    PageKind("result.show"),
    PageKind("result.show", "blank", case="blank"),
    PageKind("result.show", "read only", case="reader"),
    PageKind("result.show", "old", case="old"),
    PageKind("result.show", "adviser", case="adviser"),
    PageKind("result.show", "rules changed", case="changed"),
    PageKind("result.explain"),
    PageKind("result.explain", "old", {"scheme": "grunnlan"}, case="old"),
    PageKind("trying.show"),
    PageKind("trying.show", "chosen", {"sporsmal": "boligmangel_antall", "prioritet": "ja"}),
    PageKind("comparing.show"),
    PageKind("comparing.show", "two days", {"dag-dag": "1", "dag-maned": "5", "dag-ar": "2025"}),
    PageKind("review.show", case="adviser"),
    PageKind("review.show", "owner"),
    PageKind("review.ask_to_remove"),
    PageKind("review.ask_to_withdraw"),
    PageKind("follow_up.show"),
    PageKind("renewal.show"),
    PageKind("renewal.show", "old", case="old"),
    PageKind("new_rules.show"),
    PageKind("new_rules.show", "changed", case="changed"),
    PageKind("memo.show"),
    PageKind("memo.show", "read only", case="reader"),
    PageKind("memo.show", "wrong", mistake=Mistake("[name$=-dag]", "99")),
    PageKind("papers.html"),
    PageKind("papers.html", "short", {"papir": "kortnotat"}),
    PageKind("papers.html", "questions", {"papir": "sporreark"}),
    PageKind("issued.show"),
)


class Ground:
    """The cases that the pages are about, on one running site."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._services: Services = services_of(app)
        book, today = self._services.rulebook, self._services.today()
        journey = book.journeys[book.shown[0]].case
        self.case = _with_figures(replace(journey, as_of=today), self._services)
        store = self._services.store
        owner = store.create(self.case, today)
        stored = store.open(owner, today)
        store.invite_adviser(stored, invited=True)
        self._links = {
            "adviser": stored.adviser_link,
            "owner": owner,
            "reader": stored.reading_link,
            "blank": store.create(
                _with_figures(replace(self.case, answers={}), self._services), today
            ),
            "merged": store.create(replace(self.case, municipality_number=_MERGED), today),
            "old": store.create(replace(self.case, as_of=_LONG_AGO), today),
            "changed": self._seen_under_other_rules(),
        }
        self._hand_out(stored)

    def fresh(self) -> str:
        """Return the link of a new case with the same answers, for who will change it."""
        return self._services.store.create(self.case, self._services.today())

    def addresses(self, kind: PageKind, language: str, link: str = "") -> list[str]:
        """Return the paths of a kind of page in one language, of another case where told.

        Raises:
            LookupError: the site has no such page.

        """
        if kind.path:
            return [kind.path.format(language=language)]
        rule = next(each for each in self._rules() if each.endpoint == kind.endpoint)
        given: dict[str, object] = {"language": Language(language), **kind.values}
        if "link" in rule.arguments:
            given["link"] = link or self._links[kind.case]
        return [self._built(kind.endpoint, filled) for filled in self._filled(rule, given)]

    def _seen_under_other_rules(self) -> str:
        with TemporaryDirectory(prefix="regler-") as folder:
            other = newer(self._services, Path(folder) / "andre")
        return self._services.store.going_by(other).create(self.case, self._services.today())

    def _hand_out(self, stored: StoredCase) -> None:
        """Note a memo that was handed out when the case had no answers."""
        book = self._services.rulebook
        former = replace(self.case, answers={})
        paper = Paper(b"%PDF", "notat", "pdf", self.case.language, "", former, book.hash)
        self._services.issued.issue(stored.id, paper, self._services.today())

    def _rules(self) -> Iterable[Rule]:
        for rule in self._app.url_map.iter_rules():
            if "GET" in (rule.methods or ()):
                yield rule

    def _built(self, endpoint: str, values: Mapping[str, object]) -> str:
        return self._app.url_map.bind("localhost").build(endpoint, dict(values))

    def _filled(self, rule: Rule, given: Mapping[str, object]) -> Iterator[dict[str, object]]:
        """Yield what the address is made of, once for every page that is worth seeing."""
        missing = rule.arguments - set(given)
        if not missing:
            yield dict(given)
            return
        for filled in self._values(missing, given):
            yield {**given, **filled}

    def _values(self, missing: set[str], given: Mapping[str, object]) -> list[dict[str, str]]:
        themes = self._services.rulebook.themes
        wanted = given.get("theme")
        if "page" in missing:
            pages = [(each.id, page.id) for each in themes for page in each.pages]
            return [
                {"theme": theme, "page": page} for theme, page in pages if wanted in (None, theme)
            ]
        if "theme" in missing:
            return [{"theme": each.id} for each in themes]
        (name,) = missing
        needs = [each.id for each in self._services.rulebook.needs.values()]
        known = {"scheme": self._schemes(), "number": ["1"], "need": needs[:1], "who": ["helse"]}
        known["hash_"] = [self._services.rulebooks.all()[-1].hash]
        return [{name: each} for each in known[name]]

    def _schemes(self) -> list[str]:
        """Return one scheme for each kind of verdict that this case has."""
        municipality = self._services.municipalities.get(self.case.municipality_number)
        found: Advice = advice.assess(self.case, self._services.rulebook, municipality)
        one: dict[VerdictKind, str] = {}
        for id_, verdict in found.verdicts.items():
            one.setdefault(verdict.kind, id_)
        return list(one.values())


def unlisted(app: Flask) -> set[str]:
    """Return the endpoints that answer to GET and that nobody listed."""
    listed = {kind.endpoint for kind in KINDS} | NO_PAGES | TRIED_ELSEWHERE
    return {
        rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())
    } - listed


def _with_figures(case: Case, services: Services) -> Case:
    municipality = services.municipalities.get(case.municipality_number)
    fresh = advice.new_case(municipality, services.rulebook, case.as_of, case.language)
    return replace(case, figures=fresh.figures)
