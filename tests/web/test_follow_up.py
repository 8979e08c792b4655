"""A plan that is followed up: marked by one or two people, renewed a year later, and told."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from clock import Clock
from flask import Flask
from pages import STALE, Page, Site, link_of

from wizard.domain.follow_up import MeasureState
from wizard.domain.rulebook import Rulebook
from wizard.store import casefile

PAGE = "oppfolging"
WHY = "Rådet har fått oversikten."


@pytest.fixture
def planned(real_site: Site, real_book: Rulebook) -> str:
    """A case with answers enough for a plan."""
    return upload(real_site, json.loads(casefile.write(real_book.journeys["namsskogan"].case)))


@pytest.fixture
def followed(real_site: Site, planned: str) -> str:
    """The same, when somebody has begun to follow it up."""
    real_site.post(planned + PAGE + "/begynn", {"plan": "na"})
    return planned


def upload(site: Site, raw: dict[str, Any], language: str = "nb") -> str:
    """Open a case file, and return the address of the case."""
    content = BytesIO(json.dumps(raw).encode())
    page = site.post(f"/{language}/svarfil", {"file": (content, "sak.json")})
    return f"/{language}/sak/{link_of(page.response.request.path)}/"


def marks(site: Site, address: str) -> dict[str, Any]:
    """Return what has been said of the measures."""
    found: dict[str, Any] = site.case_file(address)["oppfolging"]["merker"]
    return found


def core(site: Site, address: str) -> list[str]:
    """Return the measures of the first year."""
    measures = site.case_file(address)["oppfolging"]["plan"]["tiltak"]
    return [each["id"] for each in measures if each["del"] == "i_ar"]


def sent(page: Page, **changes: tuple[str, str]) -> dict[str, str]:
    """Return what a page sends, with a state and a line for some measures."""
    boxes = [each for each in page.all("input") if each.attributes["name"].startswith("tiltak-")]
    form = {
        each.attributes["name"]: each.attributes["value"]
        for each in boxes
        if each.attributes.get("type") != "radio" or "checked" in each.attributes
    }
    for scheme, (state, why) in changes.items():
        form |= {f"tiltak-{scheme}": state, f"tiltak-{scheme}-hvorfor": why}
    return form


def test_it_is_offered_where_the_plan_is_and_begun_with_a_button(
    real_site: Site, planned: str
) -> None:
    """On the overview and the page of the memo; the plan is then frozen in the case."""
    for path in ("", "notat"):
        assert "Er planen vedtatt? Følg den opp" in real_site.get(planned + path).text
    assert real_site.get(planned + PAGE).heading == "Følg opp planen"
    assert "oppfolging" not in real_site.case_file(planned)
    page = real_site.post(planned + PAGE + "/begynn", {"plan": "na"})
    assert page.heading == "Oppfølging av planen"
    assert "0 av 5 tiltak er gjort. 5 er uten merke." in page.text
    kept = real_site.case_file(planned)["oppfolging"]
    assert kept["plan"]["dato"] == "2026-11-22"
    assert kept["merker"] == {}
    assert len(kept["plan"]["tiltak"]) > 10
    assert "se hvordan det går" in real_site.get(planned).text


def test_too_few_answers_give_no_plan_to_follow_up(real_site: Site) -> None:
    """It says so, and offers no button."""
    page = real_site.get(real_site.new_case() + PAGE)
    assert "Det er ingen plan å følge opp ennå." in page.text
    assert not page.all("form")


def test_measures_are_marked_and_counted(real_site: Site, followed: str, clock: Clock) -> None:
    """State, line and day; what is as it was keeps its day; nothing said is none of the four."""
    first, second, third, *_ = core(real_site, followed)
    page = real_site.get(followed + PAGE)
    data = sent(page, **{first: ("gjort", WHY), second: ("i_gang", "")})
    page = real_site.post(followed + PAGE, data)
    assert "Lagret." in page.text
    assert "1 av 5 tiltak er gjort. 1 er i gang og 3 er uten merke." in page.text
    clock.today += timedelta(days=30)
    page = real_site.post(followed + PAGE, sent(page, **{third: ("droppet", "For dyrt")}))
    assert marks(real_site, followed) == {
        first: {"tilstand": "gjort", "hvorfor": WHY, "dato": "2026-11-22"},
        second: {"tilstand": "i_gang", "dato": "2026-11-22"},
        third: {"tilstand": "droppet", "hvorfor": "For dyrt", "dato": "2026-12-22"},
    }
    nynorsk = real_site.get(followed.replace("/nb/", "/nn/") + PAGE)
    assert "1 av 5 tiltak er gjort. 1 er i gang, 1 er droppa og 2 er utan merke." in nynorsk.text


def test_two_editors_lose_nothing(real_site: Site, followed: str) -> None:
    """Different measures go together; the same measure is asked about, with what is typed kept."""
    first, second, *_ = core(real_site, followed)
    ours, theirs = real_site.get(followed + PAGE), real_site.get(followed + PAGE)
    real_site.post(followed + PAGE, sent(theirs, **{first: ("gjort", "Deres")}))
    page = real_site.post(
        followed + PAGE,
        sent(ours, **{first: ("droppet", "Våre ord"), second: ("i_gang", "")}),
        409,
    )
    assert len(page.errors) == 1
    assert "«Gjort (Deres)»" in page.errors[0]
    assert page.typed(f"tiltak-{first}-hvorfor") == "Våre ord"
    assert page.checked(f"tiltak-{first}") == ["droppet"]
    kept = marks(real_site, followed)
    assert kept[first]["hvorfor"] == "Deres"
    assert kept[second]["tilstand"] == "i_gang"
    real_site.post(followed + PAGE, sent(page))
    assert marks(real_site, followed)[first]["hvorfor"] == "Våre ord"


def test_what_the_sender_left_alone_is_not_put_back(real_site: Site, followed: str) -> None:
    """An old page that changes one measure leaves what a colleague has said of another."""
    first, second, *_ = core(real_site, followed)
    old = real_site.get(followed + PAGE)
    real_site.post(followed + PAGE, sent(old, **{first: ("gjort", "Deres")}))
    page = real_site.post(followed + PAGE, sent(old, **{second: ("i_gang", "")}))
    assert page.typed(f"tiltak-{first}-hvorfor") == "Deres"
    assert set(marks(real_site, followed)) == {first, second}


@pytest.mark.parametrize(
    ("line", "said"), [("x" * 201, "Den kan ha høyst 200."), ("\u202esnudd", "kan ikke vise dette")]
)
def test_a_line_that_cannot_be_kept_stands_in_its_box(
    real_site: Site, followed: str, line: str, said: str
) -> None:
    """With a message that leads to it, and nothing saved."""
    first = core(real_site, followed)[0]
    data = sent(real_site.get(followed + PAGE), **{first: ("gjort", line)})
    page = real_site.post(followed + PAGE, data, 422)
    assert said in page.errors[0]
    assert page.typed(f"tiltak-{first}-hvorfor") == line
    assert f'href="#tiltak-{first}-hvorfor"' in page.html
    assert marks(real_site, followed) == {}


def test_a_stale_page_keeps_what_was_typed(real_site: Site, followed: str) -> None:
    """Nothing is saved, and nothing is lost."""
    first = core(real_site, followed)[0]
    data = sent(real_site.get(followed + PAGE), **{first: ("gjort", WHY)})
    page = real_site.post(followed + PAGE, data, 400, token=STALE)
    assert page.typed(f"tiltak-{first}-hvorfor") == WHY
    assert marks(real_site, followed) == {}


@pytest.mark.parametrize("path", ["rad", "notat", "svar", "svarfil.json"])
def test_every_way_out_saves(real_site: Site, followed: str, path: str) -> None:
    """Each is a button of the form, and leads where it says."""
    first = core(real_site, followed)[0]
    page = real_site.get(followed + PAGE)
    assert {followed + "rad", followed + "notat"} <= set(page.ways.values())
    real_site.post(
        followed + PAGE, {**sent(page, **{first: ("gjort", WHY)}), "ga": followed + path}
    )
    assert marks(real_site, followed)[first]["hvorfor"] == WHY


def test_the_other_language_saves_too(real_site: Site, followed: str) -> None:
    """It is a button of the form like the others."""
    first = core(real_site, followed)[0]
    data = sent(real_site.get(followed + PAGE), **{first: ("gjort", WHY)})
    real_site.post(followed.replace("/nb/", "/nn/") + PAGE, {**data, "ga": "sprak"})
    assert marks(real_site, followed)[first]["hvorfor"] == WHY


def test_only_the_pages_own_button_settles_a_conflict(real_site: Site, followed: str) -> None:
    """Another asks once more; whoever then goes on regardless leaves what others have said."""
    first = core(real_site, followed)[0]
    ours, theirs = real_site.get(followed + PAGE), real_site.get(followed + PAGE)
    real_site.post(followed + PAGE, sent(theirs, **{first: ("gjort", "Deres")}))
    out = {"ga": followed + "rad"}
    page = real_site.post(followed + PAGE, sent(ours, **{first: ("droppet", WHY)}) | out, 409)
    page = real_site.post(followed + PAGE, sent(page) | out, 409)
    assert page.typed(f"tiltak-{first}-hvorfor") == WHY
    assert marks(real_site, followed)[first]["hvorfor"] == "Deres"
    gone = real_site.post(followed + PAGE, sent(page) | {"uten": followed + "rad"})
    assert gone.response.request.path == followed + "rad"
    assert marks(real_site, followed)[first]["hvorfor"] == "Deres"
    real_site.post(followed + PAGE, sent(page))
    assert marks(real_site, followed)[first]["hvorfor"] == WHY


def test_no_link_leads_out_and_the_head_is_as_on_other_pages(
    real_site: Site, followed: str
) -> None:
    """The review too is there, where an adviser has a link; each button leads where it says."""
    real_site.post(followed + "radgiver", {"ga": "lag"})
    page = real_site.get(followed + PAGE)
    links = {a.attributes["href"] for a in page.all("a") if a.attributes["href"][0] != "#"}
    assert links == set()
    assert page.ways["Gjennomgang"] == followed + "gjennomgang"
    first = core(real_site, followed)[0]
    data = sent(page, **{first: ("gjort", WHY)})
    page = real_site.post(followed + PAGE, {**data, "ga": page.ways["Oversikt"]})
    assert page.response.request.path == followed
    assert marks(real_site, followed)[first]["hvorfor"] == WHY


def test_a_file_is_of_what_was_just_saved_and_leaves_a_page_that_knows_it(
    real_site: Site, followed: str
) -> None:
    """So that nobody comes into conflict with what they saved themselves."""
    first = core(real_site, followed)[0]
    data = sent(real_site.get(followed + PAGE), **{first: ("gjort", WHY)})
    file = followed + "notat.docx?papir=statusnotat"
    page = real_site.post(followed + PAGE, {**data, "ga": file})
    leads_to = page.response.headers["Refresh"].removeprefix("1; url=")
    assert leads_to == file
    assert real_site.client.get(leads_to).headers["Content-Disposition"].startswith("attachment")
    real_site.post(followed + PAGE, sent(page, **{first: ("gjort", "Andre ord")}))
    assert marks(real_site, followed)[first]["hvorfor"] == "Andre ord"


def test_a_colleague_who_deletes_it_does_not_lose_what_is_typed(
    real_site: Site, followed: str
) -> None:
    """What was typed is shown to be copied. One that somebody has marked since is not deleted."""
    first = core(real_site, followed)[0]
    page = real_site.get(followed + PAGE)
    data = sent(page, **{first: ("gjort", WHY)})
    seen = page.typed("seen")
    real_site.post(followed + PAGE, data)
    kept = real_site.post(followed + PAGE + "/slett", {"seen": seen})
    assert "Oppfølgingen er ikke slettet." in kept.text
    gone = real_site.post(followed + PAGE + "/slett", {"seen": kept.typed("seen")})
    assert gone.heading == "Følg opp planen"
    lost = real_site.post(followed + PAGE, data, 409)
    assert WHY in lost.one("textarea", id="skrevet").text
    assert "oppfolging" not in real_site.case_file(followed)


def test_a_case_that_is_gone_gives_back_what_was_typed(real_site: Site, followed: str) -> None:
    """As all other pages of a case do."""
    first = core(real_site, followed)[0]
    data = sent(real_site.get(followed + PAGE), **{first: ("gjort", WHY)})
    real_site.post(followed + "slett")
    assert WHY in real_site.post(followed + PAGE, data, 410).text


def test_a_reader_sees_it_and_changes_nothing(real_site: Site, followed: str) -> None:
    """States as tags; no form, and sending one is refused."""
    first = core(real_site, followed)[0]
    real_site.post(followed + PAGE, sent(real_site.get(followed + PAGE), **{first: ("gjort", WHY)}))
    boxes = real_site.get(followed + "lagre").all("a", class_="link-box ds-link")
    reading = boxes[1].attributes["href"].removeprefix("http://localhost")
    page = real_site.get(reading + PAGE)
    assert WHY in page.text
    assert not page.all("form")
    for path in ("", "/begynn", "/slett"):
        real_site.post(reading + PAGE + path, status=403)


def test_a_year_later_the_case_opens_from_its_file(
    real_site: Site, followed: str, clock: Clock
) -> None:
    """Whether or not the case is deleted: the plan and the marks live on in the file."""
    first = core(real_site, followed)[0]
    real_site.post(followed + PAGE, sent(real_site.get(followed + PAGE), **{first: ("gjort", WHY)}))
    kept = real_site.case_file(followed)
    clock.today = date(2027, 11, 22)
    again = upload(real_site, kept, "nn")
    page = real_site.get(again + PAGE)
    assert "Planen er frå 22. november 2026. 1 av 5 tiltak er gjort." in page.text
    assert page.typed(f"tiltak-{first}-hvorfor") == WHY
    renewed = real_site.post(again + "dagens-regler?fra=oppfolging")
    assert renewed.response.request.path == again + PAGE
    assert real_site.case_file(again)["dato"] == "2027-11-22"
    assert real_site.case_file(again)["oppfolging"]["plan"]["dato"] == "2026-11-22"


def test_the_case_is_there_a_year_later_and_says_how_long(real_site: Site, followed: str) -> None:
    """The same day on every page that tells one; the rule in the privacy texts, in both forms."""
    here = followed.replace("/nb/", "/nn/")
    for address, path in ((followed, ""), (here, ""), (followed, PAGE), (followed, "lagre")):
        assert "15. februar 2028" in real_site.get(address + path).text, path
    for language, told in (("nb", "på 90 dager"), ("nn", "på 90 dagar")):
        page = real_site.get(f"/{language}/personvern").text
        assert told in page
        assert "450 dag" in page
    other = real_site.new_case()
    assert "450 dager" in real_site.get(other + "lagre").text
    assert "20. februar 2027" in real_site.get(other + "lagre").text


@pytest.fixture
def older(real_site: Site, followed: str) -> str:
    """A case with figures of an older edition, two of them others than now, and one corrected."""
    fresh = real_site.case_file(real_site.new_case())
    raw = real_site.case_file(followed)
    figures = {id_: {**each, "per": "2025-01-01"} for id_, each in fresh["tall"].items()}
    figures["folketall"]["verdi"] = "850"
    figures["andel_67"]["verdi"] = "21"
    raw |= {"dato": "2026-03-25", "tall": figures, "versjoner": {"tall": "eldre"}}
    raw["svar"]["folketall"] = "840"
    raw["oppfolging"]["plan"] |= {"tall": figures, "dato": "2026-03-25"}
    return upload(real_site, raw)


def test_new_figures_are_told_taken_in_and_given_back(real_site: Site, older: str) -> None:
    """Only those that differ, with source and day; a correction stays and is named."""
    assert "reglene eller tallene kan gi andre råd nå" in real_site.get(older).text
    page = real_site.get(older + PAGE)
    assert "2 tall har fått ny verdi siden da." in page.text
    before = real_site.case_file(older)
    page = real_site.get(older + "dagens-regler?fra=oppfolging")
    told = "Folketall: 850 innbyggere (Svarfilen) er nå 803 innbyggere (SSB tabell 07459"
    assert told in page.text.replace("\u00a0", " ")
    assert "Dere har rettet det til 840 innbyggere." in page.text.replace("\u00a0", " ")
    assert page.text.count(" er nå ") == 2
    assert "tall er av nyere dato, men har samme verdi." in page.text
    page = real_site.post(older + "dagens-regler?fra=oppfolging")
    assert page.text.count(" er nå ") == 2
    after = real_site.case_file(older)
    assert after["tall"]["folketall"]["verdi"] == "803"
    assert after["svar"] == before["svar"]
    real_site.post(older + "tidligere-regler?fra=oppfolging")
    assert real_site.case_file(older) == before


def test_what_is_done_can_be_ticked_as_in_use(real_site: Site, real_book: Rulebook) -> None:
    """Offered, not automatic: the answers change when somebody presses, and then not again."""
    raw = json.loads(casefile.write(real_book.journeys["namsskogan"].case))
    scheme = "felles-prosjektleder"
    plan = {
        "dato": "2026-11-22",
        "regelverk": "",
        "tiltak": [{"id": scheme, "del": "i_ar"}],
    }
    mark = {scheme: {"tilstand": "gjort", "dato": "2026-11-22"}}
    raw["oppfolging"] = {"plan": plan, "merker": mark}
    raw["svar"]["i_bruk_plan"] = []
    address = upload(real_site, raw)
    page = real_site.get(address + PAGE)
    assert "Merk som i bruk i svarene" in page.text
    assert "Merk først det som er gjort som i bruk" not in page.text  # the rules are today's
    old = upload(real_site, raw | {"dato": "2026-03-25"})
    assert "Merk først det som er gjort som i bruk" in real_site.get(old + PAGE).text
    assert real_site.case_file(address)["svar"]["i_bruk_plan"] == []
    page = real_site.post(address + PAGE, {**sent(page), "i_bruk": scheme})
    assert real_site.case_file(address)["svar"]["i_bruk_plan"] == ["prosjektleder"]
    assert "Svarene sier nå at dere har tatt dette i bruk" in page.text
    assert "Merk som i bruk i svarene" not in page.text
    raw["svar"].pop("i_bruk_plan")
    unanswered = upload(real_site, raw)
    page = real_site.get(unanswered + PAGE)
    assert "Merk som i bruk i svarene" not in page.text
    real_site.post(unanswered + PAGE, {**sent(page), "i_bruk": scheme})
    assert "i_bruk_plan" not in real_site.case_file(unanswered)["svar"]


@pytest.mark.parametrize(
    ("scheme", "question", "otherwise"),
    [
        ("felles-prosjektleder", "i_bruk_plan", []),
        ("kartlegging-av-boligbehov", "behov_dokumentert", "nei"),
        ("bolig-i-kommuneplanen", "bolig_i_samfunnsdel", "kort"),
    ],
)
def test_a_mark_that_the_answers_do_not_bear_out_is_told_wherever_it_matters(
    real_site: Site, real_book: Rulebook, scheme: str, question: str, otherwise: object
) -> None:
    """On the advice, on the renewal and in the follow-up, with a way to the very question."""
    raw = json.loads(casefile.write(real_book.journeys["namsskogan"].case))
    plan = {"dato": "2026-11-22", "regelverk": "", "tiltak": [{"id": scheme, "del": "i_ar"}]}
    raw["oppfolging"] = {
        "plan": plan,
        "merker": {scheme: {"tilstand": "gjort", "dato": "2026-11-22"}},
    }
    for answer, told in (
        (otherwise, "som gjort, men svart at dere ikke har det på plass."),
        (None, "som gjort, men ikke svart på om dere har det på plass."),
    ):
        raw["svar"].pop(question, None)
        if answer is not None:
            raw["svar"][question] = answer
        address = upload(real_site, raw)
        for path in ("rad", "dagens-regler", PAGE):
            page = real_site.get(address + path)
            assert told in page.text, path
        for path in ("rad", "dagens-regler"):
            page = real_site.get(address + path)
            ways = [a.attributes["href"] for a in page.all("a", class_="ds-link")]
            assert any(f"bare={question}" in each for each in ways), path


def test_a_measure_that_the_rules_no_longer_know_is_still_counted(
    real_site: Site, real_book: Rulebook
) -> None:
    """Rules go away in a year; what was planned does not."""
    raw = json.loads(casefile.write(real_book.journeys["namsskogan"].case))
    measures = [{"id": "borte", "del": "i_ar"}, {"id": "startlan", "del": "i_ar"}]
    raw["oppfolging"] = {"plan": {"dato": "2026-11-22", "regelverk": "", "tiltak": measures}}
    address = upload(real_site, raw)
    page = real_site.get(address + PAGE)
    assert "«borte» (ikke lenger i reglene)" in page.text
    assert "0 av 2 tiltak er gjort." in page.text
    real_site.post(address + PAGE, sent(page, borte=("gjort", "")))
    assert marks(real_site, address)["borte"]["tilstand"] == MeasureState.DONE
    assert real_site.client.get(address + "notat.html?papir=statusnotat").status_code == 200


def test_the_note_is_of_the_day_it_is_made(real_site: Site, followed: str, clock: Clock) -> None:
    """Though the case is older; in each form, and in its own name."""
    clock.today += timedelta(days=60)
    answer = real_site.client.get(followed + "notat.html?papir=statusnotat")
    page = answer.get_data(as_text=True).replace("\u00a0", " ")
    assert "21. januar 2027" in page
    assert "Tilbake til oppfølgingen" in page
    word = real_site.client.get(followed + "notat.docx?papir=statusnotat")
    assert "2027-01-21_statusnotat_namsskogan.docx" in word.headers["Content-Disposition"]


def test_the_plan_of_a_memo_that_was_handed_out_can_be_followed(
    make_app: Callable[[Rulebook], Flask], real_book: Rulebook, clock: Clock
) -> None:
    """Whatever the case says since."""
    with make_app(real_book).test_client() as client:
        site = Site(client)
        raw = json.loads(casefile.write(real_book.journeys["namsskogan"].case))
        address = upload(site, raw)
        assert client.get(address + "notat.pdf").mimetype == "application/pdf"
        clock.today += timedelta(days=3)
        site.post(address + "dagens-regler")
        page = site.get(address + PAGE)
        assert "Nr. 1: Tiltaksnotat på bokmål, PDF, 22. november 2026" in page.text
        assert "Planen slik den er i saken nå (25. november 2026)" in page.text
        number = page.all("input", name="plan")[0].attributes["value"]
        site.post(address + PAGE + "/begynn", {"plan": number})
        assert site.case_file(address)["oppfolging"]["plan"]["dato"] == "2026-11-22"
        site.post(address + PAGE + "/begynn", {"plan": "na"})
        assert site.case_file(address)["oppfolging"]["plan"]["dato"] == "2026-11-22"
        other = upload(site, raw)
        site.post(other + PAGE + "/begynn", {"plan": number}, 404)


def test_each_plan_to_follow_is_offered_once_by_a_name_of_its_own(
    make_app: Callable[[Rulebook], Flask], real_book: Rulebook
) -> None:
    """Two files of one plan are one choice; the adviser's plan is another, and says so."""
    with make_app(real_book).test_client() as client:
        site = Site(client)
        raw = json.loads(casefile.write(real_book.journeys["skjak"].case))
        raw["gjennomgang"] = {
            "navn": "Kari",
            "rolle": "rådgiver",
            "tiltak": {"investeringstilskudd": {"med": False, "fordi": "Er gjort"}},
        }
        address = upload(site, raw)
        for query in ("", "?papir=kortnotat", "?radgiver=uten"):
            assert client.get(f"{address}notat.docx{query}").status_code == 200
            assert client.get(f"{address}notat.pdf{query}").mimetype == "application/pdf"
        page = site.get(address + PAGE)
        chosen = [each.text for each in page.all("label") if each.text.startswith("Nr.")]
        assert len(chosen) == len(set(chosen)) == 2
        assert sum("med rådgiverens del" in each for each in chosen) == 1
        listed = site.get(address + "notat").text
        assert "Nr. 3: " in listed
