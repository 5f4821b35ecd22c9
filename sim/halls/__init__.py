"""Scenarios: who comes to the simulated hall, and which windows a hall file names."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from sim.errors import BadScenario
from sim.world.person import Person, has_right_check_digit

PEOPLE_FILE = Path(__file__).with_name("people.toml")
TERMINAL = "terminal"


def people(file: Path = PEOPLE_FILE) -> dict[str, Person]:
    """By key, in the file's order. Raises BadScenario, also for a wrong check digit."""
    found = {key: person_of(fields) for key, fields in toml_of(file).items()}
    for key, one in found.items():
        if not has_right_check_digit(one.number):
            raise BadScenario(f"{file}: the number of {key} has a wrong check digit")
    return found


def person(key: str, file: Path = PEOPLE_FILE) -> Person:
    known = people(file)
    if key not in known:
        raise BadScenario(f"{file} has no {key!r}; it has {', '.join(known)}")
    return known[key]


def person_of(fields: object) -> Person:
    """A person from a table of the fields of `Person`; the number is taken as it is. Raises BadScenario."""
    if not isinstance(fields, Mapping) or not all(isinstance(value, str) for value in fields.values()):
        raise BadScenario("a person is a table of texts")
    try:
        one = Person(**fields)
    except TypeError as error:
        raise BadScenario(f"a person has other fields: {error}") from error
    if len(one.number) != 18 or not one.number[:17].isdigit():
        raise BadScenario("a person's number has 18 places, the first 17 of them digits")
    return one


def windows(hall_file: Path) -> tuple[int, ...]:
    """The numbers of a hall file's windows where somebody sits, with a caller and a pad. Raises BadScenario.

    An unattended terminal (`kind = "terminal"`) has neither.
    """
    tables = toml_of(hall_file).get("windows")
    found = [table for table in tables if isinstance(table, dict)] if isinstance(tables, list) else []
    numbers = [table.get("number") for table in found if table.get("kind") != TERMINAL]
    if not numbers or not all(isinstance(number, int) and 1 <= number <= 127 for number in numbers):
        raise BadScenario(f"{hall_file}: each [[windows]] needs a `number` from 1 to 127")
    return tuple(sorted({int(number) for number in numbers if number is not None}))


def toml_of(file: Path) -> dict[str, object]:
    """Raises BadScenario."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadScenario(f"{file} cannot be read: {error}") from error
