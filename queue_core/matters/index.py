"""Which matters a typed query means, and how well.

A query is looked for in the code and in all names, as text and as pinyin. Several words that nothing contains
as they stand are looked for one by one.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum

from msgspec import Struct

from queue_core.matters.matter import Matter
from queue_core.matters.spelling import (
    Syllables,
    begins_spelled,
    is_initials,
    is_spelled,
    plain,
    syllables_of,
    typed_letters,
)


class Rank(IntEnum):
    """How well a matter matches; the least is shown first."""

    EXACT = 0
    PREFIX = 1
    SUBSTRING = 2
    INITIALS = 3
    INITIALS_WITHIN = 4
    INSIDE_A_WORD = 5


class _Row(Struct, frozen=True, gc=False):
    """One matter as it is compared: its plain texts, and each name that has Chinese characters as syllables."""

    code: str
    texts: tuple[str, ...]
    spelled: tuple[tuple[Syllables, ...], ...]


class Index:
    """Immutable once made. 2,000 matters are searched in some milliseconds."""

    def __init__(
        self, matters: Iterable[Matter], readings: Callable[[Iterable[str]], dict[str, Syllables]]
    ) -> None:
        matters = tuple(matters)
        names = {matter.code: tuple(plain(name) for name in matter.names.values()) for matter in matters}
        characters = {
            each for texts in names.values() for text in texts for each in text if not each.isascii()
        }
        known = readings(sorted(characters))
        self._rows = tuple(
            _Row(
                code=matter.code,
                texts=(matter.code, *names[matter.code]),
                spelled=tuple(
                    {syllables_of(text, known) for text in names[matter.code] if not text.isascii()}
                ),
            )
            for matter in matters
        )

    def ranks(self, query: str) -> Mapping[str, Rank]:
        """The matters that match, by code, with how well."""
        typed = plain(query)
        whole = self._matching(typed)
        words = typed.split()
        if whole or len(words) < 2:  # noqa: PLR2004 - one word is the whole
            return whole
        each = [self._matching(word) for word in words]
        return {code: max(found[code] for found in each) for code in each[0] if all(code in a for a in each)}

    def _matching(self, typed: str) -> dict[str, Rank]:
        letters = typed_letters(typed)
        found = {}
        for row in self._rows:
            rank = _of_text(typed, row.texts)
            if letters and (rank is None or rank > Rank.EXACT):
                spelled = [_of_spelling(letters, syllables) for syllables in row.spelled]
                rank = min((each for each in (rank, *spelled) if each is not None), default=None)
            if rank is not None:
                found[row.code] = rank
        return found


def _of_text(typed: str, texts: tuple[str, ...]) -> Rank | None:
    return min((_of_one(typed, text) for text in texts if typed in text), default=None)


def _of_one(typed: str, text: str) -> Rank:
    """Inside a Latin word hardly anybody means it: "gs" is 公司 rather than buildings."""
    if text.startswith(typed):
        return Rank.EXACT if text == typed else Rank.PREFIX
    begins_word = not text.isascii() or f" {typed}" in text or f"-{typed}" in text
    return Rank.SUBSTRING if begins_word else Rank.INSIDE_A_WORD


def _of_spelling(letters: str, syllables: tuple[Syllables, ...]) -> Rank | None:
    starts = [
        place for place, readings in enumerate(syllables) if any(each[0] == letters[0] for each in readings)
    ]
    spelled = [place for place in starts if begins_spelled(letters, syllables[place:])]
    if spelled:
        if spelled[0] > 0:
            return Rank.SUBSTRING
        return Rank.EXACT if is_spelled(letters, syllables) else Rank.PREFIX
    initials = [place for place in starts if is_initials(letters, syllables[place:])]
    if not initials:
        return None
    return Rank.INITIALS if initials[0] == 0 else Rank.INITIALS_WITHIN
