"""Open questions sent on to who would know, and the questionnaire on paper."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from pages import Page, Site, link_of

from wizard import questionnaire
from wizard.domain.advice import Origin
from wizard.store.links import reading_link
from wizard.web.services import services_of

OPEN = {Origin.DONT_KNOW, Origin.UNANSWERED, Origin.MISSING}


@pytest.mark.parametrize("journey", ["namsskogan", "loppa"])
def test_every_open_question_of_a_case_goes_to_just_one(real_site: Site, journey: str) -> None:
    """Whoever the rules say would know; what is answered is left out, vet ikke is not."""
    link = link_of(real_site.post(f"/nb/eksempel/{journey}").response.request.path)
    services = services_of(real_site.client.application)
    case = services.store.look(link).case
    municipality = services.municipalities.get(case.municipality_number)
    progress = questionnaire.progress(case, services.rulebook, municipality)
    asked = [state for theme in progress for state in theme.items if state.asked]
    expected: dict[str, list[str]] = {}
    for state in asked:
        if state.finding.origin in OPEN:
            expected.setdefault(state.item.knows, []).append(state.item.text.nb)
    page = real_site.get(f"/nb/sak/{link}/send-videre")
    sheets = [a.attributes["href"] for a in page.all("a", class_="ds-button")]
    told = {
        address.rpartition("/")[2]: sorted(_questions(real_site, address))
        for address in sheets
        if "/send-videre/" in address
    }
    assert expected
    assert told == {who: sorted(texts) for who, texts in expected.items()}


def _questions(site: Site, address: str) -> list[str]:
    """Return the questions on a sheet, without their numbers."""
    return [each.text.partition(". ")[2] for each in site.get(address).all("h3")]


def test_a_sheet_is_a_text_to_copy_and_a_paper_to_tick(site: Site) -> None:
    """The text has the question, where to look and how to answer; the mail the same."""
    case = site.new_case()
    page = site.get(f"{case}send-videre/plan?lenke=svare")
    text = page.one("textarea").text
    assert "readonly" in page.one("textarea").attributes
    assert "Namsskogan kommune" in text
    assert re.search(r"^1\. .+\n   .+\n   Svar: .+ / Vet ikke$", text, re.MULTILINE)
    assert f"http://localhost{case}send-videre/plan/svar" in text
    assert "kan se, endre og slette hele saken" in text
    mails = [a.attributes["href"] for a in page.all("a", class_="ds-link")]
    (mail,) = [each for each in mails if each.startswith("mailto:")]
    assert len(mail) <= 1900
    body = parse_qs(urlsplit(mail).query, strict_parsing=True)["body"][0]
    assert f"{case}send-videre/plan/svar" in body
    assert body.startswith("Hei!")
    assert "[Lim inn spørsmålene her]" in body


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_nobody_is_told_to_ask_themselves(real_site: Site, language: str) -> None:
    """Neither in the text nor on the paper; where else to look is still told."""
    case = real_site.new_case(language=language)
    page = real_site.get(f"{case}send-videre")
    sheets = [a.attributes["href"] for a in page.all("a", class_="ds-button")]
    told = [real_site.get(each) for each in sheets if "/send-videre/" in each]
    assert any(re.search(r"^ {3}(?!Svar:)", e.one("textarea").text, re.MULTILINE) for e in told)
    for page in told:
        assert not re.search(r"^ +Spør ", page.one("textarea").text, re.MULTILINE)
        assert not [e for e in page.all("p", class_="subtle") if e.text.startswith("Spør ")]


def test_a_mail_has_the_whole_text_where_an_address_has_room_for_it(real_site: Site) -> None:
    """Otherwise it says where to paste it; neither is longer than mail programs take."""
    link = link_of(real_site.post("/nb/eksempel/namsskogan").response.request.path)
    page = real_site.get(f"/nb/sak/{link}/send-videre")
    sheets = [a.attributes["href"] for a in page.all("a", class_="ds-button")]
    whole = []
    for address in (each for each in sheets if "/send-videre/" in each):
        sheet = real_site.get(address)
        mails = [a.attributes["href"] for a in sheet.all("a", class_="ds-link")]
        (mail,) = [each for each in mails if each.startswith("mailto:")]
        assert len(mail) <= 1900
        body = parse_qs(urlsplit(mail).query)["body"][0].replace("\r\n", "\n")
        whole.append(body == sheet.one("textarea").text)
        assert whole[-1] != ("[Lim inn spørsmålene her]" in body)
    assert any(whole)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("way", ["", "?lenke=lese", "?lenke=tull"])
def test_others_get_the_link_that_changes_nothing_unless_the_owners_is_asked_for(
    site: Site, language: str, way: str
) -> None:
    """In the text and in the mail, with what each link allows beside it."""
    case = site.new_case(language=language)
    page = site.get(f"{case}send-videre/plan{way}")
    mails = [a.attributes["href"] for a in page.all("a", class_="ds-link")]
    (mail,) = [each for each in mails if each.startswith("mailto:")]
    body = parse_qs(urlsplit(mail).query, strict_parsing=True)["body"][0]
    for text in (page.one("textarea").text, body):
        assert link_of(case) not in text
        assert f"http://localhost/{language}/sak/{reading_link(link_of(case))}/" in text
    assert "hele saken" in page.text or "heile saka" in page.text
    ours = [each for each in mails if each.startswith(case) and "lenke=" in each]
    ways = [each.rpartition("=")[2] for each in ours]
    assert ways == ["svare", "nei"]


def test_the_link_can_be_left_out_and_a_reader_never_gets_one(site: Site) -> None:
    """Who gets the owner's link can change the whole case: it is given only when that is meant."""
    case = site.new_case()
    reading = case.replace(link_of(case), reading_link(link_of(case)))
    for address in (f"{case}send-videre/plan?lenke=nei", f"{reading}send-videre/plan"):
        page = site.get(address)
        assert "/sak/" not in page.one("textarea").text
        assert "Svar på denne e-posten." in page.one("textarea").text


