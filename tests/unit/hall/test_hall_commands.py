"""The joint of all commands, and how errors end there."""

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from queue_core import cli


def test_the_hall_s_commands_load_no_screen_and_no_server() -> None:
    program = (
        "import sys, queue_core.cli, queue_core.hall.cli\n"
        "print([name for name in ('PySide6', 'litestar', 'uvicorn', 'httpx') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout == "[]\n"


def test_every_command_of_the_project_joins() -> None:
    names = cli.Joint().list_commands(None)
    assert {"enrol", "hall", "journal"} <= set(names)


def point(monkeypatch: pytest.MonkeyPatch, value: str, *arguments: str) -> None:
    joined = (EntryPoint(name="tried", value=value, group=cli.GROUP),)
    monkeypatch.setattr(cli, "entry_points", lambda *, group: joined if group == cli.GROUP else ())
    monkeypatch.setattr(sys, "argv", ["paihao", *arguments])


def test_a_command_whose_libraries_are_absent_says_so(monkeypatch, capsys) -> None:
    point(monkeypatch, "queue_core.nowhere:app", "tried", "--any", "thing")
    with pytest.raises(SystemExit) as caught:
        cli.main()
    said = capsys.readouterr().err
    assert caught.value.code == 1
    assert "`paihao tried` cannot start here" in said
    assert "script/bootstrap" in said


def test_an_error_of_ours_is_a_sentence_and_a_remedy(monkeypatch, capsys, tmp_path: Path) -> None:
    point(monkeypatch, "queue_core.hall.cli:app", "tried", "clerk", "1001", "--data", str(tmp_path))
    monkeypatch.setenv("PAIHAO_ADMIN_SECRET", "x")
    monkeypatch.setattr(sys, "stdin", (tmp_path / "in").open("w+"))
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 1
    assert capsys.readouterr().err.splitlines() == [
        "paihao: Standard input ended before a secret came.",
        "Try again; nothing was changed.",
    ]
    sys.stdin.close()
