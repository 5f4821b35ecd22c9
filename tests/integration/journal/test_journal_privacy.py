import sqlite3
import stat
from contextlib import closing

import pytest
from msgspec.structs import replace

from queue_core.store.errors import KeyDestroyed
from queue_core.store.reading import verify


def forms(text: str) -> list[bytes]:
    return [text.encode(), text.encode("gb18030"), text.encode("utf-16-le"), text.encode().hex().encode()]


def files_with(folder, words: list[str]) -> list[str]:
    needles = [form for word in words for form in forms(word)]
    return [each.name for each in folder.iterdir() if any(needle in each.read_bytes() for needle in needles)]


@pytest.mark.parametrize("is_running", [True, False])
async def test_no_file_of_the_hall_holds_a_person_in_clear(
    hall, a_number, canary, tmp_path, is_running
) -> None:
    await hall.execute(replace(a_number, holder=canary), key="a", actor="kiosk:K1")
    if not is_running:
        hall.close()
    assert len(list(tmp_path.iterdir())) >= 2
    assert files_with(tmp_path, [canary.name, canary.id_number, canary.id_number[6:14]]) == []


async def test_a_clerk_sees_the_name_and_a_masked_number(hall, reopen, a_number, canary) -> None:
    await hall.execute(replace(a_number, holder=canary), key="a", actor="kiosk:K1")
    again = reopen()
    holder = again.disclosure.holder_of(await again.read(lambda day: day.tickets[1]))
    assert holder == canary
    assert holder.masked_id_number == "440***********5136"


async def test_an_anonymous_ticket_has_no_holder(hall, a_number) -> None:
    await hall.execute(a_number, key="a", actor="kiosk:K1")
    assert hall.disclosure.holder_of(await hall.read(lambda day: day.tickets[1])) is None


def test_a_holder_is_not_printed_by_accident(canary) -> None:
    assert canary.id_number not in f"{canary} {canary!r} {[canary]}"
    assert canary.name not in f"{canary} {canary!r} {[canary]}"


async def test_two_days_later_nobody_can_be_read_and_the_chain_still_holds(
    hall, a_number, canary, time, tmp_path
) -> None:
    await hall.execute(replace(a_number, holder=canary), key="a", actor="kiosk:K1")
    ticket = await hall.read(lambda day: day.tickets[1])
    time.next_day()
    await hall.execute(a_number, key="b", actor="kiosk:K1")
    assert hall.disclosure.holder_of(ticket) == canary
    time.next_day()
    await hall.execute(a_number, key="c", actor="kiosk:K1")
    with pytest.raises(KeyDestroyed):
        hall.disclosure.holder_of(ticket)
    assert verify(tmp_path / "journal.db").events == 10


async def test_the_side_table_of_people_is_emptied_too(hall, a_number, canary, time, tmp_path) -> None:
    await hall.execute(replace(a_number, holder=canary), key="a", actor="kiosk:K1")
    for _ in range(2):
        time.next_day()
        await hall.read(lambda _: None)
    with closing(sqlite3.connect(f"file:{tmp_path}/journal.db?mode=ro", uri=True)) as reader:
        assert reader.execute("SELECT count(*) FROM people").fetchone() == (0,)


@pytest.mark.usefixtures("hall")
@pytest.mark.parametrize("name", ["journal.db", "keys.db"])
async def test_the_files_are_for_the_servers_eyes_only(tmp_path, name) -> None:
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
