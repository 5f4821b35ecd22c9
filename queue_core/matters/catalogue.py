"""All matters of a hall, found by their code or by what a citizen types."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from queue_core.matters.errors import NoSuchMatter
from queue_core.matters.index import Index
from queue_core.matters.matter import Matter
from queue_core.matters.spelling import readings_of


class Catalogue:
    """Matters keep the order of the file; it decides among those that match as well and are used as much."""

    def __init__(self, matters: Iterable[Matter] = ()) -> None:
        self._matters = tuple(matters)
        self._by_code = {matter.code: matter for matter in self._matters}

    def __iter__(self) -> Iterator[Matter]:
        return iter(self._matters)

    def __len__(self) -> int:
        return len(self._matters)

    def matter(self, code: str) -> Matter:
        """Raises NoSuchMatter."""
        found = self._by_code.get(code)
        if found is None:
            raise NoSuchMatter(code)
        return found

    def search(
        self, query: str = "", *, category: str | None = None, uses: Mapping[str, int]
    ) -> tuple[Matter, ...]:
        """What was typed, best match first, and among equals what is used most; everything for nothing typed.

        `uses` counts by code. May be called on any thread. The first search with a query blocks for about
        0.1 s, since it makes the index of pinyin.
        """
        ranks = self._index.ranks(query) if query.strip() else dict.fromkeys(self._by_code, 0)
        found = [
            matter
            for matter in self._matters
            if matter.code in ranks and (category is None or matter.category == category)
        ]
        return tuple(sorted(found, key=lambda each: (ranks[each.code], -uses.get(each.code, 0))))

    @cached_property
    def _index(self) -> Index:
        return Index(self._matters, readings_of)
