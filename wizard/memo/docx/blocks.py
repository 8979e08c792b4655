"""One writer for each kind of block."""

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from wizard.memo.charts.chart import Chart
from wizard.memo.docx.notes import note, plain
from wizard.memo.docx.pages import TEXT_WIDTH, twips
from wizard.memo.docx.pen import BULLETS, Pen, Runs, Style
from wizard.memo.docx.xml import element, flag
from wizard.memo.model import (
    Block,
    Card,
    Cell,
    Choice,
    Column,
    Item,
    ItemList,
    Labelled,
    Paragraph,
    Picture,
    Rows,
    Table,
)
from wizard.press.html import tokens
from wizard.report.truths import MARKS

_HEADINGS: tuple[Style, ...] = ("Heading1", "Heading2", "Heading3")
_LONGEST_LABEL = 22  # letters that fit in the margin beside the text
_LISTS: dict[str, Style] = {"numbered": "ListNumber", "plain": "ListBullet"}
_BOX = "☐\t"
_ALIGN = {"number": "right", "sign": "center"}


class Blocks:
    """Writes blocks, one after another. `sources` is the list whose entries the numbers lead to."""

    def __init__(self, pen: Pen, sources: ItemList | None) -> None:
        """Write with a pen."""
        self._pen = pen
        self._sources = sources

    def heading(self, text: str, level: int, anchor: str | None = None) -> None:
        """Write a heading, of level 1 to 3."""
        self._pen.paragraph(_HEADINGS[level - 1], self._pen.text(text), anchor=anchor)

    def block(self, block: Block, level: int) -> None:
        """Write a block that stands under a heading of this level."""
        match block:
            case Card():
                self._card(block, level + 1)
            case Picture():
                for chart in block.charts:
                    self.chart(chart)
            case Choice():
                self.choice(block)
            case _:
                self._text(block)

    def _text(self, block: Paragraph | ItemList | Rows | Table) -> None:
        match block:
            case Paragraph():
                style: Style = "BodyText3" if block.small else "Normal"
                self._pen.paragraph(style, self._led(block.lead, block.text))
            case ItemList():
                self._items(block)
            case Rows():
                self.rows(block.rows, small=block.small)
            case Table():
                self._table(block)

    def _card(self, card: Card, level: int) -> None:
        self.heading(card.reference.title, level, card.reference.anchor)
        self._pen.paragraph("BodyText3", self._pen.text(" · ".join(card.status)), keep=True)
        for each in card.blocks:
            self.block(each, level)

    def _led(self, lead: str | None, text: str) -> Runs:
        """Return a text with the words that stand out before it."""
        if lead is None:
            return self._pen.text(text)
        return [*self._pen.text(lead, bold=True), *self._pen.text(" "), *self._pen.text(text)]

    def _item(self, item: Item) -> Runs:
        """Return an entry, and after it the address that it leads to, for those who have paper."""
        runs = self._led(item.lead, item.text)
        if not item.link:
            return runs
        shown = item.link.removeprefix("https://").removesuffix("/")
        return [*runs, *self._pen.text(" "), *self._pen.text(shown, link=item.link)]

    def _items(self, block: ItemList) -> None:
        usual: Style = "BodyText3" if block.small else "Normal"
        if block.heading:
            self._pen.paragraph(usual, self._pen.text(block.heading, bold=True), keep=True)
        numbering = self._pen.new_list() if block.look == "numbered" else BULLETS
        for number, item in enumerate(block.items, start=1):
            anchor = note(str(number)) if block is self._sources else None
            runs, entry = self._item(item), self._pen.entry(numbering)
            if block.look in _LISTS:
                style = "BodyText3" if block.small else _LISTS[block.look]
                self._pen.paragraph(style, runs, entry, anchor=anchor)
            else:
                signed = [*self._pen.text(_sign(block, item)), *runs]
                if block.small:
                    self._pen.paragraph("BodyText3", signed, element("ind", left=340, hanging=340))
                else:
                    self._pen.paragraph("List", signed)

    def points(self, points: Sequence[str]) -> None:
        """Write sentences in order, numbered."""
        self._items(ItemList(tuple(Item(each) for each in points), "numbered"))

    def rows(self, rows: Sequence[Labelled], *, small: bool = False) -> None:
        """Write labels in the margin with their texts beside them, or above where one is long."""
        beside = not small and all(len(each.label) <= _LONGEST_LABEL for each in rows)
        for row in rows:
            label, text = self._pen.text(row.label, bold=True), self._pen.text(row.text)
            between = self._pen.text("\t" if beside else " ")
            style: Style = "List2" if beside else "BodyText3" if small else "Normal"
            self._pen.paragraph(style, [*label, *between, *text])

    def choice(self, choice: Choice) -> None:
        """Write something that must be chosen, where nobody misses it."""
        heading = self._pen.text(choice.heading, bold=True)
        self._pen.paragraph(
            "IntenseQuote", [*heading, *self._pen.text("\n"), *self._pen.text(choice.text)]
        )

    def chart(self, chart: Chart) -> None:
        """Write what a chart shows, the chart, and where it is from.

        Two never stand beside each other: they would need a table that is none.
        """
        pen = self._pen
        pen.paragraph("Caption", pen.text(chart.title))
        picture = pen.picture(chart.svg, chart.alternative, chart.title)
        pen.paragraph("Normal", picture, keep=True)
        after = " ".join((*chart.notes, chart.source))
        pen.paragraph("BodyText3", pen.text(after))

    def _table(self, table: Table) -> None:
        pen = self._pen
        if table.caption:
            pen.paragraph("Caption", pen.text(table.caption))
        else:
            pen.part_tables()
        widths = _widths(table.columns)
        heads = [Cell(column.head) for column in table.columns]
        rows = [self._row(table, heads, widths, head=True)]
        rows += [self._row(table, row, widths) for row in table.rows]
        pen.add(
            element(
                "tbl",
                element(
                    "tblPr",
                    element("tblStyle", val="TableGrid"),
                    element("tblW", w=sum(widths), type="dxa"),
                    element("tblLayout", type="fixed"),
                    # The first row and the first column are heads; nothing is striped.
                    element(
                        "tblLook",
                        val="06A0",
                        firstRow=1,
                        lastRow=0,
                        firstColumn=1,
                        lastColumn=0,
                        noHBand=1,
                        noVBand=1,
                    ),
                    element("tblCaption", val=plain(table.caption)) if table.caption else None,
                ),
                element("tblGrid", *(element("gridCol", w=width) for width in widths)),
                *rows,
            )
        )

    def _row(
        self, table: Table, cells: Sequence[Cell], widths: Sequence[int], *, head: bool = False
    ) -> BaseOxmlElement:
        made = [
            self._cell(cell, column, width, head=head)
            for cell, column, width in zip(cells, table.columns, widths, strict=True)
        ]
        properties = element("trPr", element("cantSplit"), flag("tblHeader", on=head))
        return element("tr", properties, *made)

    def _cell(self, cell: Cell, column: Column, width: int, *, head: bool) -> BaseOxmlElement:
        pen, style = self._pen, _ALIGN.get(column.look)
        align = (element("jc", val=style),) if style else ()
        fill = tokens()[f"{cell.tone.value}-tinted"] if cell.tone else None
        shade = element("shd", val="clear", color="auto", fill=fill[1:]) if fill else None
        runs = pen.text(cell.text, bold=head, link=cell.link, visibly=column.look == "text")
        return element(
            "tc",
            element("tcPr", element("tcW", w=width, type="dxa"), shade),
            pen.made("BodyText2", runs, *align, keep=head),
            pen.made("BodyText3", pen.text(cell.note)) if cell.note else None,
        )


def _sign(block: ItemList, item: Item) -> str:
    """Return what stands before an entry that is to be ticked, or that is met or not."""
    if block.look == "checklist" or item.mark is None:
        return _BOX
    return f"{MARKS[item.mark]}\t"


def _widths(columns: Sequence[Column]) -> list[int]:
    """Return the widths of the columns in twentieths of a point, the text's width together."""
    whole, page = sum(each.width for each in columns), twips(TEXT_WIDTH)
    widths = [page * each.width // whole for each in columns]
    return [widths[0] + page - sum(widths), *widths[1:]]
