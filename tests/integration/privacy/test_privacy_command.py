import json
from contextlib import closing

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from queue_core.store.errors import DayStillNeeded, HallIsRunning, KeyDestroyed, VaultUnusable
from queue_core.store.keys import KeyFile
from queue_core.store.privacy import holdings, purge
from queue_core.store.privacy_cli import app
from queue_core.store.reading import verify
from queue_core.store.retention import DATED, Purpose
from queue_core.store.vault import FileVault

DAYS = ["2026-10-10", "2026-10-11"]


def run(*arguments, typed=""):
    return CliRunner().invoke(app, list(map(str, arguments)), input=typed)


@pytest.fixture
async def two_days(opened, time, a_number, canary):
    """A hall that served three people, two of them yesterday; it is open."""
    hall = opened()
    for key in "ab":
        someone = replace(canary, id_number=f"44010619900307{ord(key):04d}")
        await hall.execute(replace(a_number, holder=someone), key=key, actor="kiosk:K1")
    time.next_day()
    await hall.execute(replace(a_number, holder=canary), key="c", actor="kiosk:K1")
    await hall.execute(a_number, key="anonymous", actor="kiosk:K1")
    return hall


@pytest.mark.usefixtures("two_days")
async def test_show_tells_beside_a_running_server_what_can_be_read_and_until_when(folder) -> None:
    with closing(FileVault(folder / "keys.db")) as vault:
        vault.seal(Purpose.PICKUP, DAYS[0], b"phone", "x")
    assert json.loads(run("show", "--data", folder, "--json").stdout) == [
        {"purpose": "queueing", "day": DAYS[0], "records": 2, "destroyed_on": "2026-10-12"},
        {"purpose": "queueing", "day": DAYS[1], "records": 1, "destroyed_on": "2026-10-13"},
        {"purpose": "pickup", "day": DAYS[0], "records": 0, "destroyed_on": "2026-12-10"},
    ]
    table = run("show", "--data", folder).stdout
    assert all(word in table for word in ("queueing", "pickup", *DAYS, "2026-12-10"))


async def test_purge_asks_and_destroys_nothing_when_the_answer_is_no(two_days, folder) -> None:
    two_days.close()
    before = holdings(folder)
    asked = run("purge", "--data", folder, "--before", DAYS[1], typed="n\n")
    assert asked.exit_code == 1
    assert "Destroy 1 keys?" in asked.stdout
    assert holdings(folder) == before


async def test_purge_destroys_what_was_named_and_the_chain_holds(two_days, folder) -> None:
    ticket = await two_days.read(lambda day: day.tickets[3])
    two_days.close()
    events = verify(folder / "journal.db")
    with closing(FileVault(folder / "keys.db")) as vault:
        vault.seal(Purpose.PICKUP, DAYS[0], b"phone", "x")
    done = run("purge", "--data", folder, "--purpose", "queueing", "--before", DAYS[1], "--yes")
    assert "Destroyed 1 keys, which opened 2 records." in done.stdout
    assert [(each.purpose, each.day) for each in holdings(folder)] == [
        (Purpose.QUEUEING, DAYS[1]),
        (Purpose.PICKUP, DAYS[0]),
    ]
    assert verify(folder / "journal.db") == events
    with closing(FileVault(folder / "keys.db")) as vault:
        assert vault.unseal(Purpose.QUEUEING, ticket.day, ticket.holder, ticket.reference)
        with pytest.raises(KeyDestroyed):
            vault.seal(Purpose.QUEUEING, DAYS[0], b"", "x")


async def test_purge_alone_destroys_what_is_past_its_retention(two_days, folder) -> None:
    two_days.close()
    with closing(FileVault(folder / "keys.db")) as vault:
        for purpose in DATED:
            vault.seal(purpose, "2026-04-14", b"old", "x")
    purge(folder, DATED, today=DAYS[1], before=None)
    assert [(each.purpose, each.day) for each in holdings(folder)] == [
        (Purpose.QUEUEING, DAYS[0]),
        (Purpose.QUEUEING, DAYS[1]),
        (Purpose.LOGS, "2026-04-14"),
    ]
    purge(folder, DATED, today="2026-10-12", before=None)
    assert [each.day for each in holdings(folder)] == [DAYS[1]]


async def test_purge_beside_a_running_server_is_refused_and_says_what_to_do(two_days, folder) -> None:
    with pytest.raises(HallIsRunning, match="process") as refused:
        purge(folder, DATED, today=DAYS[1], before=DAYS[1])
    assert "stop it, purge, start it again" in refused.value.remedy
    assert len(holdings(folder)) == 2
    assert two_days.disclosure.holder_of(await two_days.read(lambda day: day.tickets[3]))


async def test_the_day_a_hall_is_in_cannot_be_purged(two_days, folder) -> None:
    two_days.close()
    for before in ("2026-10-12", "2027-01-01"):
        with pytest.raises(DayStillNeeded):
            purge(folder, DATED, today=DAYS[1], before=before)
    assert len(holdings(folder)) == 2


def test_a_folder_without_keys_is_told_and_none_are_made(two_days, folder) -> None:
    two_days.close()
    (folder / "keys.db").unlink()
    with pytest.raises(VaultUnusable, match="no such file"):
        holdings(folder)
    assert not (folder / "keys.db").exists()


@pytest.mark.parametrize("wrong", [["--before", "30.11.2026"], ["--purpose", "hall"], ["--purpose", "fun"]])
def test_wrong_words_are_refused_before_anything_is_touched(two_days, folder, wrong) -> None:
    two_days.close()
    refused = run("purge", "--data", folder, "--yes", *wrong)
    assert refused.exit_code == 2
    assert len(holdings(folder)) == 2


def test_keys_of_an_older_file_are_shown_with_the_usual_retention(folder, two_days) -> None:
    two_days.close()
    with closing(KeyFile(folder / "keys.db")) as keys:
        keys._connection.execute("DROP TABLE retention")
    assert [each.destroyed_on for each in holdings(folder)] == ["2026-10-12", "2026-10-13"]
