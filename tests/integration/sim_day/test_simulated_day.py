"""A day of a tiny hall on the real server, seen from outside: its journal, its report, its pictures."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from queue_core.config import load
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.hall.serving import Place, opened
from queue_core.hall.settings import HallSettings
from sim.day.staging import play_staged, staged
from sim.halls.configuration import configuration
from sim.halls.reference import REFERENCE_HALLS

BIN = Path(sys.executable).parent
VISITORS, SEED = 40, 5


def run(program: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [BIN / program, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=50,
    )


def events(out: Path) -> list[dict]:
    return [json.loads(line) for line in (out / "journal.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def day(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("day")
    asked = ("--hall", "reference-XS", "--visitors", VISITORS, "--seed", SEED)
    done = run("paihao-sim", "day", *asked, "--out", out)
    assert done.returncode == 0, done.stdout + done.stderr
    (out / "summary").write_text(done.stdout)
    return out


def test_everybody_who_came_is_called_and_the_report_says_so(day):
    report = json.loads((day / "report.json").read_text())
    assert report["numbers"] == VISITORS
    assert report["figures"]["waits"]["count"] == VISITORS
    assert report["figures"]["unexplained"] == 0
    assert report["figures"]["idle_violations"] == 0
    kinds = {event["kind"] for event in events(day)}
    assert {"appointment-checked-in", "case-ready", "ticket-converted", "ticket-missed"} <= kinds
    assert "idle violations" in (day / "summary").read_text()


def test_the_day_has_its_pictures_and_its_hall(day):
    assert {path.name for path in day.glob("*.png")} == {
        "waiting.png",
        "waits.png",
        "windows.png",
        "overtakings.png",
    }
    assert "all_skill = true" in (day / "hall.toml").read_text()


def test_nothing_personal_is_left_in_the_folder(day):
    texts = [path.read_text() for path in day.iterdir() if path.suffix in {".jsonl", ".json", ".toml"}]
    assert not any(re.search(r"440106\d{11}[0-9X]|试[一二三四五六七]", text) for text in texts)


def test_the_hall_s_own_audit_finds_the_day_right(day):
    audited = run("paihao", "audit", day / "journal.jsonl")
    assert audited.returncode == 0, audited.stdout + audited.stderr


def test_the_audit_notices_one_edited_call(day, tmp_path):
    lines = (day / "journal.jsonl").read_text().splitlines(keepends=True)
    calls = [at for at, line in enumerate(lines) if '"kind":"ticket-called"' in line]
    at = calls[len(calls) // 2]
    lines[at] = re.sub(r'"ticket_id":\d+', '"ticket_id":1', lines[at])
    edited = tmp_path / "edited.jsonl"
    edited.write_text("".join(lines))
    assert run("paihao", "audit", edited).returncode == 1


def test_the_same_seed_plays_the_same_day(day, tmp_path):
    again = staged("reference-XS", arrangement=None, visitors=VISITORS)
    play_staged(again, tmp_path, seed=SEED)

    def told(out: Path) -> list[tuple]:
        return [
            (each["at_ms"], each["kind"], each["body"].get("ticket_id"), each["body"].get("window"))
            for each in events(out)
        ]

    assert told(tmp_path) == told(day)


@pytest.mark.parametrize("hall", REFERENCE_HALLS.values(), ids=lambda hall: hall.name)
def test_the_hall_server_takes_every_reference_hall(hall, tmp_path):
    file = tmp_path / "hall.toml"
    file.write_text(configuration(hall, hall.recommended))
    folder = DataFolder(tmp_path / "hall")
    settings = load(file, HallSettings)
    found(folder, settings)
    with opened(folder, settings, Place(host="127.0.0.1", port=0)) as server:
        assert server.url


def test_a_hall_that_does_not_exist_is_answered_with_those_that_do(tmp_path):
    refused = run("paihao-sim", "day", "--hall", "reference-Q", "--out", tmp_path)
    assert refused.returncode == 1
    assert "bad-scenario" in refused.stderr
    assert "reference-L" in refused.stderr
