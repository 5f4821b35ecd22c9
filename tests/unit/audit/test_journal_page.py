"""docs/journal.md names every field of every event, and nothing that is not there."""

import re
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from queue_core.audit import bodies
from queue_core.audit.bodies import Happened
from queue_core.domain.events import Event, kind_of
from queue_core.store.reading import Line

PAGE = (Path(__file__).parents[3] / "docs" / "journal.md").read_text()
EVENTS = get_args(Event)


def inner(annotation: Any) -> dict[str, type[msgspec.Struct]]:
    """All structs that stand inside a field, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        found = {annotation.__name__: annotation}
        for field in msgspec.structs.fields(annotation):
            found |= inner(field.type)
        return found
    return {name: each for part in get_args(annotation) for name, each in inner(part).items()}


INSIDE = {
    name: each
    for event in EVENTS
    for field in msgspec.structs.fields(event)
    for name, each in inner(field.type).items()
}


def documented(heading: str) -> set[str]:
    section = PAGE.split(f"\n### {heading}", 1)[1].split("\n#", 1)[0]
    return set(re.findall(r"^\| `(\w+)` \| \S", section, re.MULTILINE))


def fields(struct: type[msgspec.Struct]) -> set[str]:
    return {field.encode_name for field in msgspec.structs.fields(struct)}


@pytest.mark.parametrize("event", EVENTS, ids=kind_of)
def test_the_page_names_every_field_of_an_event_and_no_other(event) -> None:
    assert documented(f"`{kind_of(event)}` (version {event.VERSION})\n") == fields(event)


@pytest.mark.parametrize("struct", INSIDE.values(), ids=INSIDE.keys())
def test_the_page_names_every_field_that_stands_inside_and_no_other(struct) -> None:
    assert documented(f"{struct.__name__}\n") == fields(struct)


def test_the_page_has_no_event_and_no_value_that_is_not_there() -> None:
    headings = set(re.findall(r"^### `?([\w-]+)", PAGE, re.MULTILINE))
    assert headings == {kind_of(event) for event in EVENTS} | set(INSIDE)


def test_the_page_names_every_field_of_a_line() -> None:
    section = PAGE.split("\n## A line", 1)[1].split("\n## ", 1)[0]
    named = {name for row in re.findall(r"^\| (`.*?) \| ", section, re.MULTILINE) for name in row.split(", ")}
    assert {name.strip("`") for name in named} == fields(Line)


def test_the_auditor_knows_every_event_and_its_version() -> None:
    known = {
        bodies.kind_of(each): bodies.VERSIONS.get(bodies.kind_of(each), 1) for each in get_args(Happened)
    }
    assert known == {kind_of(event): event.VERSION for event in EVENTS}


@pytest.mark.parametrize("read", get_args(Happened), ids=bodies.kind_of)
def test_the_auditor_reads_only_fields_that_are_there(read) -> None:
    assert fields(read) <= documented(f"`{bodies.kind_of(read)}` (version")
