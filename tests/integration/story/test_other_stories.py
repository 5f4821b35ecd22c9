"""The stories beside the main one: the cheapest is played here, all by `script/bench --soak stories`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from sim.halls import people
from sim.story.cli import STORIES
from sim.story.plays import PLAYS

PAIHAO_SIM = Path(sys.executable).with_name("paihao-sim")
TOP = Path(__file__).parents[3]
DEMO = TOP / "halls/demo.toml"
pytestmark = pytest.mark.timeout(200)
SEEN = ("id-reader-pulled", "all-readers-gone", "number-typed", "number-accepted", "readers-back")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """The story of readers that fail needs no screen but the kiosk's."""
    out = tmp_path_factory.mktemp("reader-gone")
    program = [PAIHAO_SIM, "story", DEMO, "--story", "reader-gone", "--out", out]
    return subprocess.run(
        program, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=180, check=False
    ), out


def test_readers_fail_and_every_citizen_gets_a_number(told) -> None:
    program, out = told
    assert program.returncode == 0, program.stdout
    story = json.loads((out / "story.json").read_text())
    assert story["story"] == "reader-gone"
    assert [ticket["number"] for ticket in story["tickets"]] == ["001", "002", "003"]
    assert all("ticket-printed" in ticket["events"] for ticket in story["tickets"])


def test_what_the_kiosk_showed_meanwhile_is_kept_as_pictures(told) -> None:
    _, out = told
    seen = {folder.name.partition("-")[2]: folder / "kiosk.png" for folder in (out / "screens").iterdir()}
    for step in SEEN:
        with Image.open(seen[step]) as picture:
            picture.verify()


def test_nothing_of_the_citizens_is_left_in_the_storys_folder(told) -> None:
    _, out = told
    traces = [trace.encode() for one in people().values() for trace in (one.name, one.number)]
    kept = [path for path in out.rglob("*") if path.is_file()]
    assert kept
    assert not [path for path in kept for trace in traces if trace in path.read_bytes()]


def test_the_names_of_the_stories_are_told_to_who_asks_for_another(tmp_path: Path) -> None:
    asked = subprocess.run(
        [PAIHAO_SIM, "story", DEMO, "--story", "no-such-story", "--out", tmp_path / "out"],
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert asked.returncode == 2
    for name in PLAYS:
        assert name in asked.stderr
    assert not (tmp_path / "out").exists()


def test_the_command_and_script_demo_name_the_stories_that_there_are() -> None:
    assert set(PLAYS) == set(STORIES)
    assert ", ".join(STORIES) in (TOP / "script/demo").read_text()
