"""Charts of the memo, one module each."""

from wizard.memo.charts.chart import Chart


def _box(w, h, name):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" role="img"><title>{name}</title><rect x="0" y="0" width="{w}" height="{h}" fill="#e4eee8"/></svg>'
    return Chart(f"Dette viser {name} i kommunen.", svg, name, "SSB tabell 07459, 1. januar 2026.")


def key_figures(r):
    return _box(488, 74, "nøkkeltall")


def year_line(r):
    return _box(488, 85, "året")


def ages(r):
    return _box(238, 120, "alder")


def dwelling_types(r):
    return _box(238, 120, "boliger")


def population(r):
    return _box(238, 130, "folketall")


def value_and_cost(r):
    return _box(238, 100, "verdi")


def money_bars(r):
    return _box(488, 120, "penger")
