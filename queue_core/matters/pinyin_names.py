"""Chinese names, found by the letters of their pinyin or by their initials.

All names stand in one row of characters with a gap behind each. A set of places in that row is an integer
with one bit a place, so that a step over thousands of names is one shift and one `and`.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from queue_core.matters.spelling import Syllables

Places = int


class PinyinNames:
    """Names by their number in `names`, which are plain. A letter or digit in a name is typed as itself."""

    def __init__(self, names: Sequence[str], readings: Mapping[str, Syllables]) -> None:
        self._starts: list[int] = []
        syllables: list[Syllables] = []
        for name in names:
            self._starts.append(len(syllables))
            syllables += filter(None, (_syllables(each, readings) for each in name))
            syllables.append(())  # the gap
        self._spelled = _places(syllables, lambda each: each)
        self._initial = _places(syllables, lambda each: each[0])
        self._firsts = _places_of(self._starts, len(syllables))
        self._gaps = _places_of((at for at, each in enumerate(syllables) if not each), len(syllables))
        self._everywhere = (1 << len(syllables)) - 1

    def spelled(self, letters: str) -> Iterator[int]:
        """The names that are these letters."""
        return self._names(self._beginning(letters, self._gaps, partly=False) & self._firsts)

    def beginning(self, letters: str) -> Iterator[int]:
        """The names that begin so; the last syllable may be incomplete."""
        return self._names(self._beginning(letters, self._everywhere, partly=True) & self._firsts)

    def containing(self, letters: str) -> Iterator[int]:
        """The names that are spelled so from some character on; the last syllable may be incomplete."""
        return self._names(self._beginning(letters, self._everywhere, partly=True))

    def with_initials(self, letters: str) -> Iterator[int]:
        """The names whose first characters have these initials."""
        return self._names(self._initials(letters) & self._firsts)

    def with_initials_within(self, letters: str) -> Iterator[int]:
        return self._names(self._initials(letters))

    def _beginning(self, letters: str, after: Places, *, partly: bool) -> Places:
        """Where the letters begin, when they must end before one of the places `after`."""
        rest = [0] * len(letters) + [after]
        for offset in reversed(range(len(letters))):
            ahead = letters[offset:]
            for syllable, places in self._spelled.items():
                if ahead.startswith(syllable):
                    rest[offset] |= places & (rest[offset + len(syllable)] >> 1)
                elif partly and syllable.startswith(ahead):
                    rest[offset] |= places
        return rest[0]

    def _initials(self, letters: str) -> Places:
        found = self._everywhere
        for letter in reversed(letters):
            found = self._initial.get(letter, 0) & (found >> 1)
        return found

    def _names(self, places: Places) -> Iterator[int]:
        """The names in which these places are, in order, each once."""
        bits = f"{places:b}"[::-1]
        at = bits.find("1")
        while at >= 0:
            following = bisect_right(self._starts, at)
            yield following - 1
            at = bits.find("1", self._starts[following]) if following < len(self._starts) else -1


def _syllables(character: str, readings: Mapping[str, Syllables]) -> Syllables:
    """None for what is not typed: a sign, a space."""
    if character.isascii():
        return (character,) if character.isalnum() else ()
    return readings.get(character, ())


def _places(syllables: Sequence[Syllables], key: Callable[[str], str]) -> dict[str, Places]:
    """Where each syllable (or what `key` makes of it) stands."""
    found: dict[str, list[int]] = {}
    for at, readings in enumerate(syllables):
        for each in {key(reading) for reading in readings}:
            found.setdefault(each, []).append(at)
    return {each: _places_of(places, len(syllables)) for each, places in found.items()}


def _places_of(places: Iterable[int], length: int) -> Places:
    bits = bytearray(length // 8 + 1)
    for place in places:
        bits[place // 8] |= 1 << place % 8
    return int.from_bytes(bits, "little")
