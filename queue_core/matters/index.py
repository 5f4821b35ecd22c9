"""Which matters a typed query means, and how well.

A query is looked for in the code and in all names, as text and as pinyin. Several words that nothing contains
as they stand are looked for one by one.
"""

import re
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
        texts = {matter.code: tuple(map(plain, matter.names.values())) for matter in matters}
        # One text a matter, each name on a line of its own: most matters are passed over with one look.
        self._texts = {code: "\n".join(["", code, *names, ""]) for code, names in texts.items()}
        named = [(code, name) for code, names in texts.items() for name in names if not name.isascii()]
        characters = sorted({each for _, name in named for each in name if not each.isascii()})
        self._owners = [code for code, _ in named]
        self._pinyin = PinyinNames([name for _, name in named], readings(characters))

    def ranks(self, query: str) -> Mapping[str, Rank]:
        """The matters that match, by code, with how well."""
        typed = plain(query)
        whole = self._matching(typed)
        words = typed.split()
        if whole or len(words) < 2:  # noqa: PLR2004 - one word is the whole
            return whole
        found = self._matching(words[0])
        for word in words[1:]:
            more = self._matching(word)
            found = {code: max(rank, more[code]) for code, rank in found.items() if code in more}
        return found

    def _matching(self, typed: str) -> Ranks:
        found = self._in_pinyin(letters) if (letters := typed_letters(typed)) else {}
        of_text = _Text(typed)
        for code, text in self._texts.items():
            if typed in text:
                rank = of_text.rank(text)
                found[code] = min(rank, found.get(code, rank))
        return found

    def _in_pinyin(self, letters: str) -> Ranks:
        names = self._pinyin
        found: Ranks = {}
        for rank, matching in (  # the better later: it replaces
            (Rank.INITIALS_WITHIN, names.with_initials_within),
            (Rank.INITIALS, names.with_initials),
            (Rank.SUBSTRING, names.containing),
            (Rank.PREFIX, names.beginning),
            (Rank.EXACT, names.spelled),
        ):
            # One letter alone is the beginning of a syllable as well.
            if len(letters) > 1 or rank < Rank.INITIALS:
                found.update((self._owners[name], rank) for name in matching(letters))
        return found


class _Text:
    """Ranks texts that contain what was typed, each name of them between line breaks."""

    def __init__(self, typed: str) -> None:
        self._whole = f"\n{typed}\n"
        self._start = f"\n{typed}"
        # Inside a Latin word hardly anybody means it: gs is 公司, not buildings.
        before = "(?<![0-9a-z])" if typed.isascii() else ""
        self._word = re.compile(before + re.escape(typed))

    def rank(self, text: str) -> Rank:
        if self._start in text:
            return Rank.EXACT if self._whole in text else Rank.PREFIX
        return Rank.SUBSTRING if self._word.search(text) else Rank.INSIDE_A_WORD
