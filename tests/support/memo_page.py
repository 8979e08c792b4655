"""The memo's page as a browser sends it: everything that stands on it, and what is changed."""

from pages import Page, Site

from wizard.domain.memo_fields import MEMO_FIELDS, MemoFieldKind

Sent = dict[str, str | list[str]]


def standing(page: Page) -> Sent:
    """Return what the page sends when nothing is changed, by the names of its boxes."""
    sent: Sent = {
        "language": page.checked("language")[0],
        "seen_language": page.typed("seen_language"),
        "in_conflict": [each.attributes["value"] for each in page.all("input", name="in_conflict")],
    }
    for field in MEMO_FIELDS:
        sent[f"seen_{field.id}"] = page.typed(f"seen_{field.id}")
        if field.kind is MemoFieldKind.PARAGRAPHS:
            sent[field.id] = page.one("textarea", name=field.id).text.removeprefix("\n")
        elif field.kind is MemoFieldKind.DAY:
            for box in ("dag", "maned", "ar"):
                sent[f"{field.id}-{box}"] = page.typed(f"{field.id}-{box}")
        else:
            sent[field.id] = page.typed(field.id)
    return sent


def other_language(page: Page) -> str:
    """Return where the button in the page's head leads, with what is typed."""
    return page.one("button", value="sprak").attributes["formaction"]


def day(text: str) -> dict[str, str]:
    """Return the three boxes of the meeting's day: "9 2 2027"; all empty for an empty text."""
    parts = [*text.split(), "", "", ""]
    return {f"motedato-{box}": parts[place] for place, box in enumerate(("dag", "maned", "ar"))}


def change(site: Site, address: str, page: Page, status: int = 200, /, **changed: str) -> Page:
    """Send the page with something changed, as a browser does: line breaks are two characters."""
    data = {name: _sent(value) for name, value in {**standing(page), **changed}.items()}
    return site.post(address, data, status)


def _sent(value: str | list[str]) -> str | list[str]:
    return value.replace("\n", "\r\n") if isinstance(value, str) else value
