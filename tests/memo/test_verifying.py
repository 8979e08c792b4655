"""A file held against the paper that it should be: what is said, and in which cases."""

from dataclasses import replace

import pytest
from memos import advice_for, book, known, pdf_bytes

from wizard.domain.text import Language
from wizard.memo import verifying
from wizard.memo.compose import compose
from wizard.memo.html import render_pdf
from wizard.memo.identity import Identity, identity_of
from wizard.memo.verifying import Unusable, Verification, read_identity, verify

ADVICE = advice_for("skjak")


def verified(content: bytes) -> Verification:
    """Verify a file against the journey it should be of."""
    return verify(content, ADVICE.case, book(), known().get(ADVICE.case.municipality_number))


def made_with(**marks: str) -> bytes:
    """Make the paper as another program or other tools would have named themselves on it."""
    identity = replace(identity_of(ADVICE), **marks)  # type: ignore[arg-type] # marks are texts
    return render_pdf(compose(ADVICE, identity=identity))


def flipped(content: bytes) -> bytes:
    """Change one byte in the middle, where the drawing is."""
    place = len(content) // 2
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def test_the_same_paper_is_identical_in_either_language() -> None:
    """Kind, language and day are read from the file, not from the case."""
    for language in Language:
        content = render_pdf(compose(ADVICE, language))
        assert list(verified(content).sentences()) == [verifying.IDENTICAL]


def test_one_altered_byte_is_told() -> None:
    """The file bears the right identity, and is another file."""
    assert list(verified(flipped(pdf_bytes("skjak"))).sentences()) == [
        verifying.DIFFERS,
        verifying.ALTERED,
    ]


@pytest.mark.parametrize("marks", [{"program": "0.0.9-abc"}, {"library": "WeasyPrint_1.0-abc"}])
def test_newer_tools_that_give_the_same_bytes_change_nothing(marks: dict[str, str]) -> None:
    """What they call themselves is written as the file has it, and then the bytes decide."""
    found = verified(made_with(**marks))
    assert found.same_bytes
    assert list(found.sentences()) == [verifying.IDENTICAL, verifying.OTHER_TOOLS_SAME_PAPER]


def test_other_bytes_from_other_tools_accuse_nobody() -> None:
    """Nobody can know whether the file was altered or the tools differ; both are named."""
    said = [each.nb for each in verified(flipped(made_with(program="0.0.9-abc"))).sentences()]
    assert said[0] == verifying.DIFFERS.nb
    assert said[1].startswith("Programmet er et annet: Notatet er laget med 0.0.9, abc")
    assert said[2] == verifying.CANNOT_TELL.nb


def test_rules_are_told_by_the_start_of_their_checksums() -> None:
    """As much as people compare."""
    content = made_with(rules="f" * 64)
    said = [each.nn for each in verified(content).sentences()]
    assert said[1] == (
        f"Reglane er andre: Notatet er laga med regelverket {'f' * 12}, "
        f"og dette er {book().hash[:12]}."
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", verifying.NOT_A_PDF),
        (b'{"format": "virkemiddelveiviseren/sak/1"}', verifying.NOT_A_PDF),
        (b"%PDF-1.7\nhei\n%%EOF\n", verifying.NOT_OURS),
        (pdf_bytes("skjak")[:-100], verifying.DAMAGED),
        (pdf_bytes("skjak").replace(b"virkemiddelveiviseren/papir/1", b"x"), verifying.NOT_OURS),
    ],
    ids=["empty", "a case file", "foreign", "cut short", "without our mark"],
)
def test_what_is_no_paper_of_ours_is_refused_by_its_fault(content: bytes, message: object) -> None:
    """Each has a sentence of its own."""
    with pytest.raises(Unusable) as refused:
        verified(content)
    assert refused.value.message == message


def test_a_kind_of_paper_from_a_newer_program_is_named() -> None:
    """It is not taken for a memo."""
    content = pdf_bytes("skjak").replace(b" slag=notat ", b" slag=plakat ")
    assert isinstance(read_identity(content), Identity)
    with pytest.raises(Unusable, match="«plakat»"):
        verified(content)
