"""Invented people with permits and permanent-resident cards, by key."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from sim.errors import BadScenario
from sim.halls import person_of, toml_of
from sim.world.person import has_right_check_digit
from sim.world.residents import (
    Holder,
    PermanentResident2017,
    PermanentResident2023,
    Permit,
    has_right_check_digit_2017,
)

RESIDENTS_FILE = Path(__file__).with_name("residents.toml")
_PERMIT_FIELDS = {field.name for field in fields(Permit)} - {"person"}


def residents(file: Path = RESIDENTS_FILE) -> dict[str, Holder]:
    """Raises BadScenario, also for a wrong check digit."""
    found: dict[str, Holder] = {}
    for kind, tables in toml_of(file).items():
        if not isinstance(tables, Mapping):
            raise BadScenario(f"{file}: {kind} is no table of people")
        found |= {key: _holder(kind, table, f"{file}: {key}") for key, table in tables.items()}
    return found


def resident(key: str, file: Path = RESIDENTS_FILE) -> Holder:
    known = residents(file)
    if key not in known:
        raise BadScenario(f"{file} has no {key!r}; it has {', '.join(known)}")
    return known[key]


def _holder(kind: str, table: object, where: str) -> Holder:
    if not isinstance(table, Mapping):
        raise BadScenario(f"{where} is no table")
    try:
        holder, number, is_right = _read(kind, table)
    except TypeError as error:
        raise BadScenario(f"{where} has other fields: {error}") from error
    if not is_right:
        raise BadScenario(f"{where}: the number {number} has a wrong check digit")
    return holder


def _read(kind: str, table: Mapping[str, str]) -> tuple[Holder, str, bool]:
    match kind:
        case "permits":
            own = {name: value for name, value in table.items() if name in _PERMIT_FIELDS}
            one = person_of({name: value for name, value in table.items() if name not in own})
            return Permit(person=one, **own), one.number, has_right_check_digit(one.number)
        case "permanent_2017":
            older = PermanentResident2017(**table)
            return older, older.number, has_right_check_digit_2017(older.number)
        case "permanent_2023":
            newer = PermanentResident2023(**table)
            return newer, newer.number, has_right_check_digit(newer.number)
    raise BadScenario(f"there is no kind of card {kind!r}: permits, permanent_2017, permanent_2023")
