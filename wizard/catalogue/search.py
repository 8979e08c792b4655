"""Finding entries by what people type: misspelt, in either written form, in words of their own.

Two full-text indexes of SQLite, in memory: one of words, which also finds the beginnings of words,
and one of any three letters in a row, which forgives slips and finds the parts of compounds. The
score of an entry is the sum of both, each as a share of its best. Decision 0022 tells what else was
measured.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from threading import Lock

from wizard.catalogue.entries import Entry, Sort, entries_of
from wizard.domain.rulebook import Rulebook
from wizard.domain.suggestion import closest
from wizard.municipalities.names import fold

LONGEST = 100
"""How many signs of what people type are read."""

# Each kind of index takes the entries apart in its own way. A find in a name weighs the most, then
# one in a search word, in a need that is served, in what is told.
_BY_WORDS = "USING fts5(names, words, needs, texts, tokenize='unicode61', prefix='2 3 4')"
_BY_LETTERS = "USING fts5(names, words, needs, texts, tokenize='trigram')"
_FILL = "INSERT INTO entry(rowid, names, words, needs, texts) VALUES (?, ?, ?, ?, ?)"
_FIND = (
    "SELECT rowid, -bm25(entry, 10.0, 8.0, 2.0, 1.0) AS score FROM entry"
    " WHERE entry MATCH ? ORDER BY score DESC LIMIT 20"
)
_GRAM = 3

_NAME, _WORD = 3.0, 2.0  # what it is worth that a whole query is a name, or a search word
_GONE = 0.5  # what is gone, and not asked for by its name, comes after what is there
_NEAR = 0.8  # how alike a known word must be to stand in for one that is not known
_NEARER = 0.86  # and for one with a known word in it
_SLIPS = 2  # letters more or fewer that it may have
_LEAST = 0.45  # of the best score: less is not worth showing
MOST = 10  # answers

_SHORT = 4  # letters: a shorter word is asked for whole, «is» is not «istandsetting»
_ENDING = 3  # letters at the end of a word, which may be others
_PART = 5  # letters that tell something inside a longer word: «tannlege» is no «lege»

# Words that stand in many sentences and tell nothing of what is looked for, folded.
_EMPTY = frozenset({"a", "alle", "alt", "av", "bli", "by", "da", "de", "dei", "den", "denne"})
_EMPTY |= frozenset({"der", "dere", "dersom", "desse", "det", "dette", "di", "din", "disse"})
_EMPTY |= frozenset({"dit", "du", "dykk", "eg", "ei", "ein", "eit", "eller", "en", "enn", "er"})
_EMPTY |= frozenset({"et", "fa", "far", "for", "fra", "fram", "gi", "gir", "ha", "har", "hei"})
_EMPTY |= frozenset({"her", "hva", "hvem", "hver", "hvilke", "hvilken", "hvis", "hvor", "hvordan"})
_EMPTY |= frozenset({"hvorfor", "i", "ikke", "ikkje", "ja", "jeg", "kan", "ko", "kor", "korleis"})
_EMPTY |= frozenset({"kva", "kvar", "kven", "kvifor", "ma", "med", "meg", "men", "mer", "min"})
_EMPTY |= frozenset({"mitt", "nar", "nei", "no", "noe", "noen", "nokon", "noko", "ny", "nye"})
_EMPTY |= frozenset({"og", "om", "oss", "pa", "sa", "sin", "sitt", "skal", "som", "til"})
_EMPTY |= frozenset({"trenger", "treng", "ut", "var", "vaere", "vere", "vi", "vil", "ville"})


class Search:
    """All `entries`; made once, then only read, by any number of threads."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index the entries."""
        self.entries = tuple(entries)
        rows = [
            tuple(_column(each) for each in (entry.names, entry.words, entry.needs, entry.texts))
            for entry in self.entries
        ]
        self._words, self._letters = _Index(_BY_WORDS, rows), _Index(_BY_LETTERS, rows)
        self._where: dict[str, set[int]] = {}
        for number, row in enumerate(rows):
            for word in " ".join(row).split():
                self._where.setdefault(word, set()).add(number)
        self._known = frozenset(self._where)
        # What something is called, and not only told with.
        self._called = frozenset(" ".join(" ".join(row[:2]) for row in rows).split())
        self._whole: dict[str, dict[int, float]] = {}
        for number, entry in enumerate(self.entries):
            for worth, known in ((_WORD, entry.words), (_NAME, entry.names)):
                for each in known:
                    self._whole.setdefault(_read(each).replace(" ", ""), {})[number] = worth

    def find(self, typed: str) -> tuple[Entry, ...]:
        """Return what may be meant, the best first; nothing where no word is like a known one."""
        written = _read(typed[:LONGEST]).split()
        words = [self._mended(each) for each in written]
        telling = _telling(words)
        whole = self._whole.get("".join(words), {})
        # One word that stands somewhere is enough; where all are guesses, each must be a good one.
        enough = any if any(map(self._with, _telling(written))) else all
        if not whole and not enough(map(self._is_known, telling)):
            return ()
        scores = self._scores(telling, whole)
        # What is alike in its letters is an answer only where nothing has a word as it is written.
        if exact := {number for word in telling for number in self._with(word)}.union(whole):
            scores = {number: score for number, score in scores.items() if number in exact}
        best = sorted(scores, key=lambda number: -scores[number])[:MOST]
        # Being the whole name puts one first, and is no reason to leave others out.
        bare = (score - whole.get(number, 0.0) for number, score in scores.items())
        least = max(bare, default=0.0) * _LEAST
        return tuple(self.entries[each] for each in best if scores[each] >= least)

    def _with(self, word: str) -> set[int]:
        """Return the entries that have a word, or one that begins so where it is not short."""
        if len(word) < _SHORT:
            return self._where.get(word, set())
        return {n for each, there in self._where.items() if each.startswith(word) for n in there}

    def _scores(self, words: list[str], whole: dict[int, float]) -> dict[int, float]:
        by_words = self._words.find([_beginning(each) for each in words])
        long = " ".join(each for each in words if len(each) >= _SHORT)
        by_letters = self._letters.find([_quoted(each) for each in _grams(long)])
        scores: dict[int, float] = {}
        for number in {**by_words, **by_letters, **whole}:
            gone = self.entries[number].sort is Sort.ABOLISHED and number not in whole
            found = by_words.get(number, 0.0) + by_letters.get(number, 0.0)
            scores[number] = found * (_GONE if gone else 1.0) + whole.get(number, 0.0)
        return scores

    def _mended(self, word: str) -> str:
        """Return the word that was probably meant by one that is not part of any.

        It is one that something is called. Whoever slips seldom does in the first letter. A word
        with a known one in it may be a compound or a form that is right: it is a slip only of one
        as long and nearer.
        """
        if len(word) < _SHORT or word in self._known or self._is_part(word):
            return word
        slips, near = (1, _NEARER) if self._is_known(word) else (_SLIPS, _NEAR)
        like = [
            each
            for each in self._called
            if each[0] == word[0]
            and abs(len(each) - len(word)) <= slips
            and (len(each) == len(word) or not word.startswith(each[:-_ENDING]))
        ]
        return closest(word, like, near) or word

    def _is_known(self, word: str) -> bool:
        """Tell whether the word is known, is part of one, or has one that tells something in it."""
        if word in self._known or self._is_part(word) or self._is_part(word[:-_ENDING]):
            return True
        return any(len(each) >= _PART and each in word for each in self._called)

    def _is_part(self, part: str) -> bool:
        """Tell whether some letters begin a known word, or stand in what something is called."""
        if len(part) < _PART:
            return len(part) >= _SHORT and any(each.startswith(part) for each in self._called)
        return any(each.startswith(part) for each in self._known) or any(
            part in each for each in self._called
        )