def test_the_short_address_leads_to_the_open_questions(site: Site) -> None:
    """Where they are asked; a reader sees the answers."""
    case = site.new_case()
    assert site.get(f"{case}send-videre/plan/svar").all("input", name="spurt")
    site.get(f"{case}send-videre/ukjent/svar", 404)
    site.get(f"{case}send-videre/ukjent/takk", 404)
    reading = case.replace(link_of(case), reading_link(link_of(case)))
    assert site.get(f"{reading}send-videre/plan/svar").heading == "Se over svarene"
    site.get(f"{case}send-videre/ukjent", 404)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_who_answers_what_was_sent_on_gets_a_receipt(real_site: Site, language: str) -> None:
    """What was saved, how much is left, and that this was all; not the answers of everybody."""
    case = real_site.new_case(language=language)
    where, shown = f"{case}send-videre/nav/svar", None
    for _ in range(9):
        page = real_site.get(where)
        if not page.all("input", name="spurt"):
            break
        where = page.response.request.full_path
        shown = real_site.post(where, page.unseen | _chosen(page))
        where = shown.response.request.full_path
    assert shown
    assert shown.response.request.path == f"{case}send-videre/nav/takk"
    assert (
        shown.heading == {"nb": "Takk. Svarene er lagret.", "nn": "Takk. Svara er lagra."}[language]
    )
    assert shown.all("dt")
    done = {"nb": "Alt er besvart", "nn": "Alt er svara på"}[language]
    for address in ("send-videre/nav", "send-videre/nav/svar"):
        assert real_site.get(case + address).heading == done


def test_a_receipt_says_what_is_left(real_site: Site) -> None:
    """Vet ikke is an answer, and a question that is still open."""
    case = real_site.new_case()
    page = real_site.get(f"{case}send-videre/nav/svar")
    where = page.response.request.full_path
    while "/sporsmal" in where:
        page = real_site.fill_in(where, {})
        where = page.response.request.full_path
    assert page.heading == "Ingen svar er endret"
    assert re.search(r"(Ett|\d+) spørsmål til dere er fortsatt åp", page.text)


def _chosen(page: Page) -> dict[str, str]:
    """Return an answer to each question of a page."""
    answers = {}
    for each in page.all("input"):
        name, kind, value = (each.attributes[part] for part in ("name", "type", "value"))
        says_nothing = "vet-ikke" in name + value or name.endswith("-ingen-av-disse")
        if kind == "text" and not value:
            answers[name] = "3"
        elif kind in {"radio", "checkbox"} and not says_nothing:
            answers.setdefault(name, value)
    return answers


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_questionnaire_is_a_page_and_a_pdf_for_anybody_and_for_a_case(
    site: Site, language: str
) -> None:
    """No case is needed; of a case, what is answered stands there."""
    public = site.client.get(f"/{language}/sporreskjema").get_data(as_text=True)
    assert "style=" not in public
    assert "<style" not in public
    case = site.new_case(language=language)
    own = site.client.get(f"{case}sporreskjema").get_data(as_text=True)
    assert "Namsskogan kommune" in own
    assert "Namsskogan" not in public
    for address in (f"/{language}/sporreskjema.pdf", f"{case}sporreskjema.pdf"):
        answer = site.client.get(address, follow_redirects=True)
        assert answer.mimetype == "application/pdf"
        assert answer.data.startswith(b"%PDF")
        assert "sporreskjema" in answer.headers["Content-Disposition"]


def test_no_page_of_a_case_needs_styles_of_its_own(real_site: Site) -> None:
    """The memo, its short forms and the questionnaire live by the strict policy."""
    result = real_site.post("/nb/eksempel/vinje").response.request.path
    address = f"/nb/sak/{link_of(result)}/"
    papers = ("notat.html", "notat.html?papir=kortnotat", "notat.html?papir=sporreark")
    for path in (*papers, "sporreskjema"):
        answer = real_site.client.get(address + path)
        html = answer.get_data(as_text=True)
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert "<style" not in html
        assert " style=" not in html
        assert "<script" not in html
