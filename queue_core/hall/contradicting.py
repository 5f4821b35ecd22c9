"""How a hall.toml is read that may hold anything: for those who look for what does not go together in it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from queue_core.config import Contradiction

Document = Mapping[str, Any]


def twins(document: Document, name: str, keys: tuple[str, ...]) -> Iterator[Contradiction]:
    seen: list[object] = []
    for index, entry in entries(document, name):
        value = [entry.get(key) for key in keys]
        if value in seen and value != [None]:
            shown = ", ".join(str(each) if isinstance(each, int) else f'"{each}"' for each in value if each)
            yield Contradiction(
                location=(name, index, keys[0]),
                problem=f"{shown or 'the same'} is there twice",
                remedy=f"give each of the {name} its own {' and '.join(keys)}",
            )
        seen.append(value)


def table(document: Document, name: str) -> Mapping[str, Any]:
    found = document.get(name)
    return found if isinstance(found, dict) else {}


def listed(entry: Mapping[str, Any], key: str) -> list[Any]:
    found = entry.get(key, ())
    return found if isinstance(found, list) else []


def listing(codes: Iterable[object]) -> str:
    return ", ".join(map(str, codes))


def entries(document: Document, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The tables of an array of tables, of a document that may hold anything."""
    found = document.get(name, ())
    for index, entry in enumerate(found if isinstance(found, list) else ()):
        if isinstance(entry, dict):
            yield index, entry
