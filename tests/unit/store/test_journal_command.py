import json
import stat
from contextlib import closing

import pytest
from typer.testing import CliRunner

from queue_core.domain.entry import Entry
from queue_core.domain.events import WindowClosed
from queue_core.store.cli import app
from queue_core.store.journal import SqliteJournal
from queue_core.store.reading import export_lines, verify


@pytest.fixture
def data(tmp_path):
    """A hall's folder with three events."""
    folder = tmp_path / "hall"
    folder.mkdir()
    with closing(SqliteJournal(folder / "journal.db")) as journal:
        for sequence in (1, 2, 3):
            event = WindowClosed(at_ms=sequence, window=1)
            entry = Entry(sequence=sequence, key="k", fingerprint=bytes(32), actor="x", event=event)
            journal.append([entry], [])
    return folder


def run(*arguments):
    return CliRunner().invoke(app, list(map(str, arguments)))


def test_the_hall_is_exported_to_a_file_that_is_whole(data, tmp_path) -> None:
    out = tmp_path / "journal.jsonl"
    out.write_text("of yesterday")
    assert run("export", out, "--data", data).exit_code == 0
    assert out.read_bytes() == b"".join(export_lines(data / "journal.db"))
    assert [json.loads(line)["sequence"] for line in out.read_text().splitlines()] == [1, 2, 3]
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert sorted(each.name for each in tmp_path.iterdir()) == ["hall", "journal.jsonl"]


def test_a_dash_is_standard_output(data) -> None:
    assert run("export", "-", "--data", data).stdout_bytes == b"".join(export_lines(data / "journal.db"))


def test_a_journal_named_as_the_file_is_read_and_never_overwritten(data) -> None:
    journal = data / "journal.db"
    before = journal.read_bytes()
    assert run("export", journal).stdout_bytes == b"".join(export_lines(journal))
    assert journal.read_bytes() == before


def test_an_export_that_fails_leaves_the_file_of_before(data, tmp_path) -> None:
    out = tmp_path / "journal.jsonl"
    out.write_text("of yesterday")
    (data / "journal.db").write_bytes(b"no database at all" * 100)
    failed = run("export", out, "--data", data)
    assert failed.exit_code == 1
    assert "journal.db" in failed.stderr
    assert out.read_text() == "of yesterday"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["hall", "journal.jsonl"]


def test_a_file_that_cannot_be_written_is_named_with_a_remedy(data, tmp_path) -> None:
    failed = run("export", tmp_path / "absent" / "journal.jsonl", "--data", data)
    assert failed.exit_code == 1
    assert "absent" in failed.stderr
    assert "Name another file" in failed.stderr


def test_verify_takes_the_halls_journal_or_one_that_is_named(data) -> None:
    told = f"3 events, head {verify(data / 'journal.db').head}\n"
    assert run("verify", "--data", data).stdout == told
    assert run("verify", data / "journal.db").stdout == told
