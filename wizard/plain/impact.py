"""What an edit of the rules means, as plain data for JSON and as rows for CSV."""

from collections.abc import Iterator, Mapping

from wizard.domain.conditions import Severity
from wizard.domain.impact import Moves, Pair, Stand
from wizard.plain.values import Json, plain_day, plain_severity
from wizard.report.impact import ImpactWording
from wizard.report.impact_rows import Hit, Row, hits


def plain_impact(told: ImpactWording, names: Mapping[str, str]) -> dict[str, Json]:
    """Return all of it: `endringer`, `fortid`, `par`, `virkning`, `kommuner`, `situasjoner`."""
    impact = told.impact
    found: dict[str, Json] = {
        "endringer": _edits(told),
        "fortid": bool(impact.past_edits),
        "fortid_tekst": list[Json](told.past()),
        "fortid_saker": [_pair(each) for each in impact.past],
        "par": {
            "sett_pa": impact.looked,
            "berort": impact.touched,
            "endret": impact.changed,
            "dager": [
                {
                    "dag": plain_day(each.day),
                    "sett_pa": each.looked,
                    "berort": each.touched,
                    "endret": each.changed,
                }
                for each in impact.days
            ],
        },
        "virkning": [_row(each) for each in told.rows],
        "kommuner": [_hit(each, names) for each in hits(impact)],
        "situasjoner": [
            {
                **_moves(each.moves),
                "fordi": {id_: [n + 1 for n in places] for id_, places in each.causes.items()},
                "antall": len(each.pairs),
                "par": [_pair(pair) for pair in each.pairs],
            }
            for each in impact.situations
        ],
    }
    if impact.stored is not None:
        found["lagrede_saker"] = {
            "sett_pa": impact.stored.looked,
            "endret": impact.stored.changed,
            "kommuner": dict(impact.stored.municipalities),
        }
    return found


def _edits(told: ImpactWording) -> Json:
    found: list[Json] = []
    for number, edit in enumerate(told.impact.edits, start=1):
        used = told.impact.uses[number - 1]
        found.append(
            {
                "nr": number,
                "slag": edit.subject.value,
                "id": edit.id,
                "del": edit.part.value,
                "detalj": edit.detail or None,
                "fra": plain_day(edit.begins),
                "til": plain_day(edit.ends),
                "fortid": edit.is_past(told.impact.today),
                "sted": str(edit.place) if edit.place.file else None,
                "tekst": told.sentence(edit),
                "brukes": {
                    "ordninger": list[Json](used.schemes),
                    "behov": list[Json](used.needs),
                    "opplysninger": list[Json](used.facts),
                    "situasjoner": list[Json](used.journeys),
                    "tekster": used.texts,
                },
            }
        )
    return found


def _row(row: Row) -> Json:
    return {
        "dag": plain_day(row.day),
        "slag": row.sort.value,
        "id": row.id,
        "fra": _side(row.before),
        "til": _side(row.after),
        "fordi": [place + 1 for place in row.causes],
        "par": row.pairs,
        "kommuner": dict(row.municipalities),
    }


def _side(side: Stand | tuple[Severity, ...] | None) -> Json:
    if side is None:
        return None
    if isinstance(side, Stand):
        return side.kind and {"vurdering": side.kind.value, "pa_plass": side.in_place}
    return [plain_severity(each) for each in side]


def _hit(hit: Hit, names: Mapping[str, str]) -> Json:
    return {
        "kommune": hit.number,
        "navn": names[hit.number],
        "par": hit.pairs,
        "far": list[Json](hit.gained),
        "mister": list[Json](hit.lost),
    }


def _pair(pair: Pair) -> Json:
    return {
        "dag": plain_day(pair.day),
        "kommune": pair.municipality,
        "svar": pair.answers or None,
    }


def _moves(moves: Moves) -> dict[str, Json]:
    return {
        "vurderinger": [
            {"ordning": each.scheme, "fra": _side(each.before), "til": _side(each.after)}
            for each in moves.verdicts
        ],
        "behov": [
            {"behov": each.need, "fra": _side(each.before), "til": _side(each.after)}
            for each in moves.needs
        ],
        "penger": list[Json](moves.money),
        "forbehold": list[Json](moves.reservations),
        "inn_i_planen": list[Json](moves.enters),
        "ut_av_planen": list[Json](moves.leaves),
    }


HEADINGS = ("dag", "kommune", "navn", "slag", "id", "hva", "fra", "til", "par", "endringer")


def impact_rows(told: ImpactWording, names: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield a line for each municipality in each row of what differs, the headings first."""
    yield HEADINGS
    for row in told.rows:
        causes = " ".join(str(place + 1) for place in row.causes)
        sides = [told.stand(each) if each is not None else "" for each in (row.before, row.after)]
        for number, pairs in row.municipalities.items():
            yield (
                row.day.isoformat(),
                number,
                names[number],
                row.sort.value,
                row.id,
                told.named(row),
                *sides,
                str(pairs),
                causes,
            )