@lru_cache(maxsize=2)
def search_of(rulebook: Rulebook) -> Search:
    """Return the search over a rulebook, made the first time that it is asked for."""
    return Search(entries_of(rulebook))


class _Index:
    """One full-text index."""

    def __init__(self, how: str, rows: Sequence[tuple[str, ...]]) -> None:
        self._lock = Lock()
        self._table = sqlite3.connect(":memory:", check_same_thread=False)
        self._table.execute("CREATE VIRTUAL TABLE entry " + how)
        self._table.executemany(_FILL, ((number, *row) for number, row in enumerate(rows)))

    def find(self, asked: Sequence[str]) -> dict[int, float]:
        """Return what has any of what is asked for, each with its share of the best score."""
        if not asked:
            return {}
        with self._lock:
            found = self._table.execute(_FIND, (" OR ".join(asked),)).fetchall()
        return {number: score / found[0][1] for number, score in found}


def _telling(words: Iterable[str]) -> list[str]:
    """Return the words that tell what is looked for: a lone letter or figure does not."""
    return [each for each in words if each not in _EMPTY and len(each) > 1]


def _read(text: str) -> str:
    """Return the letters and words of a text as the index has them: `å`, `aa` and `a` are one."""
    return fold(text).replace("aa", "a")


def _column(texts: Iterable[str]) -> str:
    return " . ".join(_read(each) for each in texts)


def _quoted(text: str) -> str:
    """Return a text that the index takes as it stands; what was read has no quotes left."""
    return f'"{text}"'


def _beginning(word: str) -> str:
    """Return what finds the words that begin so; a short one is found whole."""
    return _quoted(word) + ("*" if len(word) >= _SHORT else "")


def _grams(text: str) -> Iterable[str]:
    """Return every three letters in a row, once each, in order."""
    grams = (text[start : start + _GRAM] for start in range(len(text) - _GRAM + 1))
    return dict.fromkeys(grams)
