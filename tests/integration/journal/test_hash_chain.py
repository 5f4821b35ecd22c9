import json
import sqlite3
from contextlib import closing
from hashlib import sha256

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from queue_core.domain.commands import CallNext, OpenWindow
from queue_core.store.cli import app
from queue_core.store.errors import ChainBroken, JournalUnusable
from queue_core.store.reading import export_lines, verify


@pytest.fixture
async def journal(hall, tmp_path, a_number, canary):
    await hall.execute(OpenWindow(window=1, clerk="0007"), key="open", actor="clerk:0007")
    await hall.execute(replace(a_number, holder=canary), key="a", actor="kiosk:K1")
    await hall.execute(a_number, key="b", actor="kiosk:K1")
    await hall.execute(CallNext(window=1), key="c", actor="clerk:0007")
    return tmp_path / "journal.db"


async def test_an_untouched_journal_verifies_beside_its_server(journal) -> None:
    assert verify(journal).events == 5


CHANGES = {
    "at_ms": "at_ms + 1",
    "key": "key || 'x'",
    "fingerprint": "zeroblob(32)",
    "actor": "'kiosk:K9'",
    "kind": "'ticket-called'",
    "version": "version + 1",
    "body": "CAST(replace(CAST(body AS TEXT), '001', '002') AS BLOB)",
    "previous": "zeroblob(32)",
    "hash": "zeroblob(32)",
}


@pytest.mark.parametrize(("column", "value"), CHANGES.items())
async def test_one_changed_column_breaks_the_chain(journal, hall, column, value) -> None:
    hall.close()
    with closing(sqlite3.connect(journal, isolation_level=None)) as spoiler:
        spoiler.execute(f"UPDATE events SET {column} = {value} WHERE sequence = 3")
    with pytest.raises(ChainBroken) as broken:
        verify(journal)
    assert broken.value.sequence == 3


@pytest.mark.parametrize("gone", [1, 3])
async def test_a_removed_event_breaks_the_chain(journal, hall, gone) -> None:
    hall.close()
    with closing(sqlite3.connect(journal, isolation_level=None)) as spoiler:
        spoiler.execute("DELETE FROM events WHERE sequence = ?", (gone,))
    with pytest.raises(ChainBroken):
        verify(journal)


async def test_the_export_verifies_without_our_code(journal) -> None:
    """As its documentation says; a stranger's JSON reader writes the stored body again, byte for byte."""
    head = bytes(32)
    for line in map(json.loads, export_lines(journal)):
        named = ("sequence", "at_ms", "key", "fingerprint", "actor", "kind", "version")
        header, body = (
            json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()
            for part in ([line[name] for name in named], line["body"])
        )
        assert line["previous"] == head.hex()
        head = sha256(head + header + b"\n" + body).digest()
        assert line["hash"] == head.hex()
    assert head.hex() == verify(journal).head


async def test_the_commands_export_and_verify(journal, hall) -> None:
    runner = CliRunner()
    exported = runner.invoke(app, ["export", str(journal)])
    assert [json.loads(line)["kind"] for line in exported.stdout.splitlines()] == [
        "day-opened",
        "window-opened",
        "ticket-issued",
        "ticket-issued",
        "ticket-called",
    ]
    verified = runner.invoke(app, ["verify", str(journal)])
    assert verified.stdout == f"5 events, head {verify(journal).head}\n"
    hall.close()
    with closing(sqlite3.connect(journal, isolation_level=None)) as spoiler:
        spoiler.execute("UPDATE events SET at_ms = 1 WHERE sequence = 4")
    broken = runner.invoke(app, ["verify", str(journal)])
    assert broken.exit_code == 1
    assert "event 4 is not what was written" in broken.stderr


def test_a_journal_that_is_not_there_is_said_to_be_missing(tmp_path) -> None:
    with pytest.raises(JournalUnusable, match="no such file"):
        verify(tmp_path / "journal.db")
    told = CliRunner().invoke(app, ["export", str(tmp_path / "journal.db")])
    assert told.exit_code == 1
