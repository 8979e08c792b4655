"""Finding entries by what people type: misspelt, in either written form, in words of their own.

Two full-text indexes of SQLite, in memory: one of words, which also finds the beginnings of words,
and one of any three letters in a row, which forgives slips and finds the parts of compounds. The
score of an entry is the sum of both, each as a share of its best. Decision 0022 tells what else was
measured.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from threading import Lock

from wizard.catalogue.entries import Entry, Sort
from wizard.domain.suggestion import closest
from wizard.municipalities.names import fold

# How much a find in each column weighs: names, search words, needs, texts.
_WEIGHTS = "10.0, 8.0, 2.0, 1.0"
_LOOKED_AT = 20  # by each index, before their scores are put together
_LONGEST = 100  # signs that are read; nobody types more
_NAME, _WORD = 3.0, 2.0  # what it is worth that a whole query is a name, or a search word
_GONE = 0.5  # what is gone, and not asked for by name, comes after what is there
_NEAR = 0.8  # how alike a known word must be to stand in for one that is not known
_LEAST = 0.45  # of the best score: less is not worth showing
_GRAM = 3

# Words that stand in many sentences and tell nothing of what is looked for.
_EMPTY = frozenset(
    "a av den det de dei ein eit ei en er et for fra fram har i ikke ikkje kan med og om pa skal "
    "som til vi".split()
)


class Search:
    """The index of all entries; made once, then only read, by any number of threads."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index the entries."""
        self._entries = tuple(entries)
        self._lock = Lock()
        self._index = sqlite3.connect(":memory:", check_same_thread=False)
        self._fill("by_words", "tokenize='unicode61', prefix='2 3 4'")
        self._fill("by_letters", "tokenize='trigram'")
        self._whole: dict[str, dict[int, float]] = {}
        for number, entry in enumerate(self._entries):
            for worth, known in ((_WORD, entry.words), (_NAME, entry.names)):
                for each in known:
                    self._whole.setdefault(_joined(each), {})[number] = worth
        self._known = frozenset(
            word
            for each in self._entries
            for text in (*each.names, *each.words, *each.texts)
            for word in _read(text).split()
        )

    def find(self, typed: str) -> tuple[Entry, ...]:
        """Return what may be meant, the best first; nothing where no word is like a known one."""
        words = [self._mended(each) for each in _read(typed[:_LONGEST]).split()]
        telling = [each for each in words if each not in _EMPTY]
        if not any(map(self._is_known, telling)):
            return ()
        scores = Counter[int]()
        scores.update(self._scored("by_words", [f'"{each}"*' for each in telling]))
        scores.update(self._scored("by_letters", _letters(" ".join(telling))))
        whole = self._whole.get("".join(words), {})
        for number in scores:
            if number not in whole and self._entries[number].sort is Sort.ABOLISHED:
                scores[number] *= _GONE
        scores.update(whole)
        best = scores.most_common()
        return tuple(
            self._entries[number] for number, score in best if score >= best[0][1] * _LEAST
        )

    def _fill(self, table: str, how: str) -> None:
        self._index.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5(names, words, needs, texts, {how})"
        )
        self._index.executemany(
            f"INSERT INTO {table}(rowid, names, words, needs, texts) VALUES (?, ?, ?, ?, ?)",
            (
                (number, *(_column(each) for each in (e.names, e.words, e.needs, e.texts)))
                for number, e in enumerate(self._entries)
            ),
        )

    def _scored(self, table: str, asked: list[str]) -> dict[int, float]:
        """Return what holds any of what is asked for, each with its share of the best score."""
        if not asked:
            return {}
        with self._lock:
            found = self._index.execute(
                f"SELECT rowid, -bm25({table}, {_WEIGHTS}) AS score FROM {table}"
                f" WHERE {table} MATCH ? ORDER BY score DESC LIMIT {_LOOKED_AT}",
                (" OR ".join(asked),),
            ).fetchall()
        return {number: score / found[0][1] for number, score in found}

    def _mended(self, word: str) -> str:
        """Return the known word that was probably meant by one that is not part of any."""
        if self._is_known(word):
            return word
        return closest(word, self._known, _NEAR) or word

    def _is_known(self, word: str) -> bool:
        """Tell whether the word is in a known one, or has one of some length in it."""
        return any(word in each or (len(each) > _GRAM and each in word) for each in self._known)


def _read(text: str) -> str:
    """Return the letters and words of a text as the index has them: `å`, `aa` and `a` are one."""
    return fold(text).replace("aa", "a")


def _joined(text: str) -> str:
    return _read(text).replace(" ", "")


def _column(texts: Iterable[str]) -> str:
    return " . ".join(_read(each) for each in texts)


def _letters(text: str) -> list[str]:
    """Return every three letters in a row, once each."""
    grams = (text[start : start + _GRAM] for start in range(len(text) - _GRAM + 1))
    return [f'"{each}"' for each in dict.fromkeys(grams)]
