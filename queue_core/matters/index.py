"""Which matters a typed query means, and how well.

A query is looked for in the code and in all names, as text and as pinyin. Several words that nothing contains
as they stand are looked for one by one.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum

from queue_core.matters.matter import Matter
from queue_core.matters.pinyin_names import PinyinNames
from queue_core.matters.spelling import Syllables, plain, typed_letters


class Rank(IntEnum):
    """How well a matter matches; the least is shown first."""

    EXACT = 0
    PREFIX = 1
    SUBSTRING = 2
    INITIALS = 3
    INITIALS_WITHIN = 4
    INSIDE_A_WORD = 5


Ranks = dict[str, Rank]


class Index:
    """Immutable once made. 2,000 matters are searched in some milliseconds."""

    def __init__(
        self, matters: Iterable[Matter], readings: Callable[[Iterable[str]], Mapping[str, Syllables]]
    ) -> None:
        self._texts = {
            matter.code: (matter.code, *(plain(name) for name in matter.names.values())) for matter in matters
        }
        named = [(code, text) for code, texts in self._texts.items() for text in texts if not text.isascii()]
        characters = sorted({each for _, text in named for each in text if not each.isascii()})
        self._owners = [code for code, _ in named]
        self._pinyin = PinyinNames([text for _, text in named], readings(characters))

    def ranks(self, query: str) -> Mapping[str, Rank]:
        """The matters that match, by code, with how well."""
        typed = plain(query)
        whole = self._matching(typed)
        words = typed.split()
        if whole or len(words) < 2:  # noqa: PLR2004 - one word is the whole
            return whole
        each = [self._matching(word) for word in words]
        return {code: max(found[code] for found in each) for code in each[0] if all(code in a for a in each)}

    def _matching(self, typed: str) -> Ranks:
        found = self._in_pinyin(letters) if (letters := typed_letters(typed)) else {}
        for code, texts in self._texts.items():
            rank = min((_of_text(typed, text) for text in texts if typed in text), default=None)
            if rank is not None:
                found[code] = min(rank, found.get(code, rank))
        return found

    def _in_pinyin(self, letters: str) -> Ranks:
        names = self._pinyin
        found: Ranks = {}
        for rank, matching in (  # the better later: it replaces
            (Rank.INITIALS_WITHIN, names.with_initials_within(letters)),
            (Rank.INITIALS, names.with_initials(letters)),
            (Rank.SUBSTRING, names.containing(letters)),
            (Rank.PREFIX, names.beginning(letters)),
            (Rank.EXACT, names.spelled(letters)),
        ):
            found.update((self._owners[name], rank) for name in matching)
        return found


def _of_text(typed: str, text: str) -> Rank:
    """Of a text that contains it. Inside a Latin word hardly anybody means it: gs is 公司, not buildings."""
    if text.startswith(typed):
        return Rank.EXACT if text == typed else Rank.PREFIX
    begins_word = not text.isascii() or f" {typed}" in text or f"-{typed}" in text
    return Rank.SUBSTRING if begins_word else Rank.INSIDE_A_WORD
