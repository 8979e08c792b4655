"""The whole memo in its order: the proposal first, for that is what is pasted."""

from collections.abc import Iterator

from wizard.memo.docx.blocks import Blocks
from wizard.memo.docx.notes import list_of_sources, note
from wizard.memo.docx.pages import new_document, saved
from wizard.memo.docx.pen import Pen
from wizard.memo.model import Card, Front, Head, Memo, Proposal, Section


def render_docx(memo: Memo) -> bytes:
    """Return the memo as a Word document. The same memo gives the same bytes.

    Raises:
        ValueError: a chart in it is not an SVG that can be drawn.

    """
    document, sources = new_document(memo), list_of_sources(memo)
    notes = [note(str(number)) for number, _ in enumerate(sources.items if sources else (), 1)]
    pen = Pen(document, (*_anchors(memo), *notes))
    blocks = Blocks(pen, sources)
    _head(memo.head, pen, blocks)
    if memo.front:
        _proposal(memo.front.proposal, pen, blocks)
        _front(memo.front, blocks)
    for section in (*memo.sections, *memo.appendices):
        _section(section, 1, blocks)
    return saved(document, memo.head.iso_day)


def _anchors(memo: Memo) -> Iterator[str]:
    for section in (*memo.sections, *memo.appendices):
        yield section.anchor
        yield from (each.reference.anchor for each in section.blocks if isinstance(each, Card))


def _head(head: Head, pen: Pen, blocks: Blocks) -> None:
    pen.paragraph("Subtitle", pen.text(f"{head.kind} · {head.draft} · {head.day}"))
    pen.paragraph("Title", pen.text(head.title))
    blocks.rows(head.case)
    pen.paragraph("BodyText3", pen.text(head.owned))


def _proposal(proposal: Proposal, pen: Pen, blocks: Blocks) -> None:
    blocks.heading(proposal.heading, 1)
    blocks.points(proposal.points)
    if proposal.sums:
        pen.paragraph("Normal", pen.text(proposal.sums))
    for choice in proposal.choices:
        blocks.choice(choice)


def _front(front: Front, blocks: Blocks) -> None:
    blocks.heading(front.heading, 1)
    blocks.rows(front.brief)
    for chart in (front.figures, front.line):
        if chart:
            blocks.chart(chart)
    if front.questions:
        blocks.block(front.questions, 1)


def _section(section: Section, level: int, blocks: Blocks) -> None:
    blocks.heading(section.heading, level, section.anchor)
    for each in section.blocks:
        blocks.block(each, level)
