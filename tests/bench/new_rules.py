"""Two editions of our rules: as they are, and with a new question that a measure goes by."""

import shutil
from pathlib import Path

from wizard import rulebook
from wizard.domain.rulebook import Rulebook
from wizard.paths import RULES
from wizard.web import Services

QUESTION, MEASURE = "har_husrad", "bolig-i-kommuneplanen"
ASKED = "Har kommunen et husråd?"
_PAGE = "sporsmal: [har_bygdevekstavtale, bygger_i_utsatt_del]"
_NEW = f"""
  - id: {QUESTION}
    navn: {{nb: Husråd, nn: Husråd}}
    utsagn:
      ja: {{nb: "Kommunen har et husråd", nn: "Kommunen har eit husråd"}}
      nei: {{nb: "Kommunen har ikke et husråd", nn: "Kommunen har ikkje eit husråd"}}
    tekst:
      nb: {ASKED}
      nn: Har kommunen eit husråd?
    hvorfor:
      nb: Rådet har noe å si.
      nn: Rådet har noko å seie.
    hvor_finner_jeg:
      nb: Spør kommunedirektøren.
      nn: Spør kommunedirektøren.
    type: ja_nei
    kan_endres: kommunen
    hvem_vet: kommunedirektor
"""


def our_rules(folder: Path) -> Path:
    """Return a copy of our rules."""
    return Path(shutil.copytree(RULES, folder))


def ask_anew(rules: Path) -> None:
    """Have a new question asked, and a measure be used by its answer alone."""
    theme, measure = rules / "sporreskjema/10-kommunen.yaml", rules / f"tiltak/{MEASURE}.yaml"
    text = theme.read_text("utf-8")
    assert _PAGE in text
    theme.write_text(text.replace(_PAGE, _PAGE.replace("]", f", {QUESTION}]")) + _NEW, "utf-8")
    head, _, rest = measure.read_text("utf-8").partition("\naktuelt:\n")
    _, _, tail = rest.partition("\nhjemmel:")
    wanted = f"aktuelt: {{opplysning: {QUESTION}, er: ja}}"
    measure.write_text(f"{head}\n{wanted}\nhjemmel:{tail}", "utf-8")


def newer(services: Services, folder: Path) -> Rulebook:
    """Return the newer edition, kept among those that the service has run with."""
    rules = our_rules(folder)
    ask_anew(rules)
    book = rulebook.load(rules)
    services.rulebooks.keep(book, rules, services.today())
    return book
