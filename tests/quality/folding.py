"""Words as they are compared: without regard to script, width, case, spaces, quotes and dots."""
import functools
import pathlib
import unicodedata

_IGNORED = frozenset("·•．.・-—_'\"“”‘’《》〈〉「」『』()")


class Folding:
    """Folds words with the table the extraction folds with (fold.tsv: traditional to simplified, longer entries win)."""

    def __init__(self, table):
        rows = (line.split("\t") for line in pathlib.Path(table).read_text(encoding="utf-8").splitlines() if line[:1] != "#")
        self._table = {row[0]: row[1] for row in rows if len(row) == 2}
        self._longest = max(map(len, self._table), default=1)
        self._fold = functools.lru_cache(maxsize=None)(self._folded)

    def __call__(self, words):
        return self._fold(words)

    def _folded(self, words):
        plain = self._simplified(unicodedata.normalize("NFKC", words)).lower()
        return "".join(letter for letter in plain if letter not in _IGNORED and not letter.isspace())

    def _simplified(self, words):
        out, at = [], 0
        while at < len(words):
            length = next((n for n in range(min(self._longest, len(words) - at), 0, -1) if words[at:at + n] in self._table), 0)
            out.append(self._table[words[at:at + length]] if length else words[at])
            at += length or 1
        return "".join(out)
