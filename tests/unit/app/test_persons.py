"""Whose appointments and cases there are, and how old a card says its holder is."""

import pytest
from msgspec.structs import replace

from queue_core.app import CardKind, Holder
from queue_core.app.persons import Persons, age_on
from queue_core.domain.entry import Attendance
from queue_core.store.parties import Party, Subject
from queue_core.store.retention import Purpose
from queue_core.store.vault import FileVault

HOLDER = Holder(name="金丝雀", id_number="44010619900307513X", card=CardKind.RESIDENT_ID)
MONDAY, TUESDAY = "2026-11-16", "2026-11-17"


@pytest.fixture
def vault(tmp_path):
    vault = FileVault(tmp_path / "keys.db")
    yield vault
    vault.close()


@pytest.fixture
def persons(vault) -> Persons:
    return Persons(vault)


def party(vault, subject_id: int, day: str, *, of: Holder = HOLDER) -> Party:
    return Party(
        subject=Subject.APPOINTMENT,
        subject_id=subject_id,
        purpose=Purpose.APPOINTMENT,
        day=day,
        person=vault.person(Purpose.APPOINTMENT, day, of.id_number),
    )


def found(persons, **since) -> tuple[int, ...]:
    return persons.subjects_of(Subject.APPOINTMENT, Purpose.APPOINTMENT, HOLDER, **since)


def test_a_person_is_found_across_days_in_the_order_of_booking(persons, vault) -> None:
    persons.know([party(vault, 9, MONDAY), party(vault, 4, TUESDAY)])
    assert found(persons) == (4, 9)
    assert found(persons, since=TUESDAY) == (4,)


def test_an_id_number_typed_with_a_small_x_is_the_same_person(persons, vault) -> None:
    persons.know([party(vault, 1, MONDAY, of=replace(HOLDER, id_number=HOLDER.id_number.lower()))])
    assert found(persons) == (1,)


def test_what_is_another_persons_or_for_another_purpose_is_not_found(persons, vault) -> None:
    stranger = replace(HOLDER, id_number="440106195811023045")
    reminded = replace(party(vault, 2, MONDAY), purpose=Purpose.FOLLOW_UP)
    persons.know([party(vault, 1, MONDAY, of=stranger), reminded])
    assert found(persons) == ()


def test_an_appointment_moved_to_another_day_is_found_once(persons, vault) -> None:
    persons.know([party(vault, 1, MONDAY), party(vault, 1, TUESDAY)])
    assert found(persons) == (1,)
    assert found(persons, since=TUESDAY) == (1,)


def test_what_became_nobodys_is_found_no_more(persons, vault) -> None:
    persons.know([party(vault, 1, MONDAY), replace(party(vault, 1, TUESDAY), person=b"")])
    assert found(persons) == ()


def test_who_is_asked_for_after_the_retention_is_nobody(persons, vault) -> None:
    persons.know([party(vault, 1, MONDAY)])
    vault.destroy(Purpose.APPOINTMENT, MONDAY)
    assert found(persons) == ()


def test_a_key_made_after_a_look_is_used_by_the_next(persons, vault) -> None:
    persons.know([party(vault, 1, MONDAY)])
    assert found(persons) == (1,)
    persons.know([party(vault, 2, TUESDAY)])
    assert found(persons) == (1, 2)


def test_tickets_are_known_for_a_day(persons) -> None:
    person = persons.person_today(MONDAY, HOLDER)
    for ticket_id in (3, 5):
        persons.attend(Attendance(ticket_id=ticket_id, day=MONDAY, person=person))
    assert persons.tickets_of(person) == (3, 5)
    persons.begin_day()
    assert persons.tickets_of(person) == ()


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("19561116", "2026-11-16", 70),
        ("19561117", "2026-11-16", 69),
        ("19560229", "2026-02-28", 69),
        ("19560229", "2026-03-01", 70),
        ("19560229", "2028-02-29", 72),
        ("20261116", "2026-11-16", 0),
    ],
)
def test_an_age_is_in_full_years_of_life(born, on, age) -> None:
    assert age_on(on, f"440106{born}5136") == age


@pytest.mark.parametrize(
    "id_number",
    [
        "E12345678",  # a passport
        "440106300307513",  # of 15 digits, as before 1999: the year has two
        "440106195602305136",  # no such day
        "4401061956١١165136",
        "E123452026-W0112345"[:18],
        "",
    ],
)
def test_a_number_that_tells_no_birth_tells_no_age(id_number) -> None:
    assert age_on("2026-11-16", id_number) is None
