"""Case files as they come when somebody has been at them: each changed in a few places, by a seed.

The file changed is a whole one: answers, figures, priorities, texts, review and follow-up.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from pages import link_of

from wizard import advice
from wizard.domain.follow_up import FollowUp, Mark, MeasureState
from wizard.domain.review import MeasureReview, Review
from wizard.store import casefile
from wizard.web import services_of

_DAYS = ("0001-01-01", "9999-12-31", "9998-02-28", "2026-02-30", "1905-06-07", "2026-11-28", "2019")
_NUMBERS = ("-1", "0", "9" * 15, "1e400", "NaN", "-0", "0.0000001", "1 234,5", "٣", "1.234", "½")
_TEXTS = (
    "",
    " ",
    "x" * 199,
    "x" * 5000,
    "\ud800",
    "a\udfffb",
    "\x00",
    "\u202eabc",
    "\U0001f600",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "%s%n",
    "finnes_ikke",
    "ssb-99999",
    "vet_ikke",
    "0301",
    "å" * 80,
)
_OTHER: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1.5,
    10**400,
    float("inf"),
    [],
    ["a", "a"],
    [None],
    [[]],
    {},
    {"ukjent": True},
    {"ukjent": 1},
    {"x": {"y": {"z": {}}}},
)
_VALUES: tuple[Any, ...] = (*_DAYS, *_NUMBERS, *_TEXTS, *_OTHER)
_KEYS = ("finnes_ikke", "", "x" * 300, "\ud800", "a/b~c", "folketall", "grunnlan", "dato")

# What reads every part of a case, by the end of its address.
PAGES = (
    "",
    "lagre",
    "lagre/leser",
    "send-videre",
    "send-videre/plan",
    "send-videre/plan/takk?siden=0",
    "sporreskjema",
    "slett",
    "tema/",
    "kort/1",
    "svar",
    "svar?siden=0",
    "prioritering",
    "rad",
    "rad?siden=0",
    "rad/startlan",
    "rad/grunnlan",
    "hva-hvis",
    "hva-hvis?sporsmal=boligmangel_antall&prioritet=ja",
    "sammenlign",
    "sammenlign?dag-dag=1&dag-maned=5&dag-ar=2025",
    "gjennomgang",
    "oppfolging",
    "dagens-regler",
    "notat",
    "notat.html",
    "notat.html?papir=kortnotat",
    "notat.html?papir=sporreark",
    "notat.html?papir=statusnotat",
    "notat.html?radgiver=uten",
    "notat.docx",
    "notat.ics",
    "notat.csv",
    "notat.json",
    "tema/okonomi/1",
    "svarfil.json",
)


def whole_file(app: Flask, today: date) -> dict[str, Any]:
    """Return the JSON of a case that has everything a case can have."""
    known = services_of(app)
    journey = known.rulebook.journeys[known.rulebook.shown[0]].case
    municipality = known.municipalities.get(journey.municipality_number)
    case = replace(journey, as_of=today)
    case = replace(
        case,
        figures=advice.new_case(municipality, known.rulebook, today, case.language).figures,
        adviser={"utvalg": "Kommunestyret", "motedato": "2027-02-11", "vurdering": "To\nlinjer."},
        priorities=tuple(known.rulebook.needs)[:2],
    )
    found = advice.assess(case, known.rulebook, municipality)
    plan = advice.adopted(found)
    first, second, *_ = (each.scheme for each in plan.measures)
    marks = {first: Mark(MeasureState.DONE, "Ferdig i vår", today), second: Mark(None, "x", today)}
    review = Review(
        {"navn": "Kari", "rolle": "Rådgiver", "vurdering": "Bra."},
        {first: MeasureReview("God", include=True, reason="Haster")},
        (second, first),
    )
    return _json(casefile.write(replace(case, review=review, follow_up=FollowUp(plan, marks))))


def mutated(whole: dict[str, Any], seed: int) -> bytes:
    """Return the file with a few changes, always the same for a seed."""
    random = Random(seed)  # noqa: S311 - a trial that can be made again, no secret
    raw = json.loads(json.dumps(whole))
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        random.choice(_CHANGES)(raw, random)
    content = json.dumps(raw, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")
    return _torn(content, random) if random.random() < 0.05 else content


def received(client: FlaskClient, content: bytes, token: str) -> tuple[int, str]:
    """Send a case file, and return the status of the answer, and the link of the case made."""
    from io import BytesIO  # noqa: PLC0415

    data = {"csrf_token": token, "file": (BytesIO(content), "sak.json")}
    answer = client.post("/nb/svarfil", data=data)
    place = answer.location or answer.get_data(as_text=True)
    made = answer.status_code in {200, 303}
    return answer.status_code, link_of(place) if made else ""


def broken_pages(client: FlaskClient, link: str, pages: tuple[str, ...] = PAGES) -> list[str]:
    """Return the pages of a case that answer with a fault of ours, and its overview in nynorsk."""
    addresses = [f"/nb/sak/{link}/{page}" for page in pages] + [f"/nn/sak/{link}/svar"]
    return [each for each in addresses if _status(client, each) >= 500]


def _status(client: FlaskClient, address: str) -> int:
    return client.get(address, follow_redirects=True).status_code


def _json(text: str) -> dict[str, Any]:
    whole = json.loads(text)
    assert isinstance(whole, dict)
    return whole


def _holders(raw: Any) -> Iterator[Any]:  # noqa: ANN401 - JSON
    """Yield every object and list that holds something."""
    if isinstance(raw, dict | list) and raw:
        yield raw
        for each in list(raw.values() if isinstance(raw, dict) else raw):
            yield from _holders(each)


def _place(raw: Any, random: Random) -> tuple[Any, Any]:  # noqa: ANN401 - JSON
    holders = list(_holders(raw))
    holder = random.choice(holders) if holders else {"": ""}
    return holder, random.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))


def _replace(raw: Any, random: Random) -> None:  # noqa: ANN401 - JSON
    holder, key = _place(raw, random)
    holder[key] = random.choice(_VALUES)


def _alike(raw: Any, random: Random) -> None:  # noqa: ANN401 - JSON
    """Put another text in the place of a text, a day in the place of a day."""
    holder, key = _place(raw, random)
    value = holder[key]
    if isinstance(value, str):
        kind = _DAYS if value[4:5] == "-" else _NUMBERS if value[:1].isdigit() else _TEXTS
        holder[key] = random.choice(kind)


def _take_away(raw: Any, random: Random) -> None:  # noqa: ANN401 - JSON
    holder, key = _place(raw, random)
    del holder[key]


def _rename(raw: Any, random: Random) -> None:  # noqa: ANN401 - JSON
    holder, key = _place(raw, random)
    if isinstance(holder, dict):
        holder[random.choice(_KEYS)] = holder.pop(key)


def _add(raw: Any, random: Random) -> None:  # noqa: ANN401 - JSON
    holder, key = _place(raw, random)
    if isinstance(holder, dict):
        holder[random.choice(_KEYS)] = holder[key]
    else:
        holder.append(random.choice((*_VALUES, holder[key])))


def _swap(raw: Any, random: Random) -> None:  # noqa: ANN401 - JSON
    (one, first), (other, second) = _place(raw, random), _place(raw, random)
    if not isinstance(one[first], dict | list) and not isinstance(other[second], dict | list):
        one[first], other[second] = other[second], one[first]


def _of_other_rules(raw: Any, random: Random) -> None:  # noqa: ANN401 - JSON
    """Let the file be of another rulebook, with questions, options and figures of its own."""
    raw["versjoner"] = {"regelverk": "f" * 64, "tall": "2019", "program": "0.0.1"}
    part = raw.get(random.choice(("svar", "tall", "oppfolging")))
    if isinstance(part, dict):
        part["utgatt_sporsmal"] = random.choice(("ja", "12", ["a"], {"ukjent": True}))
    _alike(raw, random)


_CHANGES: tuple[Callable[[Any, Random], None], ...] = (
    _replace,
    _alike,
    _alike,
    _take_away,
    _rename,
    _add,
    _swap,
    _of_other_rules,
)


def _torn(content: bytes, random: Random) -> bytes:
    """Return the file with some octets of it lost, or others in their place."""
    at = random.randrange(len(content))
    return content[:at] + random.randbytes(random.choice((0, 1, 3))) + content[at + 1 :]
