"""A story that cannot go on: which step, why, what to do, and nothing left running."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

from .conftest import MARK, carries

PAIHAO_SIM = Path(sys.executable).with_name("paihao-sim")
DEMO = Path(__file__).parents[3] / "halls/demo.toml"


def play(hall: Path, out: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PAIHAO_SIM, "story", hall, "--out", out],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=50,
        check=False,
    )


def test_a_mistake_in_the_halls_file_ends_the_story_with_step_reason_and_logs(tmp_path: Path) -> None:
    hall = tmp_path / "hall.toml"
    hall.write_text(DEMO.read_text().replace('timezone = "Asia/Shanghai"', 'timezone = "Asia/Nowhere"'))

    done = play(hall, tmp_path / "out")

    assert done.returncode == 1
    assert "Stopped at “hall-founded”" in done.stdout
    assert "Asia/Nowhere" in done.stdout
    assert str(tmp_path / "out" / "logs") in done.stdout
    assert not (tmp_path / "out" / "story.json").exists()


def test_what_others_left_in_the_folder_is_not_deleted(tmp_path: Path) -> None:
    strange = tmp_path / "logs" / "mine.txt"
    strange.parent.mkdir()
    strange.write_text("mine")

    done = play(DEMO, tmp_path)

    assert done.returncode == 1
    assert "Choose another folder" in done.stdout
    assert strange.read_text() == "mine"


def test_a_hall_on_a_screen_that_is_stopped_while_it_opens_leaves_no_program_and_no_secret(
    tmp_path: Path,
) -> None:
    mark = uuid4().hex
    program = subprocess.Popen(
        [PAIHAO_SIM, "bench", DEMO],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {MARK: mark, "TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )
    assert program.stdout is not None
    for line in program.stdout:
        if "plugged in" in line:
            break
    program.send_signal(signal.SIGTERM)
    told, _ = program.communicate(timeout=15)

    assert program.returncode not in {0, -signal.SIGTERM}, told
    assert not [left for left in Path("/proc").glob("[0-9]*") if carries(left, mark)]
    assert not list(tmp_path.glob("paihao-story-*"))
