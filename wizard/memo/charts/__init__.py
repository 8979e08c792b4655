"""The memo's charts: each a function from the account of a case to a chart, or to none.

Every chart is a self-contained SVG in printer's points, the same for web, PDF and Word, with a
sentence that says what it shows, a text with every value for those who cannot see it, and where
the figures come from. A chart decides nothing, says nothing that the figures do not, and is left
out where there is nothing true to draw.
"""

from wizard.memo.charts.ages import ages
from wizard.memo.charts.chart import Chart
from wizard.memo.charts.dwelling_types import dwelling_types
from wizard.memo.charts.figures import comparable
from wizard.memo.charts.key_figures import key_figures
from wizard.memo.charts.money_bars import money_bars
from wizard.memo.charts.population import population
from wizard.memo.charts.value_and_cost import value_and_cost
from wizard.memo.charts.year_line import year_line

__all__ = [
    "Chart",
    "ages",
    "comparable",
    "dwelling_types",
    "key_figures",
    "money_bars",
    "population",
    "value_and_cost",
    "year_line",
]
